/// A set of players, as the bits of a whole number: player i is a member if
/// bit i is set.
public struct Coalition: Hashable, Sendable {
  /// The bits.
  public let bits: Int

  /// The coalition of the players whose bits are set.
  ///
  /// - Precondition: `bits` is not negative.
  @inlinable
  public init(bits: Int) { self.bits = bits }

  /// The coalition of some players.
  public init(_ members: some Sequence<Int>) {
    bits = members.reduce(0) { $0 | 1 << $1 }
  }

  /// The coalition of the players 0 … count − 1.
  @inlinable
  public static func all(_ count: Int) -> Coalition {
    Coalition(bits: 1 << count - 1)
  }

  /// The coalition without members.
  @inlinable public static var empty: Coalition { Coalition(bits: 0) }

  /// Whether nobody is a member.
  @inlinable public var isEmpty: Bool { bits == 0 }

  /// The number of members.
  @inlinable public var count: Int { bits.nonzeroBitCount }

  /// Whether a player is a member.
  @inlinable
  public func contains(_ player: Int) -> Bool { bits >> player & 1 == 1 }

  /// The members, in order.
  public var members: [Int] {
    var result: [Int] = []
    var rest = bits
    while rest != 0 {
      result.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return result
  }

  /// The coalition with one more member.
  @inlinable
  public func adding(_ player: Int) -> Coalition {
    Coalition(bits: bits | 1 << player)
  }

  /// The coalition without a player.
  @inlinable
  public func removing(_ player: Int) -> Coalition {
    Coalition(bits: bits & ~(1 << player))
  }

  /// What the members have of a number for each player.
  @inlinable
  public func sum(of numbers: [Double]) -> Double {
    var total = 0.0
    var rest = bits
    while rest != 0 {
      total += numbers[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return total
  }

  /// The two parts of each division into two, the one with the first member
  /// first; neither part is empty.
  func forEachDivision(_ body: (Coalition, Coalition) -> Void) {
    let first = bits & -bits
    let others = bits & ~first
    var part = others
    while part != 0 {
      part = (part - 1) & others
      body(Coalition(bits: first | part), Coalition(bits: others & ~part))
    }
  }
}
