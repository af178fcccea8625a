import Equilibria
import Synchronization
import Testing

@testable import Coopetition

@Suite struct OutcomeTests {
  @Test func channelsAreThoseOfTheGame() throws {
    let cluster = try Cluster(
      firms: (0..<4).map { Firm("F\($0)", linearCost: 0.1, quadraticCost: 1) },
      complementarity: .uniform(0.5))
    let game = try SharingGame(cluster)
    for outcome in Analyzer().analyze(game).equilibria {
      let expected = game.breakdown(at: outcome.levels)
      #expect(outcome.channels.elementsEqual(expected, by: ==))
    }
  }

  /// Two firms that share only for the subsidy, which nobody gains by in all.
  @Test func aSubsidyThatMustEndIsTold() throws {
    var cluster = try Cluster(
      firms: ["A", "B"].map { Firm($0, linearCost: 0.2, quadraticCost: 0.5) })
    cluster.policy.subsidy = .uniform(0.4)
    let analysis = Analyzer().analyze(try SharingGame(cluster))
    let subsidy = try #require(analysis.subsidy)
    #expect(subsidy.isReplacing && subsidy.rates == [0, 0])
    #expect(analysis.equilibria.map(\.efficiency) == [-.infinity])
    let text = analysis.report.text(width: 200)
    #expect(text.contains("not the scenario's either"))
    #expect(!text.contains("efficiency"))
  }

  /// Where the optimum is not proven, more may be possible than was found.
  @Test func efficiencyIsABoundBesideABound() throws {
    var analysis = try FormulaGame(
      yaml: """
        game: Two
        players:
        - {name: A, variables: {x: [0, 1]}, payoff: x*y - x^2 + x}
        - {name: B, variables: {y: [0, 1]}, payoff: x*y - y^2}
        """
    ).analyze()
    // x = 2/3 and y = 1/3 have 5/9, the best has 1.
    func text() -> String { analysis.report.text(width: 200) }
    #expect(text().contains(", efficiency 55.6 %,"))
    analysis.optimum.isProven = false
    analysis.optimum.upperBound = 1.25
    #expect(text().contains(", efficiency at most 55.6 %,"))
    analysis.optimum.upperBound = .infinity
    #expect(text().contains(", efficiency at most 55.6 %,"))
    analysis.optimum.upperBound = 1.0001
    #expect(text().contains(", efficiency 55.6 %,"))
    analysis.optimum.upperBound = 1.25
    analysis.equilibria.append(analysis.equilibria[0])
    #expect(text().contains("  efficiency at most  mean level"))
  }

  /// A welfare beyond all numbers is no optimum.
  @Test func anInfiniteWelfareIsNotTold() throws {
    let analysis = try FormulaGame(
      yaml: """
        game: Too much
        players:
        - {name: A, variables: {x: [0, 1]}, payoff: exp(1000*x)}
        """
    ).analyze(using: Analyzer(search: BranchAndPrune(boxLimit: 50)))
    let text = analysis.report.text(width: 200)
    #expect(
      text.contains(
        "Social optimum, not known: welfare is not finite at the best profile "
          + "found"))
    #expect(!text.contains("welfare ∞"))
  }

  /// Shares of 1 have no mean worth telling, and break no constraint.
  @Test func sharesOfOne() throws {
    let text = try FormulaGame(
      yaml: """
        game: Meeting
        players:
        - {name: A, simplex: [a1, a2], payoff: 2*a1*b1 + a2*b2}
        - {name: B, simplex: [b1, b2], payoff: a1*b1 + 2*a2*b2}
        """
    ).analyze().report.text(width: 200)
    #expect(!text.contains("mean level"))
    #expect(!text.contains("constraints"))
    #expect(
      text.contains(
        "Nash bargain: left out, since it is not looked for where levels are "
          + "shares of 1."))
  }

  /// Channels of many firms take longer than the sentences of a summary.
  @Test func channelsAreMadeOnlyForThoseWhoAsk() {
    let counter = Counter()
    let outcome = Analysis.Outcome(
      equilibrium: Equilibrium(
        levels: [0.5], certificate: .numerical(residual: 0), regret: 0,
        stability: .undecided, index: 0),
      payoffs: [1], welfare: 1, channels: counter.channels(), commitment: nil,
      efficiency: 1)
    #expect(outcome.levels == [0.5] && counter.count == 0)
    #expect(outcome.channels[0].amounts == [1])
    #expect(counter.count == 1)
  }

  private final class Counter: Sendable {
    private let calls = Atomic(0)
    var count: Int { calls.load(ordering: .relaxed) }

    func channels() -> [Analysis.Outcome.Channel] {
      calls.add(1, ordering: .relaxed)
      return [("innovation", [1])]
    }
  }
}
