extension ClusterParameter {
  /// The number at the address; 1 for a factor on links; the first firm's where
  /// every firm's or those of a tier are meant.
  ///
  /// - Precondition: the cluster has the firm of the address.
  public func value(in cluster: Cluster) -> Double {
    switch target {
    case .cluster(let key):
      cluster[keyPath: Cluster.scalarKeys[key].property]
    case .firm(let firm, let key):
      cluster.firms[firm][keyPath: Firm.scalarKeys[key].property]
    case .everyFirm(let key):
      cluster.firms[0][keyPath: Firm.scalarKeys[key].property]
    case .tier(let tier, let key):
      cluster.firms[cluster.firms(of: tier)[0]][
        keyPath: Firm.scalarKeys[key].property]
    case .rates(let family):
      cluster[keyPath: Cluster.rateFamilies[family].property].rate(of: 0)
    case .firmRate(let firm, let family):
      cluster[keyPath: Cluster.rateFamilies[family].property].rate(of: firm)
    case .linkScale: 1
    }
  }

  /// Puts a number at the address.
  ///
  /// A factor multiplies the links as they are, so that two factors in turn
  /// act as their product; a sweep sets each factor in a copy of the cluster
  /// that it starts from.
  ///
  /// - Throws: an error that names the address when the number is out of its
  ///   range.
  /// - Precondition: the cluster has the firm of the address.
  /// - Complexity: O(1); O(firms) for one firm's rate, O(links) for a
  ///   factor.
  public func set(
    _ value: Double, in cluster: inout Cluster
  )
    throws(ScenarioError)
  {
    try range.check(value, at: path)
    switch target {
    case .cluster(let key):
      cluster[keyPath: Cluster.scalarKeys[key].property] = value
    case .firm(let firm, let key):
      cluster.firms[firm][keyPath: Firm.scalarKeys[key].property] = value
    case .everyFirm(let key):
      for firm in cluster.firms.indices {
        cluster.firms[firm][keyPath: Firm.scalarKeys[key].property] = value
      }
    case .tier(let tier, let key):
      for firm in cluster.firms(of: tier) {
        cluster.firms[firm][keyPath: Firm.scalarKeys[key].property] = value
      }
    case .rates(let family):
      let property = Cluster.rateFamilies[family].property
      cluster[keyPath: property] = .uniform(value)
    case .firmRate(let firm, let family):
      let property = Cluster.rateFamilies[family].property
      var rates = cluster[keyPath: property].rates(count: cluster.firms.count)
      rates[firm] = value
      cluster[keyPath: property] = .perFirm(rates)
    case .linkScale(let family):
      let links = Cluster.linkFamilies[family].property
      cluster[keyPath: links] = cluster[keyPath: links].scaled(by: value)
    }
  }

  /// The numbers that the address may take.
  var range: AdmissibleRange {
    switch target {
    case .cluster(let key): Cluster.scalarKeys[key].range
    case .firm(_, let key), .everyFirm(let key), .tier(_, let key):
      Firm.scalarKeys[key].range
    case .rates(let family), .firmRate(_, let family):
      Cluster.rateFamilies[family].range
    case .linkScale: .nonNegative
    }
  }
}

extension Cluster {
  /// The positions of the firms of a tier.
  func firms(of tier: Tier) -> [Int] {
    firms.indices.filter { firms[$0].tier == tier }
  }
}
