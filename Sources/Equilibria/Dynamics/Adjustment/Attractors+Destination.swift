import Games
import LinearAlgebra
import Scalars

extension Attractors {
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
    var end = End.unknown
    if rest > 0 {
      end = testedEnd(of: start, limit: limit, apartFrom: origin)
    }
    if case .unknown = end {
      end = self.end(of: start, limit: limit, rest: rest)
    }
    guard case .place(let k) = end else { return nil }
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

  /// Where a path ends.
  private enum End {
    /// At an equilibrium that is known.
    case place(Int)
    /// At another one, in a cycle, or on the way from where it was displaced.
    case elsewhere
    /// Not within the limit on periods.
    case unknown
  }

  /// Where a start ends, as far as that is known without following its path.
  private func testedEnd(
    of start: [Double], limit: Int, apartFrom origin: Int?
  ) -> End {
    guard let returnTest else { return .unknown }
    for place in equilibria.indices where place != origin {
      switch returnTest.returns(to: place, from: start, limit: limit) {
      case true: return .place(place)
      case false: continue
      case nil: return .unknown
      }
    }
    return .elsewhere
  }

  /// Where a start ends, by following its path.
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

  private func region(holding levels: [Double]) -> Int? {
    regions.firstIndex { $0?.contains(levels) ?? false }
  }
}
