import Games

/// A game of formulas with one more player a constraint: an auctioneer who
/// chooses its multiplier λ and earns `λ g(x)`, while those who keep the
/// constraint earn `λ g(x)` less.
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
  /// The ranges of the multipliers.
  let bounds: MultiplierBounds

  /// The greatest share in the game: above 1, so that a share of 1 lies within
  /// the bounds and its multiplier is one number.
  private static let mostShare = 1.25

  /// The game of a constrained one.
  init(_ game: FormulaGame) {
    self.init(game.unconstrained, game.program.rows)
  }

  /// The game of a game and some conditions.
  init(_ base: FormulaGame, _ rows: [ConstraintRow]) {
    let functions = ConstraintFunctions(base, rows)
    let bounds = MultiplierBoundSearch(base, rows, functions).bounds()
    self.base = base
    self.rows = rows
    self.functions = functions
    self.bounds = bounds
    let wide = Self.source(base, rows, bounds.ranges, isLoosened: true)
    let loosened = Self.game(wide, rows)
    game =
      loosened.domain() == .everywhere
      ? loosened
      : Self.game(
        Self.source(base, rows, bounds.ranges, isLoosened: false), rows)
  }

  /// A box with room above the shares of 1.
  static func loosened(_ box: Box, _ rows: [ConstraintRow]) -> Box {
    var box = box
    for row in rows where row.kind == .simplex {
      for v in row.variables {
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
    isLoosened: Bool
  ) -> FormulaSource {
    var source = base.program.source.unconstrained(base.parameterValues)
    let shares = Set(
      rows.filter { $0.kind == .simplex }.flatMap(\.variables))
    var count = 0
    for i in source.players.indices {
      for k in source.players[i].variables.indices {
        if isLoosened && shares.contains(count) {
          source.players[i].variables[k].upperBound = mostShare
        }
        count += 1
      }
    }
    for (row, range) in zip(rows, ranges) { source.add(row, range) }
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

  /// The players whose payoffs are not proven concave, or who keep a constraint
  /// that is not proven convex, in their own variables: first-order conditions
  /// may not tell their equilibria.
  var playersWithoutConcavity: [Int] {
    let box = own(game.strategies.box)
    return (0..<base.playerCount).filter { player in
      let own = Array(base.strategies.variables(of: player))
      guard !own.isEmpty else { return false }
      let isShaped = rows.indices.allSatisfy { k in
        guard rows[k].players.contains(player) else { return true }
        return rows[k].kind == .atMost
          ? functions.isConvex(k, in: own, over: box)
          : functions.isAffine(k, in: own, over: box)
      }
      return !isShaped || !isConcave(player, over: box)
    }
  }

  /// Whether a payoff is proven concave in the player's own variables,
  /// whatever of a box is played.
  private func isConcave(_ player: Int, over box: Box) -> Bool {
    var open = [box]
    for _ in 0..<Self.mostParts {
      guard let part = open.popLast() else { return true }
      let own = base.ownEnclosure(of: player, over: part)
      if own.hessian.map({ -$0 })
        .isPositiveSemidefinite(order: own.gradient.count)
      {
        continue
      }
      guard
        let widest = part.indices.max(by: { part[$0].width < part[$1].width })
      else { return false }
      let halves = part.bisected(along: widest)
      guard !halves.isEmpty else { return false }
      open += halves
    }
    return open.isEmpty
  }

  /// How many parts of the strategies are looked at for concavity.
  private static let mostParts = 500
}

extension FormulaSource {
  /// Adds the auctioneer of a constraint.
  fileprivate mutating func add(_ row: ConstraintRow, _ range: Interval) {
    let multiplier = unusedName("multiplier")
    for i in row.players {
      players[i].payoff =
        "(\(players[i].payoff)) - \(multiplier)*(\(row.excess))"
    }
    players.append(
      FormulaPlayer(
        unusedName("auctioneer"),
        [.init(multiplier, from: range.lower, to: range.upper)],
        payoff: "\(multiplier)*(\(row.excess))"))
  }
}
