import Games

/// What happens with some alliances: the equilibria, and the one that counts.
public struct AllianceOutcome: Sendable {
  /// The members of each alliance.
  public let blocks: [[Int]]
  /// The equilibria, by falling welfare.
  public let equilibria: [AllianceEquilibrium]
  /// Whether it is proven that there is no other.
  public let isComplete: Bool
  /// The place of the equilibrium that counts; nil if there is none.
  public let chosen: Int?

  /// The equilibrium that counts.
  public var selected: AllianceEquilibrium? { chosen.map { equilibria[$0] } }

  /// Whether it is proven that the list is complete and what is in it.
  public var isProven: Bool {
    isComplete && equilibria.allSatisfy(\.equilibrium.isProven)
  }
}

/// An equilibrium between alliances, with what it means for each player.
public struct AllianceEquilibrium: Sendable {
  /// The equilibrium and what is proven of it.
  public let equilibrium: Equilibrium
  /// What each player earns.
  public let payoffs: [Double]
  /// Contains what each player earns exactly.
  public let enclosures: [Interval]
  /// What all earn together, less subsidies.
  public let welfare: Double
  /// How open the cluster is.
  public let openness: Double

  /// The levels.
  public var levels: [Double] { equilibrium.levels }

  /// What a player earns, with its enclosure.
  func payoff(of player: Int) -> EnclosedNumber {
    EnclosedNumber(payoffs[player], within: enclosures[player])
  }
}
