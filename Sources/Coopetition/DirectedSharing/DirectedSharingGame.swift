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
  /// What is paid for each variable, per unit of it.
  let subsidies: [Double]
  let links: DirectedLinks
  let numbers: [FirmNumbers]
  let common: CommonNumbers
  /// Whose gains are whose losses.
  let rivalry: StructuredMatrix
  let classes: ClassNumbers
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
  ///
  /// - Parameters:
  ///   - data: The cluster.
  ///   - rates: What is paid per unit of each variable because of its class;
  ///     the cluster says it if it is nil.
  init(_ data: SharingData, paying rates: [Double]? = nil) {
    let cluster = data.cluster
    let links = DirectedLinks(data)
    let numbers = cluster.firms.indices.map { FirmNumbers(of: $0, in: data) }
    strategies = StrategySpace(
      variables: cluster.firms.enumerated().map { i, firm in
        links.variables(of: i).map { _ in firm.floor...firm.cap }
      })
    var classes = ClassNumbers(links, data)
    if let rates { classes.rates = rates }
    subsidies = (0..<links.firmCount).flatMap { i in
      links.variables(of: i).map { [classes] in
        links.weights[$0] * numbers[i].subsidyRate + classes.rates[$0]
      }
    }
    self.cluster = cluster
    (self.links, self.numbers, self.classes) = (links, numbers, classes)
    common = CommonNumbers(data)
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
        LevelChannels.marginal(
          profile([Double]()).view(of: $0, firm, at: 0.0))
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

  /// The effect z_i of a firm at its disclosures.
  func effect(of firm: Int, at disclosures: [Double]) -> Double {
    links.places(of: firm).reduce(0) { sum, place in
      let flow = links.uses[place] * disclosures[links.opposites[place]]
      return sum + flow * (1 + returns.reciprocity * disclosures[place])
    }
  }
}
