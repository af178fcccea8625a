import Games
import LinearAlgebra
import Scalars

/// Where adjustment ends: the equilibria of a game and the regions around them
/// that are proven to attract.
public struct Attractors: Sendable {
  /// How levels move.
  public let process: AdjustmentProcess
  /// The equilibria.
  public let equilibria: [[Double]]
  /// A box around each equilibrium from which every start is proven to end
  /// there; nil where none is proven.
  public let regions: [Box?]
  /// The spectral radius of the map at each equilibrium; nil where it jumps.
  public let contractions: [Double?]
  /// Whether it is proven that a start below another stays below it; see
  /// ``AdjustmentProcess/isProvenMonotone``.
  public let isMonotone: Bool
  /// Tells without a whole path where displaced levels end; nil where paths
  /// are followed.
  private let returnTest: (any ReturnTest)?

  /// How near to an equilibrium, in shares of the bounds' distance, levels
  /// have arrived.
  public static let arrival = 1e-6
  /// How near to an equilibrium a path is followed.
  static let end = 1e-10
  /// The limit on periods of cycles.
  private static let longestCycle = 64
  /// How near levels must come again for a cycle.
  private static let recurrence = 1e-9

  /// The equilibria of a process.
  public init(_ process: AdjustmentProcess, equilibria: [[Double]]) {
    self.init(
      process, equilibria: equilibria,
      regions: equilibria.map { AttractingRegion.around($0, of: process) },
      contractions: equilibria.map { process.contraction(at: $0) },
      isMonotone: process.isProvenMonotone)
  }

  /// The equilibria of a process, with what is known of them.
  init(
    _ process: AdjustmentProcess, equilibria: [[Double]], regions: [Box?],
    contractions: [Double?], isMonotone: Bool,
    returnTest: (any ReturnTest)? = nil
  ) {
    self.process = process
    self.equilibria = equilibria
    self.regions = regions
    self.contractions = contractions
    self.isMonotone = isMonotone
    self.returnTest = returnTest
  }

  /// Whether deviations from an equilibrium die out.
  public func settles(_ k: Int) -> Bool {
    regions[k] != nil || contractions[k].map { $0 < 1 } ?? false
  }

  /// A path of adjustment.
  public struct Path: Sendable {
    /// The levels in each period, from 0.
    public var levels: [[Double]]
    /// The place of the equilibrium that it comes to; nil if there is none
    /// within the limit on periods.
    public var reached: Int?
    /// The first period from which on all levels are within ``arrival`` of the
    /// equilibrium; the number of periods followed if there is none.
    public var periods: Int
    /// The period of a cycle that it ends in.
    public var cycle: Int?
  }

  /// Follows the levels from a start.
  ///
  /// - Parameters:
  ///   - start: The levels in period 0.
  ///   - limit: The limit on periods.
  /// - Returns: The path.
  public func path(from start: [Double], limit: Int) -> Path {
    var levels: [[Double]] = []
    var reached = follow(from: start, limit: limit) { levels.append($1) }
    let last = levels[levels.count - 1]
    reached = reached ?? nearest(last, within: Self.arrival)
    guard let k = reached else {
      return Path(
        levels: levels, reached: nil, periods: levels.count - 1,
        cycle: cycle(in: levels))
    }
    let outside = levels.lastIndex { !isNear($0, k, Self.arrival) }
    return Path(
      levels: levels, reached: k, periods: outside.map { $0 + 1 } ?? 0,
      cycle: nil)
  }

  /// Shows the levels of each period, from 0, until they are very near an
  /// equilibrium from which they do not depart.
  ///
  /// - Returns: The place of that equilibrium; nil if none is reached.
  func follow(
    from start: [Double], limit: Int, _ show: (Int, [Double]) -> Void
  ) -> Int? {
    var (period, levels) = (0, start)
    while true {
      show(period, levels)
      if let place = arrived(levels, within: Self.end) { return place }
      guard period < limit, !Cancellation.isRequested else { return nil }
      levels = process.next(levels)
      period += 1
    }
  }

  /// The same until nobody moves, among many players by those who do.
  func followToRest(
    from start: [Double], limit: Int, _ show: (Int, [Double]) -> Void
  ) {
    guard let returnTest else {
      _ = follow(from: start, limit: limit, show)
      return
    }
    returnTest.follow(from: start, limit: limit) { period, levels in
      show(period, levels)
      return true
    }
  }

  /// The place of the equilibrium that a start ends at; nil if at none.
  ///
  /// Numerical: the path is followed until it lies in a proven region or very
  /// near an equilibrium from which it does not depart. Nil, too, if the work
  /// is to stop.
  ///
  /// - Parameters:
  ///   - start: The levels in period 0.
  ///   - limit: The limit on periods.
  ///   - rest: Levels that move by no more than this share of the bounds'
  ///     distance have come to rest.
  ///   - origin: An equilibrium at which the start is known not to end; nil for
  ///     none.
  /// - Returns: The place.
  public func destination(
    from start: [Double], limit: Int, rest: Double = 0,
    apartFrom origin: Int? = nil
  ) -> Int? {
    if rest > 0,
      let known = testedDestination(from: start, limit: limit, origin)
    {
      return known
    }
    guard case .place(let k) = end(of: start, limit: limit, rest: rest) else {
      return nil
    }
    return k
  }

  /// Whether a start ends at an equilibrium; nil if that is not known within
  /// the limit on periods, or if the work is to stop.
  ///
  /// Numerical. Where the order is kept, levels that all fall do not come back
  /// to what they have fallen below, and the same upside down.
  func returns(
    to place: Int, from start: [Double], limit: Int, rest: Double
  ) -> Bool? {
    if rest > 0, let returnTest {
      let answer = returnTest.returns(to: place, from: start, limit: limit)
      if answer != nil || Cancellation.isRequested { return answer }
    }
    return switch end(of: start, limit: limit, rest: rest, from: place) {
    case .place(let k): k == place
    case .elsewhere: false
    case .unknown: nil
    }
  }

  /// The place at which a start is known to end without following its path,
  /// of nil if it is known to end at none; nil if that is not known.
  private func testedDestination(
    from start: [Double], limit: Int, _ origin: Int?
  ) -> Int?? {
    guard let returnTest else { return nil }
    for place in equilibria.indices where place != origin {
      switch returnTest.returns(to: place, from: start, limit: limit) {
      case true: return .some(place)
      case false: continue
      case nil: return nil
      }
    }
    return .some(nil)
  }

  /// Where a path ends.
  private enum End {
    /// At an equilibrium that is known.
    case place(Int)
    /// At another one, in a cycle, or on the way from where it was displaced.
    case elsewhere
    /// Not within the limit on periods.
    case unknown
  }

  private func end(
    of start: [Double], limit: Int, rest: Double, from place: Int? = nil
  ) -> End {
    var levels = start
    var cycle = CycleTest<[Double]>()
    for _ in 0...limit where !Cancellation.isRequested {
      if let k = region(holding: levels) { return .place(k) }
      if let k = arrived(levels, within: Self.arrival) { return .place(k) }
      let next = process.next(levels)
      let isStill = rest > 0 && isNear(next, to: levels, rest)
      if isStill || cycle.recurs(levels) {
        return nearest(levels, within: Self.arrival).map { .place($0) }
          ?? .elsewhere
      }
      if let place, isMonotone, isCutOff(levels, next, from: place) {
        return .elsewhere
      }
      levels = next
    }
    return nearest(levels, within: Self.arrival).map { .place($0) } ?? .unknown
  }

  /// Whether all levels fall, one of them below an equilibrium, or all rise,
  /// one of them above it.
  private func isCutOff(
    _ levels: [Double], _ next: [Double], from place: Int
  ) -> Bool {
    let space = process.game.strategies
    var (falls, rises, isBelow, isAbove) = (true, true, false, false)
    for i in levels.indices {
      falls = falls && next[i] <= levels[i]
      rises = rises && next[i] >= levels[i]
      guard falls || rises else { return false }
      let gap = levels[i] - equilibria[place][i]
      let room = space.upperBounds[i] - space.lowerBounds[i]
      isBelow = isBelow || gap < -Self.arrival * room
      isAbove = isAbove || gap > Self.arrival * room
    }
    return falls && isBelow || rises && isAbove
  }

  /// The place of the equilibrium at which a start is proven to end.
  ///
  /// The path is followed in intervals until it lies in a region.
  public func provenDestination(
    from start: [Double], limit: Int
  ) -> Int? {
    var box = start.map { Interval($0) }
    var cycle = CycleTest<Box>()
    for _ in 0...limit where !Cancellation.isRequested {
      if let k = regions.firstIndex(where: { $0?.contains(box) ?? false }) {
        return k
      }
      guard box.width < Self.widest, !cycle.recurs(box) else { return nil }
      box = next(over: box)
    }
    return nil
  }

  /// Encloses the levels of the next period from anywhere in a box; where the
  /// order is kept, between those of its two ends, which widens a box by no
  /// more than the map does.
  private func next(over box: Box) -> Box {
    guard isMonotone else { return process.next(over: box) }
    let low = process.next(over: box.map { Interval($0.lower) })
    let high = process.next(over: box.map { Interval($0.upper) })
    return zip(low, high).map { Interval(lower: $0.lower, upper: $1.upper) }
  }

  /// Paths whose enclosures become wider than this are given up.
  private static let widest = 0.25

  private func region(holding levels: [Double]) -> Int? {
    regions.firstIndex { $0?.contains(levels) ?? false }
  }

  /// The equilibrium that is near and does not send levels away.
  private func arrived(_ levels: [Double], within distance: Double) -> Int? {
    guard let k = nearest(levels, within: distance) else { return nil }
    return settles(k) || process.next(levels) == levels ? k : nil
  }

  private func nearest(_ levels: [Double], within distance: Double) -> Int? {
    equilibria.indices.first { isNear(levels, $0, distance) }
  }

  private func isNear(_ levels: [Double], _ k: Int, _ distance: Double) -> Bool
  {
    isNear(levels, to: equilibria[k], distance)
  }

  /// Whether no two levels are farther from each other than a share of the
  /// bounds' distance.
  private func isNear(
    _ levels: [Double], to others: [Double], _ distance: Double
  ) -> Bool {
    let space = process.game.strategies
    return levels.indices.allSatisfy {
      let width = space.upperBounds[$0] - space.lowerBounds[$0]
      return abs(levels[$0] - others[$0]) <= distance * width
    }
  }

  private func cycle(in levels: [[Double]]) -> Int? {
    let last = levels[levels.count - 1]
    return (1...Self.longestCycle).first { period in
      guard levels.count > period else { return false }
      return zip(levels[levels.count - 1 - period], last).allSatisfy {
        abs($0 - $1) <= Self.recurrence
      }
    }
  }
}

/// Brent's test for cycles: a state is remembered, anew at powers of two.
///
/// Reference: Brent, BIT 20, 1980.
private struct CycleTest<State: Equatable> {
  private var memory: State?
  private var count = 0

  /// Whether a state is the one that is remembered.
  mutating func recurs(_ state: State) -> Bool {
    if state == memory { return true }
    if count & (count - 1) == 0 { memory = state }
    count += 1
    return false
  }
}
