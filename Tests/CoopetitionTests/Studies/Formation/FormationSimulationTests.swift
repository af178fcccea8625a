import Coopetition
import TestSupport
import Testing

@Suite struct FormationSimulationTests {
  private struct Answer: Decodable {
    struct Round: Decodable {
      let round: Int
      let changes: Int
      let links: Int
      let components: Int
      let transitivity: Double
      let meanLevel: Double
      let flow: Double
      let extensive: Double
      let intensive: Double
      let welfare: Double
      let stage: String
    }
    let rounds: [Round]
    let links: [[Int]]
    let levels: [Double]
    let rested: Bool
  }

  @Test(
    arguments: [
      ("form-sim-12-1", 30, 1, nil as String?),
      ("form-sim-30-event-3", 12, 3, "environment"),
    ])
  func agreesWithGoldenRuns(
    name: String, rounds: Int, seed: UInt64, event: String?
  ) throws {
    let expected = try NetworkGolden.answer(name, as: Answer.self)
    let scenario = try NetworkGolden.scenario(name)
    let cluster = try NetworkGolden.cluster(name)
    let events = try event.map {
      [try FormationSimulation.Event(6, $0, 1.8, in: cluster)]
    }
    let run = try FormationSimulation(
      rounds: rounds, seed: seed, events: events ?? []
    ).run(scenario)
    #expect(run.links.map { [$0.first + 1, $0.second + 1] } == expected.links)
    #expect(relativeDistance(run.levels, expected.levels) < 1e-8)
    #expect(run.hasRested == expected.rested)
    #expect(run.rounds.count == expected.rounds.count)
    for (record, wanted) in zip(run.rounds, expected.rounds) {
      #expect(record.changes == wanted.changes)
      #expect(record.links == wanted.links)
      #expect(record.components == wanted.components)
      #expect(record.stage.rawValue == wanted.stage)
      let numbers = [
        record.transitivity, record.meanLevel, record.flow, record.extensive,
        record.intensive, record.welfare,
      ]
      let expected = [
        wanted.transitivity, wanted.meanLevel, wanted.flow, wanted.extensive,
        wanted.intensive, wanted.welfare,
      ]
      #expect(relativeDistance(numbers, expected) < 1e-7)
    }
  }

  /// A link is made if one firm gains by it and the other does not lose: Beta
  /// shares all it may, linked or not, and uses nothing of Alpha.
  @Test func oneWhoGainsIsEnough() throws {
    let cluster = try Cluster(
      yaml: """
        firms: [{name: Alpha}, {name: Beta}]
        complementarity: [[0, 0.5], [0, 0]]
        policy: {subsidy: 5}
        """)
    let run = try FormationSimulation(rounds: 3, seed: 1)
      .run(.cluster(cluster))
    #expect(run.links.count == 1)
    let idle = try Cluster(
      yaml: "firms: [{}, {}]\ncomplementarity: {uniform: 0}")
    #expect(
      try FormationSimulation(rounds: 3, seed: 1).run(.cluster(idle)).links
        .isEmpty)
  }

  /// New links and new levels make up the change of flow.
  @Test func flowsAreSplitExactly() throws {
    let scenario = try NetworkGolden.scenario("form-sim-12-1")
    let run = try FormationSimulation(rounds: 10, seed: 4, noise: 0.2)
      .run(scenario)
    for (before, after) in zip(run.rounds, run.rounds.dropFirst()) {
      let change = after.extensive + after.intensive
      #expect(abs(after.flow - before.flow - change) < 1e-12)
    }
  }

  @Test func aSeedGivesTheSameRun() throws {
    let scenario = try NetworkGolden.scenario("form-sim-12-1")
    let runs = try (0..<2).map { _ in
      try FormationSimulation(rounds: 5, seed: 9, noise: 0.1).run(scenario)
    }
    #expect(runs[0].levels == runs[1].levels)
    #expect(runs[0].links == runs[1].links)
  }
}
