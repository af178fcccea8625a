import Games
import Scalars

@testable import Equilibria

/// Best responses are `base + slope` times the mean level of the others.
struct Crowd: RespondingGame {
  let count: Int
  let base: Double
  let slope: Double

  var strategies: StrategySpace {
    StrategySpace(players: count, levels: 0...1)
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var others = S(0)
    for j in levels.indices where j != player { others += levels[j] }
    let own = levels[player]
    return own * (S(base) + S(slope / Double(count - 1)) * others)
      - own * own / 2
  }

  /// All at 0, at the threshold and at 1.
  var attractors: Attractors { attractors(rate: Adjustment().rate) }

  /// The same at another rate.
  func attractors(rate: Double) -> Attractors {
    Attractors(
      AdjustmentProcess(self, Adjustment(rate: rate)),
      equilibria: [0, base / (1 - slope), 1].map {
        Array(repeating: $0, count: count)
      })
  }
}
