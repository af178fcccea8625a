import Coopetition
import Foundation
import TestSupport
import Testing

/// What the README says is so.
@Suite struct ReadmeTests {
  private let root = PackageFolder.root

  /// The code of the README, compiled; the lines between the marks are shown.
  private func library(_ scenario: String) throws -> [String] {
    var printed: [String] = []
    func print(_ items: Any...) {
      printed.append(items.map { "\($0)" }.joined(separator: " "))
    }
    // README begins
    let cluster = try Cluster(scenario: scenario)
    let analysis = try cluster.analyze()
    for equilibrium in analysis.equilibria {
      print(equilibrium.levels, equilibrium.welfare, equilibrium.isStable)
    }
    print("no other equilibrium:", analysis.isComplete)
    print("best for all:", analysis.optimum.levels, analysis.optimum.welfare)
    if let subsidy = analysis.subsidy {
      print("paid for it:", subsidy.rates, "in total", subsidy.outlay)
    }
    // README ends
    return printed
  }

  @Test func theLibraryIsUsedAsShown() throws {
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    let lines = source.components(separatedBy: "\n")
    let begin = try #require(lines.firstIndex(of: "    // README begins"))
    let end = try #require(lines.firstIndex(of: "    // README ends"))
    let code = lines[(begin + 1)..<end].map { $0.dropFirst(4) }
    #expect(code.count <= 10)
    #expect(try readme().contains(code.joined(separator: "\n")))

    let printed = try library(
      root.appendingPathComponent(
        "Examples/sematech-1991/sematech-1991.yaml"
      ).path)
    #expect(printed.count == 4)
    #expect(printed[1] == "no other equilibrium: true")
  }

  @Test func theOutputIsTheCommands() throws {
    let scenario = "Examples/sematech-1991/sematech-1991.yaml"
    let run = try BuiltExecutable("coopetition", beside: .module)
      .run(["solve", scenario], in: root.path)
    #expect(run.status == 0)
    #expect(
      try readme().contains("coopetition solve \(scenario)\n```\n"),
      "the command is shown")
    #expect(
      try readme().contains("```text\n\(run.output)```\n"),
      "the README shows what the command prints")
  }

  @Test func theScenarioIsOne() throws {
    let parts = try readme().components(separatedBy: "```yaml\n")
    let text = try #require(parts.last?.components(separatedBy: "```").first)
    #expect(parts.count == 2)
    #expect(try Cluster(yaml: text).firms.count == 3)
  }

  private func readme() throws -> String {
    try String(
      contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
  }
}
