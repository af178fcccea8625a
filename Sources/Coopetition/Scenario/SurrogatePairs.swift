/// Reads the two escapes with which JSON writes a character beyond U+FFFF,
/// such as `\ud83c\udf0d`; YAML knows no halves of characters.
///
/// Reference: RFC 8259, section 7.
struct SurrogatePairs {
  private let bytes: [UInt8]

  /// A JSON text with each pair of escapes replaced by its character; another
  /// text as it is.
  ///
  /// - Complexity: O(bytes).
  static func joined(_ text: String) -> String {
    let blanks = Array(" \t\r\n".utf8)
    guard text.utf8.first(where: { !blanks.contains($0) }) == UInt8(ascii: "{"),
      text.utf8.contains(backslash)
    else { return text }
    return SurrogatePairs(bytes: Array(text.utf8)).joined
  }

  private static let backslash = UInt8(ascii: "\\")
  /// The length of an escape such as `\ud83c`.
  private static let escapeLength = 6

  private var joined: String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if let character = pair(at: place) {
        result += character.utf8
        place += 2 * Self.escapeLength
      } else {
        // The byte after a backslash starts no escape of its own.
        let next = place + (bytes[place] == Self.backslash ? 2 : 1)
        result += bytes[place..<min(next, bytes.count)]
        place = next
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func pair(at place: Int) -> String? {
    guard let high = unit(at: place), UTF16.isLeadSurrogate(high),
      let low = unit(at: place + Self.escapeLength),
      UTF16.isTrailSurrogate(low)
    else { return nil }
    return String(decoding: [high, low], as: UTF16.self)
  }

  /// The number that an escape stands for.
  private func unit(at place: Int) -> UInt16? {
    let end = place + Self.escapeLength
    guard end <= bytes.count, bytes[place] == Self.backslash,
      bytes[place + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = String(decoding: bytes[(place + 2)..<end], as: UTF8.self)
    return UInt16(digits, radix: 16)
  }
}
