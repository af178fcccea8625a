extension FormulaGraph {
  /// Adds the derivatives of some results in a variable.
  ///
  /// Each instruction that depends on the variable gets one more, by the chain
  /// rule, in the order of the formula (forward differentiation). What does
  /// not depend on it has no derivative, rather than one that is zero.
  ///
  /// - Parameters:
  ///   - cone: What the results depend on.
  ///   - variable: The variable.
  /// - Returns: The place of each result's derivative, nil for zero.
  /// - Complexity: O(instructions of the cone).
  mutating func derivatives(
    over cone: FormulaCone, in variable: Int
  ) -> [Int?] {
    var slopes = [Int?](repeating: nil, count: cone.places.count)
    for (k, place) in cone.places.enumerated() {
      if instructions[place] == FormulaInstruction(.variable, variable) {
        slopes[k] = constant(1)
      }
      let (a, b) = (cone.firstOperands[k], cone.secondOperands[k])
      let (da, db) = (a < 0 ? nil : slopes[a], b < 0 ? nil : slopes[b])
      if da != nil || db != nil { slopes[k] = slope(at: place, da, db) }
    }
    return cone.results.map { slopes[$0] }
  }

  /// Adds the derivative of one result in a variable.
  mutating func derivative(of result: Int?, in variable: Int) -> Int? {
    guard let result else { return nil }
    let cone = FormulaCone(of: [result], in: instructions)
    return derivatives(over: cone, in: variable)[0]
  }

  /// The derivative of an instruction, from those of its operands, of which
  /// at least one is not zero.
  private mutating func slope(
    at place: Int, _ da: Int?, _ db: Int?
  ) -> Int? {
    let instruction = instructions[place]
    let (a, b) = (Int(instruction.first), Int(instruction.second))
    switch instruction.operation {
    case .add: return sum(da, db)
    case .subtract: return difference(da, db)
    case .negate: return difference(nil, da)
    case .multiply:
      return sum(
        product(slope(da, besideHinge: b), b),
        product(a, slope(db, besideHinge: a)))
    case .divide:
      return quotient(difference(da, product(place, db)), b)
    case .weigh: return da.map { apply(.weigh, $0, b) }
    case .maximum:
      return choice(da, db, shares: (apply(.share, a, b), apply(.share, b, a)))
    case .minimum:
      return choice(da, db, shares: (apply(.share, b, a), apply(.share, a, b)))
    case .share:
      return product(apply(.shareSlope, a, b), difference(da, db))
    case .generalPower:
      let inBase = product(b, raised(a, to: b, less: 1))
      let inExponent = product(place, apply(.log, a))
      return sum(product(inBase, da), product(inExponent, db))
    default:
      return da.flatMap { slope(ofFunctionAt: place, $0) }
    }
  }

  /// The derivative of a function of one result, times that of the result.
  private mutating func slope(
    ofFunctionAt place: Int, _ da: Int
  ) -> Int? {
    let instruction = instructions[place]
    let (a, b) = (Int(instruction.first), Int(instruction.second))
    switch instruction.operation {
    case .square:
      return product(product(constant(2), a), slope(da, besideHinge: a))
    case .integerPower:
      let inner = power(a, integer: b - 1)
      let rest = b > 1 ? slope(da, besideHinge: a) : da
      return product(product(constant(Double(b)), inner), rest)
    case .power:
      let order = Int(instruction.third) + 1
      let isPositive = constantValue(b).map { $0 > Double(order) } ?? false
      let rest = isPositive ? slope(da, besideHinge: a) : da
      return product(powerDerivative(a, b, order: order), rest)
    case .exp: return product(place, da)
    case .log: return quotient(da, a)
    case .timesLog:
      return product(apply(.add, constant(1), apply(.log, a)), da)
    case .logOnePlus: return quotient(da, apply(.add, constant(1), a))
    case .expMinusOne: return product(apply(.exp, a), da)
    case .squareRoot: return quotient(da, apply(.add, place, place))
    case .sin: return product(apply(.cos, a), da)
    case .cos: return difference(nil, product(apply(.sin, a), da))
    case .tanh:
      let one = constant(1)
      let rate = product(
        apply(.subtract, one, place), apply(.add, one, place))
      return product(rate, da)
    default: return nil
    }
  }

  /// The weighted sum of two slopes, each weighed by the share of its operand
  /// in the larger or smaller one: `share · da + (1 − share) · db`.
  private mutating func choice(
    _ da: Int?, _ db: Int?, shares: (Int, Int)
  ) -> Int? {
    guard let db else { return product(shares.0, da) }
    guard let da else { return product(shares.1, db) }
    let rest = apply(.subtract, constant(1), shares.0)
    return sum(product(shares.0, da), product(rest, db))
  }

  /// `a ^ (b − n)`.
  private mutating func raised(_ a: Int, to b: Int, less n: Double) -> Int {
    power(a, apply(.subtract, b, constant(n)))
  }
}
