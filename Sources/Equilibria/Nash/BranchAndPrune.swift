import Games
import LinearAlgebra

/// Every equilibrium of a game, with proof that none is missing.
///
/// The strategy space is covered by boxes. Each is shrunk by `Contraction`
/// and by Krawczyk's operator, both of which lose no equilibrium, and is then
///
/// - dropped if nothing is left of it,
/// - dropped if it lies where a proven equilibrium is proven to be alone,
/// - kept as undecided if it cannot be halved any further, or
/// - split.
///
/// Newton's method, started from many profiles beforehand and from boxes that
/// resist, supplies candidates; `EquilibriumProof` proves them and finds the
/// regions in which they are alone. What remains when the limit on boxes is
/// reached is returned as undecided.
///
/// The wider box comes first, and boxes are examined in rounds whose size
/// depends on the game alone: the result does not depend on the number of
/// threads.
///
/// Reference: Kearfott, Rigorous Global Search: Continuous Problems, 1996.
public struct BranchAndPrune: Sendable {
  /// How many boxes may be examined.
  public var boxLimit: Int
  /// Boxes narrower than this share of the strategy space are not split.
  public var leastWidth: Double
  /// The search for candidates.
  public var multiStart: MultiStart
  /// How many boxes are examined at a time.
  public var threads: Int
  /// Whether the regret of each equilibrium that is proven to be alone is
  /// enclosed; otherwise nothing is known of it but that it is not negative.
  public var enclosesRegrets = true
  /// Is asked before each round whether to go on, with the boxes examined;
  /// what is known so far is returned when it says no.
  public var monitor: Monitor

  /// A search with its limits.
  ///
  /// - Parameters:
  ///   - boxLimit: How many boxes may be examined.
  ///   - leastWidth: Boxes narrower than this share of the strategy space are
  ///     not split.
  ///   - multiStart: The search for candidates.
  ///   - threads: How many boxes are examined at a time; it does not change
  ///     the result.
  ///   - monitor: Is asked before each round whether to go on.
  public init(
    boxLimit: Int = 100_000, leastWidth: Double = 1e-8,
    multiStart: MultiStart = MultiStart(), threads: Int = 2,
    monitor: Monitor = .unattended
  ) {
    self.boxLimit = boxLimit
    self.leastWidth = leastWidth
    self.multiStart = multiStart
    self.threads = threads
    self.monitor = monitor
  }

  /// The equilibria of a game and what remains undecided.
  public func equilibria<G: Game>(of game: G) -> EquilibriumSet {
    var search = EquilibriumSearch(self, game)
    return search.run()
  }
}

extension BranchAndPrune {
  /// How many boxes are examined between two looks at the clock: fewer where
  /// each takes longer.
  static func roundSize(dimension: Int) -> Int {
    max(leastRound, min(mostBoxes, roundVariables / max(dimension, 1)))
  }

  /// The bounds on the size of rounds, and how many variables are in the boxes
  /// of one between them.
  private static var leastRound: Int { 8 }
  private static var mostBoxes: Int { 32 }
  private static var roundVariables: Int { 1_600 }

  /// What shrinks the strategy space at first.
  static var contraction: Contraction { Contraction(leastWidth: 1e-4) }

  /// The share of its largest size over the strategy space up to which an own
  /// slope counts as zero.
  static var flatness: Double { 1e-9 }

  /// The share of the strategy space up to which boxes that touch a set of
  /// equilibria are not told from it.
  static var setWidth: Double { 0.1 }

  /// The share of the strategy space up to which undecided boxes that touch
  /// count as one point.
  static var isolation: Double { 1e-5 }

  /// The share of the strategy space up to which equilibria that are not
  /// proven count as one.
  static var distinction: Double { 1e-4 }
}
