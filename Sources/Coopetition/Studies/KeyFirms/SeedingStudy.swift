import Equilibria
import Games

/// The firms to win first: the smallest set that, committed to its caps for a
/// while, lifts a cluster out of its lowest equilibrium for good.
///
/// The others respond upward from the lowest equilibrium to rest; then the set
/// is released and everybody responds to rest. The set *tips* if nobody ends
/// below the highest equilibrium, or if the knowledge shared in the end is a
/// given share of that in the highest equilibrium.
///
/// With strategic complements (ε ≤ 1, no premium or a linear one) the rest does
/// not depend on the order of responses, and a set that contains a tipping one
/// tips (Topkis, Supermodularity and Complementarity, Princeton University
/// Press 1998). To find a smallest set is NP-hard in general (Chen, SIAM J.
/// Discrete Math. 23, 2009, 1400-1415).
public struct SeedingStudy: Sendable {
  /// The share of the knowledge shared in the highest equilibrium that counts
  /// as tipped; nil for all of everybody's levels.
  public var target: Double?
  /// The most firms for which the smallest set is searched.
  public var exactLimit: Int
  /// The most firms for which every smallest set is listed.
  public var listingLimit: Int
  /// Is asked before each set whether to go on.
  public var monitor: Monitor

  /// A study with its parameters.
  ///
  /// - Parameters:
  ///   - target: The share of the highest equilibrium's sharing that counts as
  ///     tipped; nil for all of everybody's levels.
  ///   - exactLimit: The most firms for which the smallest set is searched.
  ///   - listingLimit: The most firms for which every smallest set is listed.
  ///   - monitor: Is asked before each set whether to go on.
  public init(
    target: Double? = nil, exactLimit: Int = 30, listingLimit: Int = 16,
    monitor: Monitor = .unattended
  ) {
    self.target = target
    self.exactLimit = exactLimit
    self.listingLimit = listingLimit
    self.monitor = monitor
  }

  /// How far below the highest equilibrium a firm may end, in levels.
  static let tippingTolerance = 1e-7
  /// The unit to which sharing is rounded before sets are compared; as a share
  /// of that in the highest equilibrium, how far below a target sharing may end.
  static let comparisonUnit = 1e-9
  /// The most smallest sets that are listed.
  static let mostSets = 10_000

  /// The seeding of a cluster.
  ///
  /// - Throws: `ScenarioError` if the cluster was changed to something
  ///   inadmissible.
  /// - Complexity: Two solutions of the game a set: up to O(firms²) sets for
  ///   the greedy search, exponentially many for the smallest; for more firms
  ///   than the limit O(log firms) sets.
  public func seeding(
    of cluster: Cluster
  ) throws(ScenarioError) -> SeedingAnalysis {
    var search = SeedingSearch(try cluster.playedGame(), self)
    let isSmall = cluster.firms.count <= exactLimit
    let grown = isSmall ? search.grow() : search.growByOrder()
    let greedy = isSmall ? search.withoutIdle(grown.set) : grown.set
    let smallest =
      isSmall && grown.tips
      ? search.smallestSets(
        upTo: greedy, all: cluster.firms.count <= listingLimit)
      : nil
    return SeedingAnalysis(
      cluster: cluster, isMonotone: search.game.hasRisingMarginals,
      lowest: search.lowest, highest: search.highest, target: target,
      greedy: grown.tips ? greedy : nil, ladder: grown.ladder,
      singles: isSmall ? search.singles : [],
      smallest: smallest)
  }
}

/// Which firms to win first.
public struct SeedingAnalysis: Sendable {
  /// The cluster.
  public let cluster: Cluster
  /// Whether responses rise with what others share, so that what is said of
  /// supersets holds.
  public let isMonotone: Bool
  /// The levels of the lowest equilibrium.
  public let lowest: [Double]
  /// The levels of the highest equilibrium.
  public let highest: [Double]
  /// The share of sharing that counts as tipped, if not all.
  public let target: Double?
  /// A tipping set found by adding firm after firm, in the order of adding;
  /// nil if the search found none.
  public let greedy: [Int]?
  /// What happens as the set grows.
  public let ladder: [Rung]
  /// The knowledge shared in the end if a firm is won alone.
  public let singles: [Double]
  /// The smallest sets; nil if they were not searched or not all found.
  public let smallest: Smallest?

  /// A set on the way to a tipping one.
  public struct Rung: Sendable {
    /// The places of the firms, in the order of adding.
    public let firms: [Int]
    /// The knowledge shared while the set is committed.
    public let committedSharing: Double
    /// The knowledge shared after its release.
    public let restSharing: Double
    /// The welfare after its release.
    public let restWelfare: Double
  }

  /// The smallest tipping sets.
  public struct Smallest: Sendable {
    /// How many firms they have.
    public let size: Int
    /// One of them, rising.
    public let one: [Int]
    /// All of them; nil if they were not listed.
    public let all: [[Int]]?
    /// Whether it is proven that these tip and that no smaller set does.
    public let isProven: Bool
  }
}
