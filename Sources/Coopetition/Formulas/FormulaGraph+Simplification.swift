// Arithmetic on derivatives. Nil stands for zero, and what the chain rule
// leaves of factors ±1 and of constants is gathered, where that is exact.

extension FormulaGraph {
  /// `a + b`.
  mutating func sum(_ a: Int?, _ b: Int?) -> Int? {
    guard let a else { return b }
    guard let b else { return a }
    if let term = negated(b) { return difference(a, term) }
    if let term = negated(a) { return difference(b, term) }
    let place = apply(.add, a, b)
    return nonZero(place)
  }

  /// `a − b`.
  mutating func difference(_ a: Int?, _ b: Int?) -> Int? {
    guard let b else { return a }
    guard let a else { return negated(b) ?? apply(.negate, b) }
    if let term = negated(b) { return sum(a, term) }
    let place = apply(.subtract, a, b)
    return nonZero(place)
  }

  /// `a · b`.
  mutating func product(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return nil }
    if let term = negated(a) { return difference(nil, product(term, b)) }
    if let term = negated(b) { return difference(nil, product(a, term)) }
    if let factor = constantValue(a) { return scaled(b, by: factor) }
    if let factor = constantValue(b) { return scaled(a, by: factor) }
    return apply(.multiply, a, b)
  }

  /// `a / b`.
  mutating func quotient(_ a: Int?, _ b: Int) -> Int? {
    guard let a else { return nil }
    if let term = negated(a) { return difference(nil, quotient(term, b)) }
    if let divisor = constantValue(b), let (factor, rest) = factored(a),
      let ratio = ExactArithmetic.quotient(factor, divisor)
    {
      return scaled(rest, by: ratio)
    }
    return apply(.divide, a, b)
  }

  /// `factor · a`, the factor joined with one that `a` has already.
  private mutating func scaled(_ a: Int, by factor: Double) -> Int? {
    if factor == 0 { return nil }
    if factor == 1 { return a }
    if factor == -1 { return difference(nil, a) }
    if let (inner, rest) = factored(a),
      let joined = ExactArithmetic.product(factor, inner)
    {
      return joined == 1 ? rest : apply(.multiply, constant(joined), rest)
    }
    return apply(.multiply, constant(factor), a)
  }

  /// The constant factor of a product and the other factor.
  private func factored(_ place: Int) -> (factor: Double, rest: Int)? {
    let instruction = instructions[place]
    guard instruction.operation == .multiply else { return nil }
    let (a, b) = (Int(instruction.first), Int(instruction.second))
    if let factor = constantValue(a) { return (factor, b) }
    if let factor = constantValue(b) { return (factor, a) }
    return nil
  }

  /// The place, unless it is the constant zero.
  private func nonZero(_ place: Int) -> Int? {
    constantValue(place) == 0 ? nil : place
  }

  /// What a place is the negative of: the operand of a change of sign.
  private func negated(_ place: Int) -> Int? {
    let instruction = instructions[place]
    guard instruction.operation == .negate else { return nil }
    return Int(instruction.first)
  }
}
