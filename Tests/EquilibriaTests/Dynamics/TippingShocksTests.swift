import Games
import Scalars
import Testing

@testable import Equilibria

/// All of a crowd settle at 0 or at 1, with a threshold of 0.52.
@Suite struct TippingShocksTests {
  private func shocks(
    among count: Int, accuracy: Double = TippingPoint.finest
  ) -> TippingShocks {
    let attractors = Crowd(count: count, base: -0.26, slope: 1.5).attractors
    return TippingShocks(attractors, from: 0, limit: 1_000, accuracy: accuracy)
  }

  /// The mean of levels keeps its threshold while nobody is at a bound, so
  /// 13 of 24 are needed and enough; those count who are told to be strongest.
  @Test func fewestOfManyIsTheLeastOfIdenticalPlayers() throws {
    let strengths = (0..<24).map { Double(($0 * 7) % 24 + 1) }
    let found = try #require(
      shocks(among: 24).fewest(up: true, strengths: strengths))
    #expect(!found.isExhaustive)
    let set = try #require(found.sets.first)
    let strongest = (0..<24).sorted { strengths[$0] > strengths[$1] }
    #expect(set == strongest.prefix(13).sorted())
  }

  /// Few trials leave a larger set that tips all the same.
  @Test func fewTrialsLeaveALargerSet() throws {
    let shocks = shocks(among: 24)
    for trials in [0, 3] {
      let set = try #require(
        shocks.fewest(up: true, trials: trials)?.sets.first)
      var levels = shocks.displaced(set, up: true)
      for _ in 0..<100 { levels = shocks.attractors.process.next(levels) }
      #expect(set.count >= 13 && levels.allSatisfy { $0 > 0.999 })
    }
    #expect(shocks.fewest(up: false) == nil)
  }

  /// Coarse brackets hold the point too, and their ends are proven.
  @Test(arguments: [1e-3, 1e-6, TippingPoint.finest])
  func bracketsHoldTheThreshold(accuracy: Double) throws {
    let point = try #require(
      shocks(among: 5, accuracy: accuracy).common(up: true))
    #expect(point.isProven && point.destination == 2)
    #expect(point.lower <= 0.52 && 0.52 <= point.upper)
    #expect(abs(point.threshold - 0.52) <= accuracy)
    #expect(point.upper - point.lower <= 100 * max(accuracy, 1e-11))
  }

  /// Where the order is not kept a smaller move may tip too: nothing is proven.
  @Test func withoutOrderNothingIsProven() throws {
    let rivals = Crowd(count: 2, base: 1.25, slope: -1.5)
    let attractors = Attractors(
      AdjustmentProcess(rivals), equilibria: [[0, 1], [0.5, 0.5], [1, 0]])
    let shocks = TippingShocks(attractors, from: 0, limit: 1_000)
    let point = try #require(shocks.line(to: 2))
    #expect(abs(point.threshold - 0.5) < 1e-9 && point.destination == 2)
    #expect(!point.isProven)
  }

  /// Nothing is lost where players are left out who cannot move as far as the
  /// common shift.
  @Test func movesBelowTheCommonShiftDoNotTip() throws {
    let crowd = shocks(among: 2)
    let common = (up: crowd.common(up: true), down: crowd.common(up: false))
    for player in 0..<2 {
      let all = crowd.one(player)
      let some = crowd.one(player, beyond: common)
      #expect(all?.level == some?.level)
    }
    let known = try #require(common.up)
    #expect(crowd.one(0, beyond: (up: nil, down: known)) == nil)
  }

  /// Levels that move little are not taken for levels at rest elsewhere.
  @Test func slowReturnsAreReturns() throws {
    let process = AdjustmentProcess(
      Crowd(count: 5, base: -0.26, slope: 1.5),
      Adjustment(rule: .bestResponse, rate: 0.05))
    let attractors = Attractors(
      process,
      equilibria: [0, 0.52, 1].map { Array(repeating: $0, count: 5) },
      regions: [nil, nil, nil], contractions: [0.95, 1.025, 0.95],
      isMonotone: true)
    let shocks = TippingShocks(
      attractors, from: 0, limit: 1_000, accuracy: 1e-2, isProving: false)
    let point = try #require(shocks.common(up: true))
    #expect(point.lower <= 0.52 && 0.52 <= point.upper)
    #expect(point.destination == 2)
  }

  /// Who was moved comes back or stays; who follows is told by the period.
  @Test func avalanchesAreThoseOfThePath() {
    let shocks = shocks(among: 6)
    let set = [0, 1, 2, 3]
    let first = shocks.avalanche(of: set, up: true)
    var levels = shocks.displaced(set, up: true)
    let start = levels
    var expected = [Int?](repeating: nil, count: 6)
    for period in 0..<200 {
      for i in 0..<6
      where expected[i] == nil && abs(levels[i] - start[i]) > 0.01 {
        expected[i] = period
      }
      levels = shocks.attractors.process.next(levels)
    }
    #expect(first == expected)
    #expect(first[4] != nil && first[5] != nil)
  }
  /// Two groups of three that do not matter to each other, with thresholds of
  /// 0.4 and 0.6: between them one group alone goes up, to an equilibrium that
  /// nobody named.
  @Test func endsThatAreNotListedAreNotNamed() throws {
    let game = Groups(thresholds: [0.4, 0.6])
    let attractors = Attractors(
      AdjustmentProcess(game),
      equilibria: [0, 1].map { Array(repeating: $0, count: 6) })
    let low = TippingShocks(attractors, from: 0, limit: 1_000, accuracy: 1e-6)
    let up = try #require(low.common(up: true))
    #expect(abs(up.threshold - 0.4) < 1e-6)
    #expect(up.destination == nil && !up.isProven)
    let high = TippingShocks(attractors, from: 1, limit: 1_000, accuracy: 1e-6)
    let down = try #require(high.common(up: false))
    #expect(abs(down.threshold - 0.4) < 1e-6 && down.destination == nil)
    #expect(low.fewest(up: true)?.sets.allSatisfy { $0.count == 2 } == true)
  }
}

/// Groups of three players whose best responses are `1.5` times the mean of the
/// two others, less half of the threshold of the group.
private struct Groups: RespondingGame {
  let thresholds: [Double]

  var strategies: StrategySpace {
    StrategySpace(players: 3 * thresholds.count, levels: 0...1)
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let group = player / 3
    var others = S(0)
    for j in (3 * group)..<(3 * group + 3) where j != player {
      others += levels[j]
    }
    let own = levels[player]
    return own * (S(0.75) * others - S(thresholds[group] / 2))
      - own * own / 2
  }
}
