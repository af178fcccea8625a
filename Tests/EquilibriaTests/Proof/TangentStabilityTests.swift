import Games
import Testing

@testable import Equilibria

/// Two players who share `x + y ≤ 1`, and its auctioneer:
/// `u_1 = −(x − 1)² + c x y − λ x`, `u_2 = −(y − 1)² + c x y − λ y`,
/// `u_3 = λ (x + y − 1)`.
private struct SharedBudget: Game {
  let strategies = StrategySpace(levels: [0...1, 0...1, 0...20])
  let coupling: Double

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (x, y, multiplier) = (levels[0], levels[1], levels[2])
    let shared = S(coupling) * x * y
    switch player {
    case 0: return shared - (x - 1) * (x - 1) - multiplier * x
    case 1: return shared - (y - 1) * (y - 1) - multiplier * y
    default: return multiplier * (x + y - 1)
    }
  }

  /// The symmetric equilibrium: x = y = 1/2, `λ = 1 + c/2`.
  var symmetric: [Double] { [0.5, 0.5, 1 + coupling / 2] }
}

@Suite struct TangentStabilityTests {
  private func stability(_ coupling: Double) -> Stability {
    let game = SharedBudget(coupling: coupling)
    let levels = game.symmetric
    let box = levels.map { Interval(lower: $0 - 1e-12, upper: $0 + 1e-12) }
    return TangentStability.stability(
      of: game, at: levels, over: box, multipliers: [2])
  }

  /// Along (1, −1) deviations grow at the rate `−2 − c`.
  @Test func onlyWhatKeepsTheConstraintCounts() {
    #expect(stability(1) == .stable)
    #expect(stability(10) == .stable)
    #expect(stability(-1.5) == .stable)
  }

  /// At c = −2 the rate is 0, and so is the multiplier.
  @Test func noRateDecidesNothing() {
    #expect(stability(-2) == .undecided)
  }

  /// With a slack constraint it is the stability of the game itself.
  @Test func aSlackConstraintDoesNotMatter() {
    let game = SharedBudget(coupling: -4)
    // x = y = 1/3: 2 (1 − x) − 4 x = 0.
    let third = 1.0 / 3
    let levels = [third, third, 0]
    let box = [
      Interval(lower: third - 1e-12, upper: third + 1e-12),
      Interval(lower: third - 1e-12, upper: third + 1e-12), Interval(0),
    ]
    #expect(
      TangentStability.stability(
        of: game, at: levels, over: box, multipliers: [2]) == .unstable)
  }

  /// Two binding constraints leave two variables nowhere to go.
  @Test func aVertexIsStable() {
    let levels = [0.25, 0.75, 1, 1]
    #expect(
      TangentStability.stability(
        of: Vertex(), at: levels, over: levels.map { Interval($0) },
        multipliers: [2, 3]) == .stable)
  }
}

/// Two players at the crossing of `x ≤ 1/4` and `x + y ≤ 1`.
private struct Vertex: Game {
  let strategies = StrategySpace(levels: [0...1, 0...1, 0...9, 0...9])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (x, y) = (levels[0], levels[1])
    switch player {
    case 0: return 2 * x - levels[2] * x - levels[3] * x
    case 1: return y - levels[3] * y
    case 2: return levels[2] * (x - 0.25)
    default: return levels[3] * (x + y - 1)
    }
  }
}
