import Coopetition
import LinearAlgebra
import TestSupport
import Testing

@Suite struct NetworkAnalyzerTests {
  @Test(arguments: ["multi-204", "multi-216", "large-12-413", "case-100"])
  func agreesWithTheCompleteSearch(name: String) throws {
    let game = try SharingGame(Cluster(scenario: Golden.scenario(name)))
    let complete = Analyzer().analyze(game)
    let quick = NetworkAnalyzer().analyze(game)
    #expect(!quick.equilibria.isEmpty && !quick.isComplete)
    for outcome in quick.equilibria {
      let match = complete.equilibria.first {
        agree($0.levels, outcome.levels)
      }
      let same = try #require(match)
      #expect(agree([same.welfare], [outcome.welfare]))
      #expect(outcome.equilibrium.isProven && outcome.isStable)
      #expect(outcome.equilibrium.regret.upper < 1e-9)
    }
    #expect(quick.optimum.welfare <= complete.optimum.upperBound + 1e-9)
    #expect(quick.optimum.upperBound >= complete.optimum.welfare - 1e-9)
    #expect(quick.bargain == nil)
    #expect(quick.solver.skipped.map(\.key) == ["complete", "bargain"])
  }

  @Test func summaryCountsEveryFirm() throws {
    var random = TestSupport.SplitMix64(seed: 3)
    var links = TripletList()
    for i in 0..<400 {
      for step in 1...8 {
        links.append(
          row: i, column: (i + step * step) % 400,
          value: random.number(in: 0...0.5))
      }
    }
    let firms = (0..<400).map { i in
      Firm(
        "No. \(i), \"Ltd\"", opportunity: random.number(in: 0...4),
        linearCost: 0.3, quadraticCost: 0.4)
    }
    let cluster = try Cluster(
      firms: firms,
      complementarity: .network(
        SparseMatrix(rows: 400, columns: 400, triplets: links)))
    let analysis = NetworkAnalyzer(provesHighest: true)
      .analyze(try SharingGame(cluster))
    #expect(analysis.equilibria.count == 2)
    #expect(analysis.equilibria[1].levels.allSatisfy { $0 == 0 })
    #expect(
      analysis.statements == [
        "No equilibrium has a firm that shares more than in equilibrium 1.",
        "Equilibrium 2 is the lowest: nobody can share less.",
      ])
    let summary = analysis.report.text()
    #expect(summary.hasPrefix("cluster: 400 firms\n"))
    #expect(summary.contains("\nEquilibrium 2, stable, welfare 0, efficiency"))
    let lines = analysis.levelRecords.csv.split(separator: "\n")
    #expect(lines.count == 401)
    #expect(lines[0] == "firm,equilibrium 1,equilibrium 2,optimum")
    let first = analysis.equilibria[0].levels[0]
    let best = analysis.optimum.levels[0]
    #expect(lines[1] == "\"No. 0, \"\"Ltd\"\"\",\(first),0.0,\(best)")
  }
}
