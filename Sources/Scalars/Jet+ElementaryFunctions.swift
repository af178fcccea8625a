extension Jet: ElementaryFunctions {
  /// `eˣ`; its derivative is itself.
  @inlinable
  public static func exp(_ x: Jet) -> Jet {
    let value = Base.exp(x.value)
    return x.chain(value, value)
  }

  /// `eˣ − 1`, without cancellation near 0.
  @inlinable
  public static func expMinusOne(_ x: Jet) -> Jet {
    x.chain(.expMinusOne(x.value), .exp(x.value))
  }

  /// The hyperbolic cosine.
  @inlinable
  public static func cosh(_ x: Jet) -> Jet {
    x.chain(.cosh(x.value), .sinh(x.value))
  }

  /// The hyperbolic sine.
  @inlinable
  public static func sinh(_ x: Jet) -> Jet {
    x.chain(.sinh(x.value), .cosh(x.value))
  }

  /// The hyperbolic tangent; its derivative is `1 − tanh²`.
  @inlinable
  public static func tanh(_ x: Jet) -> Jet {
    let value = Base.tanh(x.value)
    return x.chain(value, (1 - value) * (1 + value))
  }

  /// The cosine.
  @inlinable
  public static func cos(_ x: Jet) -> Jet {
    x.chain(.cos(x.value), -.sin(x.value))
  }

  /// The sine.
  @inlinable
  public static func sin(_ x: Jet) -> Jet {
    x.chain(.sin(x.value), .cos(x.value))
  }

  /// The tangent; its derivative is `1 + tan²`.
  @inlinable
  public static func tan(_ x: Jet) -> Jet {
    let value = Base.tan(x.value)
    return x.chain(value, 1 + Base.pow(value, 2))
  }

  /// The natural logarithm.
  @inlinable
  public static func log(_ x: Jet) -> Jet {
    x.chain(.log(x.value), 1 / x.value)
  }

  /// `log(1 + x)`, without cancellation near 0.
  @inlinable
  public static func log(onePlus x: Jet) -> Jet {
    x.chain(.log(onePlus: x.value), 1 / (1 + x.value))
  }

  /// The inverse hyperbolic cosine.
  @inlinable
  public static func acosh(_ x: Jet) -> Jet {
    let product = (x.value - 1) * (x.value + 1)
    return x.chain(.acosh(x.value), 1 / Base.sqrt(product))
  }

  /// The inverse hyperbolic sine.
  @inlinable
  public static func asinh(_ x: Jet) -> Jet {
    x.chain(.asinh(x.value), 1 / Base.sqrt(1 + Base.pow(x.value, 2)))
  }

  /// The inverse hyperbolic tangent.
  @inlinable
  public static func atanh(_ x: Jet) -> Jet {
    x.chain(.atanh(x.value), 1 / ((1 - x.value) * (1 + x.value)))
  }

  /// The inverse cosine.
  @inlinable
  public static func acos(_ x: Jet) -> Jet {
    let product = (1 - x.value) * (1 + x.value)
    return x.chain(.acos(x.value), -1 / Base.sqrt(product))
  }

  /// The inverse sine.
  @inlinable
  public static func asin(_ x: Jet) -> Jet {
    let product = (1 - x.value) * (1 + x.value)
    return x.chain(.asin(x.value), 1 / Base.sqrt(product))
  }

  /// The inverse tangent.
  @inlinable
  public static func atan(_ x: Jet) -> Jet {
    x.chain(.atan(x.value), 1 / (1 + Base.pow(x.value, 2)))
  }

  /// `xʸ` for `x > 0`, differentiated in both arguments.
  ///
  /// For a constant exponent use `pow` with a `Double`, which has a derivative
  /// at `x = 0` too.
  @inlinable
  public static func pow(_ x: Jet, _ y: Jet) -> Jet {
    let value = Base.pow(x.value, y.value)
    return chain(
      value, x, y.value * Base.pow(x.value, y.value - 1),
      y, value * Base.log(x.value))
  }

  /// `xⁿ`; its derivative is `n xⁿ⁻¹`.
  @inlinable
  public static func pow(_ x: Jet, _ n: Int) -> Jet {
    guard n != 0 else { return 1 }
    return x.chain(
      .pow(x.value, n), Base(Double(n)) * Base.pow(x.value, n - 1))
  }

  /// The square root; its derivative at 0 is infinite.
  @inlinable
  public static func sqrt(_ x: Jet) -> Jet {
    let value = Base.sqrt(x.value)
    return x.chain(value, 1 / (value + value))
  }

  /// The `n`-th root; its derivative at 0 is infinite.
  @inlinable
  public static func root(_ x: Jet, _ n: Int) -> Jet {
    let value = Base.root(x.value, n)
    return x.chain(
      value, 1 / (Base(Double(n)) * Base.pow(value, n - 1)))
  }
}
