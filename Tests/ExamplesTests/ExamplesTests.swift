import Foundation
import TestSupport
import Testing

/// The example programs print what they are said to print.
@Suite struct ExamplesTests {
  @Test(arguments: [
    ("TwoFirms", "two-firms"), ("SematechAnalysis", "sematech-analysis"),
    ("OwnGame", "own-game"), ("WhereWeStand", "where-we-stand"),
    ("OnTheWay", "on-the-way"), ("WhoShouldAlly", "who-should-ally"),
    ("WithWhom", "with-whom"), ("ClosingTheGap", "closing-the-gap"),
  ])
  func outputIsAsExpected(product: String, folder: String) throws {
    let expected = try #require(
      Bundle.module.url(
        forResource: folder, withExtension: "txt", subdirectory: "Expected"))
    let run = try BuiltExecutable(product, beside: .module)
      .run([], in: root.path)
    #expect(run.status == 0)
    #expect(run.error == "")
    #expect(run.output == (try String(contentsOf: expected, encoding: .utf8)))
  }

  @Test(arguments: [
    "two-firms", "sematech-analysis", "own-game", "where-we-stand",
    "on-the-way", "who-should-ally", "with-whom", "closing-the-gap",
  ])
  func programsAreShort(folder: String) throws {
    let sources = try FileManager.default.contentsOfDirectory(
      at: root.appendingPathComponent("Examples/\(folder)"),
      includingPropertiesForKeys: nil)
    #expect(sources.count == 1)
    for source in sources {
      let text = try String(contentsOf: source, encoding: .utf8)
      #expect(text.split(separator: "\n").count < 60)
    }
  }

  private let root = PackageFolder.root
}
