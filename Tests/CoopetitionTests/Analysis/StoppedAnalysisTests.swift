import Equilibria
import Games
import LinearAlgebra
import Synchronization
import TestSupport
import Testing

@testable import Coopetition

/// What is said when there was no time to end.
@Suite struct StoppedAnalysisTests {
  /// Firms with a threshold, between nobody's and everybody's sharing.
  private func cluster(_ count: Int) throws -> Cluster {
    try Cluster(
      firms: (0..<count).map {
        Firm("F\($0)", linearCost: 0.3, quadraticCost: 0.2)
      },
      complementarity: .uniform(1.2 / Double(count - 1)))
  }

  /// Does work that is to stop after a number of questions.
  private func stopping<Result>(
    after asked: Int, _ work: () throws -> Result
  ) rethrows -> Result {
    let counter = Counter()
    return try Cancellation.asking({ counter.next() > asked }, work)
  }

  private final class Counter: Sendable {
    private let calls = Atomic(0)
    func next() -> Int { calls.add(1, ordering: .relaxed).newValue }
  }

  @Test(arguments: [0, 3, 10, 30, 100, 300, 1_000, 3_000])
  func theOptimumIsAsGoodAsAnythingKnown(_ asked: Int) throws {
    let game = try SharingGame(try cluster(8))
    let analysis = stopping(after: asked) { Analyzer().analyze(game) }
    let optimum = analysis.optimum
    for outcome in analysis.equilibria {
      #expect(optimum.welfare >= outcome.welfare)
      #expect(outcome.efficiency <= 1)
    }
    if let bargain = analysis.bargain {
      #expect(optimum.welfare >= bargain.welfare)
    }
    #expect(game.welfare(at: optimum.levels) == optimum.welfare)
    #expect(optimum.upperBound < .infinity || analysis.subsidy == nil)
  }

  /// Of few variables all corners are looked at, however early work stops.
  @Test func theBestCornerIsFoundWithoutTime() throws {
    let game = try FormulaGame(
      yaml: """
        game: Two by two
        players:
        - name: A
          simplex: [a0, a1]
          payoff: 5*a0*b0 + 6*a0*b1 + 4*a1*b0 - a1*b1
        - {name: B, simplex: [b0, b1], payoff: -3*a1*b1}
        """)
    let analysis = stopping(after: 0) {
      Analyzer().analyze(constrained: game)
    }
    #expect(analysis.optimum.welfare == 6)
    #expect(analysis.statements.allSatisfy { !$0.contains("is defined") })
  }

  @Test func everyStartThatIsGivenCounts() throws {
    let game = try SharingGame(try cluster(8))
    let all = game.strategies.upperBounds
    let optimum = stopping(after: 0) {
      game.socialOptimum(from: [game.strategies.lowerBounds, all])
    }
    #expect(game.welfare(at: all) > 0)
    #expect(optimum.levels == all && !optimum.isProven)
  }

  /// What is known of alliances is told in every form.
  @Test func alliancesThatWereSolvedAreListed() throws {
    let scenario = Scenario(.cluster(try cluster(4)))
    let whole = try scenario.alliances()
    let part = try scenario.alliances(
      monitor: Monitor { $0.phase != "alliances" || $0.done < 5 })
    #expect(part.isStopped && !part.report.isComplete)
    let rows = part.report.csv.split(separator: "\n")
    #expect(rows[0] == "alliance,size,worth,welfare,proven")
    #expect(rows.count == 1 + 1 + 6, "nobody and the pairs")
    #expect(rows[1].hasPrefix("nobody,0,,"))
    let pair = try #require(rows.last?.split(separator: ","))
    #expect(pair[0] == "F2+F3")
    let outcome = try #require(whole.outcome(of: Coalition([2, 3]))?.selected)
    #expect(pair[2] == "\(outcome.payoffs[2] + outcome.payoffs[3])")
    #expect(pair[3] == "\(outcome.welfare)")
    let text = part.report.text(width: 80)
    #expect(text.contains("Solved before the stop\nalliance "))
    #expect(text.contains("\nF2+F3 "))
    #expect(part.report.json.contains("\"surplus\": null"))
    #expect(!whole.report.text(width: 80).contains("Solved before the stop"))
  }

  @Test func alliancesOfWhichNothingIsKnownProveNothing() throws {
    let scenario = Scenario(.cluster(try cluster(4)))
    let none = try scenario.alliances(monitor: Monitor { _ in false })
    let text = none.report.text(width: 80)
    #expect(text.contains("0 structures, as far as they were solved"))
    #expect(!text.contains("proven"))
  }

  @Test func levelsThatWereNotFoundAreNoMistake() throws {
    let scenario = Scenario(.cluster(try cluster(3)))
    for choice in [SharingChoice.best, .optimum] {
      let error = #expect(throws: ScenarioError.self) {
        try stopping(after: 0) {
          try SpreadStudy(levels: choice).spread(of: scenario)
        }
      }
      #expect(error?.isStop == true)
    }
    #expect(!ScenarioError("is wrong").isStop)
  }

  @Test func operatorsThatWereNotJudgedAreNamed() throws {
    var cluster = try cluster(3)
    cluster.firms[0].tier = .core
    let scenario = Scenario(.cluster(cluster))
    let comparison = try stopping(after: 0) { try scenario.operators() }
    #expect(comparison.unjudged == ["service", "F0"])
    let text = comparison.report.text(width: 80)
    #expect(!text.contains("--core"))
    #expect(!comparison.report.isComplete)
  }
}
