import Testing

@testable import Coopetition

/// What errors show may be added to a scenario as it stands.
@Suite struct SectionSampleTests {
  private static let cluster = """
    firms: [{name: A, cost: {quadratic: 1}}, {name: B, cost: {quadratic: 1}}]
    complementarity: {uniform: 1}
    """
  private static let formulas = """
    game: Two
    parameters: {t: 0.5}
    players:
    - {name: A, variables: {x: [0, 1]}, payoff: t*x - x^2/2}
    - {name: B, variables: {y: [0, 1]}, payoff: t*x*y - y^2/2}
    """

  private func scenario(_ text: String) throws -> Scenario {
    try Scenario(ScenarioFile(text: text, named: "x.yaml"))
  }

  /// The scenario with the line that the error about it shows.
  private func mended(
    _ text: String, _ study: (Scenario) throws -> Void
  ) throws -> Scenario {
    let bare = try scenario(text)
    let error = try #require(
      #expect(throws: ScenarioError.self) { try study(bare) })
    let line = try #require(error.description.split(separator: "\n").last)
    #expect(line.hasPrefix("  "))
    return try scenario("\(text)\n\(line.dropFirst(2))\n")
  }

  @Test(arguments: [cluster, formulas])
  func aDesign(text: String) throws {
    let mended = try mended(text) { _ = try $0.design() }
    #expect(try mended.design().value != nil)
  }

  @Test func aDivision() throws {
    let mended = try mended(Self.cluster) { _ = try $0.divide() }
    #expect(try mended.divide().topics == ["Demand"])
  }

  @Test(arguments: [cluster, formulas])
  func anUncertainNumber(text: String) throws {
    var request = SweepPlan.Request()
    request.design = .sample(8)
    let wanted = request
    let mended = try mended(text) { _ = try SweepPlan(wanted, of: $0) }
    #expect(try SweepPlan(wanted, of: mended).uncertain.count == 1)
  }
}
