import Testing

@testable import Coopetition

@Suite("Pictures of divisions")
struct DivisionPictureTests {
  /// A letter takes some 6 pixels in this size; rising by 35 degrees, a name of
  /// so many letters rises by 0.57 of their width and goes right by 0.82.
  @Test("Long names of topics stay within the picture", arguments: [3, 20, 40])
  func longNames(letters: Int) throws {
    let name = String(repeating: "x", count: min(letters, 30))
    let topics = (10..<30).map { "{name: \(name)\($0), value: 1, cost: 1}" }
    let scenario = try Scenario(
      ScenarioFile(
        text:
          "firms: [{}, {}]\ndivision: {topics: [\(topics.joined(separator: ", "))]}"
      ))
    let picture = DivisionPicture(try scenario.divide()).document
    let width = 6 * Double(name.count + 2)
    let labels = picture.description.matches(
      of: /<text x="([0-9.]+)" y="([0-9.]+)"[^>]*rotate\(-35/)
    #expect(labels.count == topics.count)
    for label in labels {
      let (x, y) = (
        try #require(Double(label.1)), try #require(Double(label.2))
      )
      #expect(y - 0.57 * width > 30)
      #expect(x + 0.82 * width < picture.width)
    }
  }
}
