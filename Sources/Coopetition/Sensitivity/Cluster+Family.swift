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
  /// - Returns: The family of the games that the firms play. With noise its
  ///   variables are log-odds, as in ``LogOddsGame``.
  /// - Throws: an error that names the parameter if the range has values that
  ///   it may not take, or if the cluster is not admissible.
  /// - Complexity: O(links).
  package func family(
    varying parameter: ClusterParameter, over range: ClosedRange<Double>
  ) throws(ScenarioError) -> GameFamily {
    try scenarioFamily(varying: parameter, over: range).family
  }

  /// The same, with how its variables are told.
  func scenarioFamily(
    varying parameter: ClusterParameter, over range: ClosedRange<Double>
  ) throws(ScenarioError) -> ScenarioFamily {
    for end in [range.upperBound, range.lowerBound] {
      var cluster = self
      try parameter.set(end, in: &cluster)
      try cluster.checkFollowed(to: parameter, at: end)
    }
    guard model.sharing == .uniform else {
      return try directedFamily(varying: parameter, over: range)
    }
    return ParametricSharingGame(
      self, varying: parameter.numbers(in: self), over: [range]
    ).family { with(parameter, at: $0[0]) }
  }

  /// Throws unless the cluster with a number at the end of its range plays a
  /// game that can be followed there.
  private func checkFollowed(
    to parameter: ClusterParameter, at end: Double
  ) throws(ScenarioError) {
    _ = try variant(of: game())
    let value = end.shortDescription
    if parameter.target == .cluster(key: Places.noise), end == 0 {
      throw ScenarioError(
        at: parameter.path,
        "\(value) is not greater than 0; start at some noise")
    }
    if end == 0, movesCap(parameter.numbers(in: self)) {
      throw ScenarioError(
        at: parameter.path,
        "\(value) is not greater than 0; with model.choice: all start above it")
    }
  }

  /// Whether numbers are caps of firms that share all or nothing, which cannot
  /// be followed to 0: their conditions are per unit of the cap.
  func movesCap(_ numbers: [NumberTable.Varied]) -> Bool {
    guard model.choice == .all else { return false }
    let caps = firms.indices.map {
      NumberTable.place(ofKey: Keys.cap, firm: $0)
    }
    return numbers.contains { caps.contains($0.place) }
  }

  /// The cluster with another value of a parameter, which it may take.
  func with(_ parameter: ClusterParameter, at value: Double) -> Cluster {
    var cluster = self
    do {
      try parameter.set(value, in: &cluster)
    } catch {
      preconditionFailure("\(error)")
    }
    return cluster
  }
}

extension ClusterParameter {
  /// The numbers that stand at the address, all equal to parameter 0.
  func numbers(in cluster: Cluster) -> [NumberTable.Varied] {
    places(in: cluster).map { NumberTable.Varied(place: $0, parameter: 0) }
  }

  /// The places of the numbers at the address.
  private func places(in cluster: Cluster) -> [Int] {
    let count = cluster.firms.count
    return switch target {
    case .cluster(let key): [key]
    case .firm(let firm, let key): [NumberTable.place(ofKey: key, firm: firm)]
    case .everyFirm(let key):
      (0..<count).map { NumberTable.place(ofKey: key, firm: $0) }
    case .tier(let tier, let key):
      cluster.firms(of: tier).map { NumberTable.place(ofKey: key, firm: $0) }
    case .rates(let family):
      (0..<count).map { NumberTable.place(ofRate: family, firm: $0) }
    case .firmRate(let firm, let family):
      [NumberTable.place(ofRate: family, firm: firm)]
    case .linkScale(let family): [NumberTable.factor(family)]
    }
  }
}

extension ParametricSharingGame {
  /// The games that the firms play in the clusters that parameters make.
  ///
  /// - Parameters:
  ///   - leader: The firm whose level the one parameter is, of firms that share
  ///     all or nothing or choose imprecisely; nil for none.
  ///   - cluster: The cluster at values of the parameters.
  /// - Returns: The family, and how its variables are told.
  func family(
    leader: Int? = nil, _ cluster: @escaping @Sendable ([Double]) -> Cluster
  ) -> ScenarioFamily {
    let isNoisy = model.numbers.isUsed(Places.noise)
    guard isNoisy || self.cluster.model.choice == .all else {
      return ScenarioFamily(
        GameFamily(graph: self, bounds: movingBounds) {
          cluster($0).uncheckedGame
        })
    }
    return ScenarioFamily(
      ParametricChoiceGame(self, leader: leader), cluster)
  }

  /// How the bounds of the levels move with the parameters; nil if none does.
  var movingBounds: MovingBounds? {
    model.movingBounds(
      of: Array(0..<model.firmCount),
      parameters: strategies.dimension - model.firmCount)
  }
}
