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

  @Test("A link stays one, and leads to the new file")
  func linked() throws {
    let link = folder.path("link.csv")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: file)
    let draft = try Draft(of: link)
    try draft.append(Array("after".utf8))
    try draft.replace()
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
    #expect(try folder.text("out.csv") == "after")
  }

  @Test("A pipe is written, not replaced")
  func piped() throws {
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    // Open for both, so that nobody waits for the other end.
    let reader = open(pipe, O_RDWR)
    defer { close(reader) }
    let draft = try Draft(of: pipe)
    try draft.append(Array("text".utf8))
    try draft.replace()
    var bytes = [UInt8](repeating: 0, count: 8)
    #expect(read(reader, &bytes, 8) == 4)
    #expect(Array("text".utf8) == Array(bytes[..<4]))
    #expect(try names() == ["out.csv", "pipe"])
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
