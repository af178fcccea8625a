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
  /// Where the best responses of a trial are written; nil for nowhere.
  @usableFromInline var replies: UnsafeMutablePointer<Double>?
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

  /// What a player sees: its aggregates without the own contribution, and the
  /// weights of its own level in them.
  ///
  /// The four places are written out: a loop would keep them in memory.
  @inlinable @inline(__always)
  func view(of player: Int, own: Double) -> ResponseView {
    var view = ResponseView()
    see(0, player, own, &view)
    see(1, player, own, &view)
    see(2, player, own, &view)
    see(3, player, own, &view)
    return view
  }

  /// Adds an aggregate to what a player sees; nothing beyond the last.
  @inlinable @inline(__always)
  func see(_ k: Int, _ player: Int, _ own: Double, _ view: inout ResponseView) {
    guard k < count else { return }
    let aggregate = aggregates + k
    switch aggregate.pointee.kind {
    case .weightedSum:
      view.weights[k] = aggregate.pointee.weight(of: player)
      view.others[k] = aggregate.sumOfOthers(own: view.weights[k] * own)
    case .network: view.others[k] = aggregate.networkValue(player, first)
    case .blockUniform:
      view.others[k] = aggregate.blockUniformValue(player, own)
    case .general:
      view.weights[k] = forms[k].ownWeight(of: player)
      view.others[k] = generalValue(k, player)
    }
  }

  /// The level nearest to a number within a player's bounds; each comparison is
  /// one instruction.
  @inlinable @inline(__always)
  func clamp(_ level: Double, of player: Int) -> Double {
    let (lower, upper) = (lowerBounds[player], upperBounds[player])
    let capped = level < upper ? level : upper
    return capped > lower ? capped : lower
  }

  /// Asks for what the best response of a player will need, so that it is in
  /// the cache by then.
  @inlinable @inline(__always)
  func prefetch(_ player: Int) {
    for k in 0..<count where aggregates[k].kind == .network {
      aggregates[k].prefetch(player)
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
  /// 1, within its bounds; in a trial only notes the response.
  @inlinable @inline(__always)
  mutating func move(
    _ player: Int, from old: Double, toward response: Double
  ) {
    guard !isTrial else {
      replies?[player] = response
      return
    }
    var new = response
    if relaxation != 1 {
      new = clamp(old + relaxation * (response - old), of: player)
    }
    levels[player] = new
    for k in 0..<count { aggregates[k].move(player, from: old, to: new) }
  }
}

/// What one player sees of a profile.
@usableFromInline
struct ResponseView {
  /// The aggregates without the player's own contribution.
  @usableFromInline var others = Aggregates<Double>()
  /// The weight of the player's own level in each.
  @usableFromInline var weights = Aggregates<Double>()

  @inlinable init() {}
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
