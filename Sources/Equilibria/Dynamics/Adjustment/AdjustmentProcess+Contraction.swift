import Games
import LinearAlgebra
import Scalars

extension AdjustmentProcess {
  /// The spectral radius of the derivative of the simultaneous map at an
  /// equilibrium; nil where best responses jump, since somebody is indifferent.
  ///
  /// With μ an eigenvalue of `B_ij = −F_ij/F_ii` over the players that are not
  /// at a bound, best responses at a rate have `|1 − rate + rate μ|`.
  ///
  /// - Complexity: O(n³).
  package func contraction(at levels: Profile<Double>) -> Double? {
    guard let derivative = derivative(at: levels),
      let eigenvalues = try? GeneralEigendecomposition.eigenvalues(
        of: derivative)
    else { return nil }
    return eigenvalues.reduce(0) {
      max($0, ($1.real * $1.real + $1.imaginary * $1.imaginary).squareRoot())
    }
  }

  /// The derivative of the simultaneous map; nil where it jumps.
  func derivative(at levels: Profile<Double>) -> Matrix? {
    let n = levels.count
    var gradient = levels
    var jacobian = Matrix(rows: n, columns: n)
    game.pseudoGradient(at: levels, into: &gradient, jacobian: &jacobian)
    var result = Matrix(rows: n, columns: n)
    for i in 0..<n {
      guard
        let row = row(i, of: jacobian, slope: gradient[i], at: levels)
      else { return nil }
      for j in 0..<n { result[i, j] = row[j] }
    }
    return result
  }

  private func row(
    _ i: Int, of jacobian: Matrix, slope: Double, at levels: [Double]
  ) -> [Double]? {
    let space = game.strategies
    let (low, cap) = (space.lowerBounds[i], space.upperBounds[i])
    let isFree = low < levels[i] && levels[i] < cap
    let rate = adjustment.rate
    var row = [Double](repeating: 0, count: levels.count)
    let room = noise > 0 ? levels[i] * (cap - levels[i]) : 1
    switch adjustment.rule {
    case .bestResponse:
      row[i] = 1 - rate
      guard isFree else { return row }
      let own = jacobian[i, i] * room - noise
      guard own < 0 else { return nil }
      for j in row.indices where j != i {
        row[j] = -rate * jacobian[i, j] * room / own
      }
    case .gradient:
      guard isFree else { return row }
      for j in row.indices { row[j] = rate * jacobian[i, j] }
      row[i] += 1 - rate * noise / room
    case .imitation:
      guard isFree else {
        let push = rate * cap * slope
        row[i] = levels[i] == low ? Double.exp(push) : Double.exp(-push)
        return row
      }
      let speed = levels[i] * (cap - levels[i]) * rate
      for j in row.indices { row[j] = speed * jacobian[i, j] }
      row[i] += 1 - rate * noise
    }
    return row
  }

  /// Whether it is proven that no player's marginal payoff falls in the level
  /// of another: then a start below another stays below it.
  ///
  /// By what the game states of its structure, or by enclosures over parts of
  /// the strategy box.
  package var isProvenMonotone: Bool {
    (game.hasRisingMarginals
      || holdsOverParts { jacobian, n in
        (0..<n).allSatisfy { i in
          (0..<n).allSatisfy { i == $0 || jacobian[i * n + $0].isNonnegative }
        }
      })
      && (adjustment.rule == .bestResponse || holdsOverParts(keepsOrder))
  }

  /// Whether nobody overshoots in the own level.
  private func keepsOrder(_ jacobian: [Interval], _ n: Int) -> Bool {
    let rate = Interval(adjustment.rate)
    switch adjustment.rule {
    case .bestResponse: return true
    case .gradient:
      return noise == 0
        && (0..<n).allSatisfy {
          (1 + rate * jacobian[$0 * n + $0]).isNonnegative
        }
    case .imitation:
      let kept = 1 - Interval(noise) * rate
      return (0..<n).allSatisfy {
        let cap = Interval(game.strategies.upperBounds[$0])
        let most = cap * cap * rate / 4
        return (kept + most * jacobian[$0 * n + $0]).isNonnegative
      }
    }
  }

  /// How many parts of the strategy box are looked at, and how many numbers in
  /// them all together.
  private static let partLimit = 1_000
  private static let numberLimit = 4_000_000

  /// Whether a condition on the Jacobian is proven over every part of the
  /// strategy box, which is halved where it is not.
  private func holdsOverParts(
    _ condition: ([Interval], Int) -> Bool
  ) -> Bool {
    var open = [game.strategies.box]
    let n = open[0].count
    var gradient = open[0]
    var jacobian = [Interval](repeating: .zero, count: n * n)
    let parts = min(Self.partLimit, max(1, Self.numberLimit / (n * n + 1)))
    for _ in 0..<parts {
      guard let part = open.popLast() else { return true }
      game.pseudoGradientEnclosure(
        over: part, into: &gradient, jacobian: &jacobian)
      if condition(jacobian, n) { continue }
      let halves = part.bisected
      if halves.isEmpty { return false }
      open += halves
    }
    return open.isEmpty
  }
}
