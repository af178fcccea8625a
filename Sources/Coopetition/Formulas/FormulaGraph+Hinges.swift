// A hinge is max(z, 0) or min(z, 0). Its slope is that of z where z is beyond
// the hinge and 0 elsewhere, a step; but a positive power of the hinge times
// that step is the power again, which is continuous and has a bounded slope:
//
//     d/dx max(z, 0)² = 2 max(z, 0) z′.

extension FormulaGraph {
  /// A slope without the step of a hinge as a factor, if it is multiplied by
  /// that hinge or a positive power of it; else the slope as it is.
  mutating func slope(_ slope: Int?, besideHinge place: Int) -> Int? {
    guard let slope, let step = step(ofHinge: place) else { return slope }
    return removing(step, from: slope) ?? slope
  }

  /// The share of what varies in a hinge; nil if the place is none.
  private mutating func step(ofHinge place: Int) -> Int? {
    let instruction = instructions[place]
    let isUpper = instruction.operation == .maximum
    guard isUpper || instruction.operation == .minimum else { return nil }
    var (z, zero) = (Int(instruction.first), Int(instruction.second))
    if constantValue(z) == 0 { swap(&z, &zero) }
    guard constantValue(zero) == 0 else { return nil }
    return isUpper ? apply(.share, z, zero) : apply(.share, zero, z)
  }

  /// The other factor of a product; nil if the step is no factor of it.
  private mutating func removing(_ step: Int, from place: Int) -> Int? {
    if place == step { return constant(1) }
    let instruction = instructions[place]
    let (a, b) = (Int(instruction.first), Int(instruction.second))
    switch instruction.operation {
    case .negate:
      return removing(step, from: a).flatMap { difference(nil, $0) }
    case .multiply:
      if let rest = removing(step, from: a) { return product(rest, b) }
      return removing(step, from: b).flatMap { product(a, $0) }
    default: return nil
    }
  }
}
