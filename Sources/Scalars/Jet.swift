/// A number with its derivatives in a fixed number of directions.
///
/// A jet carries a value `v` and the slopes `∂v/∂t_k` along `directions`
/// directions, and every operation applies the chain rule. Jets nest, and
/// nesting gives second derivatives:
///
/// ```swift
/// typealias Second = Jet<Jet<Double, 1>, 1>
/// let x = Second(value: Jet(2, along: 0), slopes: [Jet(1)])
/// (x * x * x).slopes[0].slopes[0]   // 12, the second derivative of x³ at 2
/// ```
///
/// Over ``Interval`` the value and the slopes enclose those at every point of
/// a box.
///
/// Reference: Griewank and Walther, Evaluating Derivatives, 2008, chapter 3.
@usableFromInline
package struct Jet<Base: Scalar, let directions: Int>: Sendable {
  /// The value.
  public var value: Base
  /// The derivative of the value along each direction.
  public var slopes: InlineArray<directions, Base>

  /// The jet with the given value and slopes.
  @inlinable
  public init(value: Base, slopes: InlineArray<directions, Base>) {
    self.value = value
    self.slopes = slopes
  }

  /// A constant: every slope is zero.
  @inlinable
  public init(constant value: Base) {
    self.init(value: value, slopes: InlineArray(repeating: .zero))
  }

  /// The variable of one direction: slope 1 along it and 0 along the others.
  ///
  /// - Precondition: `direction` is in `0..<directions`.
  @inlinable
  public init(_ value: Base, along direction: Int) {
    self.init(constant: value)
    slopes[direction] = 1
  }

  /// The jet of `f(self)`, from `f` and `f′` at the value: the chain rule.
  @inlinable
  func chain(_ value: Base, _ derivative: Base) -> Jet {
    var result = Jet(constant: value)
    for k in 0..<directions { result.slopes[k] = derivative * slopes[k] }
    return result
  }

  /// The jet of `f(a, b)`, from `f` and its two partial derivatives.
  @inlinable
  static func chain(
    _ value: Base, _ a: Jet, _ slopeInA: Base, _ b: Jet, _ slopeInB: Base
  ) -> Jet {
    var result = Jet(constant: value)
    for k in 0..<directions {
      result.slopes[k] = slopeInA * a.slopes[k] + slopeInB * b.slopes[k]
    }
    return result
  }
}

extension Jet: Equatable {
  /// Whether values and slopes are equal.
  @inlinable
  public static func == (a: Jet, b: Jet) -> Bool {
    guard a.value == b.value else { return false }
    for k in 0..<directions where a.slopes[k] != b.slopes[k] { return false }
    return true
  }
}
