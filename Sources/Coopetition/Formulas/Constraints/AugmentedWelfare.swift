import Equilibria
import Games

/// Welfare less a charge for breaking constraints: the augmented Lagrangian
///
///     A(x) = W(x) − w Σ_k (max(0, c_k + t_k)² − t_k²),   c_k = g_k(x) / s_k
///
/// with s the widths of the functions over the box; without the maximum for
/// equations. For `w ≥ 0` and `t_k ≥ 0` for inequalities, `A(x) ≥ W(x)` wherever
/// the constraints are kept, so that a bound on A bounds the welfare of all
/// that keeps them. At the best such profile with multipliers μ_k of c_k and
/// `t_k = μ_k / 2w`, A is concave across what binds once w is large: there is no
/// gap as a rule, whatever the shape of payoffs and constraints.
///
/// Reference: Rockafellar, Augmented Lagrange multiplier functions and duality
/// in nonconvex programming, SIAM Journal on Control 12, 1974.
struct AugmentedWelfare: Sendable {
  /// The game without constraints, whose welfare it is.
  let base: FormulaGame
  /// The constraints.
  let rows: [ConstraintRow]
  private let functions: ConstraintFunctions
  /// The widths of the functions over the box.
  private let scales: [Double]
  private let augmented: FormulaGame
  /// The place of the weight among the parameters; the shifts follow.
  private let weightPlace: Int

  /// Welfare under constraints.
  ///
  /// - Parameters:
  ///   - base: The game without constraints.
  ///   - rows: The constraints.
  ///   - functions: Their functions.
  ///   - scales: The widths of these over the box.
  init(
    _ base: FormulaGame, _ rows: [ConstraintRow],
    _ functions: ConstraintFunctions, scales: [Double]
  ) {
    self.base = base
    self.rows = rows
    self.functions = functions
    self.scales = scales
    var source = base.program.source.unconstrained(base.parameterValues)
    weightPlace = source.parameters.count
    let weight = source.addParameter("weight")
    for (row, scale) in zip(rows, scales) {
      let shift = source.addParameter("shift")
      let sum = "(\(row.excess))/\(scale) + \(shift)"
      let term = row.kind == .atMost ? "max(0, \(sum))" : "(\(sum))"
      source.players[0].payoff += " - \(weight)*(\(term)^2 - \(shift)^2)"
    }
    augmented = FormulaGame(derivedFrom: source)
  }

  /// A, to be maximised over the box.
  ///
  /// - Parameters:
  ///   - shifts: t, one for each constraint; none is negative where the
  ///     constraint is an inequality.
  ///   - weight: w.
  /// - Returns: A, with the enclosures of its formula.
  func objective(
    shifts: [Double], weight: Double
  ) -> JointObjective<FormulaGame, Utilitarian> {
    var game = augmented
    game.parameterValues[weightPlace] = weight
    for k in shifts.indices {
      game.parameterValues[weightPlace + 1 + k] = shifts[k]
    }
    return JointObjective.welfare(of: game)
  }

  /// The values c of the constraints at a profile.
  func values(at levels: [Double]) -> [Double] {
    zip(functions.values(at: levels), scales).map { $0 / $1 }
  }

  /// How far a profile is from keeping the constraints, as a share of the
  /// widths.
  func violation(at levels: [Double]) -> Double {
    zip(rows, values(at: levels)).reduce(0) { most, pair in
      max(most, pair.0.kind == .atMost ? pair.1 : abs(pair.1))
    }
  }

  /// Whether a profile is proven to keep the constraints; false where one is an
  /// equation.
  func isKept(at levels: [Double]) -> Bool {
    let point = levels.map { Interval($0) }
    return rows.indices.allSatisfy {
      rows[$0].kind == .atMost
        && functions.enclosure($0, over: point).upper <= 0
    }
  }
}

extension FormulaSource {
  /// Adds a parameter of value 0.
  ///
  /// - Returns: Its name.
  fileprivate mutating func addParameter(_ word: String) -> String {
    let name = unusedName(word)
    parameters.append(.init(name: name, value: 0))
    return name
  }
}
