import Games

// The interpreter. Everything that is specialised for a scalar is in this
// file, so that the compiler sees it together.

extension FormulaTape {
  /// Runs the program in doubles and hands over its outputs in order.
  ///
  /// - Parameters:
  ///   - parameters: The value of each parameter of the game.
  ///   - levels: The value of each variable of the game.
  ///   - receive: Takes a row, a column and the value there.
  /// - Complexity: O(instructions), without an allocation for each.
  func run(
    parameters: [Double], levels: [Double],
    _ receive: (Int, Int, Double) -> Void
  ) {
    evaluate(parameters, levels) { slots in
      for output in outputs {
        receive(output.row, output.column, slots[output.slot])
      }
    }
  }

  /// Runs the program over intervals; see ``run(parameters:levels:_:)``.
  func run(
    parameters: [Double], levels: [Interval],
    _ receive: (Int, Int, Interval) -> Void
  ) {
    evaluate(parameters, levels) { slots in
      for output in outputs {
        receive(output.row, output.column, slots[output.slot])
      }
    }
  }

  /// Runs the program over decorated intervals; see
  /// ``run(parameters:levels:_:)``.
  func run(
    parameters: [Double], levels: [DecoratedInterval],
    _ receive: (Int, Int, DecoratedInterval) -> Void
  ) {
    evaluate(parameters, levels) { slots in
      for output in outputs {
        receive(output.row, output.column, slots[output.slot])
      }
    }
  }

  /// The first output, for a scalar of any kind.
  ///
  /// Those that the package differentiates with are compiled beforehand and
  /// found at run time, whoever calls.
  @specialized(where S == Double)
  @specialized(where S == Interval)
  @specialized(where S == Jet<Double, 1>)
  @specialized(where S == Jet<Double, 8>)
  @specialized(where S == Jet<Jet<Double, 8>, 1>)
  @specialized(where S == Jet<Interval, 1>)
  @specialized(where S == Jet<Jet<Interval, 1>, 1>)
  @specialized(where S == Jet<Jet<Interval, 8>, 1>)
  func value<S: Scalar>(parameters: [Double], levels: [S]) -> S {
    evaluate(parameters, levels) { slots in slots[outputs[0].slot] }
  }

  /// Runs the program and reads its slots.
  private func evaluate<S: Scalar, Result>(
    _ parameters: [Double], _ levels: [S],
    _ read: (UnsafeMutableBufferPointer<S>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: S.self, capacity: slotCount) { slots in
      if let base = slots.baseAddress {
        load(parameters, levels, into: base)
        execute(parameters, base)
      }
      defer { slots.deinitialize() }
      return read(slots)
    }
  }

  /// Fills the slots of constants, parameters and variables.
  @inline(__always)
  private func load<S: Scalar>(
    _ parameters: [Double], _ levels: [S], into base: UnsafeMutablePointer<S>
  ) {
    var slot = base
    for value in constants {
      slot.initialize(to: S(value))
      slot += 1
    }
    for parameter in self.parameters {
      slot.initialize(to: S(parameters[parameter]))
      slot += 1
    }
    for variable in variables {
      slot.initialize(to: levels[variable])
      slot += 1
    }
  }

  /// Carries out the instructions, each filling the next slot.
  @inline(__always)
  private func execute<S: Scalar>(
    _ parameters: [Double], _ base: UnsafeMutablePointer<S>
  ) {
    var slot = base + (slotCount - instructions.count)
    instructions.withUnsafeBufferPointer { instructions in
      for instruction in instructions {
        slot.initialize(to: result(of: instruction, base, parameters))
        slot += 1
      }
    }
  }

  /// The result of an instruction.
  @inline(__always)
  private func result<S: Scalar>(
    of instruction: FormulaInstruction, _ slots: UnsafeMutablePointer<S>,
    _ parameters: [Double]
  ) -> S {
    let a = slots + Int(instruction.first)
    let second = Int(instruction.second)
    switch instruction.operation {
    case .add: return a.pointee + slots[second]
    case .subtract: return a.pointee - slots[second]
    case .multiply: return a.pointee * slots[second]
    case .divide: return a.pointee / slots[second]
    case .negate: return -a.pointee
    case .square: return S.pow(a.pointee, 2)
    case .integerPower: return S.pow(a.pointee, second)
    case .power:
      return Self.powerDerivative(
        a.pointee, number(second, parameters), order: Int(instruction.third))
    case .generalPower: return S.pow(a.pointee, slots[second])
    case .exp: return S.exp(a.pointee)
    case .log: return S.log(a.pointee)
    case .logOnePlus: return S.log(onePlus: a.pointee)
    case .expMinusOne: return S.expMinusOne(a.pointee)
    case .squareRoot: return S.sqrt(a.pointee)
    case .sin: return S.sin(a.pointee)
    case .cos: return S.cos(a.pointee)
    case .tanh: return S.tanh(a.pointee)
    case .timesLog: return S.timesLog(a.pointee)
    case .maximum: return S.max(a.pointee, slots[second])
    case .minimum: return S.min(a.pointee, slots[second])
    case .share: return S.share(of: a.pointee, above: slots[second])
    case .shareSlope: return S.shareSlope(of: a.pointee, above: slots[second])
    case .weigh:
      return number(second, parameters) == 0
        ? .zero : a.pointee * slots[second]
    case .constant, .parameter, .variable: return a.pointee
    }
  }

  /// The number in the slot of a constant or a parameter.
  @inline(__always)
  private func number(_ slot: Int, _ parameters: [Double]) -> Double {
    slot < constants.count
      ? constants[slot] : parameters[self.parameters[slot - constants.count]]
  }

  /// The derivative of an order of `x^p` in x: `p (p−1) … (p−k+1) x^(p−k)`,
  /// and zero where a factor is.
  ///
  /// The exponent is subtracted from as a scalar where it would be rounded.
  @inline(__always)
  private static func powerDerivative<S: Scalar>(
    _ x: S, _ exponent: Double, order: Int
  ) -> S {
    var factor: S = 1
    for k in 0..<order {
      if exponent == Double(k) { return .zero }
      factor *= S(exponent) - S(Double(k))
    }
    guard let rest = ExactArithmetic.sum(exponent, -Double(order)) else {
      return factor * S.pow(x, S(exponent) - S(Double(order)))
    }
    let isInteger = Int32(exactly: rest) != nil
    let power = isInteger ? S.pow(x, Int(rest)) : S.pow(x, rest)
    return order == 0 ? power : factor * power
  }
}
