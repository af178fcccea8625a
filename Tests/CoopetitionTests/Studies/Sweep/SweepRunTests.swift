import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Coopetition

@Suite("Runs of sweeps")
struct SweepRunTests {
  /// A method whose answers cost nothing.
  private struct Cheap: SweepMethod {
    let command = "cheap"
    let columns = ["sum", "isHigh"]

    func cells(of scenario: Scenario) throws(ScenarioError) -> [SweepCell] {
      let value = try ScenarioNumber("environment", in: scenario.subject)
        .value(in: scenario.subject)
      if value > 1.85 { throw ScenarioError("too good, \"really\"") }
      return [.number(value * 3), .boolean(value > 1)]
    }
  }

  /// 60 points, of which a few fail.
  private func sweep(seed: UInt64 = 1) throws -> Sweep {
    let scenario = try SweepSupport.scenario()
    var request = SweepPlan.Request()
    request.design = .sample(30)
    request.seed = seed
    request.variations = [
      try SweepVariation("environment=uniform(0,2)"),
      try SweepVariation("policy.price=0,0.1"),
    ]
    return Sweep(
      try SweepPlan(request, of: scenario), by: Cheap(), fingerprint: "f",
      effort: 1)
  }

  private func run(
    _ sweep: Sweep, in folder: TemporaryFolder, _ name: String,
    shard: SweepRun.Shard = .init(), jobs: Int = 1, stopAfter: Int = .max
  ) throws -> SweepOutcome {
    var run = SweepRun(sweep, in: folder.path(name))
    run.shard = shard
    run.jobs = jobs
    run.monitor = Monitor { $0.phase != "points" || $0.done <= stopAfter }
    return try run.run()
  }

  @Test("Shards in any order and any number of jobs write the same bytes")
  func shards() throws {
    let sweep = try sweep()
    let folder = try TemporaryFolder()
    _ = try run(sweep, in: folder, "calm")
    let calm = try folder.results("calm")
    #expect(calm[0].split(separator: "\n").count == 61)
    var random = TestSupport.SplitMix64(seed: 5)
    for count in [1, 2, 3, 7] {
      for jobs in [1, 2] {
        let name = "\(count)-\(jobs)"
        let order = (1...count).shuffled(using: &random)
        for (k, number) in order.enumerated() {
          let outcome = try run(
            sweep, in: folder, name, shard: .init(number: number, of: count),
            jobs: jobs)
          #expect((outcome.summary == nil) == (k + 1 < count))
        }
        #expect(try folder.results(name) == calm)
      }
    }
  }

  @Test("A run that was stopped and torn goes on where it was")
  func resumed() throws {
    let sweep = try sweep()
    let folder = try TemporaryFolder()
    _ = try run(sweep, in: folder, "calm")
    var random = TestSupport.SplitMix64(seed: 9)
    for trial in 0..<20 {
      let name = "trial-\(trial)"
      let part = folder.path("\(name)/part-1-of-1.csv")
      for _ in 0..<3 {
        let outcome = try run(
          sweep, in: folder, name, jobs: 1 + trial % 2,
          stopAfter: Int.random(in: 0...25, using: &random))
        var text = try String(contentsOfFile: part, encoding: .utf8)
        if Bool.random(using: &random) {
          text.removeLast(Int.random(in: 1...9, using: &random))
        } else {
          text += "17,0.73"
        }
        try Data(text.utf8).write(to: URL(fileURLWithPath: part))
        if outcome.summary != nil { break }
      }
      let outcome = try run(sweep, in: folder, name)
      #expect(outcome.summary != nil)
      #expect(try folder.results(name) == folder.results("calm"))
    }
  }

  @Test("A shard that never ran is computed by whoever runs without one")
  func missingShard() throws {
    let sweep = try sweep()
    let folder = try TemporaryFolder()
    _ = try run(sweep, in: folder, "calm")
    for number in [1, 3] {
      _ = try run(
        sweep, in: folder, "m", shard: .init(number: number, of: 3))
    }
    #expect(try run(sweep, in: folder, "m").summary != nil)
    #expect(try folder.results("m") == folder.results("calm"))
    let part = try folder.text("m/part-1-of-1.csv").split(separator: "\n")
    #expect(part.count == 21)
  }

  @Test("A run of a finished sweep computes nothing")
  func finished() throws {
    let sweep = try sweep()
    let folder = try TemporaryFolder()
    _ = try run(sweep, in: folder, "calm")
    let part = try folder.text("calm/part-1-of-1.csv")
    let again = try run(sweep, in: folder, "calm", stopAfter: 0)
    #expect(again.summary != nil)
    #expect(try folder.text("calm/part-1-of-1.csv") == part)
  }

  @Test("What killed processes left half written is removed")
  func leftovers() throws {
    let folder = try TemporaryFolder()
    let sweep = try sweep()
    _ = try run(sweep, in: folder, "out", stopAfter: 3)
    for name in ["sweep.json", "results.csv", "summary.json"] {
      try folder.write([], to: "out/\(name).0123456789abcdef.part")
    }
    _ = try run(sweep, in: folder, "out", stopAfter: 3)
    #expect(try folder.names("out") == ["part-1-of-1.csv", "sweep.json"])
  }

  @Test("A run that is stopped while it writes the results leaves no half")
  func stoppedAtTheEnd() throws {
    let folder = try TemporaryFolder()
    var run = SweepRun(try sweep(), in: folder.path("out"))
    run.monitor = Monitor { $0.phase != "rows" }
    #expect(try run.run().summary == nil)
    #expect(try folder.names("out") == ["part-1-of-1.csv", "sweep.json"])
    run.monitor = .unattended
    #expect(try run.run().summary != nil)
  }

  @Test("Points that fail are counted and say why")
  func failures() throws {
    let folder = try TemporaryFolder()
    let outcome = try run(sweep(), in: folder, "calm")
    let rows = try folder.results("calm")[0].split(separator: "\n")
    let failed = rows.filter { $0.hasSuffix(#"too good, ""really""""#) }
    #expect(failed.count > 0)
    #expect(outcome.summary?.failed == failed.count)
    #expect(failed.allSatisfy { $0.contains(",,,\"") })
  }

  @Test("A folder belongs to one sweep")
  func anotherSweep() throws {
    let folder = try TemporaryFolder()
    _ = try run(sweep(), in: folder, "out")
    #expect {
      _ = try run(sweep(seed: 2), in: folder, "out")
    } throws: {
      "\($0)"
        == "\(folder.path("out"))/sweep.json: belongs to another sweep "
        + "(seed 1, here 2); choose another --out"
    }
  }

  @Test("A part has one writer")
  func locked() throws {
    let folder = try TemporaryFolder()
    let sweep = try sweep()
    _ = try run(sweep, in: folder, "out", stopAfter: 3)
    let part = folder.path("out/part-1-of-1.csv")
    let writer = try AppendingFile(path: part)
    #expect {
      _ = try run(sweep, in: folder, "out")
    } throws: {
      "\($0)" == "\(part): another process writes it"
    }
    try writer.truncate(to: 0)
  }

  /// The second to open the part is refused, or finds what the first left.
  @Test("Two runs at once compute no point twice")
  func together() throws {
    let folder = try TemporaryFolder()
    let sweep = try sweep()
    for trial in 0..<20 {
      let path = folder.path("\(trial)")
      DispatchQueue.concurrentPerform(iterations: 2) { _ in
        _ = try? SweepRun(sweep, in: path).run()
      }
      let rows = try folder.text("\(trial)/part-1-of-1.csv")
        .split(separator: "\n")
      #expect(rows.count == 61)
      #expect(Set(rows).count == 61)
    }
  }

  @Test("A folder that cannot be made is named")
  func badFolder() throws {
    let folder = try TemporaryFolder(["file": ""])
    #expect(throws: ScenarioError.self) {
      _ = try run(sweep(), in: folder, "file/out")
    }
  }

  @Test("No column of the plan depends on how it is run")
  func planned() throws {
    let folder = try TemporaryFolder()
    let sweep = try sweep()
    _ = try run(sweep, in: folder, "out", jobs: 2)
    #expect(try folder.text("out/sweep.json") == "\(sweep.json)\n")
  }
}
