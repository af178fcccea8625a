import Equilibria
import LinearAlgebra
import Reports
import Synchronization
import Testing

@testable import Coopetition

@Suite struct EvolutionStudyTests {
  /// Sharing pays where the other shares more than half: everybody, nobody and
  /// half of it are equilibria, and that between sends levels away.
  private func evolution(from start: String) throws -> Evolution {
    try EvolutionStudy(starts: 10).evolution(of: scenario(from: start))
  }

  private func scenario(from start: String) throws -> Scenario {
    try Scenario(
      ScenarioFile(
        text: """
          game: Threshold
          players:
          - {name: A, variables: {x: [0, 1]}, payoff: x*(y - 0.5)}
          - {name: B, variables: {y: [0, 1]}, payoff: y*(x - 0.5)}
          adjustment: {rule: gradient, rate: 0.5, start: \(start)}
          """, named: "x.yaml"))
  }

  /// Levels at an equilibrium that sends others away rest there, which no
  /// region proves: the word is not said.
  @Test func whatRestsWithoutProofIsNumerical() throws {
    let found = try evolution(from: "0.5")
    let reached = try #require(found.path.reached)
    #expect(found.attractors.equilibria[reached] == [0.5, 0.5])
    #expect(found.attractors.regions[reached] == nil)
    #expect(!found.isPathProven)
    let text = found.report.text()
    #expect(text.contains("; numerical."))
    #expect(!text.contains("; proven."))
  }

  /// Shares of which nothing was computed are null and said to be not known.
  @Test func whatWasStoppedIsNotKnown() throws {
    let scenario = try scenario(from: "0.9")
    let isOver = Mutex(false)
    let study = EvolutionStudy(
      starts: 10,
      monitor: Monitor { event in
        if event.phase == "starts" { isOver.withLock { $0 = true } }
        return true
      })
    let found = try Cancellation.asking({ isOver.withLock { $0 } }) {
      try study.evolution(of: scenario)
    }
    #expect(found.attraction == nil)
    let shares = (0..<3).flatMap { k in
      ["share", "low", "high"].map { "equilibria[\(k)].attraction.\($0)" }
    }
    for path in ["cycling"] + shares {
      let path = try #require(JSONPath(path))
      guard case .value(.null) = found.json.find(path) else {
        Issue.record("\(path) is not null")
        continue
      }
    }
    let text = found.report.text()
    #expect(text.contains("not known") && !text.contains("0.0 %"))
  }

  /// `|x − x*| = w / 2 · 0.9ᵗ` is at most 1e-6 from some period on; of the
  /// width w of the bounds where that is more than 1.
  @Test(arguments: [(0.02, 88), (1.0, 125), (200.0, 125)])
  func levelsArriveWithinAMillionth(width: Double, period: Int) throws {
    let found = try EvolutionStudy(starts: 0).evolution(
      of: Scenario(
        ScenarioFile(
          text: """
            game: Apart
            players:
            - {name: A, variables: {x: [0, \(width)]},
               payoff: -(x/\(width) - 0.5)^2}
            adjustment: {rule: bestResponse, rate: 0.1, start: 0}
            """, named: "x.yaml")))
    #expect(found.path.reached != nil && found.path.periods == period)
  }

  /// Where the word is said the end is that of the path followed by itself.
  @Test(arguments: [("[0.9, 0.8]", 1.0), ("[0.1, 0.3]", 0.0)])
  func provenPathsEndThere(start: String, end: Double) throws {
    let found = try evolution(from: start)
    #expect(found.isPathProven)
    #expect(found.report.text().contains(/in (1 period|\d+ periods); proven\./))
    let reached = try #require(found.path.reached)
    #expect(found.attractors.equilibria[reached] == [end, end])
    var levels = try #require(found.path.levels.first)
    for _ in 0..<1_000 { levels = found.process.next(levels) }
    #expect(levels == [end, end])
  }
}
