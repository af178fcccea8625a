import Coopetition
import Foundation
import TestSupport
import Testing

/// What `coopetition solve` and `coopetition check` print.
@Suite struct SolveCommandTests {
  /// Two firms that share only if the other does.
  private static let chemistry = """
    name: Chemistry
    firms:
    - {name: Alpha, knowledge: 1.5, opportunity: 3, cost: {linear: 0.6}}
    - {name: Beta, absorption: 0.8, opportunity: 4, cost: {linear: 0.4}}
    model: {reciprocity: 2}
    complementarity: {uniform: 1}
    rivalry: {uniform: 0.2}
    """

  /// The answer of `solve --json`, as the contract has it.
  private struct Answer: Decodable {
    struct Equilibrium: Decodable {
      var levels: [Double]
      var payoffs: [Double]
      var welfare: Double
      var channels: [String: [Double]]
      var regret: Double
      var stable: Bool
      var proven: Bool
    }
    struct Optimum: Decodable {
      var levels: [Double]
      var payoffs: [Double]
      var welfare: Double
      var proven: Bool
    }
    struct Bargain: Decodable {
      var levels: [Double]
      var payoffs: [Double]
      var welfare: Double
      var disagreement: [Double]
    }
    struct Subsidy: Decodable {
      var rates: [Double]
      var outlay: Double
    }
    struct Solver: Decodable {
      var method: String
      var seconds: Double
      var evaluations: Double
      var version: String
    }
    var scenario: String
    var firms: [String]
    var equilibria: [Equilibrium]
    var complete: Bool
    var optimum: Optimum
    var bargain: Bargain?
    var efficiency: [Double]
    var subsidy: Subsidy
    var solver: Solver
  }

  private func answer(_ arguments: String...) throws -> Answer {
    let folder = try TemporaryFolder(["chem.yaml": Self.chemistry])
    let run = try BuiltExecutable("coopetition", beside: .module)
      .run(["solve", "chem.yaml", "--json"] + arguments, in: folder.path)
    #expect(run.status == 0)
    #expect(run.error == "")
    return try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
  }

  @Test func numbersReadBackToTheSameBits() throws {
    let found = try answer()
    let analysis = try Cluster(yaml: Self.chemistry).analyze()
    #expect(found.scenario == "Chemistry")
    #expect(found.firms == ["Alpha", "Beta"])
    #expect(found.complete && analysis.isComplete)
    #expect(found.equilibria.count == 3)
    for (one, outcome) in zip(found.equilibria, analysis.equilibria) {
      #expect(one.levels == outcome.levels)
      #expect(one.payoffs == outcome.payoffs)
      #expect(one.welfare == outcome.welfare)
      #expect(one.regret == outcome.equilibrium.regret.upper)
      #expect(one.stable == outcome.isStable)
      #expect(one.proven)
      for (channel, amounts) in outcome.channels {
        #expect(one.channels[channel] == amounts)
      }
    }
    #expect(found.optimum.levels == analysis.optimum.levels)
    #expect(found.optimum.welfare == analysis.optimum.welfare)
    #expect(found.bargain?.levels == analysis.bargain?.levels)
    #expect(found.efficiency == analysis.efficiency)
    #expect(found.subsidy.rates == analysis.subsidy?.rates)
    #expect(found.solver.version == CoopetitionPackage.version)
  }

  @Test func channelsAddUpToThePayoffs() throws {
    for one in try answer().equilibria {
      #expect(
        Set(one.channels.keys) == [
          "innovation", "saving", "premium", "leakage", "stealing", "cost",
          "subsidy", "fees", "base",
        ])
      for (firm, payoff) in one.payoffs.enumerated() {
        let sum = one.channels.values.reduce(0) { $0 + $1[firm] }
        #expect(relativeDistance(sum, payoff) < 1e-14)
      }
    }
  }

  @Test func keysComeInAFixedOrder() throws {
    let folder = try TemporaryFolder(["chem.yaml": Self.chemistry])
    let text = try folder.coopetition("solve", "chem.yaml", "--json").output
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }
      .compactMap { $0.split(separator: "\"").dropFirst().first }
    let contract: [Substring] = [
      "scenario", "firms", "equilibria", "complete", "optimum", "bargain",
      "efficiency", "subsidy", "solver",
    ]
    #expect(keys.filter(contract.contains) == contract)
    #expect(text.hasPrefix("{\n") && text.hasSuffix("}\n"))
  }

  @Test func fromStartsTheSearchAtTheLevels() throws {
    let usual = try answer()
    let started = try answer("--from", "0.07,0.17")
    #expect(started.equilibria.count == usual.equilibria.count)
    for (one, other) in zip(started.equilibria, usual.equilibria) {
      #expect(relativeDistance(one.levels, other.levels) < 1e-12)
    }
  }

  @Test func littleEffortClaimsLittle() throws {
    let found = try answer("--effort", "1")
    #expect(!found.complete)
    for one in found.equilibria { #expect(one.regret < 1e-9) }
  }

  @Test func theReportIsReadable() throws {
    let folder = try TemporaryFolder(["chem.yaml": Self.chemistry])
    let run = try folder.coopetition("solve", "chem.yaml")
    #expect(run.status == 0)
    #expect(run.error == "")
    for line in [
      "Chemistry: 2 firms",
      "3 equilibria; it is proven that there is no other.",
      "Alpha  1.000   3.319       4.159",
      "Social optimum, welfare 8.82311, proven",
    ] {
      #expect(run.output.contains(line))
    }
  }

  /// Rates of the standard game do not implement its optimum in another game.
  @Test(arguments: ["choice: all", "noise: 0.3"])
  func noSubsidyIsPromisedWhereChoicesAreOthers(model: String) throws {
    let text = Self.chemistry.replacingOccurrences(
      of: "model: {", with: "model: {\(model), ")
    let folder = try TemporaryFolder(["chem.yaml": text])
    let run = try folder.coopetition("solve", "chem.yaml", "--json")
    #expect(run.status == 0)
    #expect(!run.output.contains("\"subsidy\": {"))
  }

  @Test func verboseTellsWhatTheSearchTook() throws {
    let folder = try TemporaryFolder(["chem.yaml": Self.chemistry])
    let plain = try folder.coopetition("solve", "chem.yaml").output
    let verbose = try folder.coopetition("solve", "chem.yaml", "--verbose")
      .output
    #expect(!plain.contains("The search examined"))
    let told = verbose.replacingOccurrences(of: "\n", with: " ")
    #expect(
      told.contains(
        #/The search examined [\d,]+ box(es)?, with [\d,]+ linear programs?, [\d,]+ sweeps?/#
      ))
  }

  @Test func checkSaysWhatIsThere() throws {
    let folder = try TemporaryFolder([
      "chem.yaml": Self.chemistry, "one.yaml": "firms: [{}]",
      "game.yaml": sigmoidSharing,
    ])
    for (file, text) in [
      ("chem.yaml", "Chemistry, 2 firms"), ("one.yaml", "one, 1 firm"),
      ("game.yaml", "Sigmoid sharing, 2 players"),
    ] {
      let run = try folder.coopetition("check", file)
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("\(file): \(text)\n"))
      #expect(run.error == "")
    }
  }

  @Test func aFullDiskIsNoticed() throws {
    let folder = try TemporaryFolder(["chem.yaml": Self.chemistry])
    let run = try BuiltExecutable("coopetition", beside: .module)
      .run(["check", "chem.yaml"], in: folder.path, output: "/dev/full")
    #expect(run == badInput("standard output cannot be written"))
  }

  /// What is longer than a buffer is not lost without a word either.
  @Test(arguments: [
    ["models", "--json"], ["models"], ["models", "--check"], ["--help"], [],
    ["help", "topics"], ["help", "numbers"], ["topics"], ["help", "solve"],
    ["solve", "--help"], ["--version"],
    ["--generate-completion-script", "bash"],
  ])
  func aFullDiskIsNoticedByLongLists(words: [String]) throws {
    let folder = try TemporaryFolder()
    let run = try BuiltExecutable("coopetition", beside: .module)
      .run(words, in: folder.path, output: "/dev/full")
    #expect(run == badInput("standard output cannot be written"))
  }

  @Test(arguments: ["-dash.yaml", "-solve.yml"])
  func filesThatBeginWithADashAreNamed(file: String) throws {
    let folder = try TemporaryFolder([file: Self.chemistry])
    let run = try folder.coopetition("solve", file)
    #expect(run.status == 64)
    #expect(run.error.contains("\(file) begins with a dash; write ./\(file)."))
    #expect(try folder.coopetition("solve", "--", file).status == 0)
    #expect(try folder.coopetition("solve", "./\(file)").status == 0)
  }
}
