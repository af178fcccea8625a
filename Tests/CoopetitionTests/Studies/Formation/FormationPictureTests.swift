import TestSupport
import Testing

@testable import Coopetition

@Suite struct FormationPictureTests {
  @Test func drawsTheRoundsWithTheirBreakthrough() throws {
    let cluster = try ClusterGenerator(
      firms: 12, degree: 4, kind: .regional, seed: 3
    ).cluster()
    let run = try FormationSimulation(
      rounds: 12,
      events: [.init(6, "environment", 2, in: cluster)]
    ).run(.cluster(cluster))
    let pictures = run.report.pictures
    #expect(pictures.count == 1)
    let text = try #require(pictures.first).description
    #expect(XMLChecker().elements(of: text).contains("polyline"))
    #expect(!text.contains("nan"))
    #expect(
      text.contains("breakthrough")
        == run.rounds.contains { $0.stage == .breakthrough })
  }
}
