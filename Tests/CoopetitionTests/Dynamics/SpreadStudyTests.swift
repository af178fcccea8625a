import Coopetition
import Testing

/// What a study of diffusion asks of its scenario.
@Suite struct SpreadStudyTests {
  private func problem(
    firms: Int, abandonment: Double, _ method: SpreadStudy.Method = .exact
  ) throws -> String? {
    let folder = try ScenarioFolder()
    let names = (0..<firms).map { "{name: F\($0)}" }
    let text = """
      firms: [\(names.joined(separator: ", "))]
      complementarity: {uniform: 0.3}
      diffusion:
        innovations:
          - {name: process, imitation: 0.6, abandonment: \(abandonment)}

      """
    try folder.write(Array(text.utf8), to: "spread.yaml")
    var study = SpreadStudy()
    study.method = method
    return try study.problem(with: Scenario(path: folder.path("spread.yaml")))
  }

  /// A state for each set of firms, or for who left as well: 2^16 and 3^10.
  @Test(arguments: [(16, 0.0), (10, 0.1)])
  func theExactMethodTakesFewFirms(most: Int, abandonment: Double) throws {
    #expect(try problem(firms: most, abandonment: abandonment) == nil)
    let found = try problem(firms: most + 1, abandonment: abandonment)
    #expect(
      try #require(found).hasPrefix("--method exact takes at most \(most) "))
    #expect(
      try problem(firms: most + 1, abandonment: abandonment, .simulation)
        == nil)
  }
}
