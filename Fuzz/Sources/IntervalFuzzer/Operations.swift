import Scalars

/// A function of one variable and where the reference may evaluate it.
struct Function: Sendable {
  let name: String
  let interval: @Sendable (Interval) -> Interval
  let reference: @Sendable (Wide) -> Wide
  var isDefined: @Sendable (Wide) -> Bool = { _ in true }

  /// Below the limit of the reference's reduction by multiples of `π`.
  private static let isReducible: @Sendable (Wide) -> Bool = {
    $0.magnitude < Wide(0x1p48)
  }

  static let all = exponential + powers + hyperbolic + circular

  private static let exponential = [
    Function(name: "exp", interval: { .exp($0) }, reference: { .exp($0) }),
    Function(
      name: "expMinusOne", interval: { .expMinusOne($0) },
      reference: { .expMinusOne($0) }),
    Function(
      name: "log", interval: { .log($0) }, reference: { .log($0) },
      isDefined: { $0 > 0 }),
    Function(
      name: "log(onePlus:)", interval: { .log(onePlus: $0) },
      reference: { .log(onePlus: $0) }, isDefined: { $0 > -1 }),
  ]

  private static let powers = [
    Function(name: "-", interval: { -$0 }, reference: { -$0 }),
    Function(
      name: "sqrt", interval: { .sqrt($0) }, reference: { .sqrt($0) },
      isDefined: { $0 >= 0 }),
    Function(
      name: "cube root", interval: { .root($0, 3) },
      reference: { .root($0, 3) }),
    Function(
      name: "root 5", interval: { .root($0, 5) }, reference: { .root($0, 5) }),
    Function(
      name: "power 2", interval: { .pow($0, 2) }, reference: { .pow($0, 2) }),
    Function(
      name: "power 3", interval: { .pow($0, 3) }, reference: { .pow($0, 3) }),
    Function(
      name: "power -4", interval: { .pow($0, -4) },
      reference: { .pow($0, -4) }, isDefined: { !$0.isZero }),
    Function(
      name: "power -5", interval: { .pow($0, -5) },
      reference: { .pow($0, -5) }, isDefined: { !$0.isZero }),
    Function(
      name: "power 0.7", interval: { .pow($0, 0.7) },
      reference: { .pow($0, 0.7) }, isDefined: { $0 >= 0 }),
    Function(
      name: "power -1.3", interval: { .pow($0, -1.3) },
      reference: { .pow($0, -1.3) }, isDefined: { $0 > 0 }),
  ]

  private static let hyperbolic = [
    Function(name: "sinh", interval: { .sinh($0) }, reference: { .sinh($0) }),
    Function(name: "cosh", interval: { .cosh($0) }, reference: { .cosh($0) }),
    Function(name: "tanh", interval: { .tanh($0) }, reference: { .tanh($0) }),
    Function(
      name: "asinh", interval: { .asinh($0) }, reference: { .asinh($0) }),
    Function(
      name: "acosh", interval: { .acosh($0) }, reference: { .acosh($0) },
      isDefined: { $0 >= 1 }),
    Function(
      name: "atanh", interval: { .atanh($0) }, reference: { .atanh($0) },
      isDefined: { $0.magnitude < 1 }),
  ]

  private static let circular = [
    Function(
      name: "sin", interval: { .sin($0) }, reference: { .sin($0) },
      isDefined: isReducible),
    Function(
      name: "cos", interval: { .cos($0) }, reference: { .cos($0) },
      isDefined: isReducible),
    Function(
      name: "tan", interval: { .tan($0) }, reference: { .tan($0) },
      isDefined: isReducible),
    Function(
      name: "asin", interval: { .asin($0) }, reference: { .asin($0) },
      isDefined: { $0.magnitude <= 1 }),
    Function(
      name: "acos", interval: { .acos($0) }, reference: { .acos($0) },
      isDefined: { $0.magnitude <= 1 }),
    Function(name: "atan", interval: { .atan($0) }, reference: { .atan($0) }),
  ]
}

/// A function of two variables and where the reference may evaluate it.
struct Operator: Sendable {
  let name: String
  let interval: @Sendable (Interval, Interval) -> Interval
  let reference: @Sendable (Wide, Wide) -> Wide
  var isDefined: @Sendable (Wide, Wide) -> Bool = { _, _ in true }

  static let all = [
    Operator(name: "+", interval: { $0 + $1 }, reference: { $0 + $1 }),
    Operator(name: "-", interval: { $0 - $1 }, reference: { $0 - $1 }),
    Operator(name: "*", interval: { $0 * $1 }, reference: { $0 * $1 }),
    Operator(
      name: "/", interval: { $0 / $1 }, reference: { $0 / $1 },
      isDefined: { !$1.isZero }),
    Operator(
      name: "max", interval: { .max($0, $1) }, reference: { .max($0, $1) }),
    Operator(
      name: "min", interval: { .min($0, $1) }, reference: { .min($0, $1) }),
    Operator(
      name: "to the power", interval: { .pow($0, $1) },
      reference: { .pow($0, $1) },
      isDefined: { $0 > 0 && $1.magnitude < Wide(1e9) }),
  ]
}
