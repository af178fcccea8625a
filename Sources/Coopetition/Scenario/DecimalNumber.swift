/// Reads decimal numbers from bytes, exactly rounded, without making strings.
///
/// The grammar is that of YAML 1.2 and JSON numbers taken together: an
/// optional sign, digits with an optional point before, among or after them,
/// and an optional exponent. The result is the double nearest to what is
/// written, ties to even; beyond the largest double it is infinite.
enum DecimalNumber {
  /// The number that all of the bytes write, or nil when they write none.
  ///
  /// - Complexity: O(bytes); no allocation for up to 19 digits and exponents
  ///   of common size.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let parts = Parts(bytes) else { return nil }
    let magnitude = parts.exactMagnitude ?? slowMagnitude(bytes)
    guard let magnitude else { return nil }
    return parts.isNegative ? -magnitude : magnitude
  }

  /// The number that all of a text writes, or nil when it writes none.
  static func parse(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { parse($0) }
  }

  /// The standard library's reading, exactly rounded for any length.
  private static func slowMagnitude(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Double? {
    Double(String(decoding: bytes, as: UTF8.self))?.magnitude
  }
}

extension DecimalNumber {
  /// A decimal taken apart: ± significand · 10^exponent.
  private struct Parts {
    var isNegative = false
    /// The digits as an integer, wrong when there are more than 19.
    var significand: UInt64 = 0
    /// The number of digits, not counting zeros in front.
    var digits = 0
    var exponent = 0

    /// Nil unless the bytes follow the grammar.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      var rest = bytes[...]
      isNegative = rest.first == UInt8(ascii: "-")
      if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      let whole = takeDigits(&rest)
      var fraction = 0
      if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        fraction = takeDigits(&rest)
      }
      guard whole + fraction > 0 else { return nil }
      exponent = -fraction
      if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
        rest.removeFirst()
        guard let power = Self.takePower(&rest) else { return nil }
        exponent += power
      }
      guard rest.isEmpty else { return nil }
    }

    /// Takes digits into the significand and returns how many there were.
    private mutating func takeDigits(
      _ rest: inout Slice<UnsafeBufferPointer<UInt8>>
    ) -> Int {
      let start = rest.startIndex
      while let digit = rest.first, digit.isDigit {
        significand = significand &* 10 &+ UInt64(digit & 0x0F)
        if significand != 0 { digits += 1 }
        rest.removeFirst()
      }
      return rest.startIndex - start
    }

    /// Takes a signed integer, cut off far beyond what a double can hold.
    private static func takePower(
      _ rest: inout Slice<UnsafeBufferPointer<UInt8>>
    ) -> Int? {
      let isNegative = rest.first == UInt8(ascii: "-")
      if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      guard let first = rest.first, first.isDigit else { return nil }
      var power = 0
      while let digit = rest.first, digit.isDigit {
        power = min(power * 10 + Int(digit & 0x0F), 1_000_000_000)
        rest.removeFirst()
      }
      return isNegative ? -power : power
    }

    /// The nearest double, where it can be had by one rounding.
    var exactMagnitude: Double? {
      guard digits <= 19 else { return nil }
      if significand == 0 { return 0 }
      if significand <= DecimalNumber.largestExactInteger {
        if exponent >= 0 && exponent <= 22 {
          return Double(significand) * DecimalNumber.powersOfTen[exponent]
        }
        if exponent < 0 && exponent >= -22 {
          return Double(significand) / DecimalNumber.powersOfTen[-exponent]
        }
      }
      guard exponent < 0 && exponent >= -19 else { return nil }
      return DecimalNumber.quotient(significand, powerOfTen: -exponent)
    }
  }

  /// 2⁵³: integers up to it are doubles.
  private static let largestExactInteger: UInt64 = 1 << 53

  /// The powers of ten that are doubles, 10⁰ to 10²². A quotient or a product
  /// of two exact doubles is rounded once (Clinger 1990).
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
    1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The powers of ten that fit 64 bits, 10⁰ to 10¹⁹.
  private static let integerPowersOfTen: [UInt64] =
    (0..<20).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

  /// The double nearest to w / 10^k.
  ///
  /// Both are shifted to 64 bits, so that the quotient q has 63 or 64; a
  /// remainder is kept as q's last bit, which lies below the bits that the
  /// conversion to a double rounds to.
  ///
  /// - Precondition: w > 0 and k is in 0...19.
  private static func quotient(_ w: UInt64, powerOfTen k: Int) -> Double {
    let divisor = integerPowersOfTen[k]
    let (shift, divisorShift) =
      (w.leadingZeroBitCount, divisor.leadingZeroBitCount)
    let numerator = w << shift
    let (q, remainder) = (divisor << divisorShift).dividingFullWidth(
      (numerator >> 1, numerator << 63))
    let sticky: UInt64 = remainder == 0 ? 0 : 1
    let exponent = divisorShift - shift - 63
    return Double(q | sticky)
      * Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
