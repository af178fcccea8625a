import Games

/// A game of formulas with one more player a constraint: an auctioneer who
/// chooses its multiplier λ and earns `λ g(x)`, while those who keep the
/// constraint earn `λ g(x)` less.
///
/// Where payoffs are not concave, what breaks a constraint costs more than its
/// multiplier says, by an augmented Lagrangian with a weight w: `λ g + w g²` for
/// equations, `(max(0, λ + 2w g)² − λ²) / 4w` for inequalities. First-order
/// conditions stay what they are, and who keeps the constraint still pays
/// nothing or less; but deviations that break it gain less.
///
/// Its equilibria are the normalised equilibria of the constrained game. Of
/// inequalities `λ ∈ [0, Λ]`, of equations `λ ∈ [−Λ, Λ]`; an auctioneer at Λ is
/// no equilibrium. If x is one with λ, then for every y that keeps the
/// constraints
///
///     u_i(y, x_−i) ≤ u_i(y, x_−i) − Σ_k λ_k g_k(y, x_−i)
///                  ≤ u_i(x) − Σ_k λ_k g_k(x) = u_i(x),
///
/// whatever the shape of payoffs and constraints. Where each payoff is concave
/// and each constraint convex in a player's own variables, every profile with
/// multipliers that satisfy the first-order conditions is found so.
///
/// Reference: Rosen, Econometrica 33, 1965; Arrow and Debreu, Econometrica 22,
/// 1954, for the auctioneer.
struct AuctioneerGame: Sendable {
  /// The game without constraints.
  let base: FormulaGame
  /// The game with auctioneers.
  let game: FormulaGame
  /// The constraints.
  let rows: [ConstraintRow]
  /// Their functions.
  let functions: ConstraintFunctions
  /// The ranges of the multipliers; 0 alone for constraints that say no more
  /// than the bounds of levels.
  let bounds: MultiplierBounds
  /// The constraints whose multipliers are not determined: those that leave no
  /// choice of some level.
  let undetermined: Set<Int>
  /// The players whose payoffs are not proven concave, or who keep a constraint
  /// that is not proven convex, in their own variables: first-order conditions
  /// may not tell their equilibria.
  let playersWithoutConcavity: [Int]
  /// What is deducted for the square of what breaks a constraint; 0 where all
  /// who keep it have concave payoffs.
  let weights: [Double]

  /// The greatest share in the game: above 1, so that a share of 1 lies within
  /// the bounds and its multiplier is one number.
  private static let mostShare = 1.25

  /// The game of a constrained one.
  init(_ game: FormulaGame) {
    self.init(game.unconstrained, game.program.rows)
  }

  /// The game of a game and some conditions.
  init(_ whole: FormulaGame, _ rows: [ConstraintRow]) {
    let functions = ConstraintFunctions(whole, rows)
    let pinned = PinnedLevels(whole, rows, functions)
    let base = whole.within(pinned.box)
    let bounds = MultiplierBoundSearch(
      base, rows, functions, without: pinned.spent
    ).bounds()
    self.base = base
    self.rows = rows
    self.functions = functions
    self.bounds = bounds
    undetermined = pinned.pinning
    var weights = rows.map { _ in 0.0 }
    func game(isLoosened: Bool) -> FormulaGame {
      Self.game(
        Self.source(
          base, rows, bounds.ranges, weights: weights, isLoosened: isLoosened),
        rows)
    }
    let loosened = game(isLoosened: true)
    let isLoosened = loosened.domain() == .everywhere
    let plain = isLoosened ? loosened : game(isLoosened: false)
    let shape = OwnShape(base: base, rows: rows, functions: functions)
    let box = Array(plain.strategies.box.dropLast(rows.count))
    playersWithoutConcavity = shape.playersWithoutConcavity(over: box)
    weights = shape.weights(for: playersWithoutConcavity, over: box)
    self.weights = weights
    self.game =
      weights.allSatisfy { $0 == 0 } ? plain : game(isLoosened: isLoosened)
  }

  /// A box with room above the shares of 1.
  static func loosened(_ box: Box, _ rows: [ConstraintRow]) -> Box {
    var box = box
    for row in rows where row.kind == .simplex {
      for v in row.variables where !box[v].isPoint {
        box[v] = Interval(lower: box[v].lower, upper: mostShare)
      }
    }
    return box
  }

  private static func game(
    _ source: FormulaSource, _ rows: [ConstraintRow]
  ) -> FormulaGame {
    var game = FormulaGame(derivedFrom: source)
    let first = game.strategies.dimension - rows.count
    game.auctioneers = rows.enumerated().map { k, row in
      Auctioneer(variable: first + k, isEquality: row.kind != .atMost)
    }
    return game
  }

  /// The formulas of the game.
  static func source(
    _ base: FormulaGame, _ rows: [ConstraintRow], _ ranges: [Interval],
    weights: [Double], isLoosened: Bool
  ) -> FormulaSource {
    var source = base.program.source.unconstrained(base.parameterValues)
    let shares = Set(
      rows.filter { $0.kind == .simplex }.flatMap(\.variables))
    var count = 0
    for i in source.players.indices {
      for k in source.players[i].variables.indices {
        let variable = source.players[i].variables[k]
        if isLoosened && shares.contains(count)
          && variable.lowerBound < variable.upperBound
        {
          source.players[i].variables[k].upperBound = mostShare
        }
        count += 1
      }
    }
    for k in rows.indices { source.add(rows[k], ranges[k], weights[k]) }
    return source
  }

  /// The multipliers of a profile of the game.
  func multipliers<Element>(_ levels: [Element]) -> ArraySlice<Element> {
    levels.suffix(rows.count)
  }

  /// The levels of a profile of the game that are the players' own.
  func own<Element>(_ levels: [Element]) -> [Element] {
    Array(levels.dropLast(rows.count))
  }
}

extension FormulaSource {
  /// Adds the auctioneer of a constraint.
  fileprivate mutating func add(
    _ row: ConstraintRow, _ range: Interval, _ weight: Double
  ) {
    let multiplier = unusedName("multiplier")
    let charge = row.charge(multiplier, weight: weight)
    for i in row.players {
      players[i].payoff = "(\(players[i].payoff)) - \(charge)"
    }
    players.append(
      FormulaPlayer(
        unusedName("auctioneer"),
        [.init(multiplier, from: range.lower, to: range.upper)],
        payoff: "\(multiplier)*(\(row.excess))"))
  }
}

extension ConstraintRow {
  /// What those who keep the constraint pay for it, as a formula.
  fileprivate func charge(_ multiplier: String, weight: Double) -> String {
    let plain = "\(multiplier)*(\(excess))"
    guard weight > 0 else { return plain }
    return kind == .atMost
      ? "(max(0, \(multiplier) + \(2 * weight)*(\(excess)))^2"
        + " - \(multiplier)^2)/\(4 * weight)"
      : "(\(plain) + \(weight)*(\(excess))^2)"
  }
}

extension FormulaGame {
  /// The same formulas over a part of the box.
  fileprivate func within(_ box: Box) -> FormulaGame {
    guard box != strategies.box else { return self }
    var source = program.source.unconstrained(parameterValues)
    var count = 0
    for i in source.players.indices {
      for k in source.players[i].variables.indices {
        source.players[i].variables[k].lowerBound = box[count].lower
        source.players[i].variables[k].upperBound = box[count].upper
        count += 1
      }
    }
    return FormulaGame(derivedFrom: source)
  }
}
