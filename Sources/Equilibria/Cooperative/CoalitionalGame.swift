import Scalars

/// A game of coalitions with transferable payoffs: what each set of players is
/// worth.
///
/// Worths are numbers, or numbers within proven intervals. It knows nothing of
/// where they come from:
///
/// ```swift
/// let gloves = CoalitionalGame(playerCount: 3) { coalition in
///   coalition.contains(0) && coalition.count > 1 ? 1 : 0
/// }
/// gloves.shapleyValue       // [2/3, 1/6, 1/6]
/// gloves.prenucleolus()     // [1, 0, 0]
/// ```
public struct CoalitionalGame: Sendable {
  /// The number of players n.
  public let playerCount: Int
  /// The worth of each coalition, by its bits: 2ⁿ numbers, 0 for the empty
  /// one.
  public let worths: [Double]
  /// Contains the exact worth of each coalition.
  public let enclosures: [Interval]

  /// A game by the worth of each coalition.
  ///
  /// - Parameters:
  ///   - playerCount: The number of players, at most 20.
  ///   - worth: The worth of a coalition; not asked for the empty one.
  public init(playerCount: Int, worth: (Coalition) -> Double) {
    let bits = 1..<(1 << playerCount)
    self.init(worths: [0] + bits.map { worth(Coalition(bits: $0)) })
  }

  /// A game by a list of worths.
  ///
  /// - Parameters:
  ///   - worths: The worth of each coalition, by its bits; 0 for the empty
  ///     one.
  ///   - enclosures: Contain the exact worths; the numbers themselves if it is
  ///     empty.
  /// - Precondition: There are 2ⁿ worths, all finite, and the first is 0.
  public init(worths: [Double], enclosures: [Interval] = []) {
    precondition(
      worths.count.nonzeroBitCount == 1 && worths[0] == 0,
      "there are 2ⁿ worths, 0 for the empty coalition")
    precondition(
      enclosures.isEmpty || enclosures.count == worths.count,
      "there is an enclosure for each worth")
    playerCount = worths.count.trailingZeroBitCount
    self.worths = worths
    self.enclosures =
      enclosures.isEmpty ? worths.map { Interval($0) } : enclosures
  }

  /// The coalition of all players.
  public var everybody: Coalition { .all(playerCount) }

  /// The worth of a coalition.
  public func worth(of coalition: Coalition) -> Double {
    worths[coalition.bits]
  }

  /// Contains the exact worth of a coalition.
  public func enclosure(of coalition: Coalition) -> Interval {
    enclosures[coalition.bits]
  }

  /// Every coalition that is neither empty nor of all players.
  public var properCoalitions: [Coalition] {
    (1..<max(1, everybody.bits)).map { Coalition(bits: $0) }
  }

  /// The largest excess `w(S) − x(S)` over the coalitions that are neither
  /// empty nor of all players: what the most dissatisfied one has to complain
  /// of. Zero for one player.
  public func largestExcess(of shares: [Double]) -> Double {
    properCoalitions.map { worth(of: $0) - $0.sum(of: shares) }.max() ?? 0
  }
}
