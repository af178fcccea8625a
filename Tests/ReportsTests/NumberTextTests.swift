import TestSupport
import Testing

@testable import Reports

@Suite("Bounds for people")
struct NumberTextTests {
  private func number(_ text: String) throws -> Double {
    try #require(Double(text.replacing("−", with: "-")), "\(text)")
  }

  @Test(
    "A bound is rounded away from what it bounds",
    arguments: [
      (3.289e-15, 1, "4e-15", "3e-15"), (0.0312, 2, "0.032", "0.031"),
      (-0.0312, 2, "−0.031", "−0.032"), (9.96, 2, "10.0", "9.9"),
      (18.268_801, 6, "18.2689", "18.2688"), (0, 4, "0", "0"),
      (1234.5, 2, "1235", "1234"), (0.5, 4, "0.5000", "0.5000"),
      (.infinity, 4, "∞", "∞"), (.nan, 4, "undefined", "undefined"),
    ])
  func bounds(_ value: Double, _ digits: Int, _ up: String, _ down: String) {
    #expect(NumberText.roundedUp(value, digits: digits) == up)
    #expect(NumberText.roundedDown(value, digits: digits) == down)
  }

  @Test("Counts have nouns and groups of digits")
  func counts() {
    #expect(NumberText.counted(1, "firm") == "1 firm")
    #expect(NumberText.counted(0, "box", "boxes") == "0 boxes")
    #expect(NumberText.counted(12_345, "link") == "12,345 links")
    #expect(NumberText.title("A", 1, "firm") == "A: 1 firm")
    #expect(NumberText.title("2000 firms, b", 2_000, "firm") == "2000 firms, b")
    #expect(
      NumberText.title("12 firms", 2, "firm", after: ",") == "12 firms, 2 firms"
    )
  }

  @Test(
    "Numbers agree that are read as the same one",
    arguments: [
      (-1, -0.999_999_999, true), (1, 1.000_001, true), (1, 1.000_1, false),
      (0.12345, 0.12346, false), (2, -2, false), (1e-9, 1.000_000_1e-9, true),
      (.infinity, .infinity, true), (.infinity, 1, false),
    ])
  func agreement(_ a: Double, _ b: Double, _ isSame: Bool) {
    #expect(NumberText.agree(a, b, digits: 5) == isSame)
    #expect(NumberText.agree(b, a, digits: 5) == isSame)
  }

  @Test("Read again, a bound is on its side and near")
  func random() throws {
    var random = SplitMix64(seed: 31)
    for _ in 0..<2000 {
      let exponent = random.number(in: -40...12)
      let size = Double.pow(10, exponent)
      let value = random.number(in: -1...1) * size
      let digits = Int(random.number(in: 1...7))
      let up = try number(NumberText.roundedUp(value, digits: digits))
      let down = try number(NumberText.roundedDown(value, digits: digits))
      #expect(down <= value && value <= up, "\(value), \(digits)")
      // No more than a unit of the last digit on each side.
      let unit = abs(value) * Double.pow(10, 1 - digits)
      #expect(up - down <= 2.01 * unit, "\(value), \(digits)")
    }
  }

  @Test("A picture has other words in the same places, names escaped")
  func words() {
    var picture = SVGDocument(
      title: "period", summary: "s", width: 10, height: 10)
    picture.addText("period", at: (1, 2), style: ["class": "a"])
    picture.addText("A <period>", at: (1, 3), style: ["class": "a"])
    let text = picture.translated { $0 == "period" ? "时期 <1>" : $0 }
    #expect(text.title == "时期 <1>")
    #expect(
      text.description.contains(
        "<text x=\"1\" y=\"2\" class=\"a\">时期 &lt;1&gt;</text>"))
    #expect(text.description.contains("A &lt;period&gt;</text>"))
  }
}
