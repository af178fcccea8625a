/// Turns the bytes of a file into text, or says why they are none.
enum SourceText {
  /// The text of some bytes, without a byte order mark.
  ///
  /// - Throws: an error with the line of the first byte that no text has.
  /// - Complexity: O(bytes).
  static func decode(_ bytes: [UInt8]) throws(ScenarioError) -> String {
    if isUTF16(bytes) { throw ScenarioError(utf16) }
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
      let invalid = firstInvalidByte(in: bytes)
      let line = bytes[invalid...].prefix { $0 != UInt8(ascii: "\n") }
      let isCutOff =
        line.endIndex == bytes.endIndex
        && line.dropFirst().allSatisfy(UTF8.isContinuation)
      throw ScenarioError(
        at: self.line(of: invalid, in: bytes),
        isCutOff ? "is not UTF-8 text; is it cut off?" : problem(with: line))
    }
    return text
  }

  /// What to say of bytes that are UTF-16.
  static let utf16 = "is UTF-16 text; save it as UTF-8"

  /// Whether bytes begin with a byte order mark of UTF-16.
  static func isUTF16(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// What to say of bytes that are not UTF-8.
  static func problem(with bytes: some Collection<UInt8>) -> String {
    if bytes.contains(where: isControl) {
      return "is not UTF-8 text; is the file binary?"
    }
    let names = TextEncoding.candidates(for: bytes).map(\.rawValue)
    guard !names.isEmpty else { return "is not UTF-8 text" }
    return "is not UTF-8 text but looks like "
      + "\(names.joined(separator: " or ")); save it as UTF-8"
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
