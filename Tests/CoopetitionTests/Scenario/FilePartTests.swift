import Testing

@testable import Coopetition

@Suite struct FilePartTests {
  /// Links between three firms on many lines, some of them empty.
  private static func text(lineEnd: String) -> String {
    let lines = (0..<3_000).map { k in
      k % 7 == 3
        ? ",," : "\(k % 3 + 1),\((k + 1) % 3 + 1),0.\(k + 1)"
    }
    return "from,to,weight" + lineEnd
      + lines.map { $0 + lineEnd }.joined()
  }

  private func source(
    _ folder: ScenarioFolder
  ) throws -> EdgeListFile {
    let table = LinkTable(
      path: folder.path("links.csv"), name: "links.csv",
      index: try FirmIndex([Firm("A"), Firm("B"), Firm("C")]),
      range: .nonNegative)
    var header = try CSVReader(path: table.path)
    _ = try header.advance()
    return try EdgeListFile(table: table, header: header)
  }

  /// What the links of some parts say.
  private func links(
    _ source: EdgeListFile, in parts: [FilePart]
  ) throws -> [String] {
    var found: [String] = []
    for part in parts {
      try source.forEachLink(in: part) {
        found.append("\($0.line): \($0.row) \($0.column) \($0.weight)")
      }
    }
    return found
  }

  @Test(arguments: ["\n", "\r\n"])
  func partsGiveTheLinksOfTheWhole(_ lineEnd: String) throws {
    let folder = try ScenarioFolder(["links.csv": Self.text(lineEnd: lineEnd)])
    let source = try source(folder)
    let parts = try FilePart.parts(path: folder.path("links.csv"), of: 5_000)
    #expect(parts.count > 4)
    let whole = try links(source, in: [.whole])
    #expect(whole.count == 2_571)
    #expect(try links(source, in: parts) == whole)
  }

  @Test func partsFollowEachOtherAndCountTheirLines() throws {
    let folder = try ScenarioFolder(["links.csv": Self.text(lineEnd: "\n")])
    let parts = try FilePart.parts(path: folder.path("links.csv"), of: 5_000)
    for (part, next) in zip(parts, parts.dropFirst()) {
      #expect(part.bytes.upperBound == next.bytes.lowerBound)
      #expect(part.linesBefore + part.lines == next.linesBefore + 1)
    }
    #expect(parts.last?.bytes.upperBound == Self.text(lineEnd: "\n").utf8.count)
  }

  @Test func aFileWithAQuoteIsOnePart() throws {
    let text = Self.text(lineEnd: "\n") + "\"A\",B,1\n"
    let folder = try ScenarioFolder(["links.csv": text])
    let parts = try FilePart.parts(path: folder.path("links.csv"), of: 5_000)
    #expect(parts.count == 1)
  }

  @Test func noPartButTheLastEndsWithAnEmptyLine() throws {
    let empty = String(repeating: "\r\n", count: 2_000)
    let text = Self.text(lineEnd: "\n") + empty + Self.text(lineEnd: "\n")
    let folder = try ScenarioFolder(["links.csv": text])
    let source = try source(folder)
    let parts = try FilePart.parts(path: folder.path("links.csv"), of: 5_000)
    #expect(parts.count > 4)
    for parts in [[.whole], parts] {
      let error = #expect(throws: ScenarioError.self) {
        try links(source, in: parts)
      }
      #expect(try #require(error).description == "line 3002: is empty")
    }
  }

  @Test func whatIsWrongInALaterPartIsOnItsLine() throws {
    let text = Self.text(lineEnd: "\n") + "1,2,much\n"
    let folder = try ScenarioFolder(["links.csv": text])
    let source = try source(folder)
    let parts = try FilePart.parts(path: folder.path("links.csv"), of: 5_000)
    let error = #expect(throws: ScenarioError.self) {
      try links(source, in: [try #require(parts.last)])
    }
    #expect(
      try #require(error).description.hasPrefix("line 3002: weight: "))
  }
}
