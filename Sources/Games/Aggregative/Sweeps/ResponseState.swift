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
  /// What ``touch(_:)`` read, kept so that the reading is not optimised away.
  @usableFromInline var touched: UInt64 = 0

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
  @inlinable @inline(__always)
  func others(of player: Int, own: Double) -> Aggregates<Double> {
    var result = Aggregates<Double>()
    for k in 0..<count {
      result[k] =
        aggregates[k].kind == .general
        ? generalValue(k, player)
        : aggregates[k].valueOfOthers(player, own: own, first: first)
    }
    return result
  }

  /// Reads what the best response of a player will need, so that it is in the
  /// cache by then: memory is waited for while others are moved.
  @inlinable @inline(__always)
  mutating func touch(_ player: Int) {
    for k in 0..<count where aggregates[k].kind == .network {
      touched |= aggregates[k].touch(player)
    }
  }

  /// The weight of a player's own level in one of its aggregates.
  @inlinable @inline(__always)
  func ownWeight(_ k: Int, of player: Int) -> Double {
    switch aggregates[k].kind {
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

  /// Moves a player; does nothing in a trial.
  @inlinable @inline(__always)
  mutating func move(_ player: Int, from old: Double, to new: Double) {
    guard !isTrial else { return }
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
  /// How many of the players do not rest at a bound.
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
