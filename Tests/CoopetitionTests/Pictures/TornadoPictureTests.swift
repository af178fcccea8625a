import Testing

@testable import Coopetition

@Suite("Pictures of bars")
struct TornadoPictureTests {
  private func picture(
    heads: [String?], sides: (low: String, high: String)? = nil
  ) -> TornadoPicture {
    TornadoPicture(
      title: "What moves welfare",
      panels: heads.map {
        .init(
          head: $0, middle: 1,
          bars: [
            .init(name: "environment", low: 0.5, high: 2),
            .init(name: "rivalry", low: 1, high: 1),
          ])
      }, sides: sides)
  }

  @Test("Every bar that leaves the middle is a rectangle with its number")
  func bars() {
    let text = picture(heads: [nil], sides: ("low", "high"))
      .document.description
    // The ground of the file, two marks of the legend are paths, two bars.
    let count = XMLChecker().elements(of: text).count { $0 == "rect" }
    #expect(count == 3)
    #expect(text.contains("<title>environment: 0.5000</title>"))
    #expect(text.contains("environment: 0.5000 – 2.000"))
  }

  @Test("The title is drawn, unless a page has it above")
  func title() {
    var bars = picture(heads: [nil])
    #expect(bars.document.description.contains(">What moves welfare</text>"))
    let height = bars.document.height
    bars.showsTitle = false
    #expect(!bars.document.description.contains("moves welfare</text>"))
    #expect(bars.document.height < height)
  }

  @Test("Panels stand below each other")
  func panels() {
    let one = picture(heads: ["first"]).document
    let two = picture(heads: ["first", "second"]).document
    let rows = 24.0 * 3 + 26
    #expect(two.height == one.height + rows)
    for head in ["first", "second"] {
      #expect(two.description.contains(">\(head)</text>"))
    }
  }

  @Test("The numbers that move welfare most have a bar at each equilibrium")
  func sensitivity() throws {
    let found = try SweepSupport.scenario().sensitivity()
    let text = try #require(found.picture).description
    #expect(XMLChecker().elements(of: text).contains("rect"))
    #expect(text.contains("elasticities of welfare"))
    for (k, outcome) in found.equilibria.enumerated() {
      guard
        let first = outcome.effects.first(where: { $0.elasticity ?? 0 != 0 })
      else { continue }
      #expect(text.contains(">Equilibrium \(k + 1), "))
      #expect(text.contains(">\(first.parameter)</text>"))
    }
    var none = found
    none.equilibria = []
    #expect(none.picture == nil)
  }
}
