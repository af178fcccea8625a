import Foundation
import TestSupport
import Testing

/// What documentation of public declarations links to is public too: links to
/// other types lead nowhere on its pages.
@Suite struct PublicLinksTests {
  /// The lines of every source.
  private static func sources() throws -> [(name: String, lines: [String])] {
    let place = PackageFolder.root.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(
      at: place, includingPropertiesForKeys: nil)
    return try (files?.allObjects as? [URL] ?? [])
      .filter { $0.pathExtension == "swift" }
      .map { file in
        let text = try String(contentsOf: file, encoding: .utf8)
        return (
          file.lastPathComponent, text.components(separatedBy: "\n")
        )
      }
  }

  /// The names of the types that are declared in some lines and are public, or
  /// are not.
  private static func types(
    in lines: [String], arePublic: Bool
  ) -> Set<String> {
    let words = /(public )?(package )?(struct|enum|class|protocol) (\w+).*/
    return Set(
      lines.compactMap { line in
        try? words.wholeMatch(in: line)
      }.filter { ($0.1 != nil) == arePublic }.map { String($0.4) })
  }

  /// The types that comments of public declarations link to.
  private static func links(in lines: [String]) -> [String] {
    var (links, found) = ([String](), [String]())
    for line in lines.map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if line.hasPrefix("///") {
        links += line.matches(of: /``(\w+)[^`]*``/).map { String($0.1) }
      } else if !line.hasPrefix("@") {
        if line.hasPrefix("public ") { found += links }
        links = []
      }
    }
    return found
  }

  @Test func publicLinksLeadToPublicTypes() throws {
    let sources = try Self.sources()
    let lines = sources.flatMap(\.lines)
    let hidden = Self.types(in: lines, arePublic: false)
      .subtracting(Self.types(in: lines, arePublic: true))
    #expect(hidden.count > 100)
    var count = 0
    for (name, lines) in sources {
      let links = Self.links(in: lines)
      count += links.count
      #expect(!links.contains(where: hidden.contains), "\(name): \(links)")
    }
    #expect(count > 100)
  }
}
