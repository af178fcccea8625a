import Coopetition
import Games
import TestSupport
import Testing

@Suite struct DirectedSharingTests {
  /// A cluster whose firms set levels for a kind of partners.
  private func cluster(
    _ seed: UInt64, _ sharing: SharingClasses, firms: ClosedRange<Int> = 3...5
  ) throws -> Cluster {
    var cluster = try RandomCluster(firms: firms).cluster(seed: seed)
    for firm in cluster.firms.indices {
      cluster.firms[firm].tier = Tier.allCases[firm % 3]
    }
    cluster.model.sharing = sharing
    return cluster
  }

  /// What the game does not know is refused, not ignored.
  @Test(arguments: [
    "model: {sharing: firms, noise: 0.5}",
    "model: {sharing: tiers, choice: all}",
    "model: {sharing: firms}\nrisk: {success: 0.5}",
  ])
  func whatItDoesNotKnowIsRefused(keys: String) throws {
    let cluster = try Cluster(
      yaml: "firms: [{tier: core}, {tier: core}]\n" + keys)
    #expect(throws: ScenarioError.self) { try cluster.game() }
    #expect(throws: ScenarioError.self) {
      try Scenario.cluster(cluster).directedSharing()
    }
  }

  /// What happens on the way is told of one level a firm.
  @Test func studiesOfOneLevelRefuseIt() throws {
    let scenario = Scenario.cluster(
      try Cluster(
        yaml: "firms: [{}, {}, {}]\nmodel: {sharing: firms}\n"
          + "complementarity: {uniform: 1}"))
    #expect(throws: ScenarioError.self) {
      try EvolutionStudy().evolution(of: scenario)
    }
    #expect(throws: ScenarioError.self) {
      try GrowthStudy().growth(of: scenario)
    }
  }

  /// Where every firm has one level for everybody the game is the standard
  /// one: payoffs and each channel agree, whatever the classes.
  @Test(arguments: 0..<10) func equalLevelsAreTheStandardGame(
    seed: UInt64
  ) throws {
    let standard = try cluster(seed, .uniform).game()
    var random = SplitMix64(seed: seed)
    let levels = standard.strategies.upperBounds.map {
      $0 * random.number(in: 0...1)
    }
    for sharing in [SharingClasses.tiers, .firms] {
      let game = try cluster(seed, sharing).game()
      let flat = (0..<game.playerCount).flatMap { firm in
        game.strategies.variables(of: firm).map { _ in levels[firm] }
      }
      let (a, b) = (
        standard.payoffs(at: levels), game.payoffs(at: flat)
      )
      #expect(relativeDistance(a, b) < 1e-12)
      for (x, y) in zip(
        standard.breakdown(at: levels), game.breakdown(at: flat))
      {
        #expect(x.channel == y.channel)
        #expect(relativeDistance(x.amounts, y.amounts) < 1e-12)
      }
      let gradient = standard.pseudoGradient(at: levels)
      let directed = game.pseudoGradient(at: flat)
      for firm in levels.indices {
        let sum = game.strategies.variables(of: firm).reduce(0) {
          $0 + directed[$1]
        }
        #expect(relativeDistance(sum, gradient[firm]) < 1e-11)
      }
    }
  }

  /// Whatever levels inside are aimed at, with its rates no marginal payoff
  /// moves anybody away from them.
  @Test(arguments: 0..<5) func ratesImplementLevels(seed: UInt64) throws {
    let game = try cluster(seed, .firms).game()
    let levels = game.strategies.upperBounds.map { 0.4 * $0 }
    let subsidy = try #require(game.subsidy(implementing: levels))
    let slopes = game.payoffGradients(at: levels)
    for (v, rate) in subsidy.rates.enumerated() {
      let unpaid =
        slopes[game.strategies.owner(of: v), v] - game.subsidies[v]
      #expect(abs(unpaid + rate) < 1e-9)
    }
    let outlay = zip(subsidy.rates, levels).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(subsidy.outlay - outlay) < 1e-9)
  }

  /// The marginal payoffs are the derivatives of the payoffs.
  @Test(arguments: 0..<5) func marginalsAreDerivatives(seed: UInt64) throws {
    let game = try cluster(seed, .firms).game()
    let levels = game.strategies.upperBounds.map { 0.4 * $0 }
    let gradients = game.payoffGradients(at: levels)
    let marginals = game.pseudoGradient(at: levels)
    for firm in 0..<game.playerCount {
      for variable in game.strategies.variables(of: firm) {
        #expect(
          relativeDistance(marginals[variable], gradients[firm, variable])
            < 1e-11)
      }
    }
  }

  /// Two firms have one partner each: the classes make no difference.
  @Test func twoFirmsAreTheStandardGame() throws {
    let game = try cluster(3, .firms, firms: 2...2).game()
    let standard = try cluster(3, .uniform, firms: 2...2).game()
    #expect(game.strategies == standard.strategies)
    #expect(
      relativeDistance(
        game.payoffs(at: [0.3, 0.7]), standard.payoffs(at: [0.3, 0.7]))
        < 1e-13)
  }

  @Test func tiersNeedTiers() throws {
    let text = """
      model: {sharing: tiers}
      firms: [{name: A, tier: core}, {name: B}]
      """
    let error = ScenarioError(
      file: "chem.yaml", at: "model.sharing",
      "tiers needs a tier for every firm; firms[1] (B) has none")
    #expect(throws: error) { try Cluster(yaml: text, named: "chem.yaml") }
  }

  @Test func otherStudiesRefuseIt() throws {
    let cluster = try cluster(1, .firms)
    #expect(throws: ScenarioError.self) { try SharingGame(cluster) }
  }
}
