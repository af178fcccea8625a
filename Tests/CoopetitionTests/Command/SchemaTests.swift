import Foundation
import TestSupport
import Testing

@testable import Coopetition

/// The schemas of what commands print as JSON: there is one for each command,
/// real answers keep it, and it refuses what is no answer.
@Suite("Schemas of JSON")
struct SchemaTests {
  /// A call whose answer is looked at.
  struct Call: CustomTestStringConvertible, Sendable {
    var command: String
    /// The golden scenario, `topic/name`; nil for a command without one.
    var scenario: String?
    var options: [String]

    init(_ command: String, _ scenario: String?, _ options: String...) {
      self.command = command
      self.scenario = scenario
      self.options = options
    }

    var arguments: [String] {
      [command] + (scenario.map { [Golden.scenario($0).path] } ?? []) + options
    }

    var testDescription: String {
      ([command, scenario ?? ""] + options).joined(separator: " ")
    }
  }

  /// Calls of every command that answers with data.
  static let calls = [
    Call("solve", "dilemma-302"), Call("solve", "policy/policy-solve-20033"),
    Call("solve", "network/directed-firms-3-1"),
    Call("solve", "network/directed-tiers-4-20"),
    Call("solve", "trust/zero-gradient-corner"),
    Call("solve", "constraints/river-basin"),
    Call("solve", "constraints/meeting-places"),
    Call("pareto", "dilemma-300", "--points", "4", "--no-proof"),
    Call(
      "trace", "dilemma-302", "--vary", "environment=0.5:2", "--points", "4",
      "--checks", "2"), Call("sensitivity", "dilemma-302"),
    Call("form", "network/form-3-1"),
    Call("form", "network/form-sim-12-1", "--rounds", "2"),
    Call("key", "network/key-exit-6-1", "--measures"),
    Call("key", "network/key-exit-6-1", "--leave", "1"),
    Call("key", "network/key-seed-10-1", "--tip"),
    Call("evolve", "dynamics/evolve-two-a", "--starts", "20"),
    Call("evolve", "dynamics/evolve-two-a", "--time-limit", "1e-9"),
    Call("shock", "dynamics/shock-three-a", "--parameter", "environment"),
    Call("grow", "dynamics/grow-trap-a", "--play", "planner", "--horizon", "2"),
    Call("spread", "dynamics/spread-threshold-a"),
    Call(
      "spread", "dynamics/spread-levels-a", "--method", "simulation", "--runs",
      "20", "--compare", "best,optimum"),
    Call("spread", "dynamics/spread-levels-a", "--time-limit", "1e-9"),
    Call("diagnose", "diagnosis/growth-solow-1957"),
    Call("diagnose", "diagnosis/phase-growth-21"),
    Call("diagnose", "diagnosis/score-raters"),
    Call("diagnose", "diagnosis/risk-41", "--samples", "8"),
    Call("paths", nil, "giant", "--samples", "2", "--firms", "6"),
    Call("divide", "diagnosis/divide-31"),
    Call("design", "policy/design-subsidy-best-24057"),
    Call("design", "policy/bonus-21001"),
    Call("policies", "dilemma-300", "--step", "0.1"),
    Call("policies", "dilemma-300", "--money", "0.5"),
    Call("lead", "policy/lead-22001"),
    Call("lead", "policy/lead-22001", "--operators", "--core", "F1"),
    Call("alliances", "alliances/joint-100", "--kinds"),
    Call("alliances", "alliances/worths-four"),
    Call("alliances", "alliances/joint-100", "--time-limit", "1e-9"),
    Call("solve", "alliances/joint-100", "--allied"),
    Call("sensitivity", "alliances/joint-100", "--allied"),
    Call(
      "trace", "alliances/joint-100", "--allied", "--vary", "environment=1:2",
      "--points", "4", "--checks", "2"),
    Call("alliances", "alliances/formula-cartel-4", "--structures"),
    Call("models", nil, "aj1988"), Call("models", nil, "aj1988", "--check"),
    Call("sweep", "dilemma-302", "--vary", "environment=1,2", "--out", "out"),
    Call(
      "sweep", "dilemma-302", "--vary", "environment=uniform(1,2)", "--sample",
      "3", "--out", "out"),
    Call(
      "sweep", "dilemma-302", "--vary", "environment=uniform(1,2)", "--indices",
      "3", "--out", "out"),
    Call(
      "sweep", "dilemma-302", "--vary", "environment=uniform(1,2)",
      "--tornado", "--out", "out"),
    Call(
      "sweep", "dilemma-302", "--vary", "environment=1,2", "--out", "out",
      "--dry-run"),
  ]

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    "Answers are as their schema says, and nothing else is", arguments: calls)
  func answers(call: Call) throws {
    let run = try BuiltExecutable("coopetition", beside: .module).run(
      call.arguments + ["--json"], in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    let schema = try JSONSchema(data: Schemas.text(of: call.command))
    let answer = Data(run.output.utf8)
    try #require(try schema.problems(in: answer) == [])
    let short = try Schemas.shortened(answer)
    try #require(try schema.problems(in: short) == [])
    let mutations = try schema.mutations(of: short)
    #expect(mutations.count > 5)
    for mutation in mutations where !mutation.isRefused {
      Issue.record("not refused: \(mutation.change)")
    }
  }

  @Test("Each model of the list is as the schema says")
  func listOfModels() throws {
    let run = try folder.coopetition("models", "--json")
    let list = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let schema = try JSONSchema(data: Schemas.text(of: "models"))
    for model in try #require(list as? [Any]) {
      let answer = try JSONSerialization.data(withJSONObject: model)
      #expect(try schema.problems(in: answer) == [])
    }
  }

  @Test("What solve says of every golden cluster", arguments: Golden.names)
  func solve(name: String) throws {
    let cluster = try Cluster(scenario: Golden.scenario(name))
    var search = BranchAndPrune()
    search.boxLimit = 200
    let json = try cluster.game().analyze(using: Analyzer(search: search))
      .report.json
    #expect(try Schemas.problems(in: json, of: "solve") == [])
  }

  @Test("A command prints JSON if and only if it has a schema")
  func everyCommand() throws {
    let commands = try folder.coopetition("--help").output
      .split(separator: "\n").compactMap {
        $0.wholeMatch(of: /\ \ ([a-z]+)\ \ .*/)?.1
      }.filter { $0 != "help" }
    #expect(commands.count > 20)
    #expect(Set(Schemas.commands).isSubset(of: commands.map(String.init)))
    for command in commands {
      let help = try folder.coopetition(String(command), "--help").output
      #expect(
        help.contains("--json") == Schemas.commands.contains(String(command)),
        "\(command)")
    }
  }

  @Test("Every key is described", arguments: Schemas.commands)
  func described(command: String) throws {
    let text = try Schemas.text(of: command)
    #expect(try JSONSchema(data: text).undescribed == [])
    let document = try JSONSerialization.jsonObject(with: text)
    let schema = try #require(document as? [String: Any])
    #expect(
      schema["$schema"] as? String
        == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["title"] as? String == "coopetition \(command) --json")
    let keys = schema["properties"] as? [String: [String: Any]]
    #expect(
      keys?["schema"]?["const"] as? String == "coopetition/\(command)/1")
  }
}
