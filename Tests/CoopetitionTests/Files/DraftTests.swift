import Foundation
import TestSupport
import Testing

@testable import Coopetition

@Suite("Drafts of files")
struct DraftTests {
  private let folder: TemporaryFolder
  private var file: String { folder.path("out.csv") }

  init() throws { folder = try TemporaryFolder(["out.csv": "before"]) }

  private func draft(_ text: String) throws -> Draft {
    let draft = try Draft(of: file)
    try draft.append(Array(text.utf8))
    return draft
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("What is not finished leaves nothing behind")
  func unfinished() throws {
    do {
      let draft = try draft("half")
      #expect(try names().count == 2)
      try draft.append([])
    }
    #expect(try names() == ["out.csv"])
    #expect(try folder.text("out.csv") == "before")
  }

  @Test("A whole file replaces what was there, or leaves it if it is claimed")
  func placed() throws {
    #expect(try !draft("second").claim())
    #expect(try folder.text("out.csv") == "before")
    try draft("after").replace()
    #expect(try folder.text("out.csv") == "after")
    try FileManager.default.removeItem(atPath: file)
    #expect(try draft("first").claim())
    #expect(try folder.text("out.csv") == "first")
    #expect(try names() == ["out.csv"])
  }

  @Test("Drafts that nobody holds are removed, and nothing else")
  func leftovers() throws {
    let others = [
      "out.csv.123.part", "out.csv.part", "out.csv.00000000000000zz.part",
      "out.csv2.0123456789abcdef.part",
    ]
    for name in others { try folder.write([], to: name) }
    try folder.write([], to: "out.csv.0123456789abcdef.part")
    let held = try draft("held")
    Draft.removeLeftovers(of: file)
    #expect(try names().count == others.count + 2)
    #expect(try Set(others).isSubset(of: names()))
    try held.replace()
    #expect(try folder.text("out.csv") == "held")
  }

  @Test("A folder that is not there is named with the reason")
  func noFolder() {
    let path = folder.path("no/out.csv")
    #expect {
      _ = try Draft(of: path)
    } throws: {
      "\($0)" == "\(path): cannot be written: No such file or directory"
    }
  }
}
