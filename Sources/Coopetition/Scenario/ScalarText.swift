/// Resolves plain scalars by the core schema of YAML 1.2.
enum ScalarText {
  /// The number that a plain scalar writes, or nil when it is a text.
  ///
  /// Decimals, `0x1F`, `0o17`, `.inf` and `.nan`; not the forms of YAML 1.1
  /// such as `1_000`, `1:30` or octal `017`, which is seventeen here.
  static func number(_ text: String) -> Double? {
    if let decimal = DecimalNumber.parse(text) { return decimal }
    switch text.prefix(2) {
    case "0x": return integer(text.dropFirst(2), radix: 16)
    case "0o": return integer(text.dropFirst(2), radix: 8)
    default: return special[text]
    }
  }

  private static func integer(_ digits: Substring, radix: Int) -> Double? {
    guard digits.allSatisfy(\.isHexDigit) else { return nil }
    return UInt64(digits, radix: radix).map { Double($0) }
  }

  private static let special: [String: Double] = {
    var forms: [String: Double] = [:]
    for name in [".inf", ".Inf", ".INF"] {
      forms[name] = .infinity
      forms["+" + name] = .infinity
      forms["-" + name] = -.infinity
    }
    for name in [".nan", ".NaN", ".NAN"] { forms[name] = .nan }
    return forms
  }()
}
