import Scalars

extension Wide: AlgebraicField {
  static prefix func - (x: Wide) -> Wide {
    var result = x
    if !x.isZero { result.isNegative.toggle() }
    return result
  }

  var magnitude: Wide { isNegative ? -self : self }

  static func + (a: Wide, b: Wide) -> Wide {
    if isLess(a, b) { return b + a }
    if b.isZero { return a }
    // Two guard bits; the digits of `b` beyond them are one sticky bit.
    let shift = a.scale - b.scale
    let digits = b.significand << 2
    let shifted = shift < 128 ? digits >> shift : 0
    let sticky: UInt128 =
      shift < 128 && shifted << shift == digits ? 0 : 1
    let bits =
      a.isNegative == b.isNegative
      ? a.significand << 2 + (shifted | sticky)
      : a.significand << 2 - (shifted | sticky)
    return Wide(isNegative: a.isNegative, bits: bits, scale: a.scale - 2)
  }

  static func - (a: Wide, b: Wide) -> Wide { a + -b }

  static func * (a: Wide, b: Wide) -> Wide {
    let (high, low) = a.significand.multipliedFullWidth(by: b.significand)
    return Wide(
      isNegative: a.isNegative != b.isNegative, bits: high << 6 | low >> 122,
      scale: a.scale + b.scale + 122, sticky: low << 6 != 0)
  }

  static func / (a: Wide, b: Wide) -> Wide {
    precondition(!b.isZero)
    let (quotient, remainder) = b.significand.dividingFullWidth(
      (a.significand >> 3, a.significand << 125))
    return Wide(
      isNegative: a.isNegative != b.isNegative, bits: quotient,
      scale: a.scale - b.scale - 125, sticky: remainder != 0)
  }

  static func += (a: inout Wide, b: Wide) { a = a + b }
  static func -= (a: inout Wide, b: Wide) { a = a - b }
  static func *= (a: inout Wide, b: Wide) { a = a * b }
  static func /= (a: inout Wide, b: Wide) { a = a / b }
}

extension Wide: Scalar {
  init(floatLiteral value: Double) { self.init(value) }
  init(integerLiteral value: Double) { self.init(value) }

  init?(exactly source: some BinaryInteger) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }

  static func max(_ a: Wide, _ b: Wide) -> Wide { a < b ? b : a }
  static func min(_ a: Wide, _ b: Wide) -> Wide { b < a ? b : a }

  static func share(of a: Wide, above b: Wide) -> Wide {
    a > b ? 1 : a < b ? 0 : 0.5
  }

  static func shareSlope(of a: Wide, above b: Wide) -> Wide { 0 }
}
