import Equilibria
import LinearAlgebra
import Synchronization
import TestSupport
import Testing

@testable import Coopetition

@Suite struct LineReaderTests {
  /// How many lines are read of a file that has some of 16 bytes each.
  private func linesRead(of count: Int) throws -> Int {
    let line = Array("123456789012345\n".utf8)
    let folder = try TemporaryFolder()
    try folder.write(
      Array(repeatElement(line, count: count).joined()), to: "lines.txt")
    var reader = try LineReader(path: folder.path("lines.txt"))
    while try reader.advance() {}
    return reader.number
  }

  @Test func aLargeFileIsReadToItsEnd() throws {
    #expect(try linesRead(of: 1_200_000) == 1_200_000)
  }

  @Test func aLargeFileIsLeftWhereWorkIsToStop() throws {
    let error = #expect(throws: ScenarioError.self) {
      try Cancellation.asking({ true }) { try linesRead(of: 1_200_000) }
    }
    #expect(try #require(error).message == "reading was told to stop here")
  }

  /// What is told while a file is read.
  private func events(lines: Int) throws -> [Monitor.Event] {
    let heard = Mutex<[Monitor.Event]>([])
    let monitor = Monitor { event in
      heard.withLock { $0.append(event) }
      return true
    }
    _ = try ReadingProgress.heard(by: monitor) { try linesRead(of: lines) }
    return heard.withLock { $0 }
  }

  @Test func theReadingOfALargeFileIsTold() throws {
    let events = try events(lines: 500_000)
    #expect(events.count > 10)
    #expect(events.allSatisfy { $0.phase == "MB of lines.txt read" })
    #expect(events.allSatisfy { $0.total == 8 })
    let done = events.map(\.done)
    #expect(done == done.sorted())
    #expect(done.first == 1 && done.last == 8)
  }

  @Test func ofASmallFileNothingIsTold() throws {
    #expect(try events(lines: 10_000).isEmpty)
  }

  @Test func aSmallFileIsReadAllTheSame() throws {
    let count = try Cancellation.asking({ true }) { try linesRead(of: 10_000) }
    #expect(count == 10_000)
  }
}
