import LinearAlgebra
import Scalars

/// The profile that a sweep of best responses works on, one block of players
/// after the other.
///
/// It holds pointers and is valid only inside the call that lends it.
public struct ResponseState {
  @usableFromInline let levels: UnsafeMutableBufferPointer<Double>
  @usableFromInline let lowerBounds: UnsafeBufferPointer<Double>
  @usableFromInline let upperBounds: UnsafeBufferPointer<Double>
  /// The aggregates as this block sees them.
  @usableFromInline var aggregates: UnsafeMutablePointer<UnsafeAggregate>
  @usableFromInline let count: Int
  /// The aggregates themselves, for those of general form.
  @usableFromInline let forms: [LinearAggregate]
  /// The first player of the block.
  @usableFromInline var first = 0
  /// Whether levels stay as they are and only distances are measured.
  @usableFromInline var isTrial = false
  /// How far players move, in units of the way to their best responses.
  @usableFromInline var relaxation = 1.0
  /// How far beyond its bound a player would go to be left out of what
  /// follows.
  @usableFromInline var restMargin = 0.0

  init(
    levels: UnsafeMutableBufferPointer<Double>,
    lowerBounds: UnsafeBufferPointer<Double>,
    upperBounds: UnsafeBufferPointer<Double>, forms: [LinearAggregate],
    aggregates: UnsafeMutablePointer<UnsafeAggregate>
  ) {
    self.levels = levels
    self.lowerBounds = lowerBounds
    self.upperBounds = upperBounds
    self.forms = forms
    count = forms.count
    self.aggregates = aggregates
  }

  /// The aggregates of a player without the own contribution.
  ///
  /// The four places are written out: a loop would keep them in memory.
  @inlinable @inline(__always)
  func others(of player: Int, own: Double) -> Aggregates<Double> {
    var result = Aggregates<Double>()
    result[0] = valueOfOthers(0, player, own)
    result[1] = valueOfOthers(1, player, own)
    result[2] = valueOfOthers(2, player, own)
    result[3] = valueOfOthers(3, player, own)
    return result
  }

  /// The weights of a player's own level in its aggregates.
  @inlinable @inline(__always)
  func ownWeights(of player: Int) -> Aggregates<Double> {
    var result = Aggregates<Double>()
    result[0] = ownWeight(0, of: player)
    result[1] = ownWeight(1, of: player)
    result[2] = ownWeight(2, of: player)
    result[3] = ownWeight(3, of: player)
    return result
  }

  /// The value of an aggregate less the own contribution; zero beyond the
  /// last.
  @inlinable @inline(__always)
  func valueOfOthers(_ k: Int, _ player: Int, _ own: Double) -> Double {
    guard k < count else { return 0 }
    return aggregates[k].kind == .general
      ? generalValue(k, player)
      : (aggregates + k).valueOfOthers(player, own: own, first: first)
  }

  /// Asks for what the best response of a player will need, so that it is in
  /// the cache by then.
  @inlinable @inline(__always)
  func prefetch(_ player: Int) {
    for k in 0..<count where aggregates[k].kind == .network {
      aggregates[k].prefetch(player)
    }
  }

  /// The weight of a player's own level in an aggregate; zero beyond the last.
  @inlinable @inline(__always)
  func ownWeight(_ k: Int, of player: Int) -> Double {
    guard k < count else { return 0 }
    return switch aggregates[k].kind {
    case .weightedSum: aggregates[k].weight(of: player)
    case .network, .blockUniform: 0
    case .general: forms[k].ownWeight(of: player)
    }
  }

  /// The value of an aggregate of general form less the own contribution.
  @usableFromInline
  func generalValue(_ k: Int, _ player: Int) -> Double {
    let aggregate = aggregates[k]
    guard let settled = aggregate.settled, let moved = aggregate.moved else {
      return 0
    }
    var sum = 0.0
    forms[k].forEachCoefficient(of: player) { j, coefficient in
      guard j != player else { return }
      let level = aggregate.isPast(j, player, first) ? moved[j] : settled[j]
      sum += coefficient * level
    }
    return sum
  }

  /// Moves a player toward its best response, or beyond if relaxation exceeds
  /// 1, within its bounds; does nothing in a trial.
  @inlinable @inline(__always)
  mutating func move(
    _ player: Int, from old: Double, toward response: Double
  ) {
    guard !isTrial else { return }
    var new = response
    if relaxation != 1 {
      new = Swift.max(
        lowerBounds[player],
        Swift.min(upperBounds[player], old + relaxation * (response - old)))
    }
    levels[player] = new
    for k in 0..<count { aggregates[k].move(player, from: old, to: new) }
  }
}

/// What a sweep of best responses over some players did.
public struct ResponseOutcome: Sendable {
  /// The largest distance of a player from its best response.
  public var distance = 0.0
  /// Whether every number that came up is finite.
  public var isFinite = true
  /// How many of the players do not rest at a bound, and are at the front.
  public var activeCount = 0

  /// Nothing moved.
  @inlinable public init() {}

  /// Adds what was done to other players.
  mutating func add(_ other: ResponseOutcome) {
    distance = max(distance, other.distance)
    isFinite = isFinite && other.isFinite
    activeCount += other.activeCount
  }
}
