extension Jet: AlgebraicField {
  /// The size of the value; the slopes do not count.
  public typealias Magnitude = Base.Magnitude

  /// The size of the value.
  @inlinable public var magnitude: Base.Magnitude { value.magnitude }

  /// The constant with exactly this integer as its value, if there is one.
  @inlinable
  public init?<T: BinaryInteger>(exactly source: T) {
    guard let value = Base(exactly: source) else { return nil }
    self.init(constant: value)
  }

  /// The constant written as an integer literal.
  @inlinable
  public init(integerLiteral value: Base.IntegerLiteralType) {
    self.init(constant: Base(integerLiteral: value))
  }

  /// The constant zero.
  @inlinable public static var zero: Jet { Jet(constant: .zero) }

  /// The sum.
  @inlinable
  public static func + (a: Jet, b: Jet) -> Jet {
    var result = Jet(constant: a.value + b.value)
    for k in 0..<directions { result.slopes[k] = a.slopes[k] + b.slopes[k] }
    return result
  }

  /// The difference.
  @inlinable
  public static func - (a: Jet, b: Jet) -> Jet {
    var result = Jet(constant: a.value - b.value)
    for k in 0..<directions { result.slopes[k] = a.slopes[k] - b.slopes[k] }
    return result
  }

  /// The negative.
  @inlinable
  public static prefix func - (a: Jet) -> Jet {
    var result = Jet(constant: -a.value)
    for k in 0..<directions { result.slopes[k] = -a.slopes[k] }
    return result
  }

  /// The product: `(a b)′ = a′ b + a b′`.
  @inlinable
  public static func * (a: Jet, b: Jet) -> Jet {
    chain(a.value * b.value, a, b.value, b, a.value)
  }

  /// The quotient: `(a / b)′ = (a′ − (a / b) b′) / b`.
  @inlinable
  public static func / (a: Jet, b: Jet) -> Jet {
    var result = Jet(constant: a.value / b.value)
    for k in 0..<directions {
      result.slopes[k] = (a.slopes[k] - result.value * b.slopes[k]) / b.value
    }
    return result
  }

  /// Adds in place.
  @inlinable public static func += (a: inout Jet, b: Jet) { a = a + b }
  /// Subtracts in place.
  @inlinable public static func -= (a: inout Jet, b: Jet) { a = a - b }
  /// Multiplies in place.
  @inlinable public static func *= (a: inout Jet, b: Jet) { a = a * b }
  /// Divides in place.
  @inlinable public static func /= (a: inout Jet, b: Jet) { a = a / b }

  /// One over the jet, if the value has a reciprocal.
  @inlinable
  public var reciprocal: Jet? {
    guard let inverse = value.reciprocal else { return nil }
    return chain(inverse, -inverse * inverse)
  }
}
