import Coopetition
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads XML and lists its elements.
final class XMLChecker: NSObject, XMLParserDelegate {
  private var found: [String] = []

  /// The names of all elements; empty if the text is not well formed.
  func elements(of text: String) -> [String] {
    found = []
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    return parser.parse() ? found : []
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String,
    namespaceURI: String?, qualifiedName qName: String?,
    attributes attributeDict: [String: String] = [:]
  ) {
    found.append(elementName)
  }
}

@Suite struct PictureTests {
  @Test func anSVGDocumentIsWellFormedWhateverItsTextsAre() {
    var document = SVGDocument(
      title: "A & B <\"C\">", summary: "1 < 2\u{1}", width: 10, height: 20)
    document.addText("x < y & \"z\"", at: (1, 2.345), style: ["fill": "\"<"])
    document.addLine([(0, 0), (1, 1.5)], style: ["stroke": "black"])
    document.addPath("M0,0h1", at: (3, 4), style: [:])
    let elements = XMLChecker().elements(of: document.description)
    #expect(
      elements == [
        "svg", "title", "desc", "style", "rect", "text", "polyline", "path",
      ])
    #expect(document.description.contains("x=\"1\" y=\"2.35\""))
  }

  /// Three equilibria: 0, the threshold and close to 1.
  @Test func bestResponsesMeetInTheEquilibria() throws {
    let analysis = try FormulaGame(yaml: sigmoidSharing).analyze()
    let text = try BestResponsePicture(analysis).document.description
    let elements = XMLChecker().elements(of: text)
    #expect(elements.contains("polyline"))
    #expect(text.contains("The curves meet in 3 equilibria"))
    #expect(text.contains("A&apos;s") || text.contains("A's best response"))
  }

  @Test func bestResponsesTakeTwoPlayers() throws {
    let game = try SharingGame(Cluster(scenario: Golden.scenario("case-100")))
    #expect(throws: ScenarioError.self) {
      try BestResponsePicture(game.analyze())
    }
  }
}
