import Games

/// Checks a claim about the social optimum of a game.
///
/// The welfare at the claimed profile is enclosed, and the welfare of all
/// profiles is bounded anew by branch and bound from the claimed profile, with
/// no other start: a bound that is claimed too low cannot pass. One that is
/// claimed so high that it does not prove the welfare to be the greatest is no
/// proof of an optimum.
package struct OptimumCheck: Sendable {
  /// What is claimed of an optimum.
  package struct Claim: Sendable, Equatable {
    /// The profile.
    package var levels: [Double]
    /// The welfare there.
    package var welfare: Double
    /// No profile has a greater welfare.
    package var bound: Double

    /// A claim.
    package init(levels: [Double], welfare: Double, bound: Double) {
      self.levels = levels
      self.welfare = welfare
      self.bound = bound
    }

    /// What was found of an optimum.
    package init(_ optimum: SocialOptimum) {
      self.init(
        levels: optimum.levels, welfare: optimum.welfare,
        bound: optimum.upperBound)
    }
  }

  /// The search for the bound.
  package var search: GlobalMaximization

  /// A check with its search.
  package init(
    search: GlobalMaximization = GlobalMaximization(
      points: 0, usesStandardStarts: false)
  ) {
    self.search = search
  }

  /// Whether a claim is proven, to within the tolerance of the search.
  package func holds(_ claim: Claim, in game: some Game) -> Bool {
    guard game.strategies.contains(claim.levels) else { return false }
    let welfare = JointObjective.welfare(of: game)
    var gradient = [Interval](repeating: .zero, count: claim.levels.count)
    let here = welfare.enclosure(
      over: claim.levels.map { Interval($0) }, gradient: &gradient)
    let tolerance = 2 * search.tolerance
    let read = tolerance * max(welfare.leastSize, abs(claim.welfare))
    let slack =
      tolerance
      * search.size(
        of: claim.welfare,
        over: welfare.value(at: game.strategies.nearestToZero),
        least: welfare.leastSize)
    guard here.lower >= claim.welfare - read,
      here.upper <= claim.welfare + read,
      claim.bound >= claim.welfare - read,
      claim.bound <= claim.welfare + slack
    else { return false }
    let found = search.maximize(welfare, from: [claim.levels])
    return found.isProven && found.upperBound <= claim.bound + slack
  }
}
