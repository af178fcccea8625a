import Equilibria
import Games

/// Where sharing ends from where firms are today, and which equilibrium
/// survives mistakes.
public struct EvolutionStudy: Sendable {
  /// Today's levels as shares of the caps, one for all or one each; those of
  /// the scenario if it is nil.
  public var start: [Double]?
  /// How many random starts there are where basins are not proven.
  public var starts: Int
  /// The seed of the random starts.
  public var seed: UInt64
  /// The limit on periods.
  public var periods: Int
  /// What mistakes cost; nil for both kinds where firms share all or nothing,
  /// and for none elsewhere.
  public var mistakes: MistakeDynamics.Cost?
  /// Noises at which long-run probabilities are wanted, besides that of the
  /// scenario.
  public var noises: [Double]
  /// The search for equilibria.
  public var search: BranchAndPrune
  /// Is asked whether to go on.
  public var monitor: Monitor

  /// A study with its parameters.
  public init(
    start: [Double]? = nil, starts: Int = 10_000, seed: UInt64 = 1,
    periods: Int = 1_000, mistakes: MistakeDynamics.Cost? = nil,
    noises: [Double] = [], search: BranchAndPrune = BranchAndPrune(),
    monitor: Monitor = .unattended
  ) {
    self.start = start
    self.starts = starts
    self.seed = seed
    self.periods = periods
    self.mistakes = mistakes
    self.noises = noises
    self.search = search
    self.monitor = monitor
  }

  /// Answers for a scenario.
  ///
  /// - Throws: an error that names what is wrong.
  public func evolution(
    of scenario: Scenario
  ) throws(ScenarioError) -> Evolution {
    let game = try scenario.game()
    var section =
      scenario.section(AdjustmentSection.self) ?? AdjustmentSection()
    if let start { section.start = start }
    let process = try scenario.process(section.adjustment)
    let list = EquilibriumList(of: game, using: search)
    let attractors = Attractors(process, equilibria: list.levels)
    let levels = section.levels(in: game.strategies)
    let attraction = Attraction(
      attractors, starts: starts, seed: seed, limit: periods,
      monitor: monitor)
    let path = attractors.path(from: levels, limit: periods)
    let isProven =
      path.reached != nil
      && attractors.provenDestination(from: levels, limit: periods)
        == path.reached
    return Evolution(
      scenario: scenario, process: process, list: list,
      attractors: attractors, attraction: attraction, path: path,
      isPathProven: isProven,
      tipping: tipping(attractors),
      choices: choices(scenario, process),
      repeated: RepeatedAgreement(list, process))
  }

  /// The share of the caps that decides between the two ends; nil unless they
  /// are next to each other.
  private func tipping(_ attractors: Attractors) -> TippingPoint? {
    let space = attractors.process.game.strategies
    func levels(_ share: Double) -> [Double] {
      space.lowerBounds.indices.map {
        let (low, high) = (space.lowerBounds[$0], space.upperBounds[$0])
        return share == 1 ? high : low + share * (high - low)
      }
    }
    let point = TippingPoint(
      attractors, between: 0...1, limit: periods, start: levels)
    guard let top = attractors.destination(from: levels(1), limit: periods)
    else { return nil }
    return point?.destination == top ? point : nil
  }

  private func choices(
    _ scenario: Scenario, _ process: AdjustmentProcess
  ) -> Evolution.Choices? {
    let isBinary = scenario.choice == .all
    guard isBinary || mistakes != nil else { return nil }
    let space = process.game.strategies
    let count = (0..<space.dimension).count {
      space.lowerBounds[$0] < space.upperBounds[$0]
    }
    guard count <= BinaryChoices.playerLimit else { return nil }
    func open<G: Game>(_ game: G) -> BinaryChoices { BinaryChoices(game) }
    let game = open(process.game)
    let kinds = mistakes.map { [$0] } ?? MistakeDynamics.Cost.allCases
    var wanted = noises
    if process.noise > 0, !wanted.contains(process.noise) {
      wanted.insert(process.noise, at: 0)
    }
    if count > LogitChain.playerLimit { wanted = [] }
    return Evolution.Choices(
      game: game, count: space.dimension,
      mistakes: kinds.map { ($0, MistakeDynamics(game, $0)) },
      stationary: wanted.map {
        ($0, LogitChain(game, noise: $0).stationary)
      })
  }
}

extension Scenario {
  /// What firms choose between; levels in a game of formulas.
  var choice: SharingMode {
    guard case .cluster(let cluster) = subject else { return .level }
    return cluster.model.choice
  }

  /// The game whose levels adjust, with its noise.
  ///
  /// - Throws: an error if a player owns several variables, or a best response
  ///   is not known to be one.
  func process(
    _ adjustment: Adjustment
  ) throws(ScenarioError) -> AdjustmentProcess {
    switch subject {
    case .cluster(let cluster):
      try cluster.checkUniformSharing()
      var exact = cluster
      exact.model.noise = 0
      guard
        let game = try exact.variant(of: exact.game()) as? any RespondingGame
      else { preconditionFailure("the games of clusters respond") }
      let isFloored = cluster.firms.contains { $0.floor > 0 }
      if adjustment.rule == .imitation && isFloored {
        throw ScenarioError(
          at: "adjustment.rule", "imitation takes no floors of sharing levels")
      }
      return AdjustmentProcess(game, adjustment, noise: cluster.model.noise)
    case .formulas(let game):
      try game.refuseConstraints()
      try game.checkAdjusts(by: adjustment.rule)
      return AdjustmentProcess(game, adjustment)
    case .figures: throw ScenarioError(at: "firms", "is missing")
    }
  }
}

extension FormulaGame {
  /// Throws unless levels can move by a rule.
  fileprivate func checkAdjusts(
    by rule: Adjustment.Rule
  ) throws(ScenarioError) {
    let box = strategies.box
    for player in 0..<playerCount {
      let count = strategies.variables(of: player).count
      guard count == 1 else {
        throw ScenarioError(
          at: "players[\(player)].variables",
          "\(playerNames[player]) owns \(count) variables; levels move where "
            + "every player owns one")
      }
      guard rule == .bestResponse else { continue }
      let own = ownEnclosure(of: player, over: box)
      guard own.hessian[0].isNonpositive else {
        throw ScenarioError(
          at: "players[\(player)].payoff",
          "that of \(playerNames[player]) is not proven concave in its own "
            + "variable; write adjustment: {rule: gradient}")
      }
    }
    guard rule == .imitation else { return }
    for (k, bound) in strategies.lowerBounds.enumerated() where bound != 0 {
      throw ScenarioError(
        at: "players[\(k)].variables",
        "starts at \(bound.shortDescription); imitation needs variables from 0")
    }
  }
}
