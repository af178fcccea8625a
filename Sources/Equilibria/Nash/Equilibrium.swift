import Games

/// What is proven about a profile or a part of the strategy space.
///
/// It is kept apart from ``Termination``: why a solver stopped proves nothing.
public enum Certificate: Sendable, Equatable {
  /// Exactly one equilibrium lies in `box`, and no other in `uniqueIn`.
  case proven(box: Box, uniqueIn: Box)
  /// Every level in the box of the players who are indifferent belongs to one
  /// equilibrium in the box: a set of equilibria; see ``EquilibriumComponent``.
  case component(box: Box)
  /// No equilibrium lies in the box.
  case absent(box: Box)
  /// Neither existence nor absence is proven in the box.
  case undecided(box: Box)
  /// Only the residual is known.
  case numerical(residual: Double)

  /// Whether existence is proven.
  public var isProven: Bool {
    switch self {
    case .proven, .component: true
    case .absent, .undecided, .numerical: false
    }
  }
}

/// A Nash equilibrium, with what is known of it.
public struct Equilibrium: Sendable {
  /// The profile; variables at a bound are exactly there.
  public var levels: [Double]
  /// What is proven.
  public var certificate: Certificate
  /// The regret of ``levels``: its upper bound holds over all deviations.
  public var regret: Interval
  /// Whether deviations die out; decided by enclosures of eigenvalues where
  /// existence is proven.
  public var stability: Stability
  /// The sign of the determinant of the negative Jacobian of the free part, 0
  /// if undecided. Over all equilibria of a game without degenerate ones the
  /// indices sum to 1.
  public var index: Int

  /// An equilibrium and what is known of it.
  public init(
    levels: [Double], certificate: Certificate, regret: Interval,
    stability: Stability, index: Int
  ) {
    self.levels = levels
    self.certificate = certificate
    self.regret = regret
    self.stability = stability
    self.index = index
  }

  /// Whether existence is proven, and uniqueness in a box for each level of
  /// those who are indifferent.
  public var isProven: Bool { certificate.isProven }

  /// The box that is proven to hold this equilibrium and no other; nil if
  /// nothing is proven.
  public var provenBox: Box? {
    if case .proven(let box, _) = certificate { box } else { nil }
  }

  /// Whether it is known to be stable.
  public var isStable: Bool { stability == .stable }
}
