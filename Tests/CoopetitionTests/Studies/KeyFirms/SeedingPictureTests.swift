import TestSupport
import Testing

@testable import Coopetition

@Suite struct SeedingPictureTests {
  @Test func drawsTheLadder() throws {
    let cluster = try NetworkGolden.cluster("key-seed-10-1")
    let answers = try KeyFirms(seeding: SeedingStudy())
      .answers(for: .cluster(cluster))
    let pictures = answers.report.pictures
    #expect(pictures.count == 1)
    let text = try #require(pictures.first).description
    #expect(XMLChecker().elements(of: text).contains("polyline"))
    #expect(!text.contains("nan"))
    #expect(text.contains("highest equilibrium"))
  }
}
