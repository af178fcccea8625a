import Foundation
import TestSupport
import Testing

@testable import Coopetition

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Sweeps whose processes are killed at any moment, with `kill -9`.
@Suite("Sweeps that are killed")
struct SweepKillTests {
  private let folder: TemporaryFolder
  private let command = BuiltExecutable("coopetition", beside: .module)

  init() throws {
    folder = try TemporaryFolder(["two.yaml": SweepSupport.text])
  }

  /// How many kills each number of shards has to survive: 52 in all.
  private static let kills = 13

  @Test("Kills, torn lines, shards and jobs change no byte")
  func killed() throws {
    try finish("calm", shards: 1)
    let calm = try folder.results("calm")
    var random = TestSupport.SplitMix64(seed: 20_261_128)
    for shards in [1, 2, 3, 7] {
      let name = "killed-\(shards)"
      for kill in 0..<Self.kills {
        let shard = Int.random(in: 1...shards, using: &random)
        let before = Set(rows(name))
        try killSweep(
          arguments(name, shard, of: shards, jobs: 1 + kill % 2),
          once: before.count + Int.random(in: 0...2, using: &random), name)
        #expect(before.isSubset(of: rows(name)), "a kill loses no row")
        try tear(name, shard, of: shards, using: &random)
      }
      try finish(name, shards: shards, using: &random)
      #expect(try folder.results(name) == calm)
      let points = rows(name).map { $0.prefix { $0 != "," } }
      #expect(Set(points).count == points.count, "no point twice")
    }
  }

  @Test("A second writer of a part is refused")
  func secondWriter() throws {
    let first = try command.start(
      ["sweep", "two.yaml", "--sample", "1000000", "--out", "out"],
      in: folder.path)
    defer { first.waitUntilExit() }
    while rows("out").isEmpty && first.isRunning { usleep(500) }
    let second = try command.run(
      ["sweep", "two.yaml", "--sample", "1000000", "--out", "out"],
      in: folder.path)
    kill(first.processIdentifier, SIGKILL)
    #expect(
      second == badInput("out/part-1-of-1.csv: another process writes it"))
  }

  @Test("Ctrl-C and SIGTERM leave whole rows", arguments: [SIGINT, SIGTERM])
  func interrupted(signal: Int32) throws {
    let process = try command.start(
      ["sweep", "two.yaml", "--sample", "1000000", "--out", "out"],
      in: folder.path)
    while rows("out").isEmpty && process.isRunning { usleep(500) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    #expect(try folder.names("out") == ["part-1-of-1.csv", "sweep.json"])
    #expect(try folder.text("out/part-1-of-1.csv").hasSuffix("\n"))
  }

  private func arguments(
    _ name: String, _ shard: Int, of shards: Int, jobs: Int
  ) -> [String] {
    [
      "sweep", "two.yaml", "--sample", "70", "--columns",
      "best.welfare,several", "--effort", "2000", "--quiet", "--out", name,
      "--shard", "\(shard)/\(shards)", "--jobs", "\(jobs)",
    ]
  }

  /// Kills a sweep once its folder has a number of rows, unless it ends
  /// before.
  private func killSweep(
    _ arguments: [String], once count: Int, _ name: String
  ) throws {
    let process = try command.start(arguments, in: folder.path)
    while rows(name).count < count && process.isRunning { usleep(500) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Takes the end of the last line of a part away, adds half a line, or
  /// leaves the part as it is.
  private func tear(
    _ name: String, _ shard: Int, of shards: Int,
    using random: inout some RandomNumberGenerator
  ) throws {
    let part = "\(name)/part-\(shard)-of-\(shards).csv"
    guard var text = try? folder.text(part), text.count > 100 else { return }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: text.removeLast(Int.random(in: 1...11, using: &random))
    case 1: text += "17,0.73"
    default: return
    }
    try folder.write(Array(text.utf8), to: part)
  }

  /// Runs every shard to its end, in some order.
  private func finish(
    _ name: String, shards: Int, using random: inout some RandomNumberGenerator
  ) throws {
    for shard in (1...shards).shuffled(using: &random) {
      let run = try command.run(
        arguments(name, shard, of: shards, jobs: 1 + shard % 2),
        in: folder.path)
      #expect(run.status == 0, "\(run.error)")
    }
  }

  private func finish(_ name: String, shards: Int) throws {
    var order = SystemRandomNumberGenerator()
    try finish(name, shards: shards, using: &order)
  }

  /// The whole rows of all parts, in the order of parts.
  private func rows(_ name: String) -> [Substring] {
    let place = folder.path(name)
    let files = try? FileManager.default.contentsOfDirectory(atPath: place)
    return (files ?? []).filter { $0.hasPrefix("part-") }.sorted().flatMap {
      part -> [Substring] in
      let text = (try? folder.text("\(name)/\(part)")) ?? ""
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .dropFirst().dropLast().map { $0 }
    }
  }
}
