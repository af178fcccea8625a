import Scalars

/// A formula of two variables, as a tree.
indirect enum RandomFormula {
  case variable(Int)
  case number(Double)
  case unary(Unary, RandomFormula)
  case binary(Binary, RandomFormula, RandomFormula)
  case power(RandomFormula, Double)

  /// The functions of one argument that formulas know.
  enum Unary: String, CaseIterable {
    case exp, log, log1p, expm1, sqrt, sin, cos, tanh
  }

  /// The operations on two arguments.
  enum Binary: String, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "^"
    case max, min
  }

  /// A random tree, at most so many levels deep.
  init(_ random: inout SplitMix64, depth: Int) {
    let kind = depth == 0 ? 0 : random.below(8)
    switch kind {
    case 0, 1:
      self =
        random.below(3) > 0
        ? .variable(random.below(2))
        : .number(Double(random.below(41) - 20) / 8)
    case 2, 3, 4:
      let function = Unary.allCases[random.below(Unary.allCases.count)]
      self = .unary(function, RandomFormula(&random, depth: depth - 1))
    case 5:
      let exponents = [-2, -1, 0, 0.5, 0.3, 1.5, 2, 3, -0.7]
      self = .power(
        RandomFormula(&random, depth: depth - 1),
        exponents[random.below(exponents.count)])
    default:
      let operation = Binary.allCases[random.below(Binary.allCases.count)]
      self = .binary(
        operation, RandomFormula(&random, depth: depth - 1),
        RandomFormula(&random, depth: depth - 1))
    }
  }

  /// The formula as it stands in a file.
  var text: String {
    switch self {
    case .variable(let index): return ["x", "y"][index]
    case .number(let value): return value < 0 ? "(0-\(-value))" : "\(value)"
    case .unary(let function, let a): return "\(function.rawValue)(\(a.text))"
    case .power(let a, let exponent):
      return exponent < 0
        ? "(\(a.text))^(-\(-exponent))" : "(\(a.text))^\(exponent)"
    case .binary(.max, let a, let b): return "max(\(a.text), \(b.text))"
    case .binary(.min, let a, let b): return "min(\(a.text), \(b.text))"
    case .binary(let operation, let a, let b):
      return "((\(a.text))\(operation.rawValue)(\(b.text)))"
    }
  }

  /// What evaluating the formula at a point comes to.
  enum Outcome {
    case value(Wide)
    case undefined
    /// A number that the reference cannot go on with, or a limit.
    case unknown
  }

  /// The value at a point with the 125-bit reference.
  func outcome(at point: [Wide]) -> Outcome {
    switch self {
    case .variable(let index): return .value(point[index])
    case .number(let value): return .value(Wide(value))
    case .unary(let function, let a):
      return a.outcome(at: point).map { function.outcome($0) }
    case .power(let a, let exponent):
      return a.outcome(at: point).map { Self.power($0, exponent) }
    case .binary(let operation, let a, let b):
      // x log x is 0 at 0 by continuity: a limit, not a value.
      let isLogarithm = operation == .multiply && (a.isLog || b.isLog)
      let (x, y) = (a.outcome(at: point), b.outcome(at: point))
      if isLogarithm, x.isUndefined || y.isUndefined { return .unknown }
      return x.map { x in y.map { operation.outcome(x, $0) } }
    }
  }

  private var isLog: Bool {
    if case .unary(.log, _) = self { true } else { false }
  }

  private static func power(_ x: Wide, _ exponent: Double) -> Outcome {
    let isInteger = exponent.rounded() == exponent
    if exponent < 0, x.isZero { return .undefined }
    if isInteger { return .value(.pow(x, Int(exponent))) }
    return x < 0 ? .undefined : .value(.pow(x, exponent))
  }
}

extension RandomFormula.Outcome {
  /// The outcome of a function of the value; what is undefined stays so.
  func map(_ function: (Wide) -> Self) -> Self {
    guard case .value(let x) = self else { return self }
    guard x.isZero || x.exponent.magnitude < 900 else { return .unknown }
    return function(x)
  }

  /// Whether the formula is undefined at the point.
  var isUndefined: Bool { if case .undefined = self { true } else { false } }
}

extension RandomFormula.Unary {
  func outcome(_ x: Wide) -> RandomFormula.Outcome {
    switch self {
    case .exp: x.magnitude < 600 ? .value(.exp(x)) : .unknown
    case .expm1: x.magnitude < 600 ? .value(.expMinusOne(x)) : .unknown
    case .log: x > 0 ? .value(.log(x)) : .undefined
    case .log1p: x > -1 ? .value(.log(onePlus: x)) : .undefined
    case .sqrt: x < 0 ? .undefined : .value(.sqrt(x))
    case .sin: x.magnitude < Wide(0x1p48) ? .value(.sin(x)) : .unknown
    case .cos: x.magnitude < Wide(0x1p48) ? .value(.cos(x)) : .unknown
    case .tanh: x.magnitude < 300 ? .value(.tanh(x)) : .unknown
    }
  }
}

extension RandomFormula.Binary {
  func outcome(_ x: Wide, _ y: Wide) -> RandomFormula.Outcome {
    switch self {
    case .add: .value(x + y)
    case .subtract: .value(x - y)
    case .multiply: .value(x * y)
    case .divide: y.isZero ? .undefined : .value(x / y)
    case .max: .value(.max(x, y))
    case .min: .value(.min(x, y))
    case .power: power(x, y)
    }
  }

  private func power(_ x: Wide, _ y: Wide) -> RandomFormula.Outcome {
    guard y.magnitude < 1_000 else { return .unknown }
    if x > 0 { return .value(.pow(x, y)) }
    if x.isZero { return y > 0 ? .value(0) : .unknown }
    // Integer exponents of negative numbers: constants only are defined.
    return .unknown
  }
}
