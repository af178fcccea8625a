extension Game {
  /// Evaluates the payoff over decorated intervals.
  @inlinable
  public func decoration(of player: Int, over box: Box) -> Decoration {
    payoff(of: player, at: box.map { DecoratedInterval($0) }).decoration
  }

  /// Asks about one payoff after the other.
  @inlinable
  public func isDefined(over box: Box) -> Bool {
    (0..<playerCount).allSatisfy {
      decoration(of: $0, over: box) == .continuous
    }
  }

  /// Whether the payoff of a player is proven to be defined and continuous
  /// whatever the player does while the others stay in a box.
  @inlinable
  public func isDefinedForDeviations(of player: Int, from box: Box) -> Bool {
    var around = box
    around.setElements(
      of: strategies.variables(of: player), to: strategies.box(of: player))
    return decoration(of: player, over: around) == .continuous
  }

  /// Whether every payoff is proven to be defined and continuous on all of a
  /// box, which may be cut into parts for it.
  public func isTotal(over box: Box) -> Bool {
    DomainSearch().verdict(on: self, over: box) == .everywhere
  }
}
