import LinearAlgebra
import Synchronization

/// A process that computes points of a sweep in a folder.
package struct SweepRun: Sendable {
  /// The sweep.
  package let sweep: Sweep
  /// The folder that it shares with other processes.
  package let folder: String
  /// Which points are this process's: those that leave a remainder.
  package var shard = Shard()
  /// How many points are solved at a time, one thread each.
  package var jobs = 1
  /// Is told how many points are done, and is asked whether to go on.
  package var monitor = Monitor.unattended

  /// A share of the points: those with `point mod count = number − 1`.
  package struct Shard: Sendable, Equatable {
    /// The number of the share, counting from 1.
    package var number = 1
    /// How many shares there are.
    package var count = 1

    /// All points.
    package init() {}

    /// A share.
    ///
    /// - Precondition: `1 ≤ number ≤ count`.
    package init(number: Int, of count: Int) {
      precondition(1...count ~= number)
      (self.number, self.count) = (number, count)
    }

    /// Whether a point belongs to the share.
    func contains(_ point: Int) -> Bool { point % count == number - 1 }
  }

  /// A run of a sweep in a folder.
  package init(_ sweep: Sweep, in folder: String) {
    self.sweep = sweep
    self.folder = folder
  }

  private var files: SweepFolder { SweepFolder(path: folder, sweep: sweep) }

  /// Computes the points of the shard that no part has; whoever finds that
  /// none is missing at all writes the results.
  ///
  /// - Returns: How far the sweep is, and what its results say if it is whole.
  /// - Throws: an error if the folder is another sweep's, if another process
  ///   writes the same part, or if a file cannot be read or written.
  package func run() throws(ScenarioError) -> SweepOutcome {
    try files.prepare()
    var done = try PointSet(of: files)
    if done.lacks(shard) {
      try compute()
      done = try PointSet(of: files)
    }
    guard done.count == sweep.plan.pointCount,
      let (summary, table) = try SweepResults(files).write(monitor)
    else {
      return SweepOutcome(sweep: sweep, done: done.count, summary: nil)
    }
    return SweepOutcome(
      sweep: sweep, done: done.count, summary: summary,
      picture: try SweepPicture(table, summary)?.document())
  }

  /// How far the sweep is, without computing anything.
  ///
  /// - Throws: an error if the folder is another sweep's or cannot be read.
  package func doneCount() throws(ScenarioError) -> Int {
    try files.checkPlan()
    return try PointSet(of: files).count
  }

  /// Computes the points of the shard that are missing into its part.
  ///
  /// Which are missing is read once nobody else can write the part: its last
  /// writer may have added rows since the run began.
  private func compute() throws(ScenarioError) {
    let name = "part-\(shard.number)-of-\(shard.count).csv"
    let part = SweepPart(path: files.path(name), sweep: sweep)
    let file = try AppendingFile(path: part.path)
    let whole = try part.scan { _, _ in }
    try file.truncate(to: whole)
    if whole == 0 { try file.append(sweep.header + "\n") }
    let done = try PointSet(of: files)
    let writer = SweepWriter(file)
    let total = done.missingCount(of: shard)
    let state = Mutex(State(next: shard.number - 1, written: 0))
    Parallel.forEach(jobs) { _ in
      while let point = state.withLock({ $0.take(shard, except: done) }) {
        let row = sweep.row(of: point)
        let written = state.withLock { $0.written }
        // A point in flight when the run is stopped may be half solved.
        guard monitor.continues("points", done: written + 1, of: total),
          writer.append(row + "\n")
        else { return state.withLock { $0.next = .max } }
        state.withLock { $0.written += 1 }
      }
    }
    try writer.finish()
  }

  /// Which point comes next.
  private struct State {
    var next: Int
    var written: Int

    /// The next point of a shard that is not done; nil after the last.
    mutating func take(_ shard: Shard, except done: PointSet) -> Int? {
      while next < done.total {
        defer { next += shard.count }
        if !done.contains(next) { return next }
      }
      return nil
    }
  }
}

/// The one writer of a part.
private final class SweepWriter: Sendable {
  private struct State: ~Copyable {
    let file: AppendingFile
    var error: ScenarioError?
    var synchronized = ContinuousClock.now
  }
  private let state: Mutex<State>

  /// The longest time for which rows may not be on the disk yet.
  private static let pause = Duration.seconds(1)

  init(_ file: consuming AppendingFile) { state = Mutex(State(file: file)) }

  /// Adds a line; false once the file cannot be written.
  func append(_ line: String) -> Bool {
    state.withLock { state in
      guard state.error == nil else { return false }
      do throws(ScenarioError) {
        try state.file.append(line)
      } catch {
        state.error = error
        return false
      }
      let now = ContinuousClock.now
      if now - state.synchronized >= Self.pause {
        state.file.synchronize()
        state.synchronized = now
      }
      return true
    }
  }

  /// Waits until all is on the disk.
  ///
  /// - Throws: the error that stopped the writing.
  func finish() throws(ScenarioError) {
    let error = state.withLock { state in
      state.file.synchronize()
      return state.error
    }
    if let error { throw error }
  }
}

/// Some points of a sweep.
private struct PointSet {
  /// How many points the sweep has.
  let total: Int
  /// How many points are in the set.
  private(set) var count = 0
  private var words: [UInt64]

  /// The points that the parts of a folder have.
  init(of folder: SweepFolder) throws(ScenarioError) {
    total = folder.sweep.plan.pointCount
    words = [UInt64](repeating: 0, count: total / 64 + 1)
    for part in folder.parts {
      _ = try part.scan { point, _ in insert(point) }
    }
  }

  func contains(_ point: Int) -> Bool {
    words[point / 64] >> UInt64(point % 64) & 1 == 1
  }

  private mutating func insert(_ point: Int) {
    if !contains(point) { count += 1 }
    words[point / 64] |= 1 << UInt64(point % 64)
  }

  /// How many points of a shard are not in the set.
  func missingCount(of shard: SweepRun.Shard) -> Int {
    stride(from: shard.number - 1, to: total, by: shard.count)
      .count { !contains($0) }
  }

  /// Whether a point of a shard is not in the set.
  func lacks(_ shard: SweepRun.Shard) -> Bool {
    count < total
      && stride(from: shard.number - 1, to: total, by: shard.count)
        .contains { !contains($0) }
  }
}
