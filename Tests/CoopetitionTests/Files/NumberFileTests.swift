import Foundation
import TestSupport
import Testing

@testable import Coopetition

@Suite("Numbers in a file")
struct NumberFileTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path("numbers") }

  init() throws { folder = try TemporaryFolder() }

  @Test("Numbers are read as they were written, in any order")
  func numbersComeBack() throws {
    let file = try NumberFile(path: path)
    try file.write([4, -0.0, .infinity], at: 3)
    try file.write([1, 2, 3], at: 0)
    #expect(
      try file.numbers(at: 0..<6).map(\.bitPattern)
        == [1, 2, 3, 4, -0.0, .infinity].map(\.bitPattern))
    #expect(try file.numbers(at: 2..<4) == [3, 4])
    #expect(try file.numbers(at: 2..<2).isEmpty)
  }

  @Test("Nothing is left of it")
  func nothingIsLeft() throws {
    do {
      let file = try NumberFile(path: path)
      try file.write([1], at: 0)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .isEmpty)
  }

  @Test("Numbers that were never written are an error that names the file")
  func missingNumbers() throws {
    let file = try NumberFile(path: path)
    try file.write([1], at: 0)
    #expect(throws: ScenarioError(file: path, "cannot be read back")) {
      try file.numbers(at: 0..<2)
    }
  }

  @Test("A folder that is not there is an error")
  func missingFolder() {
    #expect(throws: ScenarioError.self) {
      try NumberFile(path: folder.path("none/numbers"))
    }
  }
}
