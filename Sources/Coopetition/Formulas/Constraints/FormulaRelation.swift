/// Two formulas and how they are to compare.
struct FormulaRelation: Equatable {
  /// How two formulas compare.
  enum Sign: Equatable { case atMost, atLeast, equal }

  /// The formula before the sign.
  let left: String
  /// The formula after it.
  let right: String
  /// The sign.
  let sign: Sign

  /// Reads `left <= right`, `left >= right` or `left = right`.
  ///
  /// - Throws: an error at the first sign that does not fit.
  init(_ text: String) throws(FormulaError) {
    let bytes = Array(text.utf8)
    func error(_ message: String, _ place: Int) -> FormulaError {
      FormulaError(message: message, formula: text, offset: place)
    }
    guard let place = bytes.firstIndex(where: Self.isSign) else {
      throw error("expected <=, >= or = between two formulas", bytes.count)
    }
    let end = bytes[place...].firstIndex { !Self.isSign($0) } ?? bytes.count
    switch String(decoding: bytes[place..<end], as: UTF8.self) {
    case "<=": sign = .atMost
    case ">=": sign = .atLeast
    case "=": sign = .equal
    case "<": throw error("bounds belong to their range; write <=", place)
    case ">": throw error("bounds belong to their range; write >=", place)
    default: throw error("write <=, >= or =", place)
    }
    if let second = bytes[end...].firstIndex(where: Self.isSign) {
      throw error("a second sign; write two constraints", second)
    }
    left = String(decoding: bytes[..<place], as: UTF8.self)
    right = String(decoding: bytes[end...], as: UTF8.self)
  }

  /// The formula that is at most 0, or 0, where the relation holds.
  var excess: String {
    sign == .atLeast ? "(\(right)) - (\(left))" : "(\(left)) - (\(right))"
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "=")].contains(byte)
  }
}
