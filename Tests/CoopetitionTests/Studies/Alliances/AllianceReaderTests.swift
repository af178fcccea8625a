import Coopetition
import TestSupport
import Testing

/// What is wrong with the section `alliances`, in the words that a user sees.
@Suite struct AllianceReaderTests {
  private static let firms = """
    firms: [{name: Alpha}, {name: Beta}, {name: Gamma}, {name: Delfa}]
    complementarity: {uniform: 0.5}

    """
  private static let formulas = """
    game: Two
    players:
    - {name: A, variables: {x: [0, 1]}, payoff: x*y - x^2}
    - {name: B, variables: {y: [0, 1]}, payoff: x*y - y^2}

    """
  private static let worths = """
    worths:
      players: [A, B, C]
      values: {A: 0, B: 0, C: 0, A+B: 1, B+C: 1, A+B+C: 2

    """

  private static func cluster(
    _ what: String, _ text: String, _ message: String
  ) -> BadScenario {
    BadScenario(what, firms + text, "chem.yaml: " + message)
  }

  static let scenarios: [BadScenario] = [
    cluster(
      "an unknown kind", "alliances: {kind: joint}",
      "alliances.kind: joint is none of research, standard, chain, market, "
        + "rules, none"),
    cluster(
      "a firm in two alliances",
      "alliances: {structure: [[Alpha, Beta], [Beta, Gamma]]}",
      "alliances.structure[1]: Beta is in alliances.structure[0] already"),
    cluster(
      "an unknown name",
      "alliances: {candidates: [Alpha, Beta, Delta]}",
      "alliances.candidates[2]: there is no firm Delta; did you mean Delfa?"),
    cluster(
      "one member", "alliances: {structure: [[Alpha]]}",
      "alliances.structure[0]: an alliance has two or more members"),
    cluster(
      "a firm that is no candidate",
      "alliances: {candidates: [Alpha, Beta], structure: [[Alpha, Gamma]]}",
      "alliances.structure[0]: Gamma is not among the candidates"),
    cluster(
      "unions that leave one out",
      "alliances: {unions: [[Alpha, Beta], [Gamma]]}",
      "alliances.unions: Delfa is in none"),
    cluster(
      "a union of nobody",
      "alliances: {unions: [[Alpha, Beta, Gamma, Delfa], []]}",
      "alliances.unions[1]: names nobody"),
    cluster(
      "too much success", "risk: {success: 1.2}",
      "risk.success: 1.2 is not in (0, 1]"),
    cluster(
      "too much leakage", "alliances: {terms: {leakage: 1.2}}",
      "alliances.terms.leakage: 1.2 is not in [0, 1]"),
    cluster(
      "a duty beyond everything", "alliances: {terms: {duty: 2}}",
      "alliances.terms.duty: 2 is not in [0, 1]"),
    cluster(
      "a number for a word", "alliances: {select: 3}",
      "alliances.select: 3 is none of worst, best, highest, lowest"),
    cluster(
      "an unknown key", "alliances: {kinds: research}",
      "alliances.kinds: unknown key; did you mean kind?"),
    BadScenario(
      "no tolerance", "firms: [{riskTolerance: 0}]",
      "chem.yaml: firms[0].riskTolerance: 0 is not greater than 0"),
    BadScenario(
      "an unknown role", "firms: [{role: bank}]",
      "chem.yaml: firms[0].role: bank is not firm, university or institute"),
    BadScenario(
      "terms that formulas lack",
      formulas + "alliances: {terms: {access: 1}}",
      "chem.yaml: alliances.terms.access: a game of formulas knows decides "
        + "and overhead only"),
    BadScenario(
      "a coalition that is missing", worths + "}",
      "chem.yaml: worths.values: A+C is missing"),
    BadScenario(
      "a coalition twice", worths + ", A+C: 1, B+A: 1}",
      "chem.yaml: worths.values: A+B is there twice"),
    BadScenario(
      "a worth whose differences are no numbers",
      worths.replacing("A: 0", with: "A: -1e308") + "}",
      "chem.yaml: worths.values.A: -1e+308 is too large to divide; give worths in "
        + "a larger unit"),
    BadScenario(
      "an unknown player", worths + ", A+D: 1}",
      "chem.yaml: worths.values: there is no player D"),
  ]

  @Test(arguments: scenarios)
  func refuses(_ scenario: BadScenario) throws {
    let folder = try TemporaryFolder()
    for (name, bytes) in scenario.files { try folder.write(bytes, to: name) }
    let error = #expect(throws: ScenarioError.self) {
      try Scenario(path: folder.path("chem.yaml"))
    }
    let found = error?.description.replacing(folder.path + "/", with: "")
    #expect(found == scenario.message)
  }

  @Test func tooManyCandidatesAreCounted() throws {
    let firms = (1...21).map { _ in "{}" }.joined(separator: ", ")
    let scenario = try Scenario(
      ScenarioFile(text: "firms: [\(firms)]", named: "x.yaml"))
    let error = #expect(throws: ScenarioError.self) {
      try scenario.alliances()
    }
    #expect(
      error?.description
        == "alliances.candidates: 21 candidates make 2,097,152 alliances; "
        + "name at most 16, or give --structure")
  }

  @Test func presetsAreTheKindsOfTheField() {
    #expect(AllianceKind.research.terms.access == 1)
    #expect(AllianceKind.research.terms.isPooling)
    #expect(!AllianceKind.standard.terms.decidesJointly)
    #expect(AllianceKind.standard.terms.cost == 0.5)
    #expect(AllianceKind.chain.terms.complementarity == 1.5)
    #expect(AllianceKind.market.terms.rivalry == 0.5)
    #expect(AllianceKind.rules.terms.leakage == 0.5)
    #expect(AllianceKind.none.terms == AllianceTerms())
  }

  // Whoever sells nothing loses nothing to those who learn from it.
  @Test func universitiesHaveNoMarketAtRisk() throws {
    let text = "firms: [{role: university}, {role: institute, market: 2}, {}]"
    let scenario = try Scenario(ScenarioFile(text: text))
    guard case .cluster(let cluster) = scenario.subject else {
      Issue.record("not a cluster")
      return
    }
    #expect(cluster.firms.map(\.marketAtRisk) == [0, 2, 1])
  }
}
