import Scalars

/// A point of a strategy space: one number for each variable, in order.
public typealias Profile<S: Scalar> = [S]

/// A set of profiles: one interval for each variable, in order.
public typealias Box = [Interval]

/// Who decides what, and within which bounds.
///
/// Each variable of the flat vector has one owner. One level a player is the
/// common case; ranges of variables that follow one another are the next:
///
/// ```swift
/// StrategySpace(players: 3, levels: 0...1)
/// StrategySpace(variables: [[0...1, 0...2], [0...1]])
/// ```
public struct StrategySpace: Sendable, Equatable {
  /// The lower bound of each variable, finite.
  public let lowerBounds: [Double]
  /// The upper bound of each variable, finite, at least the lower one.
  public let upperBounds: [Double]
  /// Where each player's variables start, and the dimension at the end; empty
  /// when every player owns exactly one variable.
  let starts: [Int]
  /// The variables by owner; empty when they are in that order already.
  let order: [Int]

  /// Every player decides one level within the same bounds.
  ///
  /// - Precondition: the bounds are finite.
  public init(players: Int, levels: ClosedRange<Double>) {
    self.init(levels: Array(repeating: levels, count: players))
  }

  /// Every player decides one level within bounds of its own.
  ///
  /// - Precondition: the bounds are finite.
  public init(levels: [ClosedRange<Double>]) {
    self.init(
      lowerBounds: levels.map(\.lowerBound),
      upperBounds: levels.map(\.upperBound), starts: [])
  }

  /// Every player decides any number of variables, none included.
  ///
  /// - Precondition: the bounds are finite.
  public init(variables: [[ClosedRange<Double>]]) {
    let flat = variables.joined()
    var starts = [0]
    for owned in variables {
      starts.append(starts[starts.count - 1] + owned.count)
    }
    self.init(
      lowerBounds: flat.map(\.lowerBound), upperBounds: flat.map(\.upperBound),
      starts: variables.allSatisfy { $0.count == 1 } ? [] : starts)
  }

  /// The players own any variables of the same bounds.
  ///
  /// - Parameters:
  ///   - bounds: A space, of which the bounds count.
  ///   - owners: The player that owns each variable.
  ///   - players: The number of players; some may own nothing.
  /// - Precondition: There is an owner for each variable, one of the players.
  public init(bounds: StrategySpace, owners: [Int], players: Int) {
    precondition(
      owners.count == bounds.dimension
        && owners.allSatisfy { 0 <= $0 && $0 < players },
      "each variable has an owner among the players")
    var starts = [Int](repeating: 0, count: players + 1)
    for owner in owners { starts[owner + 1] += 1 }
    let hasOneEach = starts.dropFirst().allSatisfy { $0 == 1 }
    for player in 0..<players { starts[player + 1] += starts[player] }
    let isSorted = zip(owners, owners.dropFirst()).allSatisfy { $0 <= $1 }
    self.init(
      lowerBounds: bounds.lowerBounds, upperBounds: bounds.upperBounds,
      starts: hasOneEach && isSorted ? [] : starts,
      order: isSorted
        ? [] : owners.indices.sorted { (owners[$0], $0) < (owners[$1], $1) })
  }

  init(
    lowerBounds: [Double], upperBounds: [Double], starts: [Int],
    order: [Int] = []
  ) {
    precondition(
      lowerBounds.allSatisfy(\.isFinite) && upperBounds.allSatisfy(\.isFinite),
      "the bounds of a strategy space are finite")
    self.lowerBounds = lowerBounds
    self.upperBounds = upperBounds
    self.starts = starts
    self.order = order
  }

  /// The same space with some variables held at a profile's levels.
  ///
  /// - Parameters:
  ///   - isHeld: Whether each variable is held.
  ///   - levels: Where.
  /// - Precondition: There is one of each for every variable.
  /// - Returns: A space in which the intervals of those variables are points.
  public func holding(
    _ isHeld: [Bool], at levels: Profile<Double>
  ) -> StrategySpace {
    StrategySpace(
      lowerBounds: lowerBounds.indices.map {
        isHeld[$0] ? levels[$0] : lowerBounds[$0]
      },
      upperBounds: upperBounds.indices.map {
        isHeld[$0] ? levels[$0] : upperBounds[$0]
      }, starts: starts, order: order)
  }

  /// The number of variables.
  public var dimension: Int { lowerBounds.count }

  /// The number of players.
  public var playerCount: Int {
    starts.isEmpty ? dimension : starts.count - 1
  }

  /// The variables that a player owns. O(1).
  public func variables(of player: Int) -> OwnedVariables {
    OwnedVariables(
      places: starts.isEmpty
        ? player..<(player + 1) : starts[player]..<starts[player + 1],
      order: order)
  }

  /// The player that owns a variable. O(log players) where the variables
  /// follow one another, O(variables) otherwise.
  public func owner(of variable: Int) -> Int {
    guard !starts.isEmpty else { return variable }
    let place = order.isEmpty ? variable : order.firstIndex(of: variable)
    guard let place else { return playerCount }
    var low = 0
    var high = playerCount - 1
    while low < high {
      let middle = (low + high) / 2
      if starts[middle + 1] > place {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  /// Whether every player owns exactly one variable, the first the first.
  public var hasOneVariableEach: Bool { starts.isEmpty }

  /// The interval of each variable.
  public var box: Box {
    zip(lowerBounds, upperBounds).map { Interval(lower: $0, upper: $1) }
  }

  /// The interval of one variable.
  package func interval(of variable: Int) -> Interval {
    Interval(lower: lowerBounds[variable], upper: upperBounds[variable])
  }

  /// The intervals of a player's variables.
  public func box(of player: Int) -> Box {
    variables(of: player).map { interval(of: $0) }
  }

  /// The profile that is nearest to zero.
  package var nearestToZero: [Double] { clamped(lowerBounds.map { _ in 0 }) }

  /// The nearest profile within the bounds; not a number goes to the lower
  /// bound.
  public func clamped(_ levels: [Double]) -> [Double] {
    levels.indices.map { clamp(levels[$0], variable: $0) }
  }

  /// The number nearest to `level` within the bounds of a variable.
  public func clamp(_ level: Double, variable: Int) -> Double {
    let lower = lowerBounds[variable]
    return level > lower ? min(level, upperBounds[variable]) : lower
  }

  /// Whether a profile has the right length and lies within the bounds.
  public func contains(_ levels: [Double]) -> Bool {
    levels.count == dimension
      && levels.indices.allSatisfy {
        lowerBounds[$0] <= levels[$0] && levels[$0] <= upperBounds[$0]
      }
  }
}
