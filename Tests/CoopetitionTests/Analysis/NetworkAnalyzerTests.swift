import Coopetition
import LinearAlgebra
import Synchronization
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

  /// Of so many firms that their proofs are shared by threads.
  private func manyFirms() throws -> SharingGame {
    try SharingGame(
      ClusterGenerator(
        firms: 3_000, degree: 8, kind: .regional, seed: 5, hasTiers: false
      ).cluster())
  }

  @Test func claimsOfManyFirmsHoldAtPoints() throws {
    let game = try manyFirms()
    let analysis = NetworkAnalyzer().analyze(game)
    #expect(analysis.equilibria.count == 2)
    var random = TestSupport.SplitMix64(seed: 8)
    for outcome in analysis.equilibria {
      #expect(outcome.equilibrium.isProven)
      #expect(outcome.payoffs == game.payoffs(at: outcome.levels))
      let sum = outcome.channels.reduce(into: outcome.payoffs.map { _ in 0.0 })
      {
        for i in $0.indices { $0[i] += $1.amounts[i] }
      }
      #expect(agree(sum, outcome.payoffs))
      for player in stride(from: 0, to: 3_000, by: 101) {
        var moved = outcome.levels
        moved[player] = random.number(in: 0...1)
        let gain =
          game.payoff(of: player, at: moved) - outcome.payoffs[player]
        #expect(gain < 1e-9)
      }
    }
    for _ in 0..<20 {
      let levels = random.numbers(3_000, in: 0...1)
      #expect(game.welfare(at: levels) <= analysis.optimum.upperBound)
    }
    #expect(analysis.optimum.gap <= 1e-8 * analysis.optimum.welfare)
  }

  @Test func everyStepIsHeard() throws {
    let heard = Mutex<[Monitor.Event]>([])
    let analyzer = NetworkAnalyzer(
      monitor: Monitor { event in
        heard.withLock { $0.append(event) }
        return true
      })
    _ = analyzer.analyze(try manyFirms())
    let events = heard.withLock(\.self)
    #expect(events.map(\.done) == [0, 1, 2, 3, 4])
    #expect(events.allSatisfy { $0.total == 5 })
  }

  /// What is claimed after a stop at any time is still true.
  @Test(arguments: [0, 3, 30, 60, 100, 300])
  func aStoppedAnalysisClaimsNothingFalse(questions: Int) throws {
    let game = try manyFirms()
    let count = Atomic(0)
    let analysis = Cancellation.asking({
      count.add(1, ordering: .relaxed).oldValue >= questions
    }) { NetworkAnalyzer().analyze(game) }
    var random = TestSupport.SplitMix64(seed: 9)
    for _ in 0..<10 {
      let levels = random.numbers(3_000, in: 0...1)
      #expect(game.welfare(at: levels) <= analysis.optimum.upperBound)
    }
    for outcome in analysis.equilibria where outcome.equilibrium.isProven {
      #expect(game.regret(at: outcome.levels).lower <= 1e-12)
    }
  }
}
