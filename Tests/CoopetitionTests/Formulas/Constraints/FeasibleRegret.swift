import Coopetition
import Games
import TestSupport

/// The gain of the best deviation that keeps the constraints, by a search that
/// shares nothing with the solvers: random directions from the profile and from
/// random feasible strategies, steps halved while nothing is gained.
///
/// Payoffs and constraints are given as closures over whole profiles, written
/// once more by hand.
struct FeasibleRegret {
  var payoff: (_ player: Int, _ levels: [Double]) -> Double
  /// What is at most 0 for a player.
  var excesses: (_ player: Int, _ levels: [Double]) -> [Double]
  /// The variables of each player, with their bounds.
  var own: [[(variable: Int, bounds: ClosedRange<Double>)]]
  /// Whether each player's variables sum to 1.
  var sharesOne = false

  private static let starts = 12
  private static let directions = 60

  /// The largest gain found, over all players.
  func largest(at levels: [Double], seed: UInt64 = 7) -> Double {
    own.indices.map { gain(of: $0, at: levels, seed: seed) }.max() ?? 0
  }

  /// The largest excess of any constraint.
  func infeasibility(at levels: [Double]) -> Double {
    own.indices.flatMap { excesses($0, levels) }.max() ?? 0
  }

  private func gain(of player: Int, at levels: [Double], seed: UInt64) -> Double
  {
    var random = SplitMix64(seed: seed)
    let current = payoff(player, levels)
    var best = 0.0
    for start in 0..<Self.starts {
      var point = levels
      if start > 0 {
        for (v, bounds) in own[player] {
          point[v] = Double.random(in: bounds, using: &random)
        }
        normalise(&point, player)
        guard isFeasible(point, player, slack: 1e-9) else { continue }
      }
      climb(&point, player, &random)
      best = max(best, payoff(player, point) - current)
    }
    return best
  }

  private func climb(
    _ point: inout [Double], _ player: Int, _ random: inout SplitMix64
  ) {
    var step =
      own[player].map {
        $0.bounds.upperBound - $0.bounds.lowerBound
      }.max() ?? 0
    var value = payoff(player, point)
    while step > 1e-9 {
      var gained = false
      for _ in 0..<Self.directions {
        var trial = point
        for (v, bounds) in own[player] {
          let shift = Double.random(in: -step...step, using: &random)
          trial[v] = min(
            bounds.upperBound, max(bounds.lowerBound, trial[v] + shift))
        }
        normalise(&trial, player)
        let reached = payoff(player, trial)
        if reached > value, isFeasible(trial, player, slack: 1e-9) {
          (point, value, gained) = (trial, reached, true)
        }
      }
      if !gained { step /= 2 }
    }
  }

  private func normalise(_ point: inout [Double], _ player: Int) {
    guard sharesOne else { return }
    let sum = own[player].reduce(0) { $0 + point[$1.variable] }
    guard sum > 0 else { return }
    for (v, _) in own[player] { point[v] /= sum }
  }

  private func isFeasible(
    _ point: [Double], _ player: Int, slack: Double
  ) -> Bool {
    excesses(player, point).allSatisfy { $0 <= slack }
  }
}
