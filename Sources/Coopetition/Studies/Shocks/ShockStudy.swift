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

  /// More firms than this are not shaken one by one.
  static let firmLimit = 2_000

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
    if let network = game as? SharingGame,
      game.strategies.dimension > Self.firmLimit
    {
      return Shocks(
        scenario: scenario, list: list,
        results: places.map {
          Shocks.Result(place: $0, linear: LinearShocks(network, list, $0))
        })
    }
    let section = scenario.section(ShockSection.self) ?? ShockSection()
    let attractors = Attractors(
      try process(of: scenario), equilibria: list.levels)
    let deviations = section.deviations(count: game.strategies.dimension)
    var results = places.map { place in
      Shocks.Result(
        place, list, attractors, deviations: deviations, limit: periods)
    }
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
    return Shocks(scenario: scenario, list: list, results: results)
  }

  /// How levels return: by best responses of all at once, at the scenario's
  /// rate.
  private func process(
    of scenario: Scenario
  ) throws(ScenarioError) -> AdjustmentProcess {
    var adjustment =
      scenario.section(AdjustmentSection.self)?.adjustment ?? Adjustment()
    if adjustment.rule != .bestResponse { adjustment = Adjustment() }
    adjustment.order = .simultaneous
    return try scenario.process(adjustment)
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

  /// What shocks do at one equilibrium.
  struct Result: Sendable {
    var place: Int
    var linear: LinearShocks?
    var random: RandomShocks?
    /// The spectral radius of the map on free levels.
    var radius: Double?
    var up: TippingPoint?
    var down: TippingPoint?
    var one: [TippingShocks.One?] = []
    var line: [(place: Int, point: TippingPoint)] = []
    var fewest: TippingShocks.Sets?
    var avalanche: (players: [Int], first: [Int?])?
    /// What ends it, for each number that is asked for.
    var parameters: [ParameterTipping?] = []

    /// Small shocks alone.
    init(place: Int, linear: LinearShocks?) {
      self.place = place
      self.linear = linear
    }

    init(
      _ place: Int, _ list: EquilibriumList, _ attractors: Attractors,
      deviations: [Double], limit: Int
    ) {
      let process = attractors.process
      let levels = list.outcomes[place].levels
      let multipliers = ResponseMultipliers(process, at: levels)
      self.init(
        place: place,
        linear: multipliers.map { LinearShocks($0, list, place) })
      radius = process.contraction(at: levels)
      let shares = list.knowledgeShares
      random = multipliers.flatMap {
        RandomShocks(
          $0, rate: process.adjustment.rate, deviations: deviations,
          weights: shares ?? levels.map { _ in 1 })
      }
      tip(TippingShocks(attractors, from: place, limit: limit), list)
    }

    /// Looks for what tips it; says nothing if the work is to stop, since what
    /// was not found may be there.
    private mutating func tip(_ shocks: TippingShocks, _ list: EquilibriumList)
    {
      var found = self
      found.look(for: shocks, list)
      if !Cancellation.isRequested { self = found }
    }

    private mutating func look(
      for shocks: TippingShocks, _ list: EquilibriumList
    ) {
      let place = place
      up = shocks.common(up: true)
      down = shocks.common(up: false)
      one = list.outcomes[place].levels.indices.map { shocks.one($0) }
      line = list.outcomes.indices.compactMap { other in
        guard other != place, list.outcomes[other].isStable else { return nil }
        return shocks.line(to: other).map { (other, $0) }
      }
      let isLowest = place == list.place(of: .lowest)
      fewest = shocks.fewest(up: isLowest)
      avalanche = fewest?.sets.first.map {
        ($0, shocks.avalanche(of: $0, up: isLowest))
      }
    }
  }
}
