import Games
import LinearAlgebra

extension TippingShocks {
  /// The smallest sets of players that tip play by moving to their bounds.
  package struct Sets: Sendable {
    /// The sets, all of one size; a single one unless every set was tried.
    package var sets: [[Int]]
    /// Whether every set of that size and every smaller one was tried.
    package var isExhaustive: Bool
  }

  /// Up to this number of players all sets are tried.
  package static let exhaustiveLimit = 20
  /// How many sets are tried at most where all are.
  private static let setLimit = 200_000

  /// The smallest sets of players that tip by moving to their upper or lower
  /// bounds.
  ///
  /// Among many players those who tip alone are looked for, and if nobody does
  /// one set that tips: as few as are enough of those who count most, and of
  /// these only who is needed.
  ///
  /// - Parameters:
  ///   - up: Whether players move to their upper bounds.
  ///   - strengths: How much a move by 1 of each player counts; nil for all
  ///     alike.
  ///   - trials: How many sets are tried among many players.
  /// - Returns: The sets; nil if even all together do not tip, or if the work is
  ///   to stop.
  /// - Complexity: A path for each set that is tried.
  package func fewest(
    up: Bool, strengths: [Double]? = nil, trials: Int = .max
  ) -> Sets? {
    let movable = levels.indices.filter { room(of: $0, up: up) > 0 }
    guard tips(movable, up: up) else { return nil }
    if levels.count <= Self.exhaustiveLimit,
      let sets = smallest(among: movable, up: up)
    {
      return sets.isEmpty ? nil : Sets(sets: sets, isExhaustive: true)
    }
    if movable.count <= trials, let alone = singles(among: movable, up: up) {
      return Sets(sets: alone, isExhaustive: true)
    }
    let weights = levels.indices.map {
      abs(strengths?[$0] ?? 1) * room(of: $0, up: up)
    }
    let order = movable.sorted {
      (weights[$1], $0) < (weights[$0], $1)
    }
    var search = SetSearch(trials: trials, monitor: monitor) {
      tips($0, up: up)
    }
    let set = search.set(among: order)
    guard !search.isStopped else { return nil }
    return Sets(sets: [set.sorted()], isExhaustive: false)
  }

  /// All sets of the least size that tip; nil if there are too many to try,
  /// none if the work is to stop.
  private func smallest(among players: [Int], up: Bool) -> [[Int]]? {
    var tried = 0
    for size in players.indices.map({ $0 + 1 }) {
      var found: [[Int]] = []
      for places in Combinations(of: players.count, choosing: size) {
        let set = places.map { players[$0] }
        tried += 1
        if tips(set, up: up) { found.append(set) }
        guard !Cancellation.isRequested else { return [] }
        guard tried < Self.setLimit else { return nil }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The players who tip alone; nil if nobody does.
  private func singles(among players: [Int], up: Bool) -> [[Int]]? {
    let tip = Parallel.map(players.count) { tips([players[$0]], up: up) }
    let alone = zip(players, tip).filter(\.1).map { [$0.0] }
    return alone.isEmpty ? nil : alone
  }

  /// How far a player can move.
  private func room(of player: Int, up: Bool) -> Double {
    up
      ? space.upperBounds[player] - levels[player]
      : levels[player] - space.lowerBounds[player]
  }

  /// The levels when some players are moved to their bounds.
  func displaced(_ players: [Int], up: Bool) -> [Double] {
    var start = levels
    for i in players {
      start[i] = up ? space.upperBounds[i] : space.lowerBounds[i]
    }
    return start
  }

  private func tips(_ players: [Int], up: Bool) -> Bool {
    attractors.returns(
      to: place, from: displaced(players, up: up), limit: limit,
      rest: TippingPoint.rest(accuracy: accuracy)) == false
  }

  /// When each player first has moved by more than a share of its bounds'
  /// distance after some were displaced; nil for never.
  ///
  /// - Complexity: A path, of which no more than two periods are kept; among
  ///   many players only those respond whom moves reach.
  package func avalanche(
    of players: [Int], up: Bool, share: Double = 0.01
  ) -> [Int?] {
    let start = displaced(players, up: up)
    var first = [Int?](repeating: nil, count: start.count)
    attractors.followToRest(from: start, limit: limit) { period, now in
      for i in start.indices where first[i] == nil {
        let width = space.upperBounds[i] - space.lowerBounds[i]
        if abs(now[i] - start[i]) > share * width { first[i] = period }
      }
    }
    return first
  }
}

/// A search for a small set with a property that larger sets keep: that of the
/// first players which have it, without blocks of players that are not needed,
/// each half as large as the one before.
private struct SetSearch {
  /// How many sets may be tried.
  let trials: Int
  /// Is asked before each whether to go on.
  let monitor: Monitor
  let holds: ([Int]) -> Bool
  private var tried = 0
  /// Whether the work was to stop.
  private(set) var isStopped = false

  init(trials: Int, monitor: Monitor, holds: @escaping ([Int]) -> Bool) {
    self.trials = trials
    self.monitor = monitor
    self.holds = holds
  }

  /// Looks for a set.
  ///
  /// - Parameter players: Players who have the property together, those first
  ///   who matter most.
  /// - Returns: A set of them; all if none that is smaller was found.
  mutating func set(among players: [Int]) -> [Int] {
    var kept = shortestBeginning(of: players)
    var size = kept.count / 2
    while size > 0, goesOn {
      var end = kept.count
      while end > 0, goesOn {
        let begin = max(0, end - size)
        let fewer = Array(kept[..<begin] + kept[end...])
        if tries(fewer) { kept = fewer }
        end = begin
      }
      size /= 2
    }
    return kept
  }

  private mutating func shortestBeginning(of players: [Int]) -> [Int] {
    var (few, enough) = (0, players.count)
    while enough - few > 1, goesOn {
      let middle = few + (enough - few) / 2
      if tries(Array(players[..<middle])) {
        enough = middle
      } else {
        few = middle
      }
    }
    return Array(players[..<enough])
  }

  private var goesOn: Bool { tried < trials && !isStopped }

  /// Whether a set is found to have the property.
  private mutating func tries(_ set: [Int]) -> Bool {
    let total = trials < .max ? trials : nil
    isStopped = !monitor.continues("sets of firms", done: tried, of: total)
    tried += 1
    let holds = !isStopped && holds(set)
    isStopped = isStopped || Cancellation.isRequested
    return holds
  }
}
