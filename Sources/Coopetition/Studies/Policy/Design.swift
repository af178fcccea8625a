import Games

/// The best setting of some instruments, judged by every equilibrium that
/// follows.
public struct Design: Sendable {
  /// The name of the scenario.
  public var scenario: String
  /// The names of the players.
  public var players: [String]
  /// What is wanted, in a word, or as a formula.
  public var objective: String
  /// Whether the objective is made small rather than great.
  public var isMinimised: Bool
  /// Which equilibrium counts.
  public var selection: Commitment.Selection
  /// The share of the possible gain that is to be reached, if one is.
  public var target: Double?
  /// The instruments, one for each group that gets a number of its own.
  public var instruments: [Setting]
  /// What was found.
  package var solution: CommitmentSolution
  /// The equilibria at the setting, in the order of the solution.
  public var outcomes: [Outcome]
  /// What instruments cost at the setting.
  public var investment: Double
  /// What the target costs in the best and in every equilibrium, if asked for.
  public var robustness: Robustness?
  /// How long it took, in seconds.
  public var seconds: Double

  /// An instrument with the value found.
  public struct Setting: Sendable {
    /// The address of the number.
    public var address: String
    /// The tier or the firm that it is for; nil for all.
    public var group: String?
    /// The value found; nil if no setting is feasible.
    public var value: Double?
    /// The value as it is; nil where it differs within the group.
    public var today: Double?
    /// The values that it may take.
    public var range: ClosedRange<Double>
  }

  /// An equilibrium at the setting.
  public struct Outcome: Sendable {
    /// The equilibrium with what it means for the firms.
    public var analysis: Analysis.Outcome
    /// What the committer earns.
    public var objective: Double
    /// What rates and instruments cost; nil where nothing says so.
    public var spending: Double?
  }

  /// What a target costs if the best equilibrium is played, and what it costs
  /// to reach it in every one.
  public struct Robustness: Sendable {
    /// The least spending in the best equilibrium, with the setting.
    public var weak: Cheapest
    /// The least spending whatever is played, with the setting.
    public var robust: Cheapest

    /// A least spending with its setting; nil if the target is out of reach.
    public struct Cheapest: Sendable {
      /// What is spent.
      public var value: Double?
      /// The instruments.
      public var instruments: [Double]
    }

    /// The price of robustness.
    public var price: Double? {
      guard let weak = weak.value, let robust = robust.value else {
        return nil
      }
      return robust - weak
    }
  }

  /// The value of an objective as it is read.
  func read(_ value: Double) -> Double { isMinimised ? 0 - value : value }

  /// What the committer earns; nil if nothing is feasible.
  public var value: Double? { solution.value.map(read) }
}

extension Scenario {
  /// Finds the best setting of the instruments of the section `design`.
  ///
  /// - Parameters:
  ///   - options: How hard to look.
  ///   - withRobustness: Whether the price of robustness is found too.
  /// - Returns: The design.
  /// - Throws: an error if the scenario has no such section, or if what it
  ///   says does not fit.
  public func design(
    _ options: CommitmentOptions = CommitmentOptions(),
    withRobustness: Bool = false
  ) throws(ScenarioError) -> Design {
    let section = try designSection()
    guard !withRobustness || section.objective == .spending else {
      throw ScenarioError(
        at: "design.objective",
        "must be spending for --robustness, the price of reaching a target "
          + "for certain")
    }
    switch subject {
    case .cluster(let cluster):
      return try cluster.design(section, options, withRobustness)
    case .formulas(let game):
      try game.refuseConstraints()
      return try game.design(section, options)
    case .figures: throw ScenarioError(at: "firms", "is missing")
    }
  }

  /// The section, which is there.
  func designSection() throws(ScenarioError) -> DesignSection {
    guard let section = section(DesignSection.self) else {
      throw .missing(
        "design", "add which numbers may be set",
        sample: SectionSample.design(of: subject))
    }
    return section
  }

  /// Whether the section asks for bonuses.
  public var asksForBonuses: Bool {
    section(DesignSection.self)?.contract == .bonus
  }
}

extension Cluster {
  func design(
    _ section: DesignSection, _ options: CommitmentOptions,
    _ withRobustness: Bool
  ) throws(ScenarioError) -> Design {
    let clock = ContinuousClock()
    let start = clock.now
    try requireCommonLevels()
    let terms = try designTerms(section, options)
    let selection = options.selection ?? section.selection
    let design = try ClusterDesign(self, section, terms, selection: selection)
    let solution = design.solve(options)
    var result = design.result(solution, selection)
    if withRobustness {
      result.robustness = try robustness(section, terms, options)
    }
    result.seconds = (clock.now - start) / .seconds(1)
    return result
  }

  private func robustness(
    _ section: DesignSection, _ terms: ClusterDesign.Terms,
    _ options: CommitmentOptions
  ) throws(ScenarioError) -> Design.Robustness {
    func cheapest(
      _ selection: Commitment.Selection
    ) throws(ScenarioError) -> Design.Robustness.Cheapest {
      let solution = try ClusterDesign(
        self, section, terms, selection: selection
      ).solve(options)
      return Design.Robustness.Cheapest(
        value: solution.value.map { 0 - $0 },
        instruments: solution.best?.parameters ?? [])
    }
    return Design.Robustness(
      weak: try cheapest(.best), robust: try cheapest(.worst))
  }

  /// What constraints and bounds refer to, from the cluster as it stands.
  private func designTerms(
    _ section: DesignSection, _ options: CommitmentOptions
  ) throws(ScenarioError) -> ClusterDesign.Terms {
    let game = try game()
    var terms = ClusterDesign.Terms()
    let optimum = game.socialOptimum()
    terms.greatestWelfare = optimum.upperBound
    if case .efficiency(let share) = section.target {
      let nobody = game.welfare(at: game.strategies.lowerBounds)
      let gain = optimum.welfare - nobody
      terms.leastWelfare =
        nobody + share * gain
        - amountTolerance * max(abs(nobody), abs(optimum.welfare))
    }
    guard section.isVoluntary else { return terms }
    let stable = try variant(of: game)
      .equilibria(using: options.search.equilibria).equilibria
      .filter(\.isStable)
      .min { game.welfare(at: $0.levels) < game.welfare(at: $1.levels) }
    guard let stable else {
      throw ScenarioError(
        at: "design.participation",
        "no stable equilibrium is known that members could fall back on")
    }
    let payoffs = try variant(of: game).payoffs(at: stable.levels)
    let size = payoffs.reduce(0) { max($0, abs($1)) }
    terms.disagreement = payoffs.map { $0 - amountTolerance * size }
    return terms
  }
}

extension ClusterDesign {
  /// The best commitment found.
  ///
  /// - Parameters:
  ///   - options: How hard to look.
  ///   - known: Levels and parameters that may be tried besides.
  /// - Returns: What was found.
  func solve(
    _ options: CommitmentOptions, from known: [[Double]] = []
  ) -> CommitmentSolution {
    var search = options.search
    search.knownBound = min(search.knownBound, knownBound)
    return family.told(search.solve(commitment, from: known))
  }

  func result(
    _ solution: CommitmentSolution, _ selection: Commitment.Selection
  ) -> Design {
    let best = solution.best
    let parameters = best?.parameters
    return Design(
      scenario: cluster.name, players: cluster.firms.map(\.name),
      objective: (section.objective ?? .welfare).name,
      isMinimised: section.objective == .spending, selection: selection,
      target: section.efficiency,
      instruments: lots.enumerated().map { k, lot in
        Design.Setting(
          address: lot.instrument.set, group: lot.group,
          value: parameters?[k], today: lot.today, range: lot.range)
      },
      solution: solution, outcomes: best.map(outcomes) ?? [],
      investment: parameters.map { investment.cost(of: $0) } ?? 0,
      seconds: 0)
  }

  /// The equilibria of a judgement, as an analysis shows them.
  func outcomes(_ judged: JudgedCommitment) -> [Design.Outcome] {
    let moved = cluster(at: judged.parameters)
    let game = moved.uncheckedVariant
    return judged.equilibria.map { one in
      let levels = one.equilibrium.levels
      return Design.Outcome(
        analysis: moved.outcome(one.equilibrium, of: game),
        objective: one.objective,
        spending: spending(levels, at: judged.parameters))
    }
  }
}

extension Cluster {
  /// An equilibrium with what it means for the firms.
  func outcome(
    _ equilibrium: Equilibrium, of game: any ScenarioGame
  ) -> Analysis.Outcome {
    let levels = equilibrium.levels
    return Analysis.Outcome(
      equilibrium: equilibrium, payoffs: game.payoffs(at: levels),
      welfare: game.welfare(at: levels),
      channels: game.breakdown(at: levels),
      commitment: commitmentOutcome(in: game, at: levels), efficiency: 1)
  }
}

extension DesignSection {
  /// The share of a target, if it is one.
  var efficiency: Double? {
    guard case .efficiency(let share) = target else { return nil }
    return share
  }
}

extension DesignSection.Objective {
  /// The objective in a word, or as a formula.
  var name: String {
    switch self {
    case .welfare: "welfare"
    case .sharing: "sharing"
    case .spending: "spending"
    case .profit: "profit"
    case .fairness: "fairness"
    case .payoff(let name): "payoff of \(name)"
    case .formula(let text): text
    }
  }
}

/// The rounding of an amount that must be reached, so that what earns just as
/// much is not refused; on the scale of welfare and of payoffs.
private let amountTolerance = 1e-11
