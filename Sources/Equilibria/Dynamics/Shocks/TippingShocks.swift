import Games
import LinearAlgebra

/// The smallest displacements of levels after which play does not return to an
/// equilibrium.
///
/// In a monotone game the smallest common shift is exact over all directions
/// in the largest-change norm: a smaller displacement lies between the ends of
/// an order interval that returns.
///
/// Reference: Halekotte and Feudel, Chaos 30, 2020; Menck et al., Nature
/// Physics 9, 2013.
public struct TippingShocks: Sendable {
  /// The process and its equilibria.
  public let attractors: Attractors
  /// The place of the equilibrium that is displaced.
  public let place: Int
  /// The limit on periods.
  public let limit: Int

  /// The displacements from one equilibrium.
  public init(_ attractors: Attractors, from place: Int, limit: Int) {
    self.attractors = attractors
    self.place = place
    self.limit = limit
  }

  private var space: StrategySpace { attractors.process.game.strategies }
  private var levels: [Double] { attractors.equilibria[place] }

  /// All levels moved alike, up or down, within their bounds; nil if play
  /// always returns.
  public func common(up: Bool) -> TippingPoint? {
    let most = levels.indices.reduce(0.0) {
      max(
        $0,
        up
          ? space.upperBounds[$1] - levels[$1]
          : levels[$1] - space.lowerBounds[$1])
    }
    return point(to: most) { shift in
      space.clamped(levels.map { up ? $0 + shift : $0 - shift })
    }
  }

  /// A displacement of one player alone.
  public struct One: Sendable {
    /// How far it is, with what is proven of it.
    public var point: TippingPoint
    /// The level to which the player is moved.
    public var level: Double
  }

  /// The least displacement of one player alone; nil if play always returns.
  public func one(_ player: Int) -> One? {
    let up = point(to: space.upperBounds[player] - levels[player]) {
      moved(player, by: $0)
    }
    let down = point(to: levels[player] - space.lowerBounds[player]) {
      moved(player, by: -$0)
    }
    let ways = [(up, 1.0), (down, -1.0)].compactMap { point, sign in
      point.map { One(point: $0, level: levels[player] + sign * $0.threshold) }
    }
    return ways.min { $0.point.threshold < $1.point.threshold }
  }

  private func moved(_ player: Int, by shift: Double) -> [Double] {
    var result = levels
    result[player] = space.clamp(levels[player] + shift, variable: player)
    return result
  }

  /// The least share of the way to another equilibrium; nil if play returns
  /// from all of it.
  public func line(to other: Int) -> TippingPoint? {
    let goal = attractors.equilibria[other]
    return point(to: 1) { share in
      levels.indices.map { levels[$0] + share * (goal[$0] - levels[$0]) }
    }
  }

  private func point(
    to most: Double, _ start: (Double) -> [Double]
  ) -> TippingPoint? {
    guard most > 0 else { return nil }
    let point = TippingPoint(
      attractors, between: 0...most, limit: limit, start: start)
    return point?.origin == place ? point : nil
  }

  // MARK: Sets of players

  /// The smallest sets of players that tip play by moving to their bounds.
  public struct Sets: Sendable {
    /// The sets, all of one size unless the search was greedy.
    public var sets: [[Int]]
    /// Whether every set of that size and every smaller one was tried.
    public var isExhaustive: Bool
  }

  /// Up to this number of players all sets are tried.
  public static let exhaustiveLimit = 20
  /// How many sets are tried at most.
  private static let setLimit = 200_000

  /// The smallest sets of players that tip by moving to their upper or lower
  /// bounds; nil if even all together do not, or if the work is to stop.
  public func fewest(up: Bool) -> Sets? {
    let movable = levels.indices.filter {
      levels[$0] != (up ? space.upperBounds[$0] : space.lowerBounds[$0])
    }
    guard tips(movable, up: up) else { return nil }
    guard levels.count <= Self.exhaustiveLimit else {
      return greedy(movable, up: up)
    }
    var tried = 0
    for size in 1...max(1, movable.count) {
      var found: [[Int]] = []
      for set in movable.combinations(of: size) {
        tried += 1
        if tips(set, up: up) { found.append(set) }
        guard !Cancellation.isRequested else { return nil }
        guard tried < Self.setLimit else { return greedy(movable, up: up) }
      }
      if !found.isEmpty { return Sets(sets: found, isExhaustive: true) }
    }
    return nil
  }

  /// Drops one player after the other that is not needed.
  private func greedy(_ players: [Int], up: Bool) -> Sets? {
    var kept = players
    for player in players {
      guard !Cancellation.isRequested else { return nil }
      let fewer = kept.filter { $0 != player }
      if tips(fewer, up: up) { kept = fewer }
    }
    return Sets(sets: [kept], isExhaustive: false)
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
    let end = attractors.destination(
      from: displaced(players, up: up), limit: limit)
    return end != nil && end != place
  }

  /// When each player first has moved by more than a share of its bounds'
  /// distance after some were displaced; nil for never.
  public func avalanche(
    of players: [Int], up: Bool, share: Double = 0.01
  ) -> [Int?] {
    let start = displaced(players, up: up)
    let path = attractors.path(from: start, limit: limit)
    return start.indices.map { i in
      let width = space.upperBounds[i] - space.lowerBounds[i]
      return path.levels.firstIndex {
        abs($0[i] - start[i]) > share * width
      }
    }
  }
}

extension [Int] {
  /// The subsets of a size, in lexicographic order.
  fileprivate func combinations(of size: Int) -> some Sequence<[Int]> {
    var places: [Int]? = size <= count ? Array(0..<size) : nil
    return AnyIterator {
      guard let current = places else { return nil }
      places = current.nextCombination(below: self.count)
      return current.map { self[$0] }
    }
  }

  /// The next rising places below a bound; nil after the last.
  private func nextCombination(below bound: Int) -> [Int]? {
    var next = self
    for k in indices.reversed() where next[k] < bound - (count - k) {
      next[k] += 1
      for m in (k + 1)..<Swift.max(k + 1, count) { next[m] = next[m - 1] + 1 }
      return next
    }
    return nil
  }
}
