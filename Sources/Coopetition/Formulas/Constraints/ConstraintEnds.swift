import Equilibria
import Games

/// A generalised equilibrium in which one player alone bears a shared
/// constraint: its multiplier is 0 for all others.
public struct ConstraintEnd: Sendable {
  /// The name of the constraint.
  public var constraint: String
  /// The name of the player who bears it.
  public var player: String
  /// The equilibrium and what is proven of it.
  public var equilibrium: Equilibrium
  /// What each player earns.
  public var payoffs: [Double]
  /// The multiplier for the player who bears it.
  public var multiplier: Interval
}

/// The ends of the sets of generalised equilibria of a game: where those who
/// share a constraint may have different multipliers, there is a set of
/// equilibria as a rule, and at its ends one player bears a constraint alone.
///
/// These are the equilibria of the same game in which nobody else keeps the
/// constraint, as far as it binds there: whoever ignores a constraint and does
/// best all the same does best among what keeps it.
struct ConstraintEnds {
  private let auctioneers: AuctioneerGame
  /// The normalised equilibria, which are none of them.
  private let known: [[Double]]
  private let method: BranchAndPrune

  /// How many searches there may be, and how many boxes each may examine.
  private static let mostSearches = 16
  private static let boxLimit = 100

  /// Levels up to this share of their bounds apart are the same.
  private static let sameness = 1e-6

  /// The ends of a game.
  ///
  /// - Parameters:
  ///   - auctioneers: The game with auctioneers.
  ///   - known: Its normalised equilibria, which do not count.
  ///   - search: A search; none is longer.
  init(
    _ auctioneers: AuctioneerGame, beside known: [[Double]],
    using search: BranchAndPrune
  ) {
    self.auctioneers = auctioneers
    self.known = known
    method = {
      var method = search
      method.boxLimit = min(method.boxLimit, Self.boxLimit)
      return method
    }()
  }

  /// The constraints that players share.
  private var shared: [(row: Int, player: Int)] {
    auctioneers.rows.enumerated().flatMap { k, row in
      row.players.count > 1 ? row.players.map { (k, $0) } : []
    }
  }

  /// The ends; nil if there would be too many searches.
  var all: [ConstraintEnd]? {
    guard shared.count <= Self.mostSearches else { return nil }
    return shared.flatMap { ends(of: $0.row, borneBy: $0.player) }
  }

  private func isSame(_ a: [Double], _ b: [Double]) -> Bool {
    let box = auctioneers.base.strategies.box
    return box.indices.allSatisfy {
      abs(a[$0] - b[$0]) <= Self.sameness * box[$0].width
    }
  }

  private func ends(of k: Int, borneBy player: Int) -> [ConstraintEnd] {
    var rows = auctioneers.rows
    rows[k] = rows[k].kept(by: [player])
    let search = ConstrainedSearch(
      AuctioneerGame(auctioneers.base, rows), using: method)
    let base = auctioneers.base
    return search.found.equilibria.compactMap { supported in
      let box = supported.provenBox ?? supported.levels.map { Interval($0) }
      let multiplier = Array(search.auctioneers.multipliers(box))[k]
      guard !multiplier.contains(Double.zero) else { return nil }
      let equilibrium = search.projected(supported)
      guard !known.contains(where: { isSame($0, equilibrium.levels) }) else {
        return nil
      }
      return ConstraintEnd(
        constraint: rows[k].name, player: base.playerNames[player],
        equilibrium: equilibrium,
        payoffs: base.payoffs(at: equilibrium.levels), multiplier: multiplier)
    }
  }
}

extension ConstraintRow {
  /// The same condition, kept by others.
  func kept(by players: [Int]) -> ConstraintRow {
    ConstraintRow(
      name: name, excess: excess, kind: kind, players: players,
      variables: variables)
  }
}
