import Games
import LinearAlgebra

/// The sharing game in which a firm sets its level for each class of partners.
///
/// With `f_ij = a_ij s_ji` what firm i uses of j, reciprocity is pairwise,
/// `z_i = Σ_j f_ij (1 + κ s_ij)`, and the cost is that of the mean over
/// partners; all else is as in the ``SharingGame``, to which this game is equal
/// wherever every firm has the same level for everybody. A firm's payoff is
/// concave in its own levels.
struct DirectedSharingGame: Game {
  let cluster: Cluster
  let strategies: StrategySpace
  let subsidies: [Double]
  let links: DirectedLinks
  let numbers: [FirmNumbers]
  private let rivals: RivalLinks
  /// How much each variable adds to openness.
  let openness: [Double]
  /// What the level of each variable leaks to rivals, in money.
  let leakage: [Double]
  /// What others use per unit of each variable.
  let outflow: [Double]
  let price: Double
  let innovation: DiminishingReturns
  let premium: DiminishingReturns

  /// The game of a cluster.
  ///
  /// - Throws: `ScenarioError` if the cluster is not admissible, or sets what
  ///   only the standard game knows.
  init(_ cluster: Cluster) throws(ScenarioError) {
    try cluster.validate()
    try cluster.checkDirectedSharing()
    self.init(SharingData(cluster))
  }

  /// The game of an admissible cluster.
  init(_ data: SharingData) {
    let cluster = data.cluster
    let links = DirectedLinks(data)
    let numbers = cluster.firms.indices.map { FirmNumbers(of: $0, in: data) }
    strategies = StrategySpace(
      variables: cluster.firms.enumerated().map { i, firm in
        links.variables(of: i).map { _ in firm.floor...firm.cap }
      })
    var (leakage, outflow) = (links.weights.map { _ in 0.0 }, [Double]())
    outflow = leakage
    var subsidies = leakage
    var openness = leakage
    for (i, firm) in cluster.firms.enumerated() {
      for place in links.places(of: i) {
        let variable = links.variables[place]
        leakage[variable] +=
          firm.irreplaceability * firm.marketAtRisk * links.rivalries[place]
          * links.gives[place]
        outflow[variable] += links.gives[place]
      }
      for variable in links.variables(of: i) {
        subsidies[variable] = links.weights[variable] * numbers[i].subsidyRate
        openness[variable] =
          links.weights[variable] * numbers[i].knowledgeShare
      }
    }
    self.cluster = cluster
    (self.links, self.numbers) = (links, numbers)
    (self.leakage, self.outflow) = (leakage, outflow)
    (self.subsidies, self.openness) = (subsidies, openness)
    rivals = RivalLinks(data)
    price = data.prices[0]
    innovation = DiminishingReturns(curvature: cluster.model.curvature)
    premium = DiminishingReturns(curvature: cluster.premium.curvature)
  }

  /// Differentiates the payoff of one firm alone.
  func marginalBounds(
    of player: Int, over box: Box, into bounds: inout [MarginalBounds]
  ) {
    differentiate(payoffOf: player, over: box, into: &bounds)
  }

  /// The sum of all channels.
  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let parts = channels(of: player, at: levels)
    let gains = parts.innovation + parts.saving + parts.premium
    let losses = parts.leakage + parts.stealing + parts.cost
    return gains + losses + parts.subsidy + parts.fees + parts.base
  }

  /// What each channel adds.
  struct Channels<S: Scalar> {
    var innovation = S.zero
    var saving = S.zero
    var premium = S.zero
    var leakage = S.zero
    var stealing = S.zero
    var cost = S.zero
    var subsidy = S.zero
    var fees = S.zero
    var base = S.zero
  }

  /// What each channel adds to a firm's payoff.
  func channels<S: Scalar>(
    of firm: Int, at levels: Profile<S>
  ) -> Channels<S> {
    let own = numbers[firm]
    var parts = Channels<S>()
    let (inflow, effect) = inflow(of: firm, at: levels)
    parts.innovation = S(own.gain) * innovation.value(effect)
    if own.savedCost != 0 {
      parts.saving = S(own.savedCost) * inflow / (1 + inflow)
    }
    if own.premiumShare != 0 {
      parts.premium = S(own.premiumShare) * premium.value(open(at: levels))
    }
    for variable in links.variables(of: firm) {
      let level = levels[variable]
      let weight = S(links.weights[variable])
      parts.leakage -= S(leakage[variable]) * level
      parts.cost -=
        weight
        * (S(own.linearCost) * level
          + S(own.quadraticCost) * level * level / 2)
      parts.subsidy += S(subsidies[variable]) * level
      if price != 0 { parts.fees += S(price * outflow[variable]) * level }
    }
    if price != 0 { parts.fees -= S(price) * inflow }
    if own.stealingLoss != 0 {
      parts.stealing = -S(own.stealingLoss) * rivalInflow(of: firm, at: levels)
    }
    parts.base = S(own.baseProfit)
    return parts
  }

  /// What a firm uses of others, and its effect on innovation
  /// `z_i = Σ_j f_ij (1 + κ s_ij)`.
  private func inflow<S: Scalar>(
    of firm: Int, at levels: Profile<S>
  ) -> (inflow: S, effect: S) {
    let reciprocity = S(cluster.model.reciprocity)
    var (inflow, effect) = (S.zero, S.zero)
    for place in links.places(of: firm) where links.uses[place] != 0 {
      let other = links.variables[links.opposites[place]]
      let flow =
        S(links.uses[place], relativeError: SharingData.relativeError)
        * levels[other]
      inflow += flow
      effect += flow * (1 + reciprocity * levels[links.variables[place]])
    }
    return (inflow, effect)
  }

  private func open<S: Scalar>(at levels: Profile<S>) -> S {
    var sum = S.zero
    for variable in levels.indices {
      sum += S(openness[variable]) * levels[variable]
    }
    return sum
  }

  /// What a firm's rivals receive from others, `Σ_j ρ_ij (q_j − f_ji)`.
  private func rivalInflow<S: Scalar>(
    of firm: Int, at levels: Profile<S>
  ) -> S {
    var sum = S.zero
    rivals.forEach(of: firm) { rival, rivalry in
      for place in links.places(of: rival)
      where links.partners[place] != firm && links.uses[place] != 0 {
        let other = links.variables[links.opposites[place]]
        sum += S(rivalry * links.uses[place]) * levels[other]
      }
    }
    return sum
  }

  /// The derivative of a firm's payoff in one of its disclosures.
  ///
  /// - Parameters:
  ///   - place: The place of the disclosure.
  ///   - firm: The firm.
  ///   - level: The level of the disclosure.
  ///   - effect: The firm's z.
  ///   - flow: What it uses of the partner.
  ///   - open: The openness of the cluster.
  /// - Returns: The marginal payoff.
  func marginal(
    _ place: Int, of firm: Int, at level: Double, effect: Double, flow: Double,
    open: Double
  ) -> Double {
    let own = numbers[firm]
    let share = links.share(of: firm)
    let one = cluster.firms[firm]
    let leak =
      one.irreplaceability * one.marketAtRisk * links.rivalries[place] - price
    var sum =
      own.gain * cluster.model.reciprocity * flow * innovation.slope(effect)
    if own.premiumShare != 0 {
      sum += share * own.premiumShare * own.knowledgeShare * premium.slope(open)
    }
    sum -= leak * links.gives[place]
    sum -= share * (own.linearCost + own.quadraticCost * level)
    return sum + share * own.subsidyRate
  }

  /// The openness of the cluster at levels.
  func opennessValue(at levels: [Double]) -> Double { open(at: levels) }

  /// The flow f_ij and the effect z_i of a firm at its disclosures.
  func effect(of firm: Int, at disclosures: [Double]) -> Double {
    let reciprocity = cluster.model.reciprocity
    return links.places(of: firm).reduce(0) { sum, place in
      let flow = links.uses[place] * disclosures[links.opposites[place]]
      return sum + flow * (1 + reciprocity * disclosures[place])
    }
  }
}

/// Whose gains are whose losses.
private struct RivalLinks: Sendable {
  private let matrix: StructuredMatrix

  init(_ data: SharingData) { matrix = data.rivalry }

  func forEach(of firm: Int, _ body: (Int, Double) -> Void) {
    matrix.forEachElement(inRow: firm) { rival, rivalry in
      if rivalry != 0 && rival != firm { body(rival, rivalry) }
    }
  }
}
