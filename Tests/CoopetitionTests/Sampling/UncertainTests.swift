import Testing

@testable import Coopetition

@Suite("Uncertain numbers")
struct UncertainTests {
  private func uncertain(_ text: String) throws -> Uncertain? {
    let file = try ScenarioFile(
      text: """
        firms: [{name: Alpha}, {name: Beta}]
        uncertain: \(text)
        """, named: "F")
    return try Scenario(file).section(Uncertain.self)
  }

  @Test("Addresses and distributions are read in order")
  func read() throws {
    let found = try uncertain(
      """
      {rivalry: {triangular: [0, 1, 3]}, Beta.opportunity: {normal: [3, 1]}}
      """)
    let numbers = try #require(found).numbers
    #expect(numbers.map(\.address) == ["rivalry", "Beta.opportunity"])
    #expect(numbers[1].number.path == "firms[1].opportunity")
    #expect(
      numbers[1].distribution
        == Distribution(
          .normal(mean: 3, deviation: 1), from: 0, to: .infinity))
    #expect(found?.distribution(of: "rivalry")?.upper == 3)
  }

  @Test("A scenario without the key has none")
  func none() throws {
    let file = try ScenarioFile(text: "firms: [{}]", named: "F")
    #expect(try Scenario(file).section(Uncertain.self) == nil)
  }

  @Test("Games of formulas have uncertain parameters")
  func formulas() throws {
    let text = """
      game: G
      parameters: {t: 0.5}
      players: [{name: A, variables: {x: [0, 1]}, payoff: t*x}]
      uncertain: {t: {uniform: [-1, 1]}}
      """
    let scenario = try Scenario(ScenarioFile(text: text, named: "F"))
    #expect(scenario.section(Uncertain.self)?.numbers.count == 1)
    #expect {
      try Scenario(
        ScenarioFile(
          text: text.replacing("{t: {u", with: "{s: {u"), named: "F"))
    } throws: {
      "\($0)" == "F: uncertain.s: unknown key; did you mean t?"
        || "\($0)" == "F: uncertain.s: unknown key; known are t"
    }
  }

  @Test(
    "What is wrong is said at its place",
    arguments: [
      (
        "{enviroment: {uniform: [0, 1]}}",
        "F: uncertain.enviroment: unknown key; did you mean environment?"
      ),
      (
        "{environment: {uniform: [2, 1]}}",
        "F: uncertain.environment.uniform: 2 is not less than 1"
      ),
      (
        "{market: {uniform: [-1, 1]}}",
        "F: uncertain.market.uniform: -1 is less than 0"
      ),
      (
        "{environment: {normal: [1, 0]}}",
        "F: uncertain.environment.normal: the deviation 0 is not greater than 0"
      ),
      (
        "{environment: {normal: [1, 0.1], from: 5}}",
        "F: uncertain.environment: [5, ∞) has probability below 1e-6"
      ),
      (
        "{environment: {uniform: [0, 1], normal: [1, 1]}}",
        "F: uncertain.environment: "
          + "give one of uniform, triangular, normal, lognormal"
      ),
      (
        "{market: {uniform: [0, 1]}, \"firms[2].market\": {uniform: [0, 1]}}",
        "F: uncertain.firms[2].market: there is no firm 2 among 2; positions "
          + "count from 0"
      ),
      (
        """
        {Beta.market: {uniform: [0, 1]}, "firms[1].market": {uniform: [0, 1]}}
        """,
        "F: uncertain.firms[1].market: is the same number as Beta.market"
      ),
      (
        "[environment]",
        "F: uncertain: a list is not a mapping from addresses to distributions"
      ),
    ])
  func refused(text: String, message: String) {
    #expect {
      _ = try uncertain(text)
    } throws: {
      "\($0)" == message
    }
  }
}
