import Games

/// The commitment that a design of a cluster makes.
struct ClusterDesign: Sendable {
  let cluster: Cluster
  let section: DesignSection
  let lots: [Lot]
  let investment: Investment
  /// The games that follow, and how their variables are told.
  let family: ScenarioFamily
  let commitment: Commitment
  /// A bound on the objective that holds for every setting.
  let knownBound: Double

  /// How the parts of a design read.
  struct Terms {
    /// The least welfare of a target, the payoffs that voluntary members have
    /// without the design, and the greatest welfare of all.
    var leastWelfare: Double?
    var disagreement: [Double]?
    var greatestWelfare = Double.infinity
  }

  /// The design of a cluster.
  ///
  /// - Parameters:
  ///   - cluster: The cluster.
  ///   - section: What it says.
  ///   - terms: What constraints and bounds refer to.
  ///   - selection: Which equilibrium counts.
  /// - Throws: an error at an instrument, or if the firms' game is not known
  ///   wherever the instruments may be set.
  init(
    _ cluster: Cluster, _ section: DesignSection, _ terms: Terms,
    selection: Commitment.Selection
  ) throws(ScenarioError) {
    let lots = try section.lots(of: cluster)
    try cluster.checkVariant(settingLots: lots)
    let investment = try Self.investment(lots)
    self.init(
      cluster, lots, section, investment,
      objective: Self.objective(section, investment, cluster),
      constraints: Self.constraints(section, investment, terms),
      selection: selection, terms)
  }

  /// A commitment over given parameters; over the level of a leader if there is
  /// one.
  init(
    _ cluster: Cluster, _ lots: [Lot], _ section: DesignSection,
    _ investment: Investment = Investment(), objective: SharingObjective,
    constraints: [SharingObjective] = [], selection: Commitment.Selection,
    leader: Int? = nil, _ terms: Terms = Terms()
  ) {
    (self.cluster, self.section, self.lots) = (cluster, section, lots)
    self.investment = investment
    let numbers = lots.flatMap(\.numbers)
    let graph = ParametricSharingGame(
      cluster, varying: numbers, over: lots.map(\.range),
      further: [objective] + constraints + [.openness])
    family = graph.family(leader: leader) { cluster.moving(numbers, to: $0) }
    commitment = Commitment(
      family.family, constraintCount: constraints.count, selection: selection,
      today: lots.map {
        $0.today ?? ($0.range.lowerBound + $0.range.upperBound) / 2
      })
    // Taxes bring in money, which is worth more than itself.
    let isTransfer = lots.allSatisfy { lot in
      lot.isTransfer
        && (lot.range.lowerBound >= 0 || section.publicFunds == 0)
    }
    switch objective {
    case .welfare where isTransfer: knownBound = terms.greatestWelfare
    case .openness, .fairness: knownBound = 1
    default: knownBound = .infinity
    }
  }

  private static func investment(
    _ lots: [Lot]
  ) throws(ScenarioError) -> Investment {
    var investment = Investment()
    for (k, lot) in lots.enumerated() {
      let (linear, quadratic) = (
        lot.instrument.linearCost, lot.instrument.quadraticCost
      )
      guard linear != 0 || quadratic != 0 else { continue }
      guard let today = lot.today else {
        throw ScenarioError(
          at: lot.instrument.place + ".cost",
          "\(lot.instrument.set) differs between the firms; the cost of "
            + "moving it is not defined")
      }
      investment.items.append(
        Investment.Item(
          parameter: k, today: today, linear: linear, quadratic: quadratic))
    }
    return investment
  }

  private static func objective(
    _ section: DesignSection, _ investment: Investment, _ cluster: Cluster
  ) -> SharingObjective {
    switch section.objective ?? .welfare {
    case .sharing: return .openness
    case .spending: return .saving(investment)
    case .profit: return .profit(investment)
    case .fairness: return .fairness
    case .payoff(let name):
      let firm = cluster.firms.firstIndex { $0.name == name }
      return .payoff(firm ?? 0)
    case .welfare, .formula:
      return .welfare(investment, publicFunds: section.publicFunds)
    }
  }

  private static func constraints(
    _ section: DesignSection, _ investment: Investment, _ terms: Terms
  ) -> [SharingObjective] {
    var constraints: [SharingObjective] = []
    if let budget = section.budget {
      constraints.append(.budget(budget, investment))
    }
    if let least = terms.leastWelfare {
      constraints.append(.efficiency(least: least))
    }
    for (firm, least) in (terms.disagreement ?? []).enumerated() {
      constraints.append(.participation(firm, least: least))
    }
    if section.mustBreakEven {
      constraints.append(.profit(Investment()))
    }
    return constraints
  }

  /// The cluster at some parameters.
  func cluster(at parameters: [Double]) -> Cluster {
    cluster.moving(lots.flatMap(\.numbers), to: parameters)
  }

  /// What rates and instruments cost at a profile.
  func spending(_ levels: [Double], at parameters: [Double]) -> Double {
    let moved = cluster(at: parameters)
    return levels.indices.reduce(investment.cost(of: parameters)) {
      $0 + moved.policy.subsidy.rate(of: $1) * levels[$1]
    }
  }
}
