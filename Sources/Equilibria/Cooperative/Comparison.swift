import Scalars

/// What is known of `a ≥ b` for two numbers within intervals.
///
/// Numbers nearer to each other than ``tieWidth`` times one more than their
/// size count as equal, so that `≥` holds: two ways of earning the same are
/// the rule among firms that are alike.
package struct Comparison: Sendable {
  /// Whether `a ≥ b`; nil if the intervals do not decide it.
  package let holds: Bool?
  /// Whether the two count as equal.
  package let isTie: Bool

  /// Differences up to this share of 1 + |value| count as none.
  package static let tieWidth = 1e-9

  /// Compares a with b.
  ///
  /// - Parameters:
  ///   - a: The number that may be greater.
  ///   - b: The other.
  ///   - exact: Enclosures of both; the numbers themselves if nil.
  package init(_ a: Double, _ b: Double, exact: (Interval, Interval)? = nil) {
    let size = 1 + max(abs(a), abs(b))
    isTie = abs(a - b) <= Self.tieWidth * size
    let (first, second) = exact ?? (Interval(a), Interval(b))
    if isTie || first.lower >= second.upper {
      holds = true
    } else {
      holds = first.upper < second.lower ? false : nil
    }
  }
}

extension Bool? {
  /// Whether both hold; false as soon as one does not, nil if it depends on
  /// one that is unknown.
  package static func both(_ a: Bool?, _ b: Bool?) -> Bool? {
    if a == false || b == false { return false }
    return a == nil || b == nil ? nil : true
  }
}
