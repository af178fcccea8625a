extension Cluster {
  /// The games that differ in one number of the cluster.
  ///
  /// ```swift
  /// let parameter = try ClusterParameter("environment", in: cluster)
  /// let family = try cluster.family(varying: parameter, over: 0.2...2)
  /// let trace = BranchTracer().trace(family)
  /// ```
  ///
  /// - Parameters:
  ///   - parameter: The number.
  ///   - range: The values that it is to take.
  /// - Returns: The family of the standard sharing games.
  /// - Throws: an error that names the parameter if the range has values that
  ///   it may not take, or if the cluster is not admissible.
  /// - Complexity: O(links).
  public func family(
    varying parameter: ClusterParameter, over range: ClosedRange<Double>
  ) throws(ScenarioError) -> GameFamily {
    var cluster = self
    try parameter.set(range.upperBound, in: &cluster)
    cluster = self
    try parameter.set(range.lowerBound, in: &cluster)
    try cluster.validate()
    let graph = SharingGraph(self, parameter, over: range)
    let varied = parameter.variedNumbers(count: firms.count).firms
    let moves = parameter.variesCaps
    let slopes = firms.indices.map { varied.contains($0) ? 1.0 : 0 }
    return GameFamily(
      graph: graph,
      lowerBoundSlopes: moves ? slopes.map { _ in 0 } : [],
      upperBoundSlopes: moves ? slopes : []
    ) { [self] value in
      game(with: parameter, at: value)
    }
  }

  /// The game with another value of a parameter, which it may take.
  private func game(
    with parameter: ClusterParameter, at value: Double
  ) -> SharingGame {
    var cluster = self
    do {
      try parameter.set(value, in: &cluster)
    } catch {
      preconditionFailure("\(error)")
    }
    return SharingGame(SharingData(cluster))
  }
}

extension ClusterParameter {
  /// The firms of which the parameter is a number, and which number.
  func variedNumbers(
    count: Int
  ) -> (firms: Range<Int>, property: (any PartialKeyPath<Firm> & Sendable)?) {
    switch target {
    case .firm(let firm, let key):
      (firm..<(firm + 1), Firm.scalarKeys[key].property)
    case .everyFirm(let key): (0..<count, Firm.scalarKeys[key].property)
    default: (0..<0, nil)
    }
  }

  /// Whether the parameter moves the bounds of the levels.
  var variesCaps: Bool {
    let property: PartialKeyPath<Firm>? = variedNumbers(count: 0).property
    return property == \Firm.cap
  }

  /// The number of the cluster that the parameter is.
  var variedClusterNumber: (any PartialKeyPath<Cluster> & Sendable)? {
    guard case .cluster(let key) = target else { return nil }
    return Cluster.scalarKeys[key].property
  }

  /// The matrix that the parameter scales.
  var variedLinks: (any PartialKeyPath<Cluster> & Sendable)? {
    guard case .linkScale(let family) = target else { return nil }
    return Cluster.linkFamilies[family].property
  }

  /// Whether the parameter is the subsidy of a firm.
  func variesSubsidy(of firm: Int) -> Bool {
    target == .subsidy || target == .firmSubsidy(firm)
  }
}
