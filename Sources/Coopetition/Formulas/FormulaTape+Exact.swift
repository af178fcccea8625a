extension FormulaTape {
  /// The first output at a point, if nothing on the way to it is rounded.
  ///
  /// - Parameters:
  ///   - parameters: The value of each parameter of the game.
  ///   - levels: The value of each variable of the game.
  /// - Returns: The output; nil where an operation is rounded or is a step at
  ///   which its operands are equal.
  /// - Complexity: O(instructions).
  func exactValue(parameters: [Double], levels: [Double]) -> Double? {
    var slots =
      constants + self.parameters.map { parameters[$0] }
      + variables.map { levels[$0] }
    slots.reserveCapacity(slotCount)
    for instruction in instructions {
      guard let value = instruction.exactResult(slots) else { return nil }
      slots.append(value)
    }
    return slots[outputs[0].slot]
  }
}

extension FormulaInstruction {
  /// The result of the operation on what slots hold, if it is not rounded.
  fileprivate func exactResult(_ slots: [Double]) -> Double? {
    let x = slots[Int(first)]
    let y = operation.hasTwoOperands ? slots[Int(second)] : 0
    switch operation {
    case .add: return ExactArithmetic.sum(x, y)
    case .subtract: return ExactArithmetic.sum(x, -y)
    case .multiply: return ExactArithmetic.product(x, y)
    case .divide: return ExactArithmetic.quotient(x, y)
    case .negate: return -x
    case .square: return ExactArithmetic.product(x, x)
    case .integerPower: return ExactArithmetic.power(x, Int(second))
    case .squareRoot: return ExactArithmetic.squareRoot(x)
    case .maximum: return max(x, y)
    case .minimum: return min(x, y)
    case .share: return x == y ? nil : x > y ? 1 : 0
    case .shareSlope: return x == y ? nil : 0
    default: return nil
    }
  }
}
