import Games

/// Shrinks a box by linear conditions that all its equilibria satisfy, taken
/// together.
///
/// Conditions of single players leave much that no profile satisfies at once.
/// A linear program finds multipliers `y ≥ 0` that combine them to one
/// inequality `yᵀA x ≤ yᵀb`. It holds whatever y is, so the program needs no
/// proof; the inequality is evaluated in interval arithmetic, and bounds each
/// variable by the least that the others contribute.
///
/// Reference: Araya, Trombettoni and Neveu, A Contractor Based on Convex
/// Interval Taylor, CPAIOR 2012; Neumaier and Shcherbina, Safe bounds in linear
/// and mixed-integer linear programming, Mathematical Programming 99, 2004.
struct LinearRelaxation {
  /// Programs with more variables cost more than they save.
  private static let variableLimit = 200

  /// How many variables are bounded: those that the conditions depend on most.
  private static let boundedVariables = 10

  /// Cuts off what the conditions forbid.
  ///
  /// - Parameters:
  ///   - box: A part of the strategy space.
  ///   - game: The game.
  /// - Returns: False if nothing is left.
  static func shrink<G: Game>(_ box: inout Box, of game: G) -> Bool {
    guard box.count <= variableLimit else { return true }
    let conditions = game.linearConditions(over: box)
    guard !conditions.isEmpty else { return true }
    let relaxation = LinearRelaxation(conditions, variables: box.count)
    for v in relaxation.leadingVariables(of: box) {
      for cost in [1.0, -1] where !box[v].isPoint {
        guard let condition = relaxation.bound(on: v, cost: cost, over: box)
        else { continue }
        guard condition.propagate(in: &box) else { return false }
      }
    }
    return true
  }

  private let conditions: [LinearCondition]
  /// The midpoints of the coefficients, row by row.
  private var rows: [Double]
  private let variables: Int

  init(_ conditions: [LinearCondition], variables: Int) {
    self.conditions = conditions
    self.variables = variables
    rows = Array(repeating: 0, count: conditions.count * variables)
    for (i, condition) in conditions.enumerated() {
      for term in condition.terms {
        rows[i * variables + term.variable] += term.coefficient.midpoint
      }
    }
  }

  /// The variables that the conditions depend on most.
  private func leadingVariables(of box: Box) -> [Int] {
    var reach = [Double](repeating: 0, count: variables)
    for (k, element) in rows.enumerated() {
      reach[k % variables] += abs(element) * box[k % variables].width
    }
    let order = box.indices.filter { reach[$0] > 0 }.sorted {
      (reach[$1], $0) < (reach[$0], $1)
    }
    return Array(order.prefix(Self.boundedVariables))
  }

  /// The condition that bounds a variable from below (cost 1) or from above
  /// (cost −1), as far as the program finds it.
  private func bound(
    on variable: Int, cost: Double, over box: Box
  ) -> CombinedCondition? {
    var costs = [Double](repeating: 0, count: variables)
    costs[variable] = cost
    var program = DualSimplex(
      costs: costs, rows: rows, bounds: conditions.map(\.bound),
      lower: box.map(\.lower), upper: box.map(\.upper))
    let (outcome, multipliers) = program.solve()
    return outcome == .iterationLimit ? nil : combination(multipliers)
  }

  /// The sum of the conditions times multipliers that are not negative.
  private func combination(_ multipliers: [Double]) -> CombinedCondition {
    var coefficients = [Interval](repeating: .zero, count: variables)
    var bound = Interval.zero
    for (condition, multiplier) in zip(conditions, multipliers)
    where multiplier > 0 {
      bound += Interval(multiplier) * Interval(condition.bound)
      for term in condition.terms {
        coefficients[term.variable] += Interval(multiplier) * term.coefficient
      }
    }
    return CombinedCondition(coefficients: coefficients, bound: bound.upper)
  }
}

/// `Σ_v c_v x_v ≤ b` with one coefficient for each variable.
struct CombinedCondition {
  var coefficients: [Interval]
  var bound: Double

  /// Bounds each variable by what the others leave; false if nothing is left.
  func propagate(in box: inout Box) -> Bool {
    let least = box.indices.map { (coefficients[$0] * box[$0]).lower }
    var sum = Interval.zero
    for term in least { sum += Interval(term) }
    guard sum.lower <= bound, sum.isBounded, bound.isFinite else {
      return !(sum.lower > bound)
    }
    for v in box.indices where !box[v].isPoint {
      let coefficient = coefficients[v]
      let room = Interval(bound) - sum.removing(Interval(least[v]))
      guard let rest = Self.rest(of: box[v], coefficient, room.upper) else {
        return false
      }
      box[v] = rest
    }
    return true
  }

  /// The part of an interval where `coefficient · x ≤ room` is possible.
  private static func rest(
    of interval: Interval, _ coefficient: Interval, _ room: Double
  ) -> Interval? {
    guard coefficient.isPositive || coefficient.isNegative else {
      return interval
    }
    let limit = Interval(room) / coefficient
    return coefficient.isPositive
      ? interval.intersection(Interval(lower: -.infinity, upper: limit.upper))
      : interval.intersection(Interval(lower: limit.lower, upper: .infinity))
  }
}
