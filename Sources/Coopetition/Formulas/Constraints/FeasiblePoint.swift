import Equilibria
import Games

/// Looks for profiles that keep constraints with room to spare.
///
/// It maximises `−Σ_k max(0, g_k / s_k + t_k)²` over inequalities less
/// `Σ_j (h_j / s_j − t_j)²` over equations, with s the widths of the functions
/// over the box: concave where the constraints are convex. What is found is
/// judged by enclosures, so that nothing depends on how it was found.
struct FeasiblePoint {
  private let objective: FormulaGame
  private let targets: [String]
  private let rows: [ConstraintRow]
  /// The widths of the functions over the box.
  let scales: [Double]

  /// Room to spare that is tried, as shares of the widths.
  static let margins = [0.25, 0.1, 0.03, 0.01, 1e-3, 1e-4]
  /// The unit of shares of 1 that sum to it without rounding.
  private static let unit = 0x1p-20

  init(
    _ base: FormulaGame, _ rows: [ConstraintRow],
    _ functions: ConstraintFunctions
  ) {
    let box = base.strategies.box
    scales = rows.indices.map { k in
      let range = functions.enclosure(k, over: box)
      return range.isBounded && range.width > 0 ? range.width : 1
    }
    self.rows = rows
    var source = base.program.source.unconstrained(base.parameterValues)
    var targets: [String] = []
    var terms: [String] = []
    for (k, row) in rows.enumerated() {
      let name = source.unusedName("target\(k + 1)")
      source.parameters.append(.init(name: name, value: 0))
      targets.append(name)
      let share = "(\(row.excess))/\(scales[k])"
      terms.append(
        row.kind == .atMost
          ? "max(0, \(share) + \(name))^2" : "(\(share) - \(name))^2")
    }
    let variables = source.players.flatMap(\.variables)
    source.players = [
      FormulaPlayer(
        "all", variables, payoff: "0 - " + terms.joined(separator: " - "))
    ]
    self.targets = targets
    objective = FormulaGame(derivedFrom: source)
  }

  /// A profile near which the functions have some values, as shares of their
  /// widths: at most these below 0 for inequalities.
  ///
  /// - Parameter values: One for each constraint.
  /// - Returns: The profile; shares of 1 sum to it exactly.
  func profile(_ values: [Double]) -> [Double] {
    var game = objective
    for (place, name) in targets.enumerated() {
      guard
        let parameter = game.parameterNames.firstIndex(of: name)
      else { continue }
      game.parameterValues[parameter] = values[place]
    }
    let space = game.strategies
    let starts = [space.box.midpoint, space.lowerBounds, space.upperBounds]
    let found = starts.map {
      BoundedMaximization().maximize(JointObjective.welfare(of: game), from: $0)
    }
    let best = found.max { $0.value < $1.value }
    return rounded(best?.levels ?? space.lowerBounds)
  }

  /// The profile with shares of 1 that sum to it.
  private func rounded(_ levels: [Double]) -> [Double] {
    var levels = levels
    for row in rows where row.kind == .simplex {
      guard let most = row.variables.max(by: { levels[$0] < levels[$1] }) else {
        continue
      }
      for v in row.variables {
        levels[v] = (levels[v] / Self.unit).rounded(.down) * Self.unit
      }
      let rest = row.variables.reduce(1) { $0 - levels[$1] } + levels[most]
      levels[most] = min(1, max(0, rest))
    }
    return levels
  }
}
