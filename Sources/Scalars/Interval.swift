/// A closed interval of real numbers whose arithmetic never loses a solution.
///
///     [a, b] = { x real : a ≤ x ≤ b }
///
/// Evaluated over intervals, a formula yields bounds that hold for every real
/// number in the operands, rounding errors included:
///
/// ```swift
/// let x = Interval(0...1)
/// let y = Interval.log(onePlus: x) - x * x / 2  // every value lies in y
/// ```
///
/// ## Guarantee
///
/// The result of an operation contains the exact result for all points of the
/// operands at which the operation is defined (the fundamental theorem of
/// interval arithmetic), and the bounds are never not-a-number. Arithmetic and
/// `sqrt` rest on IEEE 754 alone; the other functions rest on the stated
/// accuracy of the platform's mathematical library (see
/// `Interval+Rounding.swift`), which the tests check but do not prove.
///
/// ## Outside the domain
///
/// If a part of the operand lies beyond the domain of the operation (the
/// logarithm or square root of negative numbers, a divisor with zero in its
/// interior, 0/0), the result is ``entire``: nothing is known. A proof that
/// needs bounds then fails, as it should. Where bounded functions follow
/// (`tanh`, `sin`), the value is bounded again, but the derivative computed by
/// a `Jet` over intervals is not.
///
/// The *edge* of a domain belongs to it and is sharp, with infinity as the
/// limit: `log([0, 1])` is `[-∞, ~0]`, `1 / [0, 1]` is `[~1, ∞]`.
///
/// ## Infinite bounds
///
/// An infinite bound stands for arbitrarily large real numbers and is not
/// itself a member. Hence `0 · [-∞, ∞] = 0`, and every interval has finite
/// members: the lower bound is less than `∞`, the upper one greater than `-∞`.
///
/// ## Exactness
///
/// Results are widened by at least one rounding step even where the operation
/// happened to be exact, with these exceptions: a product or quotient of an
/// exact zero is an exact zero, a sum that is zero is an exact zero, no
/// widening crosses a sign that is known (the product of non-negative intervals
/// is non-negative), negation, `max` and `min` are exact.
///
/// A decimal literal denotes the double nearest to it, as a point.
///
/// - SeeAlso: R. E. Moore, R. B. Kearfott, M. J. Cloud, *Introduction to
///   Interval Analysis*, SIAM 2009; IEEE Standard 1788-2015.
public struct Interval: Scalar, Hashable {
  /// The negated lower bound and the upper bound.
  ///
  /// Both are rounded upward, so one vector instruction serves both.
  @usableFromInline
  let outward: SIMD2<Double>

  /// The greatest lower bound; less than `∞`, and never a negative zero.
  @inlinable
  public var lower: Double { 0 - outward.x }

  /// The least upper bound; at least `lower`, greater than `-∞`, and never a
  /// negative zero.
  @inlinable
  public var upper: Double { 0 + outward.y }

  /// Bounds that are known to satisfy the invariants.
  @inlinable
  init(outward: SIMD2<Double>) {
    self.outward = outward
  }

  /// Bounds that are known to satisfy the invariants.
  @inlinable
  init(unchecked lower: Double, _ upper: Double) {
    self.init(outward: SIMD2(-lower, upper))
  }

  /// The interval between two bounds.
  ///
  /// A bound that is not a number comes from an overflow and says nothing: the
  /// interval is unbounded on that side.
  ///
  /// - Precondition: not `lower > upper`.
  /// - Parameters:
  ///   - lower: The lower bound; `∞` is read as "beyond all finite doubles".
  ///   - upper: The upper bound; `-∞` likewise.
  @inlinable
  public init(lower: Double, upper: Double) {
    guard lower <= upper else {
      self = Interval.unknown(lower, upper)
      return
    }
    self.init(
      unchecked: Swift.min(lower, .greatestFiniteMagnitude),
      Swift.max(upper, -.greatestFiniteMagnitude))
  }

  /// The interval of a range: `Interval(0...1)`.
  @inlinable
  public init(_ range: ClosedRange<Double>) {
    self.init(lower: range.lowerBound, upper: range.upperBound)
  }

  /// The point interval of exactly the given double.
  ///
  /// An infinite value becomes the interval of all reals beyond the finite
  /// doubles on its side, one that is not a number becomes ``entire``.
  @inlinable
  public init(_ value: Double) {
    self.init(lower: value, upper: value)
  }

  /// The interval of bounds of which one is not a number.
  @usableFromInline
  static func unknown(_ lower: Double, _ upper: Double) -> Interval {
    precondition(!(lower > upper), "bounds out of order")
    return Interval(
      lower: lower.isNaN ? -.infinity : lower,
      upper: upper.isNaN ? .infinity : upper)
  }

  /// All real numbers: nothing is known.
  @inlinable
  public static var entire: Interval {
    Interval(unchecked: -.infinity, .infinity)
  }
}

extension Interval {
  /// The point of a floating-point literal: the double nearest to it.
  @inlinable
  public init(floatLiteral value: Double) {
    self.init(value)
  }

  /// The point of an integer literal, rounded to a double.
  ///
  /// Literals up to 2⁵³ in magnitude are exact.
  @inlinable
  public init(integerLiteral value: Double) {
    self.init(value)
  }

  /// The point of an integer, or nil if no double equals it.
  @inlinable
  public init?(exactly source: some BinaryInteger) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }
}

extension Interval: CustomStringConvertible {
  /// The bounds in brackets, each as the shortest text that reads back.
  public var description: String { "[\(lower), \(upper)]" }
}
