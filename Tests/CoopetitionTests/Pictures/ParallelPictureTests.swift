import Testing

@testable import Coopetition

@Suite("Pictures of many coordinates")
struct ParallelPictureTests {
  @Test("Every point is a line through its value on each axis")
  func lines() {
    let picture = ParallelPicture(
      title: "Three", summary: "Two points", axes: ["A", "B", "C & D"],
      groups: [
        .init(
          name: "front", points: [[0, 1, 2], [1, 0, 3]], ink: .blue, mark: nil),
        .init(
          name: "optimum", points: [[1, 1, 1]], ink: .leaf, mark: .star),
        .init(name: "nothing", points: [], ink: .red, mark: .dot),
      ])
    let text = picture.document.description
    let elements = XMLChecker().elements(of: text)
    #expect(elements.count { $0 == "polyline" } == 3 + 3)
    #expect(text.contains(">C &amp; D</text>"))
    #expect(!text.contains("rotate"))
    #expect(!text.contains("nothing"))
  }

  @Test("Long names stand slanted and end within the picture")
  func longNames() {
    let names = (1...12).map { "a long name of a firm \($0)" }
    let picture = ParallelPicture(
      title: "Twelve", summary: "A point", axes: names,
      groups: [
        .init(name: "front", points: [names.map { _ in 1 }], ink: .blue)
      ])
    let text = picture.document.description
    #expect(text.contains("rotate(25 "))
    #expect(text.contains(">\(names[11])</text>"))
  }

  @Test("A front of five firms has five axes, and a line for every profile")
  func front() throws {
    let analyzer = FrontAnalyzer(
      tracing: ParetoTracing(points: 10, proof: nil))
    let found = try analyzer.analyze(
      SharingGame(Cluster(scenario: Golden.scenario("case-100"))))
    #expect(found.objectives.count == 5)
    let text = found.picture.description
    let lines = XMLChecker().elements(of: text).count { $0 == "polyline" }
    let others = found.equilibria.count + 1 + found.improvements.count + 1
    #expect(lines == 5 + found.front.points.count + others)
    for name in found.objectives.map(\.name) + ["social optimum"] {
      #expect(text.contains(">\(name)</text>"))
    }
    #expect(text.contains("The payoffs of F1, F2, F3, F4, F5 at"))
  }
}
