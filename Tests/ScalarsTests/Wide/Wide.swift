import Scalars

/// A binary floating-point number of 125 bits with unbounded exponent: the
/// reference that interval results are judged by.
///
///     ± significand · 2^scale,  2¹²⁴ ≤ significand < 2¹²⁵, or zero
///
/// Arithmetic rounds to odd: a result that is not exact has its last bit set.
/// Hence the result of one operation on doubles compares with any double
/// exactly as the real number does, and every operation is accurate to a
/// relative 2⁻¹²⁴. There is no overflow, underflow, infinity or not-a-number;
/// an operation outside its domain traps.
struct Wide: Hashable, Sendable {
  static let precision = 125

  var isNegative: Bool
  var significand: UInt128
  var scale: Int

  static let zero = Wide(isNegative: false, significand: 0, scale: 0)

  private init(isNegative: Bool, significand: UInt128, scale: Int) {
    self.isNegative = isNegative
    self.significand = significand
    self.scale = scale
  }

  /// The value `± bits · 2^scale`, rounded to odd.
  ///
  /// - Parameters:
  ///   - isNegative: The sign.
  ///   - bits: The digits.
  ///   - scale: The exponent of the last digit.
  ///   - sticky: Whether nonzero digits follow beyond the last one.
  init(
    isNegative: Bool, bits: UInt128, scale: Int, sticky: Bool = false
  ) {
    guard bits != 0 else {
      self = .zero
      return
    }
    let excess = 128 - bits.leadingZeroBitCount - Wide.precision
    if excess <= 0 {
      self.init(
        isNegative: isNegative,
        significand: bits << -excess | (sticky ? 1 : 0), scale: scale + excess)
    } else {
      let lost = sticky || bits & (1 << excess - 1) != 0
      self.init(
        isNegative: isNegative,
        significand: bits >> excess | (lost ? 1 : 0), scale: scale + excess)
    }
  }

  /// Exactly the given finite double.
  init(_ value: Double) {
    precondition(value.isFinite)
    let exponent = Swift.max(Int(value.exponentBitPattern), 1)
    let hidden: UInt64 = value.isNormal ? 1 << 52 : 0
    self.init(
      isNegative: value.sign == .minus,
      bits: UInt128(value.significandBitPattern | hidden),
      scale: exponent - 1075)
  }

  var isZero: Bool { significand == 0 }

  /// The exponent of the leading bit; of a nonzero number.
  var exponent: Int { scale + Wide.precision - 1 }

  /// A double nearby: within one unit in the last place, infinite on overflow.
  var approximation: Double {
    let leading = Double(UInt64(significand >> (Wide.precision - 64)))
    let exponent = Swift.min(
      Swift.max(scale + Wide.precision - 64, -9000), 9000)
    let value = Double(sign: .plus, exponent: exponent, significand: leading)
    return isNegative ? -value : value
  }

  /// The number times two to the given power; exact.
  func scaled(by power: Int) -> Wide {
    var result = self
    if !isZero { result.scale += power }
    return result
  }
}

extension Wide: Comparable {
  static func < (a: Wide, b: Wide) -> Bool {
    if a.isNegative != b.isNegative {
      return a.isNegative && !(a.isZero && b.isZero)
    }
    return a.isNegative ? isLess(b, a) : isLess(a, b)
  }

  /// Whether `|a| < |b|`.
  static func isLess(_ a: Wide, _ b: Wide) -> Bool {
    if a.isZero || b.isZero { return a.isZero && !b.isZero }
    return (a.scale, a.significand) < (b.scale, b.significand)
  }
}
