import Equilibria
import Testing

@testable import Coopetition

/// What a small change of a number does to a diffusion.
@Suite struct SpreadEffectTests {
  private static let chem = """
    firms:
      - {name: Alpha, absorption: 0.6}
      - {name: Beta, absorption: 0.7}
      - {name: Gamma, absorption: 0.8}
    complementarity: {uniform: 0.3}
    diffusion:
      levels: caps
      horizon: 10
      innovations: [{name: process, imitation: 0.6, seeds: [Alpha]}]

    """

  private func scenario(
    _ text: String = chem
  ) throws -> Scenario {
    let folder = try ScenarioFolder()
    try folder.write(Array(text.utf8), to: "chem.yaml")
    return try Scenario(path: folder.path("chem.yaml"))
  }

  private func area(_ spread: Spread) -> Double? {
    guard case .course(let course, _) = spread.answer else { return nil }
    return course.innovations[0].area
  }

  /// The slope is that of the exact areas on both sides.
  @Test func slopeIsThatOfTheMeasure() throws {
    let study = SpreadStudy(effect: "Beta.absorption")
    let effect = try #require(try study.spread(of: scenario()).effect)
    #expect(effect.value == 0.7)
    let spread = try study.spread(of: scenario())
    let slope = try #require(
      spread.slopes(effect)[0].first { $0.name == "area" })
    #expect(slope.reach == 0)
    let sides = try ["0.69", "0.71"].map { value in
      let text = Self.chem.replacing(
        "absorption: 0.7", with: "absorption: \(value)")
      return try #require(area(SpreadStudy().spread(of: scenario(text))))
    }
    #expect(abs(slope.value - (sides[1] - sides[0]) / 0.02) < 0.01)
    #expect(slope.value > 0)
  }

  /// Runs with the same luck tell the same slope with an interval around it.
  @Test func simulationAgreesWithinItsInterval() throws {
    var study = SpreadStudy(effect: "Beta.absorption")
    let exact = try study.spread(of: scenario())
    study.method = .simulation
    study.runs = 4_000
    let sampled = try study.spread(of: scenario())
    let pairs = try [exact, sampled].map { spread in
      let effect = try #require(spread.effect)
      return spread.slopes(effect)[0]
    }
    for (right, found) in zip(pairs[0], pairs[1]) {
      #expect(abs(found.value - right.value) <= 2.5 * found.reach + 1e-9)
    }
  }

  @Test func unknownNumbersAreNamed() throws {
    let study = SpreadStudy(effect: "Beta.absorbtion")
    #expect(throws: ScenarioError.self) {
      try study.spread(of: scenario())
    }
  }
}
