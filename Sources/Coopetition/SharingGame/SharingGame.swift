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
  public internal(set) var strategies: StrategySpace {
    didSet { totality = LastingProof() }
  }
  /// Inflow, openness and, where they matter, rivals' inflow, payments and
  /// what a firm earns as the platform's operator.
  public let aggregates: [LinearAggregate]
  /// The subsidy of each firm per unit of sharing level, less what a service
  /// institution earns by it as the platform's operator.
  public let subsidies: [Double]
  /// What a service institution pays as the platform's operator, whatever
  /// flows.
  public let fixedCharge: Double

  /// The numbers that the channels read.
  private var numbers: [FirmNumbers]
  private let common: CommonNumbers
  /// That payoffs are defined for all strategies.
  private var totality = LastingProof()

  /// The game that a cluster plays.
  ///
  /// - Throws: `ScenarioError` if the cluster was changed to something
  ///   inadmissible, or if linear aggregates do not carry its game, as with
  ///   royalties: ``Cluster/game()`` makes that of any cluster.
  /// - Complexity: One pass over the links; O(firms) if they are uniform.
  public init(_ cluster: Cluster) throws(ScenarioError) {
    try cluster.validate()
    try cluster.checkUniformSharing()
    guard Self.carries(cluster) else {
      throw ScenarioError(
        at: "policy",
        "this question works without royalties, and without prices by provider "
          + "where there are stealing and an operating firm")
    }
    self.init(SharingData(cluster))
  }

  /// - Precondition: ``carries(_:)`` the cluster.
  init(_ data: SharingData) {
    cluster = data.cluster
    strategies = StrategySpace(
      levels: cluster.firms.map { $0.floor...$0.cap })
    let isService = cluster.platform.operator == .service
    subsidies =
      isService
      ? zip(data.subsidyRates, data.operatingMargins).map { $0 - $1 }
      : data.subsidyRates
    fixedCharge = isService ? cluster.platform.fixedCost : 0
    numbers = cluster.firms.indices.map { FirmNumbers(of: $0, in: data) }
    common = CommonNumbers(data)
    aggregates = Self.aggregates(data)
  }

  /// Whether linear aggregates carry all that a cluster's firms see of each
  /// other: royalties look two links far, and there is room for four.
  static func carries(_ cluster: Cluster) -> Bool {
    let count =
      2 + (cluster.model.stealing != 0 ? 1 : 0)
      + (cluster.policy.price.isPerFirm ? 1 : 0)
      + (cluster.platform.operatingFirm(among: cluster.firms) != nil ? 1 : 0)
    return cluster.policy.royalty == 0 && count <= Aggregates<Double>.capacity
  }

  private static func aggregates(_ data: SharingData) -> [LinearAggregate] {
    let cluster = data.cluster
    let error = SharingData.relativeError
    func aggregate(_ form: LinearAggregate.Form) -> LinearAggregate {
      LinearAggregate(form, relativeError: error)
    }
    var aggregates = [
      aggregate(.network(data.flows)),
      aggregate(.weightedSum(data.knowledgeShares)),
    ]
    if cluster.model.stealing != 0 {
      aggregates.append(
        LinearAggregate(
          composing: data.rivalry, with: data.flows, relativeError: error))
    }
    if cluster.policy.price.isPerFirm {
      let payments = data.flows.scaledColumns(by: data.prices)
      aggregates.append(aggregate(.network(payments)))
    }
    if data.operatingFirm != nil {
      aggregates.append(aggregate(.weightedSum(data.operatingMargins)))
    }
    return aggregates
  }

  /// Takes the numbers of one firm anew from data that have changed.
  mutating func updateNumbers(of firm: Int, from data: SharingData) {
    numbers[firm] = FirmNumbers(of: firm, in: data)
    totality = LastingProof()
  }

  /// Firms that differ in nothing but their names.
  public var interchangeablePlayers: [[Int]] {
    cluster.interchangeableFirms { i, j in
      numbers[i] == numbers[j] && ![i, j].contains(common.operatingFirm)
    }
  }

  /// Inflow and openness: what rivals receive does not depend on own levels.
  public var marginalAggregateCount: Int { 2 }

  /// Innovation's marginal payoff `θ v κ q (1 + q (1 + κ s))^−ε` rises with the
  /// inflow if ε ≤ 1 and nobody minds risk; that of the premium,
  /// `(1−χ) ω B w φ′(D)`, falls with openness, and so does `χ B w (g(D) + w s g′(D))`, g being `φ(D)/D`, for
  /// levels with `w s ≤ D ≤ 1` if the premium's curvature is at most 1.
  public var influences: [AggregateInfluence] {
    let premium = cluster.premium
    let isFlat = premium.value == 0 || premium.curvature == 0
    let falls = cluster.policy.contribution == 0 || premium.curvature <= 1
    return [
      cluster.model.curvature <= 1 && !isAverse ? .rising : .unknown,
      isFlat ? .none : falls ? .falling : .unknown,
    ]
  }

  /// Channels are continuous for all admissible data and levels, so payoffs
  /// are defined wherever doubles hold them.
  public func decoration(of firm: Int, over box: Box) -> Decoration {
    payoffEnclosure(of: firm, over: box).isBounded ? .continuous : .unknown
  }

  /// Payoffs are defined wherever doubles hold them; of all strategies that is
  /// proven once.
  public func isDefined(over box: Box) -> Bool {
    guard box == strategies.box else {
      return payoffEnclosures(over: box).allSatisfy(\.isBounded)
    }
    return totality.holds {
      payoffEnclosures(over: box).allSatisfy(\.isBounded)
    }
  }

  /// Channels have no kinks: smooth where no slope is infinite.
  public func isSmooth(over box: Box, in variables: [Int]) -> Bool {
    var gradient = [Interval](repeating: .zero, count: box.count)
    var jacobian = [Interval](
      repeating: .zero, count: box.count * box.count)
    pseudoGradientEnclosure(over: box, into: &gradient, jacobian: &jacobian)
    return gradient.allSatisfy(\.isBounded)
      && variables.allSatisfy { v in
        variables.allSatisfy { jacobian[v * box.count + $0].isBounded }
      }
  }

  /// Whether somebody minds the risk that there is.
  private var isAverse: Bool {
    cluster.success < 1
      && cluster.firms.contains { $0.riskTolerance.isFinite }
  }

  /// The sum of all channels.
  public func payoff<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    view(of: firm, own: own, aggregates: aggregates).payoff()
  }

  /// The sum of all channels' marginal payoffs.
  @inline(__always)
  public func marginal<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    view(of: firm, own: own, aggregates: aggregates).marginal()
  }

  @inline(__always)
  func view<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> AggregateView<S> {
    AggregateView(
      numbers: numbers[firm], common: common, firm: firm, own: own,
      aggregates: aggregates)
  }

  /// What each channel adds to each firm's payoff, in the order of results.
  ///
  /// - Complexity: One pass over the links.
  public func breakdown(
    at levels: Profile<Double>
  ) -> [(channel: String, amounts: [Double])] {
    amounts(at: levels) { $0.payoff($1) }
  }

  /// What each channel adds to each firm's own marginal payoff, in the order
  /// of results.
  ///
  /// - Complexity: One pass over the links.
  func marginalBreakdown(
    at levels: Profile<Double>
  ) -> [(channel: String, amounts: [Double])] {
    amounts(at: levels) { $0.marginal($1) }
  }

  /// A number of each channel and firm at a profile.
  private func amounts(
    at levels: Profile<Double>,
    _ amount: (any Channel.Type, AggregateView<Double>) -> Double
  ) -> [(channel: String, amounts: [Double])] {
    let state = AggregateState(aggregates, count: aggregates.count, at: levels)
    let seen = Parallel.values(levels.count) {
      state.values(of: $0, at: levels)
    }
    return cluster.channels.map { kind in
      let amounts = Parallel.values(levels.count) {
        amount(kind, view(of: $0, own: levels[$0], aggregates: seen[$0]))
      }
      return (kind.name, amounts)
    }
  }
}
