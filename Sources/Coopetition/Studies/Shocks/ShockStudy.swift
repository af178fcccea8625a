import Equilibria
import Games
import LinearAlgebra

/// How far a small change travels, what breaks the balance, and who can.
public struct ShockStudy: Sendable {
  /// Which of the stable equilibria are shaken; nil for all.
  public var selection: SharingChoice?
  /// The limit on periods.
  public var periods: Int
  /// Numbers whose least changes that end an equilibrium are wanted.
  public var parameters: [String]
  /// The search for equilibria.
  public var search: BranchAndPrune
  /// Is asked whether to go on.
  public var monitor: Monitor

  /// A study with its parameters.
  public init(
    selection: SharingChoice? = nil, periods: Int = 1_000,
    parameters: [String] = [], search: BranchAndPrune = BranchAndPrune(),
    monitor: Monitor = .unattended
  ) {
    self.selection = selection
    self.periods = periods
    self.parameters = parameters
    self.search = search
    self.monitor = monitor
  }

  /// Among more firms no matrix is formed.
  static let matrixLimit = NetworkAnalyzer.firmLimit

  /// Answers for a scenario.
  ///
  /// - Throws: an error that names what is wrong.
  public func shocks(
    of scenario: Scenario
  ) throws(ScenarioError) -> Shocks {
    let game = try scenario.game()
    let list = EquilibriumList(of: game, using: search)
    let chosen = selection.flatMap { list.place(of: $0) }
    let places = list.outcomes.indices.filter {
      list.outcomes[$0].isStable && (selection == nil || $0 == chosen)
    }
    let section = scenario.section(ShockSection.self) ?? ShockSection()
    let deviations = section.deviations(count: game.strategies.dimension)
    let process = try scenario.process(Self.adjustment(of: scenario))
    var results: [Shocks.Result]
    if let network = game as? SharingGame,
      network.playerCount > Self.matrixLimit
    {
      let extent = ShockExtent(firms: network.playerCount)
      let attractors = Attractors(
        process, of: network, equilibria: list.levels,
        isCoarse: !extent.isProving)
      results = places.map {
        Shocks.Result(
          $0, list, network, attractors, deviations: deviations, limit: periods,
          extent, monitor)
      }
    } else {
      let attractors = Attractors(process, equilibria: list.levels)
      results = places.map {
        Shocks.Result(
          $0, list, attractors, deviations: deviations, limit: periods, monitor)
      }
    }
    try follow(scenario, list, &results)
    return Shocks(scenario: scenario, list: list, results: results)
  }

  /// Adds what ends each equilibrium as numbers change.
  private func follow(
    _ scenario: Scenario, _ list: EquilibriumList,
    _ results: inout [Shocks.Result]
  ) throws(ScenarioError) {
    for address in parameters where !Cancellation.isRequested {
      let (found, today) = try scenario.trace(
        varying: address, overUsual: nil,
        using: BranchTracer(checks: Self.checks, search: search))
      for k in results.indices {
        let levels = list.outcomes[results[k].place].levels
        results[k].parameters.append(
          ParameterTipping(found, at: today, levels: levels))
      }
    }
  }

  /// How levels return: by best responses of all at once, at the scenario's
  /// rate if it is one of best responses, and else at the usual one.
  static func adjustment(of scenario: Scenario) -> Adjustment {
    var adjustment =
      scenario.section(AdjustmentSection.self)?.adjustment ?? Adjustment()
    if adjustment.rule != .bestResponse { adjustment = Adjustment() }
    adjustment.order = .simultaneous
    return adjustment
  }

  /// At how many values of a number every equilibrium is looked for.
  private static let checks = 5
}

/// What shocks do at each stable equilibrium.
public struct Shocks: Sendable {
  /// The scenario.
  let scenario: Scenario
  /// The equilibria.
  let list: EquilibriumList
  /// What shocks do, by equilibrium.
  let results: [Result]
}
