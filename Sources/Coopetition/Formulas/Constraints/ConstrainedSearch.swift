import Equilibria
import Games

/// A constraint at a profile.
public struct ConstraintOutcome: Sendable, Equatable {
  /// The name.
  public var name: String
  /// The names of those who keep it.
  public var players: [String]
  /// What a unit more of it is worth to each of those who keep it: its
  /// multiplier, enclosed where the equilibrium is proven; unbounded where it is
  /// not determined, since the constraint leaves no choice at all.
  public var multiplier: Interval
  /// How far it is from binding: the right side less the left one for `<=`.
  public var slack: Interval
  /// Whether it is an equation, or its multiplier or slack cannot be told from
  /// one that binds.
  public var isBinding: Bool
}

/// The equilibria of a constrained game: those of the game with auctioneers,
/// without the auctioneers.
struct ConstrainedSearch {
  /// The game with auctioneers.
  let auctioneers: AuctioneerGame
  /// What was found in it, without what does not count.
  private(set) var found: EquilibriumSet
  /// The players whose equilibria first-order conditions may not tell.
  let withoutConcavity: [Int]
  /// Whether a theorem leaves at most the one equilibrium that was found.
  private let isSettled: Bool

  /// Searches a constrained game.
  init(_ game: FormulaGame, using search: BranchAndPrune) {
    self.init(AuctioneerGame(game), using: search)
  }

  /// Searches a game with auctioneers.
  init(_ auctioneers: AuctioneerGame, using search: BranchAndPrune) {
    self.auctioneers = auctioneers
    withoutConcavity = auctioneers.playersWithoutConcavity
    var extended = search
    let zeros = [Double](repeating: 0, count: auctioneers.rows.count)
    extended.multiStart.startingProfiles = search.multiStart.startingProfiles
      .map { $0 + zeros }
    if let only = Self.only(in: auctioneers, by: extended) {
      (found, isSettled) = (only, true)
    } else {
      (found, isSettled) = (extended.equilibria(of: auctioneers.game), false)
      found.equilibria.removeAll { auctioneers.isAtLimit($0.levels) }
    }
  }

  /// The only equilibrium, if there is at most one by theorem and it is proven
  /// from a candidate, without a search.
  private static func only(
    in auctioneers: AuctioneerGame, by search: BranchAndPrune
  ) -> EquilibriumSet? {
    guard auctioneers.hasAtMostOne else { return nil }
    var candidates = search
    candidates.boxLimit = 0
    var found = candidates.equilibria(of: auctioneers.game)
    found.equilibria.removeAll {
      $0.provenBox == nil || auctioneers.isAtLimit($0.levels)
    }
    guard found.equilibria.count == 1 else { return nil }
    found.undecided = []
    found.components = []
    found.uniqueness = [.diagonalStrictConcavity]
    found.termination = .converged
    return found
  }

  /// The equilibria in the players' own levels. Where more cannot be excluded
  /// for a reason that concerns the game as a whole, all of its strategies are
  /// undecided.
  var equilibria: EquilibriumSet {
    var set = EquilibriumSet(
      equilibria: found.equilibria.map(projected),
      undecided: found.undecided.map(auctioneers.own),
      uniqueness: found.uniqueness, termination: found.termination,
      work: found.work, tree: found.tree)
    if !isExhaustive && set.undecided.isEmpty {
      set.undecided = [auctioneers.base.strategies.box]
    }
    set.components = found.components.compactMap(projected)
    return set
  }

  /// Whether no normalised equilibrium is missing for a reason that concerns the
  /// game as a whole.
  var isExhaustive: Bool {
    isSettled
      || auctioneers.bounds.unproven.isEmpty && withoutConcavity.isEmpty
  }

  /// A set of equilibria in the players' own levels; nil if these are the same
  /// all over it, and only multipliers differ.
  private func projected(
    _ component: EquilibriumComponent
  ) -> EquilibriumComponent? {
    let space = auctioneers.base.strategies
    var own = component
    own.box = auctioneers.own(component.box)
    own.levels = auctioneers.own(component.levels)
    guard !bindsTooMuch(at: component.levels) else { return nil }
    own.indifferent = component.indifferent.filter { v in
      v < space.dimension
        && own.box[v].width
          > Self.narrowness * (space.upperBounds[v] - space.lowerBounds[v])
    }
    return own.indifferent.isEmpty ? nil : own
  }

  /// The share of the strategies up to which a range of levels is one level.
  private static let narrowness = 1e-6

  /// Whether multipliers are not determined somewhere.
  var hasManyMultipliers: Bool {
    found.components.contains { projected($0) == nil }
  }

  /// Whether more binds at a profile than the free levels can answer, so that
  /// its multipliers are not determined.
  private func bindsTooMuch(at levels: [Double]) -> Bool {
    let game = auctioneers.game
    let space = game.strategies
    let jacobian = game.jacobian(at: levels)
    let count = auctioneers.base.strategies.dimension
    let free = (0..<count).filter {
      space.lowerBounds[$0] < levels[$0] && levels[$0] < space.upperBounds[$0]
    }
    let binding = (count..<levels.count).filter { levels[$0] != 0 }
    return !binding.map { row in free.map { jacobian[row, $0] } }
      .hasIndependentRows
  }

  /// An equilibrium in the players' own levels.
  func projected(_ equilibrium: Equilibrium) -> Equilibrium {
    var own = equilibrium
    own.levels = auctioneers.base.strategies.clamped(
      auctioneers.own(equilibrium.levels))
    own.certificate =
      switch equilibrium.certificate {
      case .proven(let box, let region):
        .proven(
          box: auctioneers.own(box), uniqueIn: auctioneers.own(region))
      case .component(let box): .component(box: auctioneers.own(box))
      case .absent(let box): .absent(box: auctioneers.own(box))
      case .undecided(let box): .undecided(box: auctioneers.own(box))
      case .numerical: equilibrium.certificate
      }
    own.regret = Interval(
      lower: 0, upper: auctioneers.regretBound(at: equilibrium.levels))
    own.stability = stability(of: equilibrium)
    return own
  }

  /// Whether small deviations die out that keep what binds.
  private func stability(of equilibrium: Equilibrium) -> Stability {
    guard let box = equilibrium.provenBox else { return .undecided }
    return TangentStability.stability(
      of: auctioneers.game, at: equilibrium.levels, over: box,
      multipliers: auctioneers.game.auctioneers.map(\.variable))
  }

  /// The constraints at an equilibrium of the game with auctioneers; simplices
  /// are left out.
  func outcomes(at equilibrium: Equilibrium) -> [ConstraintOutcome] {
    let box = equilibrium.provenBox ?? equilibrium.levels.map { Interval($0) }
    let multipliers = Array(auctioneers.multipliers(box))
    let own = auctioneers.own(box)
    let names = auctioneers.base.playerNames
    return auctioneers.rows.enumerated().compactMap { k, row in
      guard row.kind != .simplex else { return nil }
      let slack = -auctioneers.functions.enclosure(k, over: own)
      let multiplier =
        auctioneers.undetermined.contains(k) ? row.kind.signs : multipliers[k]
      let isSlack = slack.isPositive && !multipliers[k].isPositive
      return ConstraintOutcome(
        name: row.name, players: row.players.map { names[$0] },
        multiplier: multiplier, slack: slack,
        isBinding: row.kind == .equal || !isSlack)
    }
  }
}

extension AuctioneerGame {
  /// Whether every normalised equilibrium is one of the game: multipliers are
  /// bounded, and payoffs concave.
  var isExhaustive: Bool {
    bounds.unproven.isEmpty && playersWithoutConcavity.isEmpty
  }

  /// Whether it is proven that there is at most one normalised equilibrium.
  var hasAtMostOne: Bool {
    NormalisedUniqueness(base: base, rows: rows, functions: functions).isProven
  }

  /// Whether a multiplier is at a bound that is none of its constraint.
  func isAtLimit(_ levels: [Double]) -> Bool {
    zip(rows, zip(bounds.ranges, multipliers(levels))).contains { row, pair in
      let (range, level) = pair
      guard !range.isPoint else { return false }
      return level >= range.upper
        || row.kind != .atMost && level <= range.lower
    }
  }

  /// What no player gains more than by a deviation that keeps the constraints.
  ///
  /// With L the payoffs in the game with auctioneers, `u_i(y) ≤ L_i(y)` for every
  /// such y, so that `u_i(y) − u_i(x) ≤ L_i(y) − L_i(x) + (L_i(x) − u_i(x))`.
  func regretBound(at levels: [Double]) -> Double {
    let profile = game.strategies.clamped(
      base.strategies.clamped(own(levels)) + multipliers(levels))
    let regrets = game.regrets(at: profile, search: DeviationSearch())
    let point = profile.map { Interval($0) }
    let earned = rows.indices.map {
      game.payoffEnclosure(of: base.playerCount + $0, over: point)
    }
    return (0..<base.playerCount).reduce(0) { most, player in
      let kept = rows.indices.filter { rows[$0].players.contains(player) }
      let gain =
        kept.allSatisfy { weights[$0] == 0 }
        ? kept.reduce(regrets[player]) { $0 - earned[$1] }
        : regrets[player] + game.payoffEnclosure(of: player, over: point)
          - base.payoffEnclosure(of: player, over: own(point))
      return max(most, gain.upper)
    }
  }
}

extension ConstraintRow.Kind {
  /// What a multiplier may be.
  fileprivate var signs: Interval {
    Interval(lower: self == .atMost ? 0 : -.infinity, upper: .infinity)
  }
}

extension [[Double]] {
  /// Whether the rows are linearly independent beyond rounding.
  fileprivate var hasIndependentRows: Bool {
    var rows = self
    for k in rows.indices {
      let size = rows[k].map(abs).max() ?? 0
      guard
        let pivot = rows[k].indices.max(by: {
          abs(rows[k][$0]) < abs(rows[k][$1])
        }), size > rounding * (self[k].map(abs).max() ?? 0)
      else { return false }
      for other in rows.indices.dropFirst(k + 1) {
        let factor = rows[other][pivot] / rows[k][pivot]
        for column in rows[other].indices {
          rows[other][column] -= factor * rows[k][column]
        }
      }
    }
    return true
  }
}

/// The share of a row up to which what is left of it is rounding.
private let rounding = 1e-9
