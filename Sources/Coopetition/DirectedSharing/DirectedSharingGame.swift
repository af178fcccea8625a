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
  /// Whose gains are whose losses.
  let rivalry: StructuredMatrix
  /// How much each variable adds to openness.
  let openness: [Double]
  /// What the level of each variable leaks to rivals, in money.
  let leakage: [Double]
  /// What others use per unit of each variable.
  let outflow: [Double]
  let price: Double
  let returns: DirectedReturns
  /// What the derivatives of each firm's payoff have in common.
  let marginals: [FirmMarginals]
  /// The derivative of what each variable costs and brings its owner by itself,
  /// at level 0.
  private(set) var ownSlopes: [Double] = []

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
    marginals = zip(cluster.firms, numbers).map {
      FirmMarginals($1, within: $0.floor...$0.cap)
    }
    rivalry = data.rivalry
    price = data.prices[0]
    returns = DirectedReturns(
      reciprocity: cluster.model.reciprocity,
      innovation: DiminishingReturns(curvature: cluster.model.curvature),
      premium: DiminishingReturns(curvature: cluster.premium.curvature),
      hasPremium: cluster.premium.value != 0)
    ownSlopes = cluster.firms.indices.flatMap { firm in
      links.variables(of: firm).map {
        ownSlope(of: $0, numbers[firm], at: 0.0)
      }
    }
  }

  /// The derivative of a firm's payoff in one of its variables.
  func levelMarginal(of variable: Int, _ firm: Int) -> LevelMarginal {
    LevelMarginal(
      of: marginals[firm], share: links.weights[variable],
      constant: ownSlopes[variable])
  }

  /// Payoffs are defined wherever doubles hold them.
  func isDefined(over box: Box) -> Bool {
    payoffs(over: box).allSatisfy(\.isBounded)
  }

  /// The openness of the cluster at levels.
  func clusterOpenness<S: Scalar>(at levels: Profile<S>) -> S {
    var sum = S.zero
    for variable in levels.indices {
      sum += S(openness[variable]) * levels[variable]
    }
    return sum
  }

  /// The effect z_i of a firm at its disclosures.
  func effect(of firm: Int, at disclosures: [Double]) -> Double {
    links.places(of: firm).reduce(0) { sum, place in
      let flow = links.uses[place] * disclosures[links.opposites[place]]
      return sum + flow * (1 + returns.reciprocity * disclosures[place])
    }
  }
}
