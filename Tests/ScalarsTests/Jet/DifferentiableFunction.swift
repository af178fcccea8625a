import Scalars
import Testing

/// A jet that carries a second derivative: the slope of its slope.
typealias Second<Base: Scalar> = Jet<Jet<Base, 1>, 1>

/// A function of one variable with its derivatives in closed form.
struct DifferentiableFunction: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let double: @Sendable (Double) -> Double
  let jet: @Sendable (Second<Double>) -> Second<Double>
  let interval: @Sendable (Second<Interval>) -> Second<Interval>
  /// The first derivative.
  let slope: @Sendable (Double) -> Double
  /// The second derivative.
  let curvature: @Sendable (Double) -> Double
  /// Where the function is tried.
  var domain = -2.0...2.0

  static let all = exponential + hyperbolic + trigonometric + powers

  private static let exponential = [
    DifferentiableFunction(
      testDescription: "exp", double: { .exp($0) }, jet: { .exp($0) },
      interval: { .exp($0) }, slope: { .exp($0) }, curvature: { .exp($0) }),
    DifferentiableFunction(
      testDescription: "expMinusOne", double: { .expMinusOne($0) },
      jet: { .expMinusOne($0) }, interval: { .expMinusOne($0) },
      slope: { .exp($0) }, curvature: { .exp($0) }),
    DifferentiableFunction(
      testDescription: "log", double: { .log($0) }, jet: { .log($0) },
      interval: { .log($0) }, slope: { 1 / $0 }, curvature: { -1 / ($0 * $0) },
      domain: 0.1...5),
    DifferentiableFunction(
      testDescription: "log(onePlus:)", double: { .log(onePlus: $0) },
      jet: { .log(onePlus: $0) }, interval: { .log(onePlus: $0) },
      slope: { 1 / (1 + $0) }, curvature: { -1 / ((1 + $0) * (1 + $0)) },
      domain: -0.8...5),
  ]

  private static let hyperbolic = [
    DifferentiableFunction(
      testDescription: "sinh", double: { .sinh($0) }, jet: { .sinh($0) },
      interval: { .sinh($0) }, slope: { .cosh($0) }, curvature: { .sinh($0) }),
    DifferentiableFunction(
      testDescription: "cosh", double: { .cosh($0) }, jet: { .cosh($0) },
      interval: { .cosh($0) }, slope: { .sinh($0) }, curvature: { .cosh($0) }),
    DifferentiableFunction(
      testDescription: "tanh", double: { .tanh($0) }, jet: { .tanh($0) },
      interval: { .tanh($0) }, slope: { 1 / (.cosh($0) * .cosh($0)) },
      curvature: { -2 * .tanh($0) / (.cosh($0) * .cosh($0)) }),
    DifferentiableFunction(
      testDescription: "asinh", double: { .asinh($0) }, jet: { .asinh($0) },
      interval: { .asinh($0) }, slope: { 1 / .sqrt(1 + $0 * $0) },
      curvature: { -$0 / .pow(1 + $0 * $0, 1.5) }),
    DifferentiableFunction(
      testDescription: "acosh", double: { .acosh($0) }, jet: { .acosh($0) },
      interval: { .acosh($0) }, slope: { 1 / .sqrt($0 * $0 - 1) },
      curvature: { -$0 / .pow($0 * $0 - 1, 1.5) }, domain: 1.2...4),
    DifferentiableFunction(
      testDescription: "atanh", double: { .atanh($0) }, jet: { .atanh($0) },
      interval: { .atanh($0) }, slope: { 1 / (1 - $0 * $0) },
      curvature: { 2 * $0 / ((1 - $0 * $0) * (1 - $0 * $0)) },
      domain: -0.8...0.8),
  ]

  private static let trigonometric = [
    DifferentiableFunction(
      testDescription: "sin", double: { .sin($0) }, jet: { .sin($0) },
      interval: { .sin($0) }, slope: { .cos($0) }, curvature: { -.sin($0) }),
    DifferentiableFunction(
      testDescription: "cos", double: { .cos($0) }, jet: { .cos($0) },
      interval: { .cos($0) }, slope: { -.sin($0) }, curvature: { -.cos($0) }),
    DifferentiableFunction(
      testDescription: "tan", double: { .tan($0) }, jet: { .tan($0) },
      interval: { .tan($0) }, slope: { 1 / (.cos($0) * .cos($0)) },
      curvature: { 2 * .tan($0) / (.cos($0) * .cos($0)) }, domain: -1.2...1.2),
    DifferentiableFunction(
      testDescription: "asin", double: { .asin($0) }, jet: { .asin($0) },
      interval: { .asin($0) }, slope: { 1 / .sqrt(1 - $0 * $0) },
      curvature: { $0 / .pow(1 - $0 * $0, 1.5) }, domain: -0.8...0.8),
    DifferentiableFunction(
      testDescription: "acos", double: { .acos($0) }, jet: { .acos($0) },
      interval: { .acos($0) }, slope: { -1 / .sqrt(1 - $0 * $0) },
      curvature: { -$0 / .pow(1 - $0 * $0, 1.5) }, domain: -0.8...0.8),
    DifferentiableFunction(
      testDescription: "atan", double: { .atan($0) }, jet: { .atan($0) },
      interval: { .atan($0) }, slope: { 1 / (1 + $0 * $0) },
      curvature: { -2 * $0 / ((1 + $0 * $0) * (1 + $0 * $0)) }),
  ]

  private static let powers = [
    DifferentiableFunction(
      testDescription: "sqrt", double: { .sqrt($0) }, jet: { .sqrt($0) },
      interval: { .sqrt($0) }, slope: { 0.5 / .sqrt($0) },
      curvature: { -0.25 / ($0 * .sqrt($0)) }, domain: 0.1...5),
    DifferentiableFunction(
      testDescription: "cube root", double: { .root($0, 3) },
      jet: { .root($0, 3) }, interval: { .root($0, 3) },
      slope: { .root($0, 3) / (3 * $0) },
      curvature: { -2 * .root($0, 3) / (9 * $0 * $0) }, domain: 0.1...5),
    DifferentiableFunction(
      testDescription: "cube", double: { .pow($0, 3) }, jet: { .pow($0, 3) },
      interval: { .pow($0, 3) }, slope: { 3 * $0 * $0 },
      curvature: { 6 * $0 }),
    DifferentiableFunction(
      testDescription: "reciprocal square", double: { .pow($0, -2) },
      jet: { .pow($0, -2) }, interval: { .pow($0, -2) },
      slope: { -2 / ($0 * $0 * $0) }, curvature: { 6 / .pow($0, 4) },
      domain: 0.3...4),
    DifferentiableFunction(
      testDescription: "power 1.7", double: { .pow($0, 1.7) },
      jet: { .pow($0, 1.7) }, interval: { .pow($0, 1.7) },
      slope: { 1.7 * .pow($0, 0.7) }, curvature: { 1.19 * .pow($0, -0.3) },
      domain: 0.1...5),
    DifferentiableFunction(
      testDescription: "x to the x", double: { .pow($0, $0) },
      jet: { .pow($0, $0) }, interval: { .pow($0, $0) },
      slope: { .pow($0, $0) * (.log($0) + 1) },
      curvature: { .pow($0, $0) * (.pow(.log($0) + 1, 2) + 1 / $0) },
      domain: 0.2...3),
    DifferentiableFunction(
      testDescription: "quotient",
      double: { (1 + $0 * $0) / (2 - $0) }, jet: { (1 + $0 * $0) / (2 - $0) },
      interval: { (1 + $0 * $0) / (2 - $0) },
      slope: { 5 / ((2 - $0) * (2 - $0)) - 1 },
      curvature: { 10 / ((2 - $0) * (2 - $0) * (2 - $0)) }, domain: -1...1),
  ]
}
