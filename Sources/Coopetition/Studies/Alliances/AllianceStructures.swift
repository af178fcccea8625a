import Games
import LinearAlgebra

/// The outcomes of structures of alliances, each found once.
///
/// A structure is a set of disjoint coalitions of candidates with two members
/// or more; candidate i of a coalition is the i-th of the settings.
struct AllianceStructures: Sendable {
  /// A structure: its coalitions in the order of their bits.
  typealias Key = [Coalition]

  let solver: AllianceSolver
  let candidates: [Int]
  let threads: Int
  private(set) var outcomes: [Key: AllianceOutcome] = [:]

  /// How many structures are solved between two looks at the monitor.
  private static let roundSize = 256

  init(_ solver: AllianceSolver, candidates: [Int], threads: Int = 2) {
    self.solver = solver
    self.candidates = candidates
    self.threads = threads
  }

  /// The key of a partition of candidates; coalitions of one do not count.
  static func key(_ coalitions: some Sequence<Coalition>) -> Key {
    coalitions.filter { $0.count > 1 }.sorted { $0.bits < $1.bits }
  }

  /// The outcome of a structure that was solved.
  subscript(coalitions: Coalition...) -> AllianceOutcome? {
    outcomes[Self.key(coalitions)]
  }

  /// The outcome of a structure that was solved.
  func outcome(of coalitions: [Coalition]) -> AllianceOutcome? {
    outcomes[Self.key(coalitions)]
  }

  /// Solves those of some structures that were not solved yet: fewer allied
  /// candidates first, so that a smaller structure tells where to start.
  ///
  /// - Returns: Whether all were solved; false if the monitor said no.
  mutating func solve(_ structures: [Key], _ monitor: Monitor) -> Bool {
    var wanted: Set<Key> = [[]]
    wanted.formUnion(structures)
    let missing = wanted.filter { outcomes[$0] == nil }.sorted {
      let (a, b) = (Self.size($0), Self.size($1))
      return a != b
        ? a < b
        : $0.map(\.bits).lexicographicallyPrecedes($1.map(\.bits))
    }
    let levels = Dictionary(grouping: missing, by: Self.size)
    var done = 0
    for size in levels.keys.sorted() {
      let wave = levels[size] ?? []
      for start in stride(from: 0, to: wave.count, by: Self.roundSize) {
        guard
          monitor.continues("alliances", done: done, of: missing.count)
        else { return false }
        let round = Array(wave[start..<min(start + Self.roundSize, wave.count)])
        for (key, outcome) in zip(round, solve(round)) {
          outcomes[key] = outcome
        }
        done += round.count
      }
    }
    return true
  }

  /// Solves structures side by side.
  private func solve(_ keys: [Key]) -> [AllianceOutcome] {
    guard keys.count > 1, threads > 1 else { return keys.map(solve) }
    return Parallel.map(keys.count) { solve(keys[$0]) }
  }

  private func solve(_ key: Key) -> AllianceOutcome {
    solver.outcome(of: blocks(key), from: starts(for: key))
  }

  /// The players of each coalition.
  func blocks(_ key: Key) -> [[Int]] {
    key.map { $0.members.map { candidates[$0] }.sorted() }
  }

  /// The equilibria with one ally fewer, if they are known.
  private func starts(for key: Key) -> [[Double]] {
    guard let last = key.last, let member = last.members.last else {
      return []
    }
    let smaller = key.dropLast() + [last.removing(member)]
    return outcomes[Self.key(smaller)]?.equilibria.map(\.levels) ?? []
  }

  private static func size(_ key: Key) -> Int {
    key.reduce(0) { $0 + $1.count }
  }
}
