import Scalars
import TestSupport
import Testing

@Suite("The 125-bit reference")
struct WideTests {
  @Test("functions agree with mpmath to 110 bits", arguments: Golden.all)
  func functions(golden: Golden) throws {
    let function = try #require(Golden.functions[golden.function])
    let error = (function(Wide(golden.argument)) - golden.value).magnitude
    #expect(error <= golden.value.magnitude.scaled(by: -110))
  }

  @Test("sums, products and quotients order as exact results do")
  func roundingToOdd() {
    // 1 + 2⁻³⁰⁰ lies above 1 and below its successor.
    let sum = Wide(1) + Wide(0x1p-300)
    #expect(sum > 1 && sum < Wide(1.0.nextUp))
    let difference = Wide(1) - Wide(0x1p-1074)
    #expect(difference < 1 && difference > Wide(1.0.nextDown))
    let third = Wide(1) / Wide(3)
    #expect(third * 3 < 1)
    #expect(third > Wide(1.0 / 3) && third < Wide((1.0 / 3).nextUp))
    #expect(Wide(0x1p-1074) * Wide(0x1p-1074) > 0)
    #expect(Wide(3) * Wide(5) == 15 && Wide(15) / Wide(3) == 5)
  }

  @Test("sums and products of doubles are those of exact integers")
  func integers() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<100_000 {
      let a = Int64.random(in: -1 << 52...1 << 52, using: &random)
      let b = Int64.random(in: -1 << 52...1 << 52, using: &random)
      let shift = Int.random(in: -60...60, using: &random)
      let (x, y) = (Wide(Double(a)), Wide(Double(b)).scaled(by: shift))
      let product = Int128(a) * Int128(b)
      #expect(x * y == integer(product).scaled(by: shift))
      let sum =
        shift < 0
        ? integer(Int128(a) << -shift + Int128(b)).scaled(by: shift)
        : integer(Int128(a) + Int128(b) << shift)
      #expect(x + y == sum)
      #expect((x < y) == (sum - y - y < 0))
    }
  }

  @Test("doubles survive the way there and back")
  func conversion() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<100_000 {
      let value = Double(bitPattern: random.next())
      if value.isFinite { #expect(Wide(value).approximation == value) }
    }
    #expect(
      Wide(Double.greatestFiniteMagnitude).scaled(by: 1).approximation
        == .infinity)
  }

  private func integer(_ value: Int128) -> Wide {
    Wide(isNegative: value < 0, bits: value.magnitude, scale: 0)
  }
}

/// A golden value of one function.
struct Golden: Sendable, CustomTestStringConvertible {
  let function: String
  let argument: Double
  let value: Wide

  var testDescription: String { "\(function)(\(argument))" }

  /// A line of `wideGolden`.
  init?(_ line: Substring) {
    let fields = line.split(separator: " ")
    guard fields.count == 5, let bits = UInt64(fields[1], radix: 16),
      let exponent = Int(fields[3]), let digits = UInt128(fields[4], radix: 16)
    else { return nil }
    function = String(fields[0])
    argument = Double(bitPattern: bits)
    value = Wide(
      isNegative: fields[2] == "-", bits: digits, scale: exponent - 127)
  }

  static let all = wideGolden.split(separator: "\n").compactMap(Golden.init)

  static let functions: [String: @Sendable (Wide) -> Wide] = [
    "exp": { .exp($0) }, "expm1": { .expMinusOne($0) }, "log": { .log($0) },
    "log1p": { .log(onePlus: $0) }, "sqrt": { .sqrt($0) },
    "cbrt": { .root($0, 3) }, "sinh": { .sinh($0) }, "cosh": { .cosh($0) },
    "tanh": { .tanh($0) }, "asinh": { .asinh($0) }, "acosh": { .acosh($0) },
    "atanh": { .atanh($0) }, "sin": { .sin($0) }, "cos": { .cos($0) },
    "tan": { .tan($0) }, "asin": { .asin($0) }, "acos": { .acos($0) },
    "atan": { .atan($0) }, "pow0.3": { .pow($0, 0.3) },
    "pow-2.7": { .pow($0, -2.7) },
  ]
}
