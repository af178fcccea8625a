import Games

/// A profile of greatest welfare, and what is proven of it.
public struct SocialOptimum: Sendable, Equatable {
  /// The profile; variables at a bound are exactly there.
  public var levels: [Double]
  /// What each player earns.
  public var payoffs: [Double]
  /// The sum of all payoffs less what outsiders pay.
  public var welfare: Double
  /// No profile has a greater welfare than this.
  public var upperBound: Double
  /// Whether it is proven that the welfare is the greatest, to within the
  /// tolerance of the search.
  public var isProven: Bool
  /// Why the proof stopped.
  public var termination: Termination
  /// How many boxes the proof examined.
  public var boxes: Int

  /// An optimum with what is proven of it.
  package init(
    levels: [Double], payoffs: [Double], welfare: Double, upperBound: Double,
    isProven: Bool, termination: Termination, boxes: Int
  ) {
    self.levels = levels
    self.payoffs = payoffs
    self.welfare = welfare
    self.upperBound = upperBound
    self.isProven = isProven
    self.termination = termination
    self.boxes = boxes
  }

  /// By how much another profile's welfare may be greater at most.
  public var gap: Double { max(0, upperBound - welfare) }

  /// Takes a bargain's profile if it has more welfare, as it can where there was
  /// no time for the optimum; whether it has.
  package mutating func improve(to bargain: Bargain) -> Bool {
    guard !isProven, bargain.welfare > welfare else { return false }
    (levels, payoffs) = (bargain.levels, bargain.payoffs)
    welfare = bargain.welfare
    upperBound = max(upperBound, welfare)
    return true
  }
}

extension Game {
  /// The profile of greatest welfare: the sum of all payoffs less what
  /// outsiders pay.
  ///
  /// - Parameters:
  ///   - starts: Profiles to start from besides the usual ones, such as
  ///     equilibria.
  ///   - search: The method and its limits.
  /// - Returns: The best profile found, with a bound on the welfare of all.
  public func socialOptimum(
    from starts: [[Double]] = [],
    using search: GlobalMaximization = GlobalMaximization()
  ) -> SocialOptimum {
    let found = search.maximize(JointObjective.welfare(of: self), from: starts)
    return SocialOptimum(
      levels: found.levels, payoffs: payoffs(at: found.levels),
      welfare: found.value, upperBound: found.upperBound,
      isProven: found.isProven, termination: found.termination,
      boxes: found.boxes)
  }
}
