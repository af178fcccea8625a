import Games

/// The standard sharing game with any of the cluster's numbers as variables.
///
/// It states every payoff in the cluster's own numbers and in one scalar,
/// where ``SharingGame`` keeps products of them: so that payoffs can be
/// differentiated and enclosed in the numbers too, and so that royalties, which
/// no linear aggregate carries, have a game. Both read the same ``Channel``s;
/// the tests hold the two together.
///
/// The variables are the firms' levels, then the parameters. The player after
/// the firms owns the parameters; it and those after it earn what ``further``
/// says.
struct ParametricSharingGame: Game {
  let cluster: Cluster
  let strategies: StrategySpace
  let model: SharingModel
  /// What the players after the firms earn.
  let further: [SharingObjective]
  let subsidies: [Double]
  let fixedCharge: Double

  /// The game without parameters: that of a cluster with royalties.
  init(_ cluster: Cluster) {
    self.cluster = cluster
    model = SharingModel(cluster)
    further = []
    strategies = StrategySpace(
      levels: cluster.firms.map { $0.floor...$0.cap })
    let levels = cluster.firms.map { _ in 0.0 }
    subsidies = cluster.firms.indices.map { [model] i in
      let rate: Double = model.own(Keys.subsidy, of: i, levels)
      return model.hasService
        ? rate - model.operatingMargin(of: i, at: levels) : rate
    }
    fixedCharge = model.hasService ? cluster.platform.fixedCost : 0
  }

  /// The game of a cluster with some numbers moved by parameters.
  ///
  /// - Parameters:
  ///   - cluster: The cluster.
  ///   - varied: The numbers that parameters move.
  ///   - ranges: The values of each parameter, one or more.
  ///   - further: What the owner of the parameters earns, and those after it.
  init(
    _ cluster: Cluster, varying varied: [NumberTable.Varied],
    over ranges: [ClosedRange<Double>],
    further: [SharingObjective] = [.treasury]
  ) {
    self.cluster = cluster
    let model = SharingModel(cluster, varying: varied)
    self.model = model
    self.further = further
    (subsidies, fixedCharge) = ([], 0)
    let box = ranges.map { Interval($0) }
    let levels = cluster.firms.indices.map {
      model.levels(of: $0, over: box)
    }
    strategies = StrategySpace(
      variables: levels.map { [$0] } + [ranges]
        + further.dropFirst().map { _ in [] })
  }

  /// The sum of all channels; what the further players earn.
  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    player < model.firmCount
      ? view(of: player, at: levels).payoff()
      : further[player - model.firmCount].value(model, at: levels)
  }

  /// What the channels read of a firm.
  func view<S: Scalar>(
    of firm: Int, at levels: Profile<S>, _ uses: [KnowledgeUse<S>] = []
  ) -> ModelView<S> {
    ModelView(model: model, firm: firm, levels: levels, uses: uses)
  }
}

extension ParametricSharingGame: MarginalFormulas {
  /// The channels' marginal formulas.
  func marginal<S: Scalar>(of variable: Int, at levels: Profile<S>) -> S {
    variable < model.firmCount
      ? view(of: variable, at: levels).marginal() : .zero
  }

  /// Writes the channels' marginal formulas. The components of parameters are
  /// 0: their owner plays no game.
  func writeMarginals<S: Scalar>(
    at levels: Profile<S>, into gradient: inout [S]
  ) {
    let uses = model.uses(at: levels)
    for v in levels.indices {
      gradient[v] =
        v < model.firmCount
        ? view(of: v, at: levels, uses).marginal() : .zero
    }
  }

  /// Payoffs are concave in the own level, so no slope is positive.
  func marginalBounds(over box: Box, into bounds: inout [MarginalBounds]) {
    boundMarginals(of: 0..<model.firmCount, over: box, into: &bounds)
  }

  func ownEnclosure(of player: Int, over box: Box) -> OwnEnclosure {
    guard player < model.firmCount else {
      return OwnEnclosure(value: .entire, gradient: [], hessian: [])
    }
    let marginal = ownMarginal(of: player, over: box)
    return OwnEnclosure(
      value: payoff(of: player, at: box), gradient: [marginal.value],
      hessian: [marginal.slope])
  }
}
