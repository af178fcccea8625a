import Games

/// Where the multipliers of a game's constraints can be.
struct MultiplierBounds: Sendable {
  /// The range of each multiplier; those of equations have any sign.
  var ranges: [Interval]
  /// The constraints of which no bound is proven: a multiplier beyond the range
  /// is not excluded.
  var unproven: [Int]
}

/// Bounds multipliers by points that keep the constraints with room to spare.
///
/// With F the marginal payoffs, first-order conditions with multipliers λ say
/// `Σ_v (F_v − Σ_k λ_k ∂_v g_k)(x̂_v − x_v) ≤ 0` for every profile x̂, where g_k
/// counts for those who keep it. Where every g_k is convex in their variables,
///
///     Σ_k λ_k (−g_k(x̂)) ≤ max_x Σ_v F_v(x) (x_v − x̂_v),
///
/// g_k being taken at x̂ in the variables of those who keep it and anywhere in
/// the others'. So a point with `g_k(x̂) < 0` bounds λ_k (Slater's condition).
/// An equation counts as two inequalities, with a point on either side; what it
/// leaves at points meant for others enters as a perturbation. The multiplier
/// of a simplex is the marginal payoff of a share that is used.
struct MultiplierBoundSearch {
  private let base: FormulaGame
  private let rows: [ConstraintRow]
  private let functions: ConstraintFunctions
  private let box: Box
  /// The constraints whose multipliers do not count.
  private let spent: Set<Int>

  /// Ranges are this much wider than what is proven, so that a multiplier at
  /// the end of one is none.
  private static let inflation = 1.0625
  /// The range without a proof, beside the size of the marginal payoffs.
  private static let unprovenFactor = 1e3
  /// The least bound.
  private static let least = 1e-3
  /// How often perturbations are added up.
  private static let turns = 50

  init(
    _ base: FormulaGame, _ rows: [ConstraintRow],
    _ functions: ConstraintFunctions, without spent: Set<Int> = []
  ) {
    self.base = base
    self.rows = rows
    self.functions = functions
    self.spent = spent
    box = base.strategies.box
  }

  /// A point that bounds the multiplier of one inequality, or an equation's
  /// from one side.
  private struct Side {
    /// The constraint.
    let row: Int
    /// How far the point is on the right side.
    let room: Double
    /// What the multiplier is at most if no other one matters, times the room.
    let reach: Double
    /// What other constraints leave at the point.
    let excesses: [Double]
  }

  /// The ranges.
  func bounds() -> MultiplierBounds {
    let proper = rows.indices.filter {
      rows[$0].kind != .simplex && !spent.contains($0)
    }
    let proven = proper.isEmpty ? [] : magnitudes(proper)
    var ranges = [Interval](repeating: .zero, count: rows.count)
    for (place, k) in proper.enumerated() {
      let most = proven?[place] ?? unprovenMagnitude
      ranges[k] = Interval(
        lower: rows[k].kind == .atMost ? 0 : -most, upper: most)
    }
    for k in rows.indices where rows[k].kind == .simplex {
      ranges[k] = marginalRange(of: k, given: ranges)
    }
    let unbounded = rows.indices.filter { !ranges[$0].isBounded }
    for k in unbounded {
      ranges[k] = Interval(
        lower: -unprovenMagnitude, upper: unprovenMagnitude)
    }
    let missing = proven == nil ? proper : []
    return MultiplierBounds(
      ranges: ranges, unproven: Array(Set(missing + unbounded)).sorted())
  }

  /// A bound without a proof.
  private var unprovenMagnitude: Double {
    let size = marginals(over: box).reduce(1) { max($0, $1.magnitude) }
    return Self.unprovenFactor
      * (size.isFinite ? 1 + size : Self.unprovenFactor)
  }

  private func marginals(over box: Box) -> [Interval] {
    var gradient = box
    base.pseudoGradientEnclosure(over: box, into: &gradient)
    return gradient
  }

  /// The largest multipliers of constraints that are no simplices; nil if there
  /// is no proof.
  private func magnitudes(_ proper: [Int]) -> [Double]? {
    guard base.isTotal(over: box), functions.isTotal(over: box),
      proper.allSatisfy(hasRightShape), let sides = sides(proper)
    else { return nil }
    func next(_ bounds: [Double]) -> [Double] {
      var result = [Double](repeating: Self.least, count: rows.count)
      for side in sides {
        let total = zip(side.excesses, bounds).reduce(Interval(side.reach)) {
          $0 + Interval($1.0) * Interval($1.1)
        }
        result[side.row] = max(
          result[side.row], (total / Interval(side.room)).upper)
      }
      return result
    }
    var bounds = [Double](repeating: 0, count: rows.count)
    for _ in 0..<Self.turns { bounds = next(bounds) }
    let wide = bounds.map { $0 * Self.inflation }
    let holds = zip(next(wide), wide).allSatisfy {
      $0 <= $1 && $1.isFinite
    }
    return holds ? proper.map { wide[$0] } : nil
  }

  /// Whether a constraint is convex, or affine, in the variables of those who
  /// keep it.
  private func hasRightShape(_ k: Int) -> Bool {
    let own = ownVariables(of: k)
    return rows[k].kind == .atMost
      ? functions.isConvex(k, in: own, over: box)
      : functions.isAffine(k, in: own, over: box)
  }

  /// The variables in a constraint of those who keep it.
  private func ownVariables(of k: Int) -> [Int] {
    rows[k].variables.filter {
      rows[k].players.contains(base.strategies.owner(of: $0))
    }
  }

  /// A point for each inequality and two for each equation.
  private func sides(_ proper: [Int]) -> [Side]? {
    let search = FeasiblePoint(base, rows, functions)
    let equations = proper.filter { rows[$0].kind == .equal }
    let inequalities = proper.filter { rows[$0].kind == .atMost }
    var sides: [Side] = []
    if !inequalities.isEmpty {
      let common = FeasiblePoint.margins.lazy.compactMap { margin in
        self.sides(inequalities, 1, at: search.profile(targets([:], margin)))
      }.first
      guard let common else { return nil }
      sides += common
    }
    for j in equations {
      for sign in [1.0, -1] {
        let found = FeasiblePoint.margins.lazy.compactMap { margin in
          let targets = targets([j: -sign * margin], 0)
          return self.sides([j], sign, at: search.profile(targets))
        }.first
        guard let found else { return nil }
        sides += found
      }
    }
    return sides
  }

  private func targets(_ own: [Int: Double], _ margin: Double) -> [Double] {
    rows.indices.map { k in
      own[k] ?? (rows[k].kind == .atMost ? margin : 0)
    }
  }

  /// What a point says of some constraints; nil if it leaves no room.
  private func sides(
    _ chosen: [Int], _ sign: Double, at point: [Double]
  ) -> [Side]? {
    // Shares are multiples of a power of two: their sum is not rounded.
    let isExact = rows.allSatisfy { row in
      row.kind != .simplex || row.variables.reduce(0) { $0 + point[$1] } == 1
    }
    guard isExact else { return nil }
    let values = rows.indices.map { value(of: $0, at: point) }
    guard let reach = reach(from: point) else { return nil }
    let excesses = rows.indices.map { k in
      switch rows[k].kind {
      case .atMost: max(0, values[k].upper)
      case .equal: values[k].magnitude
      case .simplex: 0.0
      }
    }
    var sides: [Side] = []
    for k in chosen {
      let room = -(Interval(sign) * values[k]).upper
      guard room > 0 else { return nil }
      var others = excesses
      others[k] = 0
      sides.append(
        Side(row: k, room: room, reach: reach, excesses: others))
    }
    return sides
  }

  /// A function with the point in the variables of those who keep it.
  private func value(of k: Int, at point: [Double]) -> Interval {
    var part = box
    for v in ownVariables(of: k) { part[v] = Interval(point[v]) }
    return functions.enclosure(k, over: part)
  }

  /// `max_x Σ_v F_v(x) (x_v − x̂_v)`, at least 0.
  private func reach(from point: [Double]) -> Double? {
    let gradient = marginals(over: box)
    let sum = box.indices.reduce(Interval.zero) {
      $0 + gradient[$1] * (box[$1] - Interval(point[$1]))
    }
    return sum.upper.isFinite ? max(0, sum.upper) : nil
  }

  /// The marginal payoffs of a simplex's shares, less what other constraints
  /// charge for them.
  private func marginalRange(
    of k: Int, given ranges: [Interval]
  ) -> Interval {
    let wide = AuctioneerGame.loosened(box, rows)
    let player = rows[k].players[0]
    var charged = marginals(over: wide)
    for j in rows.indices
    where rows[j].kind != .simplex && rows[j].players.contains(player) {
      let slopes = functions.derivatives(j, over: wide).gradient
      for v in rows[k].variables { charged[v] -= ranges[j] * slopes[v] }
    }
    let hull = rows[k].variables.dropFirst().reduce(
      charged[rows[k].variables[0]]
    ) { $0.hull(charged[$1]) }
    let room = (Self.inflation - 1) * hull.width + Self.least
    return Interval(lower: hull.lower - room, upper: hull.upper + room)
  }
}
