import Games
import TestSupport
import Testing

/// One player with two levels: `u = log(1 + x y) − 3 (x + y) / 10`, a ridge
/// between two local maxima at the ends.
private struct Ridge: Game {
  let strategies = StrategySpace(
    bounds: StrategySpace(levels: [0...2, 0...2]), owners: [0, 0], players: 1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    S.log(onePlus: levels[0] * levels[1])
      - S(3) / S(10) * (levels[0] + levels[1])
  }
}

/// One player with two levels whose payoff has four local maxima, two of them
/// greatest: `u = sin(3x) + sin(3y) + c x`.
private struct Waves: Game {
  let strategies = StrategySpace(
    bounds: StrategySpace(levels: [0...4, 0...4]), owners: [0, 0], players: 1)
  let slope: Double

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    S.sin(3 * levels[0]) + S.sin(3 * levels[1]) + S(slope) * levels[0]
  }
}

struct JointDeviationTests {
  /// How many parts a test may look at.
  private let parts = 2_000

  private func deviation(
    from levels: [Double], in game: some Game, isStationary: Bool
  ) -> (gain: Interval, isExcluded: Bool) {
    func open<G: Game>(_ game: G) -> (Interval, Bool) {
      let box = levels.map { Interval($0) }
      let search = JointDeviation(
        game, player: 0, around: box, isStationary: isStationary)
      return (
        search.gain(tolerance: 1e-10, partLimit: parts),
        search.excludesGains(partLimit: parts)
      )
    }
    return open(game)
  }

  // u(2, 2) = log 5 − 6/5 is the most, and u(0, 0) = 0.
  @Test func whatJoinedLevelsGainIsFound() {
    let (gain, isExcluded) = deviation(
      from: [0, 0], in: Ridge(), isStationary: true)
    let exact = Double.log(5) - 1.2
    #expect(gain.holds(exact) && gain.width <= 1e-9)
    #expect(!isExcluded)
  }

  @Test func nothingGainsAtTheBestStrategy() {
    let (gain, isExcluded) = deviation(
      from: [2, 2], in: Ridge(), isStationary: true)
    #expect(isExcluded && gain.contains(0.0) && gain.upper <= 1e-10)
  }

  // Where the first-order conditions fail, concavity proves nothing.
  @Test func profilesNearTheBestGainWhatIsMissing() {
    let here = [1.9, 1.95]
    let (gain, _) = deviation(from: here, in: Ridge(), isStationary: false)
    let exact =
      Double.log(5) - 1.2 - Ridge().payoff(of: 0, at: here)
    #expect(gain.holds(exact) && gain.width <= 1e-9)
  }

  // Maxima at x, y ∈ {π/6, 5π/6}; the slope decides between the x.
  @Test(arguments: [(-0.1, 0), (0.1, 1)])
  func worseLocalMaximaAreLeft(slope: Double, best: Int) {
    let game = Waves(slope: slope)
    let shift = Double.asin(slope / 3) / 3
    let tops = [Double.pi / 6 + shift, 5 * Double.pi / 6 + shift]
    for (k, x) in tops.enumerated() {
      for y in [Double.pi / 6, 5 * Double.pi / 6] {
        let (gain, isExcluded) = deviation(
          from: [x, y], in: game, isStationary: true)
        let exact = k == best ? 0 : abs(slope) * 2 * Double.pi / 3
        #expect(gain.lower <= exact + 1e-12 && exact - 1e-12 <= gain.upper)
        #expect(gain.width <= 1e-9)
        // Two strategies are best: neither is proven to be.
        #expect(!isExcluded)
      }
    }
  }

  // No strategy of a grid gains more than the bound on a block's gain.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func gridsNeverBeatTheBound(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let clubs = Clubs.all.filter { $0.playerCount == 7 }
    let game = clubs[Int(seed) % clubs.count]
    let block = [Int(seed % 7), Int(seed + 2) % 7]
    let lone = (0..<7).filter { !block.contains($0) }.map { [$0] }
    let groups = AggregativeGroups(game, [block] + lone)
    let levels = random.numbers(7, in: 0...1)
    let before = groups.payoff(of: 0, at: levels)
    let regret = groups.regrets(at: levels, search: DeviationSearch())[0]
    var most = 0.0
    for a in 0...20 {
      for b in 0...20 {
        var other = levels
        (other[block[0]], other[block[1]]) = (Double(a) / 20, Double(b) / 20)
        most = max(most, groups.payoff(of: 0, at: other) - before)
      }
    }
    #expect(most <= regret.upper + 1e-12 && regret.width <= 1e-8)
  }
}
