import Equilibria
import Games
import TestSupport
import Testing

@testable import Coopetition

/// Designs, levers and first movers where firms share all or nothing or choose
/// imprecisely.
@Suite struct VariantCommitmentTests {
  private static func cluster(_ scenario: Scenario) throws -> Cluster {
    guard case .cluster(let cluster) = scenario.subject else {
      throw ScenarioError("no cluster")
    }
    return cluster
  }

  /// No rate on a grid earns more than the bound, judged by the equilibria of
  /// the game with that rate; what the design promises follows from its rates.
  @Test(arguments: variantModels, [Commitment.Selection.worst, .best])
  func designsAreJudgedByTheGameThatIsPlayed(
    model: String, selection: Commitment.Selection
  ) throws {
    let scenario = try variantScenario(
      model,
      """
      design:
        publicFunds: 0.3
        instruments: [{set: policy.subsidy, range: [0, 0.5]}]
      """)
    let cluster = try Self.cluster(scenario)
    func objectives(_ rate: Double) throws -> [Double] {
      var paid = cluster
      paid.policy.subsidy = .uniform(rate)
      let game = try paid.playedGame()
      return game.equilibria(using: BranchAndPrune()).equilibria.map {
        game.welfare(at: $0.levels) - 0.3 * rate * $0.levels.reduce(0, +)
      }
    }
    let design = try scenario.design(CommitmentOptions(selection: selection))
    let (value, best) = try (
      #require(design.value), #require(design.solution.best)
    )
    #expect(design.solution.isProven)
    let rate = best.parameters[0]
    let promised = try objectives(rate).sorted(by: >)
    #expect(promised.count == best.equilibria.count)
    for (one, promised) in zip(best.equilibria, promised) {
      #expect(abs(one.objective - promised) < 1e-8)
      #expect(one.equilibrium.isProven)
      var paid = cluster
      paid.policy.subsidy = .uniform(rate)
      #expect(paid.miss(at: one.equilibrium.levels) < 1e-6)
    }
    #expect(
      design.outcomes.map(\.analysis.equilibrium.levels)
        == best.equilibria.map(\.equilibrium.levels))
    for k in 0...20 {
      let objectives = try objectives(Double(k) / 40)
      let judged =
        selection == .worst ? objectives.min() : objectives.max()
      #expect(try #require(judged) <= design.solution.bound + 1e-9)
    }
    #expect(value <= design.solution.bound)
  }

  /// A lever is a number of the cluster: the same follows if it is changed by
  /// hand.
  @Test(arguments: variantModels)
  func leversMoveTheGameThatIsPlayed(model: String) throws {
    let scenario = try variantScenario(model)
    let cluster = try Self.cluster(scenario)
    let found = try scenario.policies(step: 0.2)
    #expect(found.levers.count == Lever.allCases.count)
    let demand = try #require(found.levers.first { $0.name == "demand" })
    var moved = cluster
    for i in moved.firms.indices { moved.firms[i].opportunity *= 1.2 }
    let game = try moved.playedGame()
    let welfare = game.equilibria(using: BranchAndPrune()).equilibria.map {
      game.welfare(at: $0.levels)
    }
    #expect(demand.state.equilibria == welfare.count)
    #expect(abs(demand.state.worst - (welfare.min() ?? .nan)) < 1e-8)
    #expect(abs(demand.state.best - (welfare.max() ?? .nan)) < 1e-8)
  }

  /// Money is paid as one rate, affordable in every equilibrium, or to an
  /// alliance of all, whose members get equal parts of it.
  @Test(arguments: variantModels) func moneyIsARate(model: String) throws {
    let scenario = try variantScenario(model)
    let cluster = try Self.cluster(scenario)
    let found = try scenario.policies(money: 0.2)
    let paid = try #require(found.levers.first { $0.name == "subsidy" })
    let allied = try #require(found.levers.first { $0.name == "alliance" })
    var study = AllianceStudy(try scenario.allianceSettings())
    study.isStructureOnly = true
    let worst = try #require(
      try study.analyze(scenario.game()).judged?.equilibria.last)
    #expect(allied.state.worst == worst.welfare)
    #expect(
      allied.state.payoffs == worst.payoffs.map { $0 + 0.2 / 3 })
    for k in 0...20 {
      var moved = cluster
      let rate = Double(k) / 10
      moved.policy.subsidy = .uniform(rate)
      let game = try moved.playedGame()
      let levels = game.equilibria(using: BranchAndPrune()).equilibria.map(
        \.levels)
      let isAffordable = levels.allSatisfy {
        rate * $0.reduce(0, +) <= 0.2
      }
      let worst = levels.map { game.welfare(at: $0) }.min()
      guard isAffordable, let worst else { continue }
      #expect(worst <= paid.state.worst + 1.1e-3)
    }
  }

  /// Royalties, which no linear aggregate carries, follow the payoffs.
  @Test(arguments: variantModels)
  func royaltiesFollowThePayoffs(model: String) throws {
    let cluster = try Self.cluster(variantScenario(model))
    let instrument = Instrument(
      "levers.royalty", over: 0.1...0.3, place: "levers")
    let lot = Lot(
      instrument: instrument, group: nil, today: nil,
      range: instrument.range,
      numbers: Lever.royalty.numbers(of: cluster, parameter: 0),
      isTransfer: false)
    let design = ClusterDesign(
      cluster, [lot], DesignSection([instrument]),
      objective: .welfare(Investment(), publicFunds: 0), selection: .best)
    var options = CommitmentOptions()
    options.search.boxLimit = 20
    let best = try #require(design.solve(options).best)
    let moved = design.cluster(at: best.parameters)
    #expect(moved.policy.royalty >= 0.1)
    for one in best.equilibria {
      #expect(moved.miss(at: one.equilibrium.levels) < 1e-6)
    }
    let state = design.state(at: best.parameters, options)
    #expect(state.equilibria == best.equilibria.count)
    #expect(
      abs(state.payoffs.reduce(0, +) - state.worst) < 1e-8,
      "royalties cancel, and nobody is paid")
  }

  /// Whatever a leader commits to, what others do then gives it no more than
  /// the bound; its own best move is followed by an equilibrium of the others.
  @Test(arguments: variantModels)
  func othersFollowALeaderByTheirOwnGame(model: String) throws {
    let scenario = try variantScenario(model)
    let cluster = try Self.cluster(scenario)
    let game = try cluster.playedGame()
    for (i, leader) in try scenario.lead().leaders.enumerated() {
      for move in [leader.worst, leader.best] {
        #expect(move.levels[i] == move.level[0])
        #expect(cluster.miss(at: move.levels, except: i) < 1e-6)
        let payoff = try #require(move.payoff)
        #expect(abs(payoff - game.payoffs(at: move.levels)[i]) < 1e-8)
        #expect(payoff <= move.solution.bound)
      }
      let bound = leader.best.solution.bound
      for k in 0...10 {
        let level = Double(k) / 10 * cluster.firms[i].cap
        for start in [0, 1.0] {
          let levels = followed(level, of: i, in: game, from: start)
          guard let levels else { continue }
          #expect(game.payoffs(at: levels)[i] <= bound + 1e-7)
        }
      }
    }
  }

  /// Where the others' best responses come to rest, if they do.
  private func followed(
    _ level: Double, of leader: Int, in game: some PlayedGame,
    from start: Double
  ) -> [Double]? {
    var levels = game.strategies.upperBounds.map { start * $0 }
    levels[leader] = level
    for _ in 0..<500 {
      let before = levels
      for i in levels.indices where i != leader {
        var others = Aggregates<Double>()
        for (k, aggregate) in game.aggregates.enumerated() {
          others[k] =
            aggregate.value(of: i, at: levels)
            - aggregate.ownWeight(of: i) * levels[i]
        }
        levels[i] = game.bestResponse(of: i, to: others, from: levels[i])
      }
      if zip(levels, before).allSatisfy({ abs($0 - $1) < 1e-13 }) {
        return levels
      }
    }
    return nil
  }

  @Test(arguments: [
    ("{set: level, range: [0, 1]}", "takes no floors"),
    ("{set: policy.royalty, range: [0, 1]}", "takes no royalties"),
    ("{set: model.noise, range: [0.1, 1]}", "nobody"),
  ])
  func whatHasNoGameIsRefused(instrument: String, words: String) throws {
    let error = try #require(throws: ScenarioError.self) {
      try variantScenario(
        "noise: 0.3", "design: {instruments: [\(instrument)]}"
      ).design()
    }
    #expect(error.description.contains(words), "\(error)")
  }

  @Test func capsOfThoseWhoShareAllOrNothingStartAboveZero() throws {
    func design(_ least: String) throws -> Design {
      try variantScenario(
        "choice: all",
        "design: {instruments: [{set: cap, range: [\(least), 0.8]}]}"
      ).design()
    }
    #expect(throws: ScenarioError.self) { try design("0") }
    #expect(try design("0.1").value != nil)
  }
}
