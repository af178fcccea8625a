/// The operations of a game's formulas, each of them once.
///
/// An instruction refers to earlier ones only. What is added again is found
/// instead, so that equal parts of formulas, whoever wrote them, are computed
/// once; what is made of constants is folded where no rounding is involved.
/// Neither changes a value: computed in doubles, a formula gives the bits that
/// the same expression gives in Swift.
struct FormulaGraph {
  /// The instructions; results are referred to by their places.
  private(set) var instructions: [FormulaInstruction] = []
  /// The values of the constants.
  private(set) var constants: [Double] = []
  private var places: [FormulaInstruction: Int] = [:]
  private var constantPlaces: [UInt64: Int] = [:]

  /// The place of a number.
  mutating func constant(_ value: Double) -> Int {
    if let place = constantPlaces[value.bitPattern] { return place }
    let place = append(FormulaInstruction(.constant, constants.count))
    constants.append(value)
    constantPlaces[value.bitPattern] = place
    return place
  }

  /// The place of a parameter.
  mutating func parameter(_ index: Int) -> Int {
    place(of: FormulaInstruction(.parameter, index))
  }

  /// The place of a variable.
  mutating func variable(_ index: Int) -> Int {
    place(of: FormulaInstruction(.variable, index))
  }

  /// The place of an operation on one result.
  mutating func apply(_ operation: FormulaOperation, _ a: Int) -> Int {
    if operation == .negate, let value = constantValue(a) {
      return constant(-value)
    }
    return place(of: FormulaInstruction(operation, a))
  }

  /// The place of an operation on two results.
  mutating func apply(
    _ operation: FormulaOperation, _ a: Int, _ b: Int
  ) -> Int {
    if let value = folded(operation, a, b) { return constant(value) }
    if operation == .subtract, a == b, instructions[a].operation.isInput {
      return constant(0)
    }
    if operation == .multiply, let place = timesLog(a, b) ?? timesLog(b, a) {
      return place
    }
    let isSwapped = operation.isCommutative && a > b
    return place(
      of: FormulaInstruction(operation, isSwapped ? b : a, isSwapped ? a : b))
  }

  /// The place of `base ^ exponent`.
  ///
  /// Constant integers, other constants, parameters and everything else are
  /// four different operations: the first takes any base, and the first three
  /// have derivatives at zero.
  mutating func power(_ base: Int, _ exponent: Int) -> Int {
    if let value = constantValue(exponent), let n = Int32(exactly: value),
      n.magnitude <= Self.mostExponent
    {
      // What is undefined stays so, whatever its power.
      return n == 0 && !instructions[base].operation.isInput
        ? place(of: FormulaInstruction(.integerPower, base, 0))
        : power(base, integer: Int(n))
    }
    return instructions[exponent].operation.isInput
      && instructions[exponent].operation != .variable
      ? powerDerivative(base, exponent, order: 0)
      : place(of: FormulaInstruction(.generalPower, base, exponent))
  }

  /// Integer exponents up to this size leave room for those of derivatives.
  private static let mostExponent: UInt32 = 1 << 30

  /// The place of `baseⁿ`.
  mutating func power(_ base: Int, integer n: Int) -> Int {
    if n == 0 { return constant(1) }
    if n == 1 { return base }
    if let value = constantValue(base),
      let power = ExactArithmetic.power(value, n)
    {
      return constant(power)
    }
    if n == 2 { return place(of: FormulaInstruction(.square, base)) }
    return place(of: FormulaInstruction(.integerPower, base, n))
  }

  /// The place of a derivative of `base ^ exponent` in the base.
  ///
  /// - Precondition: the exponent is a constant or a parameter.
  mutating func powerDerivative(
    _ base: Int, _ exponent: Int, order: Int
  ) -> Int {
    place(of: FormulaInstruction(.power, base, exponent, order))
  }

  /// The place of `a · b` for b the logarithm of a, or of what a is a multiple
  /// of, as one operation that is continuous at 0; nil otherwise.
  private mutating func timesLog(_ a: Int, _ b: Int) -> Int? {
    guard instructions[b].operation == .log else { return nil }
    let argument = Int(instructions[b].first)
    let (first, second) = instructions[a].operands
    if a == argument {
      return place(of: FormulaInstruction(.timesLog, argument))
    }
    switch instructions[a].operation {
    case .negate where first == argument:
      return apply(.negate, place(of: FormulaInstruction(.timesLog, argument)))
    case .multiply where first == argument || second == argument:
      guard let first, let second else { return nil }
      let other = first == argument ? second : first
      return apply(
        .multiply, other, place(of: FormulaInstruction(.timesLog, argument)))
    default: return nil
    }
  }

  /// The number at a place, or nil if it is no constant.
  func constantValue(_ place: Int) -> Double? {
    let instruction = instructions[place]
    guard instruction.operation == .constant else { return nil }
    return constants[Int(instruction.first)]
  }

  private mutating func place(of instruction: FormulaInstruction) -> Int {
    if let place = places[instruction] { return place }
    let place = append(instruction)
    places[instruction] = place
    return place
  }

  private mutating func append(_ instruction: FormulaInstruction) -> Int {
    instructions.append(instruction)
    return instructions.count - 1
  }

  /// The value of an operation on constants that is not rounded.
  private func folded(
    _ operation: FormulaOperation, _ a: Int, _ b: Int
  ) -> Double? {
    guard let x = constantValue(a), let y = constantValue(b) else { return nil }
    switch operation {
    case .add: return ExactArithmetic.sum(x, y)
    case .subtract: return ExactArithmetic.sum(x, -y)
    case .multiply: return ExactArithmetic.product(x, y)
    case .divide: return ExactArithmetic.quotient(x, y)
    case .maximum: return Double.max(x, y)
    case .minimum: return Double.min(x, y)
    default: return nil
    }
  }
}
