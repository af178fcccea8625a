import Foundation
import TestSupport
import Testing

/// The commands that say where a cluster stands and who does what.
@Suite struct DiagnoseCommandTests {
  private static let star = """
    name: Star
    firms: [{name: Hub}, {name: Leaf1}, {name: Leaf2}, {name: Leaf3},
      {name: Leaf4}]
    complementarity: [[0, 1, 1, 1, 1], [1, 0, 0, 0, 0], [1, 0, 0, 0, 0],
      [1, 0, 0, 0, 0], [1, 0, 0, 0, 0]]
    division: {topics: [{name: demand, value: 2, cost: 1.5}]}
    """

  private func run(
    _ arguments: [String], _ files: [String: String] = [:]
  ) throws -> BuiltExecutable.Outcome {
    let folder = try TemporaryFolder(files)
    return try BuiltExecutable("coopetition", beside: .module)
      .run(arguments, in: folder.path)
  }

  @Test("divide says what is best, what firms do alone and what it takes")
  func star() throws {
    let run = try run(["divide", "star.yaml"], ["star.yaml": Self.star])
    #expect(run.status == 0 && run.error == "")
    #expect(
      run.output.contains(
        "Optimum 8.500, proven. Alone 2 equilibria, complete: 4.000 to 8.500."))
    #expect(run.output.contains("No bounty is needed; the loss of 4.500"))
  }

  @Test("divide takes levels from the command")
  func levels() throws {
    let files = ["star.yaml": Self.star]
    let closed = try run(
      ["divide", "star.yaml", "--levels", "0", "--json"], files)
    #expect(closed.status == 0 && closed.output.contains("\"welfare\": 2.5"))
    let wrong = try run(
      ["divide", "star.yaml", "--levels", "0,1"], files)
    #expect(wrong.status == 64)
    let named = try run(["divide", "star.yaml", "--levels", "worst"], files)
    #expect(named.status == 0)
  }

  @Test("diagnose says state, forces and path in a line each")
  func diagnosis() throws {
    let run = try run(["diagnose", "star.yaml"], ["star.yaml": Self.star])
    #expect(run.status == 0 && run.error == "")
    for name in ["State", "Forces", "Path"] {
      #expect(run.output.contains(name))
    }
  }

  @Test("Figures alone are a scenario; a panel that is too short is a note")
  func figures() throws {
    let files = [
      "x.yaml":
        "diagnosis: {panel: p.csv, accounting: {elasticities: {labour: 1}}}",
      "p.csv": "year,output,labour\n2000,1,1\n2001,1.2,1.1\n2002,1.3,1.2\n",
    ]
    let text = try run(["diagnose", "x.yaml"], files)
    #expect(text.status == 0)
    #expect(
      text.output.contains(
        "x.yaml: diagnosis.panel: 3 periods; a phase needs 6"))
    let check = try run(["check", "x.yaml"], files)
    #expect(check.output == "x.yaml: x, figures\n")
    let solve = try run(["solve", "x.yaml"], files)
    #expect(solve.status == 1)
    #expect(solve.error == "coopetition: x.yaml: firms: is missing\n")
    let strict = try run(["diagnose", "x.yaml", "--strict"], files)
    #expect(strict.status == 2)
  }

  @Test("Growth needs shares or elasticities")
  func noElasticities() throws {
    let run = try run(
      ["diagnose", "x.yaml"],
      [
        "x.yaml": "diagnosis: {panel: p.csv}",
        "p.csv": "year,output,capital\n2000,1,1\n2001,1.2,1.1\n",
      ])
    #expect(run.status == 1 && run.output == "")
    #expect(
      run.error == "coopetition: x.yaml: diagnosis.accounting.elasticities: "
        + "missing; p.csv has no share.capital\n")
  }

  @Test("divide without topics is an error")
  func noTopics() throws {
    let run = try run(["divide", "x.yaml"], ["x.yaml": "firms: [{}]"])
    #expect(run.status == 1)
    #expect(
      run.error == "coopetition: x.yaml: division.topics: missing; add what is "
        + "collected, such as\n"
        + "  division: {topics: [{name: Demand, value: 1, cost: 0.5}]}\n")
  }

  @Test("paths makes the cluster that it diagnoses")
  func paths() throws {
    let folder = try TemporaryFolder()
    let executable = BuiltExecutable("coopetition", beside: .module)
    let made = try executable.run(
      [
        "paths", "giant", "--firms", "6", "--seed", "2", "--samples", "2",
        "--out", "made", "--json",
      ], in: folder.path)
    #expect(made.status == 0 && made.error == "")
    #expect(made.output.contains("\"cluster\""))
    let check = try executable.run(
      ["check", "made/cluster.yaml"], in: folder.path)
    #expect(
      check.output.hasPrefix("made/cluster.yaml: giant, 6 firms, seed 2\n"))
  }

  @Test("An archetype has six firms")
  func fewFirms() throws {
    let run = try run(["paths", "--firms", "5"])
    #expect(run.status == 64 && run.output == "")
    #expect(
      run.error.hasPrefix("Error: --firms is 5; it must be at least 6.\n"))
  }
}
