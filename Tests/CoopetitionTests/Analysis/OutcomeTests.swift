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
