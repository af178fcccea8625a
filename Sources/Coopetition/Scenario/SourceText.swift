/// Turns the bytes of a file into text, or says why they are none.
enum SourceText {
  /// The text of some bytes, without a byte order mark.
  ///
  /// - Throws: an error with the line of the first byte that no text has.
  /// - Complexity: O(bytes).
  static func decode(_ bytes: [UInt8]) throws(ScenarioError) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw ScenarioError("is UTF-16 text; save it as UTF-8")
    }
    if let place = bytes.firstIndex(where: isControl) {
      let digits = String(bytes[place], radix: 16, uppercase: true)
      let code = digits.count == 1 ? "0" + digits : digits
      throw ScenarioError(
        at: line(of: place, in: bytes),
        "byte 0x\(code) is not text; is the file binary?")
    }
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.dropFirst(bytes.starts(with: byteOrderMark) ? 3 : 0)
    guard let text = String(validating: body, as: UTF8.self) else {
      throw ScenarioError(
        at: line(of: firstInvalidByte(in: bytes), in: bytes),
        "is not UTF-8 text")
    }
    return text
  }

  /// Whether a byte is an ASCII control character other than a tab, a line
  /// feed and a carriage return.
  static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
      || byte == 0x7F
  }

  /// The line of a byte, as a place in messages.
  static func line(of place: Int, in bytes: [UInt8]) -> String {
    let lines = bytes[..<place].count { $0 == UInt8(ascii: "\n") }
    return "line \(lines + 1)"
  }

  /// Where the bytes stop being UTF-8.
  private static func firstInvalidByte(in bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var place = 0
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      place += UTF8.width(scalar)
    }
    return min(place, bytes.count)
  }
}
