import Equilibria
import Reports
import Testing

@testable import Coopetition

/// What the sections of time refuse, and with which words.
@Suite struct DynamicsSectionTests {
  private static let four = "firms: [{}, {}, {name: Beta}, {name: Delta}]\n"

  private static func message(_ text: String) throws -> String? {
    let folder = try ScenarioFolder()
    try folder.write(Array((four + text).utf8), to: "chem.yaml")
    do throws(ScenarioError) {
      _ = try Scenario(path: folder.path("chem.yaml"))
      return nil
    } catch {
      return error.description.replacing(folder.path + "/", with: "")
    }
  }

  @Test(
    arguments: [
      (
        "model: {choice: binary}",
        "model.choice: \"binary\" is not one of level, all"
      ),
      ("model: {noise: -1}", "model.noise: -1 is less than 0"),
      (
        "adjustment: {rate: 1.5}",
        "adjustment.rate: 1.5 is not in (0, 1] for rule bestResponse"
      ),
      ("adjustment: {rate: 0}", "adjustment.rate: 0 is not greater than 0"),
      (
        "adjustment: {start: [0, 0.5, 1]}",
        "adjustment.start: 3 numbers for 4 firms"
      ),
      ("adjustment: {start: 2}", "adjustment.start: 2 is not in [0, 1]"),
      (
        "adjustment: {rule: replicator}",
        "adjustment.rule: \"replicator\" is not one of bestResponse, "
          + "gradient, imitation"
      ),
      (
        "adjustment: {rats: 1}",
        "adjustment.rats: unknown key; did you mean rate?"
      ),
      ("shock: {deviation: -0.1}", "shock.deviation: -0.1 is less than 0"),
      (
        "growth: {depreciation: 0}",
        "growth.depreciation: 0 is not in (0, 1]"
      ),
      ("growth: {discount: 1}", "growth.discount: 1 is not in (0, 1)"),
      (
        "growth: {periods: 0}",
        "growth.periods: 0 is not a whole number from 1 to 10000"
      ),
      (
        "diffusion: {innovations: [{seeds: [Beta, Delt]}]}",
        "diffusion.innovations[0].seeds[1]: there is no firm \"Delt\"; did "
          + "you mean Delta?"
      ),
      (
        "diffusion: {innovations: [{}, {}, {}], interactions: [[1], [1]]}",
        "diffusion.interactions: 2 rows for 3 innovations"
      ),
      (
        "diffusion: {innovations: [{name: kiln}, {}, {name: kiln}]}",
        "diffusion.innovations[2]: the name kiln is there twice"
      ),
      (
        "diffusion: {threshold: 0.4}",
        "diffusion.threshold: is for rule threshold"
      ),
      (
        "diffusion: {levels: [1, 1]}",
        "diffusion.levels: 2 numbers for 4 firms"
      ),
      (
        "diffusion: {innovations: []}",
        "diffusion.innovations: is empty; one or more are needed"
      ),
    ])
  func isRefused(text: String, message: String) throws {
    #expect(try Self.message(text) == "chem.yaml: " + message)
  }

  /// The variants of the game are named, and a complete search of one is told
  /// as such.
  @Test func variantsOfTheGameAreTold() throws {
    var cluster = try Cluster(
      firms: [Firm("Alpha"), Firm("Beta")], complementarity: .uniform(0.5))
    cluster.model.choice = .all
    cluster.model.noise = 0.3
    let scenario = Scenario(.cluster(cluster))
    let remarks = try ScenarioSummary(scenario).remarks
    #expect(
      remarks.contains("each firm shares all it can or nothing (model.choice)"))
    #expect(
      remarks.contains(
        "firms choose imprecisely, by 0.3 of money (model.noise)"))
    let analysis = try scenario.game().analyze()
    #expect(analysis.isComplete)
    let text = analysis.report.text()
    #expect(text.contains("it is proven that there is no other"))
    #expect(!text.contains("too many firms"))
  }

  /// Who imitates stays where nobody shares, without reaching an equilibrium.
  @Test func imitationRestsWhereNobodyShares() throws {
    var cluster = try Cluster(
      firms: [Firm("Alpha"), Firm("Beta")], complementarity: .uniform(0.5))
    cluster.policy.subsidy = .perFirm([1, 1])
    var section = AdjustmentSection()
    section.adjustment = Adjustment(rule: .imitation, rate: 0.1)
    var scenario = Scenario(.cluster(cluster))
    scenario.sections.append(section)
    let report = try EvolutionStudy(starts: 10).evolution(of: scenario).report
    #expect(report.text().contains("They come to rest, but"))
  }

  @Test func flowsThatCannotFlowAreRefused() throws {
    let scenario = Scenario(
      .cluster(try Cluster(firms: [Firm("Alpha"), Firm("Beta")])))
    let error = #expect(throws: ScenarioError.self) {
      try SpreadStudy().spread(of: scenario)
    }
    #expect(
      error?.description
        == "diffusion.levels: no knowledge can flow: complementarity, "
        + "absorption or access is zero for every pair")
  }

  @Test func defaultsAreThoseOfTheSpecification() throws {
    let folder = try ScenarioFolder()
    try folder.write(
      Array((Self.four + "adjustment: {}\ndiffusion: {}\ngrowth: {}").utf8),
      to: "chem.yaml")
    let scenario = try Scenario(path: folder.path("chem.yaml"))
    let adjustment = try #require(scenario.section(AdjustmentSection.self))
    #expect(adjustment.adjustment.rate == 0.5)
    #expect(adjustment.adjustment.rule == .bestResponse)
    let diffusion = try #require(scenario.section(DiffusionSection.self))
    #expect(diffusion.horizon == 40 && diffusion.levels == .worst)
    #expect(diffusion.innovations[0].insight == [0.03, 0.03, 0.03, 0.03])
    let growth = try #require(scenario.section(GrowthSection.self))
    #expect(growth.depreciation[0] == 0.15 && growth.periods == 40)
  }
}
