import Games

/// The functions of a game's constraints, with enclosures of values, gradients
/// and curvatures.
///
/// They are the payoffs of observers in a game of the same formulas.
struct ConstraintFunctions: Sendable {
  private let game: FormulaGame
  private let count: Int

  /// The functions of some constraints.
  ///
  /// - Parameters:
  ///   - base: The game without constraints.
  ///   - rows: The constraints.
  init(_ base: FormulaGame, _ rows: [ConstraintRow]) {
    var source = base.program.source.unconstrained(base.parameterValues)
    let variables = source.players.flatMap(\.variables)
    source.players = [FormulaPlayer("all", variables, payoff: "0")]
    source.players += rows.enumerated().map { k, row in
      FormulaPlayer(
        "row \(k)", [] as [FormulaPlayer.Variable], payoff: row.excess)
    }
    game = FormulaGame(derivedFrom: source)
    count = rows.count
  }

  /// Whether it is proven that no profile of a box keeps the constraints.
  ///
  /// - Parameters:
  ///   - rows: The constraints.
  ///   - box: The box.
  /// - Returns: Whether that is proven within some hundred parts.
  func excludeAll(_ rows: [ConstraintRow], over box: Box) -> Bool {
    var open = [box]
    for _ in 0..<Self.mostParts {
      guard let part = open.popLast() else { return true }
      guard let rest = shrunk(part, rows) else { continue }
      let halves = rest.bisected
      guard !halves.isEmpty else { return false }
      open += halves
    }
    return false
  }

  /// How many parts are looked at to exclude all profiles.
  private static let mostParts = 300

  /// What the constraints leave of a box; nil if nothing.
  private func shrunk(_ part: Box, _ rows: [ConstraintRow]) -> Box? {
    var box = part
    for (k, row) in rows.enumerated() {
      let centre = box.midpoint
      let isShrunk = LinearHull.shrink(
        &box, centre: centre,
        value: enclosure(k, over: centre.map { Interval($0) }),
        slopes: derivatives(k, over: box).gradient,
        target: Interval(
          lower: row.kind == .atMost ? -.infinity : 0, upper: 0))
      guard isShrunk else { return nil }
    }
    return box
  }

  /// Whether every function is proven to be defined all over a box.
  func isTotal(over box: Box) -> Bool { game.isTotal(over: box) }

  /// Where a function is undefined for certain, if anywhere.
  func undefined() -> (row: Int, part: Box)? {
    guard case .undefined(let player, let part) = game.domain() else {
      return nil
    }
    return (player - 1, part)
  }

  /// The values at a profile.
  func values(at levels: [Double]) -> [Double] {
    Array(game.payoffs(at: levels).dropFirst())
  }

  /// Encloses a value.
  func enclosure(_ row: Int, over box: Box) -> Interval {
    game.payoffEnclosure(of: row + 1, over: box)
  }

  /// Encloses a gradient and a Hessian, row by row.
  func derivatives(
    _ row: Int, over box: Box
  ) -> (gradient: [Interval], hessian: [Interval]) {
    var gradient = [Interval](repeating: .zero, count: box.count)
    var hessian = [Interval](repeating: .zero, count: box.count * box.count)
    var weights = [Double](repeating: 0, count: count + 1)
    weights[row + 1] = 1
    _ = game.weightedEnclosure(
      weights, over: box, gradient: &gradient, hessian: &hessian)
    return (gradient, hessian)
  }

  /// Whether a function is proven to be convex in some variables over a box.
  func isConvex(_ row: Int, in variables: [Int], over box: Box) -> Bool {
    curvatures(row, of: variables, over: box)
      .isPositiveSemidefinite(order: variables.count)
  }

  /// Whether a function is proven to be affine in some variables over a box.
  func isAffine(_ row: Int, in variables: [Int], over box: Box) -> Bool {
    curvatures(row, of: variables, over: box).allSatisfy { $0 == .zero }
  }

  private func curvatures(
    _ row: Int, of variables: [Int], over box: Box
  ) -> [Interval] {
    let hessian = derivatives(row, over: box).hessian
    return variables.flatMap { v in
      variables.map { hessian[v * box.count + $0] }
    }
  }
}
