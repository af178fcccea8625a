import Games

/// The game whose equilibria are the states that last: the firms with their
/// levels, then as many players with the firms' stocks.
///
/// Its pseudo-gradient is stated as formulas, which is sharper over boxes than
/// the derivative of the payoffs.
struct SteadyGame: Game {
  let growth: KnowledgeGrowth
  let strategies: StrategySpace
  private let sharing: ParametricSharingGame

  /// By what share stocks may go beyond those that can last, which are then
  /// inside their bounds, where existence can be proven.
  private static let margin = 1e-6

  init(_ growth: KnowledgeGrowth, largest: [Double]) {
    self.growth = growth
    let ranges = largest.indices.map { i in
      let least = growth.research[i] / growth.depreciation[i]
      let most = max(least, largest[i])
      return (least * (1 - Self.margin))...(most * (1 + Self.margin))
    }
    sharing = ParametricSharingGame(growth.cluster, stocks: ranges)
    strategies = StrategySpace(
      levels: growth.cluster.firms.map { $0.floor...$0.cap } + ranges)
  }

  var firmCount: Int { growth.cluster.firms.count }

  func payoff<S: Scalar>(of player: Int, at variables: Profile<S>) -> S {
    guard player >= firmCount else {
      return sharing.view(of: player, at: variables).payoff()
    }
    let i = player - firmCount
    let stock = variables[player]
    return stock * gained(i, at: variables)
      - S(growth.depreciation[i]) * stock * stock / 2
  }

  /// `r_i + λ_i φ`.
  private func gained<S: Scalar>(_ i: Int, at variables: Profile<S>) -> S {
    S(growth.research[i])
      + S(growth.learning[i]) * sharing.innovation(of: i, at: variables)
  }

}

extension SteadyGame: MarginalFormulas {
  /// The marginal payoff in a level; what a stock gains and loses.
  func marginal<S: Scalar>(
    of variable: Int, at variables: Profile<S>
  ) -> S {
    guard variable >= firmCount else {
      return sharing.view(of: variable, at: variables).marginal()
    }
    let i = variable - firmCount
    return gained(i, at: variables)
      - S(growth.depreciation[i]) * variables[variable]
  }

  func marginalBounds(over box: Box, into bounds: inout [MarginalBounds]) {
    var ends = box
    for v in box.indices {
      ends[v] = Interval(box[v].lower)
      bounds[v].atLower = marginal(of: v, at: ends)
      ends[v] = Interval(box[v].upper)
      bounds[v].atUpper = marginal(of: v, at: ends)
      ends[v] = box[v]
      (bounds[v].over, bounds[v].slope) = (.entire, ownSlope(of: v, over: box))
    }
  }

  func ownEnclosure(of player: Int, over box: Box) -> OwnEnclosure {
    OwnEnclosure(
      value: payoff(of: player, at: box),
      gradient: [marginal(of: player, at: box)],
      hessian: [ownSlope(of: player, over: box)])
  }

  /// The slope of a component in its own variable, which never rises: payoffs
  /// are concave in the own level, and stocks decay.
  private func ownSlope(of variable: Int, over box: Box) -> Interval {
    guard variable < firmCount else {
      return Interval(-growth.depreciation[variable - firmCount])
    }
    return ownMarginal(of: variable, over: box).slope
  }
}
