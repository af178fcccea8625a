import Foundation
import Games
import TestSupport
import Testing

@testable import Coopetition

/// What is paid for the level towards each tier or each partner.
@Suite struct DisclosureRatesTests {
  private static let yaml = """
    firms:
    - {name: A, tier: core, knowledge: 2, cost: {quadratic: 0.2}}
    - {name: B, tier: ordinary, absorption: 0.7, cost: {linear: 0.1}}
    - {name: C, tier: general, market: 0.5, cap: 0.9}
    - {name: D, tier: ordinary, knowledge: 0.8}
    model: {curvature: 0.6, sharing: SHARING}
    premium: {value: 0.4}
    complementarity: {uniform: 0.5}
    rivalry: {uniform: 0.4}

    """

  private static func text(
    _ sharing: SharingClasses, _ rates: String
  )
    -> String
  {
    yaml.replacing("SHARING", with: sharing.rawValue)
      + "policy: {subsidy: \(rates)}\n"
  }

  private static func game(
    _ sharing: SharingClasses, _ rates: String
  ) throws -> DirectedSharingGame {
    try DirectedSharingGame(try Cluster(yaml: text(sharing, rates)))
  }

  private static let rows = "[[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, -1]]"
  private static let matrix =
    "[[9, 1, 2, 3], [4, 9, 5, 6], [7, 8, 9, 10], [11, 12, -1, 9]]"

  /// Each level earns its own rate, and no other payoff changes.
  @Test(arguments: [
    (
      SharingClasses.tiers, rows,
      // A to ordinary, general; B to core, ordinary, general; …
      [2.0, 3, 4, 5, 6, 7, 8, 10, 11, -1]
    ),
    (.firms, matrix, [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, -1]),
    (.firms, "{uniform: 2}", Array(repeating: 2, count: 12)),
  ])
  func eachLevelEarnsItsRate(
    sharing: SharingClasses, rates: String, expected: [Double]
  ) throws {
    let (paid, free) = (
      try Self.game(sharing, rates), try Self.game(sharing, "0")
    )
    #expect(paid.subsidies == expected)
    var random = TestSupport.SplitMix64(seed: 5)
    let levels = paid.strategies.upperBounds.map {
      $0 * random.number(in: 0...1)
    }
    let (with, without) = (
      paid.payoffs(at: levels), free.payoffs(at: levels)
    )
    for firm in 0..<4 {
      let bonus = paid.strategies.variables(of: firm).reduce(0.0) {
        $0 + expected[$1] * levels[$1]
      }
      #expect(abs(with[firm] - without[firm] - bonus) < 1e-12)
    }
    let change = zip(
      paid.pseudoGradient(at: levels), free.pseudoGradient(at: levels)
    ).map { $0 - $1 }
    #expect(relativeDistance(change, expected) < 1e-12)
    #expect(abs(paid.welfare(at: levels) - free.welfare(at: levels)) < 1e-10)
    #expect(paid.digest != free.digest)
  }

  /// Split by the shares of partners, rates are one subsidy for all levels.
  @Test func evenRatesAreASubsidyOfTheMean() throws {
    let (even, one) = (
      try Self.game(.firms, "{uniform: 0.25}"),
      try Self.game(.firms, "0.75")
    )
    let levels = even.strategies.upperBounds.map { $0 * 0.6 }
    #expect(
      relativeDistance(
        even.payoffs(at: levels), one.payoffs(at: levels)) < 1e-14)
  }

  /// Paid as the analysis says, the optimum is an equilibrium, by regret alone.
  @Test(arguments: [SharingClasses.tiers, .firms])
  func theRatesOfTheAnalysisImplementTheOptimum(
    sharing: SharingClasses
  ) throws {
    let cluster = try Cluster(yaml: Self.text(sharing, "0.1"))
    let found = try #require(
      try Scenario.cluster(cluster).directedSharing())
    let rates = try #require(found.analysis.subsidy).rates
    var paid = cluster
    paid.policy.subsidy = 0
    paid.policy.disclosureSubsidy = try Self.rates(rates, found.game)
    let game = try DirectedSharingGame(paid)
    let best = found.analysis.optimum.levels
    let welfare = game.welfare(at: best)
    #expect(abs(welfare - found.analysis.optimum.welfare) < 1e-12 * welfare)
    let regret = game.regret(at: best).upper
    #expect(regret < 1e-9 * welfare)
    let unpaid = try DirectedSharingGame(cluster).regret(at: best).upper
    #expect(unpaid > 1e3 * regret)
  }

  /// With the rates of the analysis and a margin each equilibrium that is told
  /// has no regret, and one of them is the optimum.
  @Test(arguments: [SharingClasses.tiers, .firms])
  func theEquilibriaWithTheRatesAreTold(sharing: SharingClasses) throws {
    let cluster = try Cluster(yaml: Self.text(sharing, "0.1"))
    let found = try #require(
      try Scenario.cluster(cluster).directedSharing())
    let subsidy = try #require(found.analysis.subsidy)
    let outcome = try #require(subsidy.outcome)
    var paid = cluster
    paid.policy.subsidy = 0
    paid.policy.disclosureSubsidy = try Self.rates(outcome.rates, found.game)
    let game = try DirectedSharingGame(paid)
    for equilibrium in outcome.equilibria {
      #expect(game.regret(at: equilibrium.levels).upper < 1e-9)
      let outlay = zip(outcome.rates, equilibrium.levels).reduce(0) {
        $0 + $1.0 * $1.1
      }
      #expect(abs(equilibrium.outlay - outlay) < 1e-12)
    }
    #expect(outcome.equilibria.filter(\.isIntended).count == 1)
    let tiers = try #require(found.tierOutlay)
    #expect(abs(tiers.joined().reduce(0, +) - subsidy.outlay) < 1e-12)
    let text = found.report.text().replacing("\n", with: " ")
    #expect(text.contains("makes the optimum an equilibrium; it costs"))
    #expect(text.contains("Of that is paid for sharing with"))
  }

  /// Two firms of known tiers: who is paid for whom can be told.
  @Test func theOutlayIsToldByTiers() throws {
    let game = try Self.game(.tiers, "0")
    let rates = game.strategies.upperBounds.indices.map { Double($0 + 1) }
    let ones = rates.map { _ in 1.0 }
    // A to ordinary, general; B to core, ordinary, general; C to core, ordinary;
    // D to core, ordinary, general.
    #expect(
      game.outlayByTier(rates, at: ones)
        == [[0, 1, 2], [3 + 8, 4 + 9, 5 + 10], [6, 7, 0]])
  }

  private static func rates(
    _ rates: [Double], _ game: DirectedSharingGame
  ) throws -> DisclosureRates {
    var rows = (0..<4).map { _ in
      Array(
        repeating: 0.0, count: game.cluster.model.sharing == .firms ? 4 : 3)
    }
    for (variable, rate) in rates.enumerated() {
      rows[game.strategies.owner(of: variable)][
        game.links.classes[variable]] = rate
    }
    return game.cluster.model.sharing == .firms
      ? .partners(Links(rows: rows)) : .tiers(rows)
  }

  /// In a file of edges `from` discloses to `to`, as knowledge flows; a matrix
  /// has the discloser in its row.
  @Test(arguments: [
    "from,to,weight\nA,B,2\n3,A,4\n",
    "0,2,0,0\n0,0,0,0\n4,0,0,0\n0,0,0,0\n",
  ])
  func filesGiveRates(table: String) throws {
    let folder = try TemporaryFolder([
      "x.yaml": Self.text(.firms, "rates.csv"), "rates.csv": table,
    ])
    let cluster = try Cluster(scenario: folder.path("x.yaml"))
    let rates = try #require(cluster.policy.disclosureSubsidy)
    #expect(rates.rate(of: 0, towards: 1) == 2)
    #expect(rates.rate(of: 2, towards: 0) == 4)
    #expect(rates.rate(of: 1, towards: 0) == 0)
    #expect(rates.rate(of: 0, towards: 2) == 0)
  }

  /// A firm without partners has one level, paid at the mean of its row.
  @Test func aFirmAloneIsPaidTheMean() throws {
    let rates = DisclosureRates.tiers([[1, 2, 6]])
    #expect(rates.rate(of: 0, towards: -1) == 3)
    let none = DisclosureRates.partners(.uniform(4))
    #expect(none.rate(of: 0, towards: -1) == 0)
  }

  @Test(arguments: [
    (SharingClasses.tiers, rows), (.firms, matrix), (.firms, "{uniform: 2}"),
  ])
  func aClusterIsReadAsItIsWritten(
    sharing: SharingClasses, rates: String
  ) throws {
    let cluster = try Cluster(yaml: Self.text(sharing, rates))
    let again = try JSONDecoder().decode(
      Cluster.self, from: JSONEncoder().encode(cluster))
    #expect(again == cluster)
    #expect(cluster.policy.disclosureSubsidy != nil)
    #expect(
      try Cluster(yaml: Self.text(sharing, "[1, 2, 3, 4]"))
        .policy.disclosureSubsidy == nil)
  }

  /// Those who stay keep their rates among each other.
  @Test func theRatesOfThoseWhoLeaveGo() throws {
    let tiers = try Cluster(yaml: Self.text(.tiers, Self.rows))
      .removing([1])
    #expect(
      tiers.policy.disclosureSubsidy
        == .tiers([[1, 2, 3], [7, 8, 9], [10, 11, -1]]))
    let firms = try Cluster(yaml: Self.text(.firms, Self.matrix))
      .removing([0, 2])
    #expect(
      firms.policy.disclosureSubsidy
        == .partners(Links(rows: [[0, 6], [12, 0]])))
  }

  @Test(arguments: [
    (
      SharingClasses.uniform, rows,
      "policy.subsidy: has a row for each firm, which needs model.sharing: "
        + "tiers or firms"
    ),
    (
      .tiers, "[[1, 2], [1, 2], [1, 2], [1, 2]]",
      "policy.subsidy[0]: has 2 numbers where 3 are needed"
    ),
    (
      .tiers, "[[1, 2, 3]]", "policy.subsidy: has 1 row where 4 are needed"
    ),
    (
      .tiers, "[[1, 2, 3], 4, 5, 6]",
      "policy.subsidy[1]: 4 is not a list of numbers"
    ),
    (
      .firms, "[[1, 2, 3], [1, 2, 3], [1, 2, 3]]",
      "policy.subsidy: has 3 rows where 4 are needed"
    ),
    (
      .tiers, "{uniform: 2}",
      "policy.subsidy.uniform: unknown key; known are core, ordinary, general"
    ),
  ])
  func whatDoesNotFitIsRefused(
    sharing: SharingClasses, rates: String, message: String
  ) throws {
    let error = #expect(throws: ScenarioError.self) {
      try Cluster(yaml: Self.text(sharing, rates), named: "x.yaml")
    }
    #expect(error?.description == "x.yaml: " + message)
  }

  /// Clusters that are changed in code are held to the same.
  @Test func whatIsSetInCodeIsChecked() throws {
    var cluster = try Cluster(yaml: Self.text(.tiers, Self.rows))
    cluster.policy.subsidy = 1
    #expect(throws: ScenarioError.self) { try cluster.validate() }
    cluster.policy.subsidy = 0
    try cluster.validate()
    cluster.model.sharing = .firms
    #expect(throws: ScenarioError.self) { try cluster.validate() }
    cluster.model.sharing = .tiers
    cluster.policy.disclosureSubsidy = .tiers([[1, 2, .infinity]])
    #expect(throws: ScenarioError.self) { try cluster.validate() }
  }

  /// Rates by partner have no address; nothing else may stand beside them.
  @Test(arguments: ["policy.subsidy", "policy.subsidy[1]"])
  func theyAreNoNumberToVary(address: String) throws {
    let cluster = try Cluster(yaml: Self.text(.firms, Self.matrix))
    let error = #expect(throws: ScenarioError.self) {
      try ClusterParameter(address, in: cluster)
    }
    #expect(error?.message.contains("is given for each partner") == true)
    #expect(
      !ClusterParameter.all(of: cluster).contains {
        $0.path.hasPrefix("policy.subsidy")
      })
  }
}
