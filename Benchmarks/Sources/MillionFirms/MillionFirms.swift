import Coopetition
import LinearAlgebra
import Measurement

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Solves a generated cluster by best-response sweeps and compares a sweep with
/// one reading of its arrays; see `run-million` for the comparison with
/// numba.
///
///     MillionFirms FOLDER FIRMS DEGREE KIND
///
/// The cluster is generated into the folder and read from there. The arrays of
/// the game are left beside it as raw doubles and integers, for the peer.
@main
struct MillionFirms {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let firms = Int(arguments[2]),
      let degree = Int(arguments[3]),
      let kind = NetworkKind(rawValue: arguments[4])
    else {
      print("usage: MillionFirms FOLDER FIRMS DEGREE KIND")
      return
    }
    let folder = arguments[1]
    // What the game's arrays take; run first, so that its own memory does not
    // count in what follows.
    let bytes = firms * (12 * degree + 32)
    let triad = bestOf(5) { Triad.run(bytes: bytes) }
    report("triad over as many bytes", triad)
    var stopwatch = Stopwatch()
    try ClusterGenerator(firms: firms, degree: degree, kind: kind, seed: 7)
      .write(to: folder)
    report("generate", stopwatch.lap())
    let cluster = try Cluster(scenario: "\(folder)/cluster.yaml")
    guard case .network(let links) = cluster.complementarity else { return }
    let count = links.nonzeroCount
    print("firms \(cluster.firms.count), links \(count)")
    report("read", stopwatch.lap())
    print(
      "peak memory after reading: \(ProcessUsage.peakMemory / count) bytes a link"
    )
    let game = try SharingGame(cluster)
    report("game", stopwatch.lap())
    print(
      "peak memory with the game: \(ProcessUsage.peakMemory / count) bytes a link"
    )
    for (name, order) in orders {
      solve(game, name, order, triad: triad)
      print("  peak memory: \(ProcessUsage.peakMemory / count) bytes a link")
    }
    try export(cluster, links, to: folder)
  }

  private static let orders: [(name: String, order: BestResponseSweeps.Order)] =
    [
      ("sequential", .sequential), ("blocks, 1 thread", .blocks(threads: 1)),
      ("blocks, all threads", .blocks(threads: nil)),
    ]

  private static func solve(
    _ game: SharingGame, _ name: String, _ order: BestResponseSweeps.Order,
    triad: Double
  ) {
    var found: NashSolution?
    var wall = Double.infinity
    let seconds = bestOf(3) {
      let start = ContinuousClock.now
      var stopwatch = Stopwatch()
      found = game.solve(BestResponseSweeps(tolerance: 1e-10, order: order))
      wall = min(wall, (ContinuousClock.now - start) / .seconds(1))
      return stopwatch.lap()
    }
    guard let found else { return }
    report("\(name), by the clock", wall)
    guard order != .blocks(threads: nil) else { return }
    report("\(name), processor time", seconds)
    let sweep = seconds / Double(found.iterations + 1)
    print(
      "  \(found.termination), \(found.iterations) sweeps, residual "
        + "\(found.residual), a sweep \(sweep / triad) triads, mean level "
        + "\(found.levels.reduce(0, +) / Double(found.levels.count))")
  }

  private static func report(_ what: String, _ seconds: Double) {
    print("\(what): \(seconds) s")
  }

  private static func bestOf(_ count: Int, _ body: () -> Double) -> Double {
    (0..<count).reduce(.infinity) { best, _ in min(best, body()) }
  }

  /// Writes the arrays of the game for the peer.
  private static func export(
    _ cluster: Cluster, _ links: SparseMatrix, to directory: String
  ) throws {
    try RawNumbers.write(links.rowStarts, to: "\(directory)/starts.bin")
    try RawNumbers.write(links.columnIndices, to: "\(directory)/columns.bin")
    try RawNumbers.write(links.values, to: "\(directory)/values.bin")
    try RawNumbers.write(
      cluster.firms.flatMap {
        [
          $0.knowledge, $0.absorptiveCapacity, $0.opportunity, $0.linearCost,
          $0.quadraticCost, cluster.model.reciprocity,
        ]
      }, to: "\(directory)/firms.bin")
  }
}

/// Seconds of the calling thread since the last lap: on a machine that others
/// use too, what a run by itself takes.
struct Stopwatch {
  private var last = Stopwatch.now

  mutating func lap() -> Double {
    let now = Stopwatch.now
    defer { last = now }
    return now - last
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}

/// The triad `a = b + s c` on vectors that fill a number of bytes together: how
/// fast this machine reads and writes memory.
enum Triad {
  static func run(bytes: Int) -> Double {
    let count = bytes / 24
    var a = [Double](repeating: 0, count: count)
    let b = [Double](repeating: 1, count: count)
    let c = [Double](repeating: 2, count: count)
    var stopwatch = Stopwatch()
    a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeBufferPointer { c in
          for k in 0..<count { a[k] = b[k] + 3 * c[k] }
        }
      }
    }
    let seconds = stopwatch.lap()
    precondition(a.last == 7 || count == 0)
    return seconds
  }
}
