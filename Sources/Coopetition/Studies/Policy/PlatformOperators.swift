import Games
import LinearAlgebra

/// Who should run the platform: nobody, a service institution or a core member,
/// each of which sets price and margin as it likes best.
public struct PlatformOperators: Sendable {
  /// The name of the scenario.
  public var scenario: String
  /// The names of the firms.
  public var firms: [String]
  /// Nobody, the service institution, then the core members.
  public var candidates: [Candidate]
  /// The names of those whom there was no time to judge.
  public var unjudged: [String] = []
  /// How long it took, in seconds.
  public var seconds: Double

  /// What happens with one operator.
  public struct Candidate: Sendable {
    /// `none`, `service` or the name of a firm.
    public var name: String
    /// What it sets, and what follows.
    public var design: Design
  }

  /// What every operator may set, and which firms may be operators.
  public struct Terms: Sendable {
    /// The firms by name, by position as in `firms[0]`, or by tier; empty for
    /// all of the tier `core`.
    public var core: [String]
    /// The prices of a unit of knowledge (`policy.price`).
    public var price: ClosedRange<Double>
    /// The shares of fees that an operator may keep (`platform.margin`).
    public var margin: ClosedRange<Double>

    /// Terms that are the same for all.
    public init(
      core: [String] = [], price: ClosedRange<Double> = 0...1,
      margin: ClosedRange<Double> = 0...0.6
    ) {
      self.core = core
      self.price = price
      self.margin = margin
    }
  }
}

extension Scenario {
  /// Compares who could run the platform.
  ///
  /// Nobody leaves the price as it is, keeps nothing and has no cost. A service
  /// institution maximises welfare and breaks even; a core member maximises
  /// its own payoff, the platform's profit included. Both bear the platform's
  /// cost of the scenario.
  ///
  /// - Parameters:
  ///   - terms: What operators may set.
  ///   - options: How hard to look.
  /// - Returns: What happens with each.
  /// - Throws: an error if the scenario is no cluster, for a name that is none
  ///   of the firms, and for ranges that price or margin cannot take.
  public func operators(
    _ terms: PlatformOperators.Terms = PlatformOperators.Terms(),
    _ options: CommitmentOptions = CommitmentOptions()
  ) throws(ScenarioError) -> PlatformOperators {
    guard case .cluster(let cluster) = subject else {
      throw ScenarioError("the platform is one of a cluster of firms")
    }
    try cluster.requireCommonLevels()
    try cluster.checkVariant()
    let clock = ContinuousClock()
    let start = clock.now
    var result = PlatformOperators(
      scenario: cluster.name, firms: cluster.firms.map(\.name),
      candidates: [], seconds: 0)
    let core = try cluster.coreMembers(named: terms.core)
    result.candidates.append(
      PlatformOperators.Candidate(
        name: "none", design: cluster.withoutOperator.asItStands(options)))
    for candidate in [.service] + core.map(Platform.Operator.firm) {
      if Cancellation.isRequested {
        result.unjudged.append(candidate.name)
      } else {
        result.candidates.append(
          try cluster.candidate(candidate, terms, options))
      }
    }
    result.seconds = (clock.now - start) / .seconds(1)
    return result
  }
}

extension Cluster {
  /// The firms of some names; those of the tier core if there are none.
  fileprivate func coreMembers(
    named names: [String]
  ) throws(ScenarioError) -> [String] {
    guard !names.isEmpty else {
      return firms.filter { $0.tier == .core }.map(\.name)
    }
    return try PlayerAddress(of: self)
      .distinctPlayers(names, at: "--core", saying: "no")
      .map { firms[$0].name }
  }

  /// The cluster whose platform nobody runs.
  fileprivate var withoutOperator: Cluster {
    var cluster = self
    cluster.platform = Platform()
    return cluster
  }

  /// What an operator would set.
  fileprivate func candidate(
    _ candidate: Platform.Operator, _ terms: PlatformOperators.Terms,
    _ options: CommitmentOptions
  ) throws(ScenarioError) -> PlatformOperators.Candidate {
    var cluster = self
    cluster.platform.operator = candidate
    var section = DesignSection([
      Instrument("policy.price", over: terms.price, place: "--price"),
      Instrument("platform.margin", over: terms.margin, place: "--margin"),
    ])
    if case .firm(let firm) = candidate {
      section.objective = .payoff(firm)
    } else {
      section.mustBreakEven = true
    }
    return PlatformOperators.Candidate(
      name: candidate.name, design: try cluster.design(section, options, false))
  }

  /// The cluster as it stands, judged like a design that sets nothing: by a
  /// parameter that moves no number.
  fileprivate func asItStands(_ options: CommitmentOptions) -> Design {
    let clock = ContinuousClock()
    let start = clock.now
    let still = Lot(
      instrument: Instrument("", over: 0...0, place: ""), group: nil,
      today: 0, range: 0...0, numbers: [], isTransfer: true)
    let selection = options.selection ?? .worst
    let design = ClusterDesign(
      self, [still], DesignSection([]),
      objective: .welfare(Investment(), publicFunds: 0), selection: selection)
    var result = design.result(design.solve(options), selection)
    result.instruments = []
    result.seconds = (clock.now - start) / .seconds(1)
    return result
  }
}
