import Games
import LinearAlgebra

/// The standard sharing game of a cluster: each firm chooses the fraction of
/// its knowledge that it discloses.
///
/// Firm i's payoff is the sum of its channels (innovation, saving, premium,
/// leakage, stealing, cost, subsidy, fees, base). It is concave in the firm's
/// own level and depends on the others through three aggregates: inflow,
/// openness and what rivals receive.
///
/// The article <doc:StandardGame> derives it.
public struct SharingGame: AggregativeGame {
  /// The cluster that plays.
  public let cluster: Cluster
  /// Levels in [0, cap] for each firm.
  public let strategies: StrategySpace
  /// Inflow, openness and, if there is business stealing, rivals' inflow.
  public let aggregates: [LinearAggregate]
  /// The subsidy of each firm per unit of sharing level.
  public let subsidies: [Double]

  /// The formulas of the channels, and what each firm has at stake in them.
  let channels: StandardChannels
  let stakes: [StandardChannels.Stake]

  /// The game that a cluster plays.
  ///
  /// - Throws: `ScenarioError` if the cluster was changed to something
  ///   inadmissible.
  /// - Complexity: One pass over the links; O(firms) if they are uniform.
  public init(_ cluster: Cluster) throws(ScenarioError) {
    try cluster.validate()
    self.init(SharingData(cluster))
  }

  init(_ data: SharingData) {
    cluster = data.cluster
    strategies = StrategySpace(levels: cluster.firms.map { 0...$0.cap })
    subsidies = data.subsidyRates
    let channels = StandardChannels(data)
    self.channels = channels
    stakes = cluster.firms.indices.map { channels.stake(of: $0, in: data) }
    let error = SharingData.relativeError
    var aggregates = [
      LinearAggregate(.network(data.flows), relativeError: error),
      LinearAggregate(
        .weightedSum(data.knowledgeShares), relativeError: error),
    ]
    if cluster.model.stealing != 0 {
      aggregates.append(
        LinearAggregate(
          .composition(data.rivalry, of: data.flows), relativeError: error))
    }
    self.aggregates = aggregates
  }

  /// Inflow and openness: what rivals receive does not depend on own levels.
  public var marginalAggregateCount: Int { 2 }

  /// Innovation's marginal payoff `θ v κ q (1 + q (1 + κ s))^−ε` rises with the
  /// inflow if ε ≤ 1; that of the premium, `ω B φ′(D)`, falls with openness.
  public var influences: [AggregateInfluence] {
    let premium = cluster.premium
    let isFlat = premium.value == 0 || premium.curvature == 0
    return [
      cluster.model.curvature <= 1 ? .rising : .unknown,
      isFlat ? .none : .falling,
    ]
  }

  /// The sum of all channels.
  public func payoff<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    channels.payoff(stakes[firm], own: own, aggregates: aggregates)
  }

  /// The sum of all channels' marginal payoffs.
  @inline(__always)
  public func marginal<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    channels.marginal(stakes[firm], own: own, aggregates: aggregates)
  }

  /// What each channel adds to each firm's payoff, in the order of results.
  ///
  /// - Complexity: One pass over the links.
  public func breakdown(
    at levels: Profile<Double>
  ) -> [(channel: String, amounts: [Double])] {
    let data = SharingData(cluster)
    let state = AggregateState(aggregates, count: aggregates.count, at: levels)
    return StandardChannels.channels.map { kind in
      let amounts = kind.init(data).payoffs(at: levels, state, data)
      return (kind.name, amounts)
    }
  }
}

extension Channel {
  /// What the channel adds to each firm's payoff.
  fileprivate func payoffs(
    at levels: Profile<Double>, _ state: AggregateState<Double>,
    _ data: SharingData
  ) -> [Double] {
    levels.indices.map {
      payoff(
        stake(of: $0, in: data), own: levels[$0],
        aggregates: state.values(of: $0, at: levels))
    }
  }
}
