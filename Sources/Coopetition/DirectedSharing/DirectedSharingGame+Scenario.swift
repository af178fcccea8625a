import Games

extension DirectedSharingGame: ScenarioGame {
  var name: String { cluster.name }
  var playerNoun: String { "firm" }
  var playerNames: [String] { cluster.firms.map(\.name) }
  var levelsBearPlayerNames: Bool { false }

  /// Each firm with the class of partners that the level is for.
  var variableNames: [String] {
    (0..<links.firmCount).flatMap { firm in
      links.variables(of: firm).map { variable in
        let kind = links.classes[variable]
        let own = cluster.firms[firm].name
        if kind < 0 { return own }
        return cluster.model.sharing == .firms
          ? "\(own) to \(cluster.firms[kind].name)"
          : "\(own) to \(Tier.allCases[kind].rawValue)"
      }
    }
  }

  func breakdown(
    at levels: Profile<Double>
  ) -> [(channel: String, amounts: [Double])] {
    let profile = profile(levels)
    let flows = profile.flows()
    return StandardChannels.channels.map {
      ($0.name, profile.amounts(of: $0, seeing: flows))
    }
  }

  /// The mean of each firm's levels over its partners.
  func meanLevels(at levels: Profile<Double>) -> [Double] {
    links.meanLevels(at: levels)
  }

  /// The rate of each class per unit of its level.
  func subsidy(
    implementing levels: Profile<Double>
  ) -> ImplementingSubsidy? {
    ImplementingSubsidy(self, paying: subsidies, implementing: levels)
  }
}

extension DirectedSharingGame {
  /// The same cluster with a rate for the level of each class.
  func paying(_ rates: [Double]) -> (any ScenarioGame)? {
    guard rates.allSatisfy(\.isFinite) else { return nil }
    var free = cluster
    (free.policy.subsidy, free.policy.disclosureSubsidy) = (0, nil)
    return DirectedSharingGame(SharingData(free), paying: rates)
  }

  /// What each firm uses of each other one, users in rows.
  func uses(at levels: [Double]) -> [[Double]] {
    let none = Array(repeating: 0.0, count: links.firmCount)
    return (0..<links.firmCount).map { firm in
      links.places(of: firm).reduce(into: none) { uses, place in
        uses[links.partners[place]] =
          links.uses[place] * levels[links.sources[place]]
      }
    }
  }

  /// What is paid by the tiers of the firm, in rows, and of the partner; nil
  /// unless every firm has a tier.
  func outlayByTier(
    _ rates: [Double], at levels: [Double]
  ) -> [[Double]]? {
    let tiers = cluster.firms.compactMap { $0.tier?.index }
    guard tiers.count == cluster.firms.count else { return nil }
    var outlay = Tier.allCases.map { _ in Tier.allCases.map { _ in 0.0 } }
    for firm in tiers.indices {
      for variable in links.variables(of: firm) {
        let kind = links.classes[variable]
        guard kind >= 0 else { continue }
        let partner = cluster.model.sharing == .firms ? tiers[kind] : kind
        outlay[tiers[firm]][partner] += rates[variable] * levels[variable]
      }
    }
    return outlay
  }
}

extension Cluster {
  /// Throws if a cluster with directed sharing sets what that game does not
  /// know.
  func checkDirectedSharing() throws(ScenarioError) {
    let place = "model.sharing"
    guard policy.royalty == 0, policy.contribution == 0,
      !policy.price.isPerFirm, platform.operator == .none
    else {
      throw ScenarioError(
        at: place,
        "\(model.sharing.rawValue) knows a uniform price and subsidies, but no "
          + "royalty, contribution or platform")
    }
    try checkCertainChoice(of: "model.sharing: \(model.sharing.rawValue)")
    guard success == 1 else {
      throw ScenarioError(
        at: "risk.success",
        "model.sharing: \(model.sharing.rawValue) knows no risk; leave one of "
          + "them out")
    }
    if case .uniform(let weight) = complementarity, weight != 0,
      model.sharing == .firms, firms.count > Self.mostUniformFirms
    {
      throw ScenarioError(
        at: place,
        "uniform links between \(firms.count) firms are too many; give an edge "
          + "list or use sharing: tiers")
    }
  }

  /// Uniform links between more firms are not told apart.
  private static let mostUniformFirms = 4000
}
