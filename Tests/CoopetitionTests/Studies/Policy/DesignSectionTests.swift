import Coopetition
import Testing

/// What is wrong with a design, where, and what would be right.
@Suite struct DesignSectionTests {
  private static let firms =
    "firms: [{name: Alpha, tier: core}, {name: Beta}, {name: Gamma}]\n"

  @Test(arguments: [
    (
      "design: {instruments: [{set: policy.subsidy, range: [1, 0]}]}",
      "x.yaml: design.instruments[0].range: 1 is above 0"
    ),
    (
      "design: {instruments: [{set: policy.price, range: [0, 1]}, {set: policy.royalty, range: [-1, 1]}]}",
      "x.yaml: design.instruments[1].range: −1 is not in [0, 1], the values of policy.royalty"
    ),
    (
      "design: {instruments: [{set: policy.subsidi, range: [0, 1]}]}",
      "x.yaml: design.instruments[0].set: unknown number policy.subsidi; did you mean policy.subsidy?"
    ),
    (
      "design: {instruments: [{set: policy.subsidy, per: tier, range: [0, 1]}]}",
      "x.yaml: design.instruments[0].per: firm Beta has no tier"
    ),
    (
      "design: {objective: spending, instruments: [{set: policy.subsidy, range: [0, 1]}]}",
      "x.yaml: design.target: missing; spending is least for an efficiency to reach"
    ),
    (
      "design: {objective: profit, instruments: [{set: policy.price, range: [0, 1]}]}",
      "x.yaml: platform.operator: missing; profit is what service or a firm earns by it"
    ),
    (
      "design: {objective: {payoff: Gama}, instruments: [{set: policy.price, range: [0, 1]}]}",
      "x.yaml: design.objective.payoff: no firm Gama; did you mean Gamma?"
    ),
    (
      "design: {instruments: [{set: policy.price, range: [0, 1]}, {set: policy.price, range: [0, 2]}]}",
      "x.yaml: design.instruments[1].set: policy.price is set twice; leave one out"
    ),
  ])
  func mistakesAreNamed(design: String, message: String) throws {
    let error = #expect(throws: ScenarioError.self) {
      try Scenario(
        ScenarioFile(text: Self.firms + design + "\n", named: "x.yaml"))
    }
    #expect(error?.description == message)
  }

  @Test func aDesignIsNeeded() throws {
    let scenario = try Scenario(
      ScenarioFile(text: Self.firms, named: "x.yaml"))
    let error = #expect(throws: ScenarioError.self) { try scenario.design() }
    #expect(
      error?.description
        == "design: missing; say which instruments may be set")
  }
}
