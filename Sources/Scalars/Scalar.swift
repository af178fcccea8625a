@_exported import RealModule

/// A number that a payoff can be written in.
///
/// A payoff is one generic function of its scalar. Evaluated over `Double` it
/// gives values; over `Jet` it gives derivatives too; over ``Interval`` it
/// gives bounds that hold for every real number in a box.
///
/// Literals work as they stand; a stored parameter is converted first:
///
/// ```swift
/// func payoff<S: Scalar>(_ x: S, slope: Double) -> S {
///   S(slope) * x - x * x / 2
/// }
/// ```
///
/// There are no mixed operators with `Double` on purpose: with them ordinary
/// formulas stop type-checking in reasonable time.
///
/// Scalars are not ordered (an interval may lie on both sides of another), so
/// kinks are written with ``max(_:_:)`` and ``min(_:_:)``.
public protocol Scalar:
  AlgebraicField, ElementaryFunctions, ExpressibleByFloatLiteral, Sendable
{
  /// The scalar that stands for exactly the given double.
  init(_ value: Double)

  /// The scalar for a number that is known only to within
  /// `relativeError · |value|`, such as a rounded product of data.
  ///
  /// The value itself, except over intervals, which cover the error.
  init(_ value: Double, relativeError: Double)

  /// The product of a number that is known only to within a relative error and
  /// a scalar: `Self(value, relativeError:) * x`, in fewer steps.
  static func product(
    _ value: Double, relativeError: Double, _ x: Self
  ) -> Self

  /// What is left of a sum when one of its terms is taken away.
  ///
  /// For numbers `self − term`. Over intervals subtraction would widen the
  /// result, since it does not know that the term is part of the sum; this
  /// takes the term's bounds away from the sum's bounds of the same side.
  func removing(_ term: Self) -> Self

  /// The larger of two scalars.
  ///
  /// Over ``Jet`` the derivative is that of the larger argument, and the mean
  /// of the two at a tie; over intervals it encloses both cases.
  static func max(_ a: Self, _ b: Self) -> Self

  /// The smaller of two scalars; see ``max(_:_:)``.
  static func min(_ a: Self, _ b: Self) -> Self

  /// The weight of `a` in the derivative of `max(a, b)`: 1 where `a > b`, 0
  /// where `a < b`, ½ at a tie; for intervals an enclosure of these.
  static func share(of a: Self, above b: Self) -> Self

  /// The slope of ``share(of:above:)`` in `a − b`: 0 away from a tie and, by
  /// convention, at one; unbounded for intervals that overlap, since a step
  /// lies between them.
  static func shareSlope(of a: Self, above b: Self) -> Self

  /// `x` raised to a constant real power, `x ≥ 0`.
  ///
  /// Unlike `pow(x, S(exponent))` this does not differentiate in the exponent,
  /// so it is exact at `x = 0` for exponents of at least 1.
  static func pow(_ x: Self, _ exponent: Double) -> Self

  /// `∫₀¹ uᵐ (1 + u x)^−e du`, `x ≥ 0`: for the moment m = 0 the mean of the
  /// powers `w^−e` over `1 ≤ w ≤ 1 + x`.
  ///
  /// It is smooth at `x = 0`, where `((1 + x)^(1−e) − 1) / ((1 − e) x)` is not
  /// defined, and its derivative is `−e ∫₀¹ uᵐ⁺¹ (1 + u x)^−(e+1) du`.
  static func meanPower(_ x: Self, exponent: Double, moment: Int) -> Self

  /// `x log x` for `x ≥ 0`, which is 0 at 0 by continuity.
  ///
  /// Unlike the product of the two it is bounded over intervals that reach 0.
  static func timesLog(_ x: Self) -> Self
}

extension Scalar {
  /// The value itself: only intervals cover errors.
  @inlinable
  public init(_ value: Double, relativeError: Double) { self.init(value) }

  /// The product.
  @inlinable
  public static func product(
    _ value: Double, relativeError: Double, _ x: Self
  ) -> Self { Self(value, relativeError: relativeError) * x }

  /// The difference: only intervals need more care.
  @inlinable
  public func removing(_ term: Self) -> Self { self - term }

  /// By Gauss and Legendre's rule with 20 nodes, exact to 1e-15 for `x ≤ 2`.
  public static func meanPower(
    _ x: Self, exponent: Double, moment: Int
  ) -> Self {
    GaussLegendre.unit.reduce(.zero) { sum, point in
      sum + Self(point.weight) * pow(Self(point.node), moment)
        * pow(1 + Self(point.node) * x, -exponent)
    }
  }

  /// The product, where it needs no more care at 0.
  @inlinable
  public static func timesLog(_ x: Self) -> Self { x * .log(x) }
}

extension Double: Scalar {
  /// The larger of two doubles; not a number if either is.
  @inlinable
  public static func max(_ a: Double, _ b: Double) -> Double {
    a.isNaN || b.isNaN ? .nan : Swift.max(a, b)
  }

  /// The smaller of two doubles; not a number if either is.
  @inlinable
  public static func min(_ a: Double, _ b: Double) -> Double {
    a.isNaN || b.isNaN ? .nan : Swift.min(a, b)
  }

  /// 1 where `a > b`, 0 where `a < b`, ½ at a tie.
  @inlinable
  public static func share(of a: Double, above b: Double) -> Double {
    a > b ? 1 : a < b ? 0 : 0.5
  }

  /// 0: away from a tie a step is flat, and at one 0 is the convention.
  @inlinable
  public static func shareSlope(of a: Double, above b: Double) -> Double { 0 }

  /// `x log x`, 0 at 0.
  @inlinable
  public static func timesLog(_ x: Double) -> Double {
    x == 0 ? 0 : x * .log(x)
  }
}
