import Testing

@testable import Coopetition

@Suite struct ScenarioSummaryTests {
  @Test(arguments: [
    ("Chemistry", "Chemistry, 2 firms"),
    ("2 firms, regional, seed 1", "2 firms, regional, seed 1"),
    ("giant, 2 firms", "giant, 2 firms"), ("12 firms", "12 firms, 2 firms"),
  ])
  func sizeIsSaidOnce(name: String, title: String) throws {
    let cluster = try Cluster(name: name, firms: [Firm("A"), Firm("B")])
    #expect(try ScenarioSummary(.cluster(cluster)).title == title)
    #expect(
      try cluster.game().analyze().report.text().hasPrefix(
        title == name ? name + "\n" : "\(name): 2 firms\n"))
  }
}
