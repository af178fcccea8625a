/// What an instruction of a compiled formula does.
enum FormulaOperation: UInt8 {
  // What is given: `first` is an index.
  case constant, parameter, variable

  // Arithmetic on the results `first` and `second`.
  case add, subtract, multiply, divide, negate

  /// `x²`.
  case square
  /// `xⁿ`, the exponent being `second` itself.
  case integerPower
  /// The derivative of order `third` of `x^p` in x, for a constant or a
  /// parameter p.
  case power
  /// `x^y` for `x > 0`.
  case generalPower

  case exp, log, logOnePlus, expMinusOne, squareRoot, sin, cos, tanh
  /// `x log x`, 0 at 0.
  case timesLog
  case maximum, minimum

  /// The weight of the first in the derivative of the larger of two.
  case share
  /// The derivative of `share` in the difference of the two.
  case shareSlope

  /// A result times a parameter, exactly zero where the parameter is.
  case weigh

  /// Whether the operation has no operands.
  var isInput: Bool { rawValue <= Self.variable.rawValue }

  /// Whether `second` is the place of a result.
  var hasTwoOperands: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide, .power, .generalPower, .maximum,
      .minimum, .share, .shareSlope, .weigh:
      true
    default: false
    }
  }

  /// Whether the operands may be swapped.
  var isCommutative: Bool {
    self == .add || self == .multiply
  }
}

/// An operation with its operands: the places of earlier instructions, whose
/// results it combines, or what ``FormulaOperation`` says.
struct FormulaInstruction: Hashable {
  let operation: FormulaOperation
  let first: Int32
  let second: Int32
  let third: Int32

  init(
    _ operation: FormulaOperation, _ first: Int, _ second: Int = 0,
    _ third: Int = 0
  ) {
    self.operation = operation
    self.first = Int32(first)
    self.second = Int32(second)
    self.third = Int32(third)
  }

  /// The places of the operands.
  var operands: (first: Int?, second: Int?) {
    if operation.isInput { return (nil, nil) }
    return (Int(first), operation.hasTwoOperands ? Int(second) : nil)
  }
}
