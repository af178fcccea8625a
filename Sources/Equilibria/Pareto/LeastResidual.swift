import Games
import LinearAlgebra

/// The multipliers with which a profile comes closest to being a critical
/// point of the weighted sum of payoffs.
///
/// The largest projected slope is a convex function of the multipliers; weight
/// is moved between two players at a time by golden sections.
struct LeastResidual {
  private let gradients: Matrix
  private let units: [Double]
  /// Whether each variable is at its lower or upper bound.
  private let atLower: [Bool]
  private let atUpper: [Bool]

  init(_ game: some Game, at levels: [Double], units: [Double]) {
    let space = game.strategies
    var gradients = game.payoffGradients(at: levels)
    for v in levels.indices {
      let width = space.upperBounds[v] - space.lowerBounds[v]
      for i in units.indices { gradients[i, v] *= width / units[i] }
    }
    self.gradients = gradients
    self.units = units
    atLower = levels.indices.map { levels[$0] == space.lowerBounds[$0] }
    atUpper = levels.indices.map { levels[$0] == space.upperBounds[$0] }
  }

  /// Improves multipliers, until a sweep changes none.
  ///
  /// - Complexity: O(players² · variables) a sweep.
  func multipliers(from start: [Double]) -> [Double] {
    var weights = zip(start, units).map { $0 * $1 }
    for _ in 0..<Self.sweeps {
      let before = weights
      for i in weights.indices where !Cancellation.isRequested {
        for j in weights.indices where j > i { balance(i, j, &weights) }
      }
      if weights == before { break }
    }
    return zip(weights, units).map { $0 / $1 }
  }

  /// Shares the weight of two players out anew.
  private func balance(_ i: Int, _ j: Int, _ weights: inout [Double]) {
    let total = weights[i] + weights[j]
    let others = slopes(weights.indices.filter { $0 != i && $0 != j }, weights)
    func residual() -> Double {
      self.residual { v in
        others[v] + part(i, v, weights) + part(j, v, weights)
      }
    }
    var best = (value: residual(), weight: weights[i])
    func attempt(_ weight: Double) -> Double {
      weights[i] = weight
      weights[j] = total - weight
      let value = residual()
      if value < best.value { best = (value, weight) }
      return value
    }
    var (low, high) = (0.0, total)
    _ = (attempt(low), attempt(high))
    for _ in 0..<Self.sections {
      let left = high - Self.goldenShare * (high - low)
      let right = low + Self.goldenShare * (high - low)
      if attempt(left) <= attempt(right) { high = right } else { low = left }
    }
    weights[i] = best.weight
    weights[j] = total - best.weight
  }

  /// The slopes of the weighted sum of some players' payoffs.
  private func slopes(_ players: [Int], _ weights: [Double]) -> [Double] {
    atLower.indices.map { v in
      players.reduce(0) { $0 + part($1, v, weights) }
    }
  }

  /// A player's part of a slope; one without weight has none, however steep its
  /// payoff is.
  private func part(_ player: Int, _ v: Int, _ weights: [Double]) -> Double {
    weights[player] == 0 ? 0 : weights[player] * gradients[player, v]
  }

  /// The largest projected slope.
  private func residual(_ slopes: (Int) -> Double) -> Double {
    var largest = 0.0
    for v in atLower.indices {
      let slope = slopes(v)
      if atLower[v] && slope <= 0 || atUpper[v] && slope >= 0 { continue }
      guard !slope.isNaN else { return .infinity }
      largest = max(largest, abs(slope))
    }
    return largest
  }

  private static let sweeps = 20
  private static let sections = 60
  private static let goldenShare = 0.6180339887498949
}
