/// What is known of a function on the box that an interval was computed from.
///
/// The cases are ordered by what they say. A result is decorated by the least
/// of what its operation says and what its operands are decorated with, so that
/// nothing that was once undefined is ever called defined again.
///
/// Reference: IEEE Standard 1788-2015 for Interval Arithmetic, clause 8, whose
/// `ill`, `trv` and `com` these are.
public enum Decoration: Int, Comparable, Sendable {
  /// The function is nowhere on the box defined.
  case undefined
  /// Nothing is known.
  case unknown
  /// The function is defined, continuous and bounded on all of the box, bounds
  /// included.
  case continuous

  /// Whether the first says less.
  @inlinable
  public static func < (a: Decoration, b: Decoration) -> Bool {
    a.rawValue < b.rawValue
  }

  /// What follows if a function is defined exactly on the members of the
  /// operand that lie in a domain, and is continuous there.
  ///
  /// - Parameters:
  ///   - covers: Whether the domain holds all of the operand.
  ///   - misses: Whether it holds no member.
  @inlinable
  init(covers: Bool, misses: Bool) {
    self = covers ? .continuous : misses ? .undefined : .unknown
  }
}
