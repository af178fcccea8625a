import Foundation
import TestSupport
import Testing

/// Pages whose commands are run, one after the other in one folder.
@Suite("Pages that are run")
struct TutorialTests {
  @Test("Every command prints what the page shows")
  func fromDataToMemo() throws {
    let page = try MarkdownPage(
      PackageFolder.root.appendingPathComponent(
        "Sources/Coopetition/Coopetition.docc/FromDataToMemo.md"))
    let folder = try PackageFolder.examples()
    var output = ""
    var commands = 0
    for block in page.blocks {
      if block.language == "sh" {
        commands += 1
        let run = try ShellLine(block.text, beside: .module)
          .run(in: folder.path)
        #expect(run.status == 0, "\(block.text): \(run.error)")
        output = run.output
      } else {
        try #require(block.language == "text")
        #expect(
          shows(block.lines, output), "\(block.text)\nis not in\n\(output)")
      }
    }
    #expect(commands >= 9)
  }

  /// Whether an output has some lines in their order, others only where an
  /// ellipsis says so, or before the first.
  private func shows(_ lines: [String], _ output: String) -> Bool {
    var rest = output[...]
    for part in lines.split(separator: "…") {
      let text = part.joined(separator: "\n") + "\n"
      guard let found = rest.range(of: text) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}
