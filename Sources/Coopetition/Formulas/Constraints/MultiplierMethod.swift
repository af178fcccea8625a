import Equilibria
import Games
import LinearAlgebra

/// Local maximisation of welfare under constraints by the method of
/// multipliers: a maximum of the ``AugmentedWelfare`` over the box gives new
/// multipliers `μ_k = 2w max(0, c_k + t_k)`, and the weight grows where the
/// constraints do not come to be kept fast enough.
///
/// Inequalities are kept with a little room, so that rounding does not break
/// them.
///
/// Reference: Conn, Gould and Toint, A globally convergent augmented Lagrangian
/// algorithm, SIAM Journal on Numerical Analysis 28, 1991; Bertsekas,
/// Constrained Optimization and Lagrange Multiplier Methods, 1982, chapter 2.
struct MultiplierMethod: Sendable {
  /// A profile that keeps the constraints as far as the method tells.
  struct Summit: Sendable {
    /// The profile.
    var levels: [Double]
    /// Its welfare.
    var welfare: Double
    /// The multipliers of the constraints' values, in the unit of welfare.
    var multipliers: [Double]
    /// How far it is from keeping the constraints, as a share of their widths.
    var violation: Double
  }

  /// The welfare and its constraints.
  let problem: AugmentedWelfare
  /// The method over the box.
  var local = BoundedMaximization()
  /// The first weight of what constraints are broken by, in the unit of welfare.
  var weight: Double

  /// Up to this share of its width a constraint counts as kept.
  static let accuracy = 1e-10
  /// The room that inequalities are kept with.
  private static let room = 0x1p-43
  /// The change of the constraints' values at which to stop.
  private static let sharpness = 0x1p-44
  /// The limit on maximisations, and how often the weight may grow.
  private static let turnLimit = 60
  private static let growthLimit = 9
  private static let growth = 10.0
  /// The share of the last violation down to which this one must come.
  private static let progress = 0.25

  /// Climbs from a profile.
  ///
  /// - Parameters:
  ///   - start: The profile; it need not keep the constraints.
  ///   - multipliers: The first multipliers; nil for none.
  /// - Returns: Where that ends; nil if the constraints are not kept there.
  func summit(
    from start: [Double], multipliers: [Double]? = nil
  ) -> Summit? {
    var levels = start
    var weight = weight
    var shifts = problem.rows.indices.map {
      (multipliers?[$0] ?? 0) / (2 * weight)
    }
    var (last, growths) = (Double.infinity, 0)
    for _ in 0..<Self.turnLimit where !Cancellation.isRequested {
      let objective = problem.objective(
        shifts: roomy(shifts, by: Self.room), weight: weight)
      levels = local.maximize(objective, from: levels).levels
      let next = updated(shifts, at: levels)
      let change = zip(next, shifts).reduce(0) { max($0, abs($1.0 - $1.1)) }
      shifts = next
      if change <= Self.sharpness || !change.isFinite { break }
      if change > Self.progress * last, growths < Self.growthLimit {
        weight *= Self.growth
        shifts = shifts.map { $0 / Self.growth }
        growths += 1
      }
      last = change
    }
    let violation = problem.violation(at: levels)
    guard violation <= Self.accuracy else { return nil }
    return Summit(
      levels: levels, welfare: problem.base.welfare(at: levels),
      multipliers: shifts.map { 2 * weight * $0 }, violation: violation)
  }

  /// The shifts of inequalities with some room.
  private func roomy(_ shifts: [Double], by room: Double) -> [Double] {
    zip(problem.rows, shifts).map { $0.kind == .atMost ? $1 + room : $1 }
  }

  /// `max(0, c + t)`, without the maximum for equations.
  private func updated(_ shifts: [Double], at levels: [Double]) -> [Double] {
    zip(
      problem.rows,
      zip(problem.values(at: levels), roomy(shifts, by: Self.room))
    ).map { row, pair in
      row.kind == .atMost ? max(0, pair.0 + pair.1) : pair.0 + pair.1
    }
  }
}
