import Testing

@testable import Coopetition

@Suite("What shocks say is proven")
struct ShocksReportTests {
  @Test("Bounds are rounded up, and what has none is numerical")
  func standing() {
    #expect(
      Shocks.standing(within: 2.0871e-14, worth: 0.5, isWhole: true)
        == "Proven, to within 2.088e-14; what they are worth, to within 0.5000 "
        + "of money.")
    #expect(
      Shocks.standing(within: 1e-9, worth: .infinity, isWhole: false)
        == "The multipliers are proven, to within 1.000e-9; what they are worth "
        + "is numerical.")
    #expect(
      Shocks.standing(within: .infinity, worth: 1, isWhole: true)
        == "Numerical.")
  }

  @Test("Another rule of adjustment is told not to be followed")
  func otherRules() throws {
    func text(_ adjustment: String) throws -> String {
      try ShockStudy().shocks(
        of: Scenario(
          ScenarioFile(
            text: """
              firms:
              - {name: A, cost: {linear: 9}}
              - {name: B, cost: {linear: 9}}
              adjustment: {\(adjustment)}

              """, named: "x.yaml"))
      ).report.text()
    }
    let said = "Levels return by best responses at a rate of 0.5000"
    #expect(try text("rule: gradient, rate: 0.8").contains(said))
    #expect(try !text("rule: bestResponse, rate: 0.8").contains("return by"))
  }
}
