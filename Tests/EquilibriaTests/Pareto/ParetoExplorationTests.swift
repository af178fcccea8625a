import Equilibria
import TestSupport
import Testing

/// `u_i = a_i x_i − c_i x_i² / 2 + b_i x_i x_j + w_i sin(f_i x_i) + s_i x_j`
/// with random coefficients: two players, several hills.
struct WavyGame: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)
  let linear: [Double]
  let curvature: [Double]
  let cross: [Double]
  let wave: [Double]
  let frequency: [Double]
  let spillover: [Double]

  init(using generator: inout SplitMix64) {
    func pair(_ range: ClosedRange<Double>) -> [Double] {
      (0..<2).map { _ in .random(in: range, using: &generator) }
    }
    linear = pair(-0.4...0.3)
    curvature = pair(0.5...1.5)
    cross = pair(-0.8...0.9)
    wave = pair(0.08...0.3)
    frequency = pair(4...9)
    spillover = pair(0.1...0.7)
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (own, other) = (levels[player], levels[1 - player])
    let costs = S(linear[player]) * own - S(curvature[player]) * own * own / 2
    let gains = S(cross[player]) * own * other + S(spillover[player]) * other
    return costs + gains + S(wave[player]) * S.sin(S(frequency[player]) * own)
  }
}

@Suite struct ParetoExplorationTests {
  /// Payoffs at a grid of profiles, those that no other one dominates.
  private func grid(of game: WavyGame, steps: Int = 250) -> [[Double]] {
    let payoffs = (0...steps).flatMap { x in
      (0...steps).map { y in
        game.payoffs(at: [Double(x), Double(y)].map { $0 / Double(steps) })
      }
    }
    return NondominatedFilter.indices(payoffs).map { payoffs[$0] }
  }

  /// By how much somebody who gains least gains at the best profile of a grid,
  /// in extents of a front.
  private func lead(
    of grid: [[Double]], over payoffs: [Double], _ front: ParetoFront
  ) -> Double {
    grid.reduce(-.infinity) { best, other in
      let gains = payoffs.indices.map {
        (other[$0] - payoffs[$0]) / (front.ideal[$0] - front.nadir[$0])
      }
      return max(best, gains.min() ?? 0)
    }
  }

  /// A grid of profiles is the oracle: the front of payoffs with several hills
  /// has pieces that cross, of which the outer ones count.
  @Test(arguments: 1...24)
  func noProfileOfAGridDominatesThePoints(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let game = WavyGame(using: &generator)
    let front = game.paretoFront(points: 25)
    let grid = grid(of: game)
    for point in front.points {
      #expect(lead(of: grid, over: point.payoffs, front) < 1e-4)
    }
  }

  /// What is known beforehand takes part: nothing that it dominates is shown.
  @Test(arguments: 1...12)
  func noKnownProfileDominatesThePoints(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let game = WavyGame(using: &generator)
    let starts = (0..<40).map { _ in
      (0..<2).map { _ in Double.random(in: 0...1, using: &generator) }
    }
    let front = game.paretoFront(
      using: ParetoTracing(points: 8, starts: starts))
    for start in starts {
      let payoffs = game.payoffs(at: start)
      #expect(
        !front.payoffs.contains { dominates(payoffs, $0, tolerance: 1e-6) })
    }
  }

  /// A profile that dominates points takes them off the front, which is then
  /// not what was asked for; one beyond the bounds does not count.
  @Test func dominatedPointsAreDropped() {
    var generator = SplitMix64(seed: 1)
    let game = WavyGame(using: &generator)
    var front = game.paretoFront(points: 8)
    let whole = front
    front.dropDominated(by: whole.points.map(\.levels) + [[2, 2]], in: game)
    #expect(front == whole)
    front.points[3].payoffs = front.points[3].payoffs.map { $0 - 0.01 }
    front.dropDominated(by: [whole.points[3].levels], in: game)
    #expect(front.points.count == whole.points.count - 1)
    #expect(!front.isResolved)
  }
}
