import Games

/// A Pareto-optimal profile, and what is known of it.
public struct ParetoPoint: Sendable, Equatable {
  /// The profile; variables at a bound are exactly there.
  public var levels: [Double]
  /// What each player earns.
  public var payoffs: [Double]
  /// The weights with which the profile is a critical point of the weighted
  /// sum of payoffs, payoffs being measured in the extents of the front; they
  /// sum to 1.
  public var weights: [Double]
  /// The Pareto-criticality residual: the largest component of the projected
  /// gradient of the weighted sum, payoffs in extents of the front, variables
  /// in widths of their bounds. Zero at a Pareto-optimal profile.
  public var residual: Double
  /// Whether it is proven that no profile whatever gives everybody more, but
  /// for the tolerance of the proof.
  public var isProven: Bool
}

/// The Pareto front of a game: profiles of which none leaves anybody better
/// off without leaving somebody worse off.
public struct ParetoFront: Sendable, Equatable {
  /// The profiles, by rising payoff of the first player; none dominates
  /// another.
  public var points: [ParetoPoint]
  /// The largest payoff of each player on the front.
  public var ideal: [Double]
  /// The least payoff of each player on the front.
  public var nadir: [Double]
  /// The largest distance between neighbours on the front, in extents of the
  /// front, where the front itself has no gap. For three players and more
  /// neighbours are the ends of the edges of the mesh that was refined.
  public var widestStep: Double
  /// How many gaps of the front itself were found between neighbours; counted
  /// for two players.
  public var gapCount: Int
  /// Whether everything that was asked for was reached: the number of points,
  /// and the resolution.
  public var isResolved: Bool
  /// How many points of the front were sought.
  public var problems: Int

  /// The payoffs of every point.
  public var payoffs: [[Double]] { points.map(\.payoffs) }

  /// Drops the points that other profiles dominate, clearly for somebody. What
  /// was asked for is then not reached; extents, steps and gaps stay those of
  /// the front as it was traced.
  ///
  /// - Parameters:
  ///   - profiles: Profiles of the game; those beyond its bounds do not count.
  ///   - game: The game whose front this is.
  package mutating func dropDominated(
    by profiles: [[Double]], in game: some Game
  ) {
    let others = profiles.filter { game.strategies.contains($0) }
      .map { game.payoffs(at: $0) }
    let leads = zip(ideal, nadir).map {
      max($0 - $1, abs($0), abs($1)) * Self.lead
    }
    let kept = points.filter { point in
      !others.contains {
        Self.surpasses($0, point.payoffs, by: leads)
      }
    }
    if kept.count < points.count { isResolved = false }
    points = kept
  }

  /// Whether payoffs dominate others, clearly for somebody: by a lead.
  static func surpasses(
    _ a: [Double], _ b: [Double], by leads: [Double]
  ) -> Bool {
    a.indices.allSatisfy { a[$0] >= b[$0] }
      && a.indices.contains { a[$0] > b[$0] + leads[$0] }
  }

  /// By how much somebody leads in a point that clearly dominates another, in
  /// extents of the front.
  static var lead: Double { 1e-7 }
}

extension Game {
  /// The Pareto front of all players' payoffs.
  ///
  /// ```swift
  /// let front = Partners().paretoFront(points: 50)
  /// ```
  ///
  /// A vector of smooth objectives is a game as well: one whose players own
  /// no variables or share them out in any way.
  ///
  /// - Parameters:
  ///   - points: How many profiles to find.
  ///   - reference: Payoffs that everybody wants to exceed, such as those of
  ///     a disagreement; points are denser beyond them. The front is found as
  ///     a whole even so.
  /// - Returns: The front.
  /// - Precondition: There are two players or more.
  public func paretoFront(
    points: Int = 100, reference: [Double]? = nil
  ) -> ParetoFront {
    paretoFront(using: ParetoTracing(points: points, reference: reference))
  }

  /// The Pareto front of all players' payoffs.
  ///
  /// - Parameter tracing: The method and its limits.
  /// - Returns: The front.
  /// - Precondition: There are two players or more.
  public func paretoFront(using tracing: ParetoTracing) -> ParetoFront {
    tracing.front(of: self)
  }
}
