import Games

/// What state a cluster is in, which innovation path it is nearest to, and
/// what its yearly figures say.
///
/// ```swift
/// let scenario = try Scenario(path: "sematech-1991.yaml")
/// let diagnosis = try scenario.diagnose()
/// print(diagnosis.state?.kind ?? "no game")
/// ```
///
/// Every label comes with its statistic, the next label and the margin. What
/// the scenario says nothing about is nil.
public struct Diagnosis: Sendable {
  /// The name of the scenario.
  public var scenario: String
  /// The number of firms or players; nil without a game.
  public var players: Int?
  /// What the flows of knowledge look like; nil without firms.
  public var structure: StructureFeatures?
  /// The nearest of the five innovation paths; nil without firms.
  public var path: PathMatch?
  /// What keeps the cluster from its optimum; nil without a game.
  public var state: ClusterState?
  /// What one more unit of sharing does in the worst equilibrium; nil without
  /// firms.
  public var forces: SharingForces?
  /// How likely each state is; nil without uncertain numbers.
  public var risk: StateRisk?
  /// The score by groundings, enterprises and markets.
  public var gem: CompetitivenessScore?
  /// The score by core and auxiliary factors.
  public var factors: CompetitivenessScore?
  /// Where growth came from.
  public var growth: GrowthAccount?
  /// In which phase of life the cluster is.
  public var phase: PhaseDiagnosis?
  /// Why something that was asked for is missing.
  public var notes: [String] = []
  /// How long it took, in seconds.
  public var seconds = 0.0
  /// Whether nothing was cut short.
  public var isFinished = true

  /// The methods of a diagnosis and their limits.
  public struct Method: Sendable {
    /// The search for equilibria.
    public var search: BranchAndPrune
    /// How many samples tell the risk.
    public var samples: Int
    /// The seed of the samples.
    public var seed: UInt64
    /// What is told how far the diagnosis is.
    public var monitor: Monitor

    /// The methods; by default 512 samples.
    public init(
      search: BranchAndPrune = BranchAndPrune(), samples: Int = 512,
      seed: UInt64 = 1, monitor: Monitor = .unattended
    ) {
      self.search = search
      self.samples = samples
      self.seed = seed
      self.monitor = monitor
    }
  }
}

extension Scenario {
  /// Tells state, path, risk, growth, phase and scores of the scenario, as
  /// far as it has what they need.
  ///
  /// - Parameter method: The methods and their limits.
  /// - Returns: The diagnosis.
  /// - Throws: an error if growth cannot be accounted for, or if an uncertain
  ///   number cannot take a value that was drawn.
  /// - Complexity: That of the search for equilibria, times the samples if
  ///   numbers are uncertain.
  public func diagnose(
    using method: Diagnosis.Method = Diagnosis.Method()
  ) throws(ScenarioError) -> Diagnosis {
    let clock = ContinuousClock()
    let start = clock.now
    var diagnosis = Diagnosis(scenario: name)
    if let section = section(DiagnosisSection.self) {
      try diagnosis.addFigures(section)
    }
    let uncertain = section(Uncertain.self)
    if case .cluster(let cluster) = subject {
      let structure = StructureFeatures(cluster)
      diagnosis.structure = structure
      diagnosis.path = PathMatch(
        structure,
        uncertainty: uncertain?.distribution(of: "environment")?
          .logarithmicSpread)
    }
    if case .figures = subject { return diagnosis }
    try diagnosis.addState(of: self, method)
    if let numbers = uncertain?.numbers, !numbers.isEmpty {
      let sampler = RiskSampler(
        scenario: self, numbers: numbers,
        search: StateSearch(search: method.search), samples: method.samples,
        seed: method.seed, monitor: method.monitor)
      diagnosis.risk = try sampler.risk()
      diagnosis.isFinished =
        diagnosis.isFinished && diagnosis.risk?.samples == method.samples
    }
    diagnosis.seconds = (clock.now - start) / .seconds(1)
    return diagnosis
  }
}

extension Diagnosis {
  /// Adds what yearly figures and judgements say.
  fileprivate mutating func addFigures(
    _ section: DiagnosisSection
  ) throws(ScenarioError) {
    gem = section.gem.map { CompetitivenessScore(.gem, ratings: $0) }
    factors = section.factors.map {
      CompetitivenessScore(.factors, ratings: $0)
    }
    guard let panel = section.panel else { return }
    func note(_ text: String) -> String {
      "\(section.file): diagnosis.panel: \(text)"
    }
    if panel["output"] != nil && !panel.factors.isEmpty {
      if panel.years.count > 1 {
        growth = try GrowthAccount(panel, section.elasticities)
      } else {
        notes.append(note("1 period; growth needs 2"))
      }
    }
    let series = section.series ?? (panel["firms"] != nil ? "firms" : "output")
    guard panel[series] != nil else { return }
    let count = panel.years.count
    guard count >= PhaseDiagnosis.fewestPeriods else {
      notes.append(
        note(
          "\(NumberText.counted(count, "period")); a phase needs "
            + "\(PhaseDiagnosis.fewestPeriods)"))
      return
    }
    phase = PhaseDiagnosis(panel, series: series, decline: section.decline)
    if phase == nil {
      notes.append(note("no curve of growth fits \(series)"))
    }
  }

  /// Adds the state and its forces.
  fileprivate mutating func addState(
    of scenario: Scenario, _ method: Method
  ) throws(ScenarioError) {
    let game = try scenario.game()
    players = game.playerCount
    state = StateSearch(search: method.search).state(of: game)
    if let sharing = game as? SharingGame {
      forces = state.map { sharing.forces(at: $0.worst.levels) }
    }
    if state == nil { notes.append("no equilibrium was found") }
  }
}

extension Distribution {
  /// `√log(1 + (deviation / mean)²)`, for a lognormal number the deviation of
  /// its logarithm; nil unless the mean is positive.
  var logarithmicSpread: Double? {
    guard mean > 0 else { return nil }
    let ratio = deviation / mean
    return Double.log(onePlus: ratio * ratio).squareRoot()
  }
}
