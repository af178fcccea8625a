/// Maximises `Σ_ℓ g_ℓ (c_ℓ + y_ℓ)²` subject to `‖y‖² ≤ C`: a problem of a trust
/// region in coordinates in which it is separable.
struct BudgetedSpending {
  /// The coordinates c of the status quo.
  let coordinates: [Double]
  /// The change y of each coordinate.
  private(set) var change: [Double]
  /// The multiplier μ of the budget.
  private(set) var multiplier = 0.0
  /// Whether there is no other solution.
  private(set) var isUnique = true

  private let gains: [Double]
  private let budget: Double

  /// The difference of gains, relative to the largest, that counts as none.
  private static let tie = 1e-12
  /// The size of coordinates, relative to all, that counts as zero.
  private static let orthogonality = 1e-13

  init(gains: [Double], coordinates: [Double], budget: Double) {
    self.gains = gains
    self.coordinates = coordinates
    self.budget = budget
    change = coordinates.map { -$0 }
    let whole = coordinates.reduce(0) { $0 + $1 * $1 }
    let largest = gains.max() ?? 0
    // A loss for everything: the best is to cancel all, if that is affordable.
    if largest < 0 && budget >= whole { return }
    guard budget > 0 else {
      change = coordinates.map { _ in 0 }
      multiplier = .infinity
      return
    }
    spend(largest, whole)
  }

  private mutating func spend(_ largest: Double, _ whole: Double) {
    let floor = max(0, largest)
    let leading = gains.indices.filter {
      gains[$0] >= largest - Self.tie * abs(largest)
    }
    let along = leading.reduce(0) { $0 + coordinates[$1] * coordinates[$1] }
    let isOrthogonal =
      largest > 0 && along <= Self.orthogonality * Self.orthogonality * whole
    if isOrthogonal {
      let others = cost(at: floor, without: Set(leading))
      if others <= budget {
        return exhaust(leading, at: floor, left: budget - others)
      }
    }
    multiplier = root(above: floor)
    set(at: multiplier, without: [])
  }

  /// `‖y(μ)‖²`.
  private func cost(at multiplier: Double, without: Set<Int>) -> Double {
    gains.indices.reduce(0) { sum, l in
      guard !without.contains(l), coordinates[l] != 0 else { return sum }
      let y = gains[l] / (multiplier - gains[l]) * coordinates[l]
      return sum + y * y
    }
  }

  private mutating func set(at multiplier: Double, without: Set<Int>) {
    for l in gains.indices {
      change[l] =
        without.contains(l) || coordinates[l] == 0
        ? 0 : gains[l] / (multiplier - gains[l]) * coordinates[l]
    }
  }

  /// The exceptional case: what is left goes along the first direction of the
  /// leading eigenspace.
  private mutating func exhaust(
    _ leading: [Int], at multiplier: Double, left: Double
  ) {
    self.multiplier = multiplier
    set(at: multiplier, without: Set(leading))
    change[leading[0]] = left.squareRoot()
    isUnique = left == 0
  }

  /// The multiplier above a floor at which the cost, which falls, is the
  /// budget: by bisection down to neighbouring numbers.
  private func root(above floor: Double) -> Double {
    var low = floor
    let reach = gains.reduce(0) { max($0, abs($1)) }
    var high = floor + reach
    while cost(at: high, without: []) > budget { high = 2 * high + reach }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low && middle < high else { return high }
      if cost(at: middle, without: []) > budget {
        low = middle
      } else {
        high = middle
      }
    }
  }
}
