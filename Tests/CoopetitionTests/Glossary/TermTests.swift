import Foundation
import TestSupport
import Testing

@testable import Coopetition

@Suite("The glossary")
struct TermTests {
  private var rows: [String] {
    Term.allCases.map { term in
      "| \(term.name.english) | \(term.name.chinese) "
        + "| \(term.meaning.english) | \(term.meaning.chinese) |"
    }
  }

  @Test("The page of the documentation says what help and memos say")
  func page() throws {
    let page = try String(
      contentsOf: PackageFolder.root.appendingPathComponent(
        "Sources/Coopetition/Coopetition.docc/Glossary.md"), encoding: .utf8)
    let table = page.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(table.dropFirst().map(String.init) == rows)
  }

  @Test("No word stands twice, and each is explained in a line of help")
  func words() {
    #expect(Set(Term.allCases.map(\.name.english)).count == rows.count)
    #expect(Set(Term.allCases.map(\.name.chinese)).count == rows.count)
    for term in Term.allCases {
      #expect(1...76 ~= term.meaning.english.count, "\(term)")
      #expect(1...38 ~= term.meaning.chinese.count, "\(term)")
    }
  }

  @Test("Help explains every term", arguments: ["numbers", "glossary"])
  func help(page: String) throws {
    let help = try ShellLine("coopetition help \(page)", beside: .module)
      .run(in: PackageFolder.root.path)
    #expect(help.status == 0)
    for term in Term.allCases {
      #expect(help.output.contains("\n  \(term.meaning.english)\n"))
      if page == "glossary" {
        #expect(help.output.contains("\n  \(term.meaning.chinese)\n"))
      }
    }
  }

  @Test("A memo explains its words in its language")
  func memo() throws {
    let folder = try TemporaryFolder(["two.yaml": SweepSupport.text])
    let run = try folder.coopetition(
      "report", "two.yaml", "--language", "zh", "--out", "memo.html")
    #expect(run.status == 0)
    #expect(
      try folder.text("memo.html").contains(Term.efficiency.meaning.chinese))
  }
}
