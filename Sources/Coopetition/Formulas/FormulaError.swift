/// A formula that cannot be read: what is wrong and where.
///
/// Its description shows the formula with a caret under the place:
///
///     expected a number, a name or "(" after "-"
///       x*s(y) - * x^2/2
///                ^
struct FormulaError: Error, Equatable, CustomStringConvertible {
  /// What is wrong and what would be right, on one line.
  let message: String
  /// The formula.
  let formula: String
  /// The byte of the formula where it goes wrong; its length for the end.
  let offset: Int

  /// The message, the line of the formula that is meant and the caret.
  var description: String {
    let (line, column) = excerpt
    let caret = String(repeating: " ", count: column) + "^"
    return "\(message)\n  \(line)\n  \(caret)"
  }

  /// The line with the place, cut on both sides if it is long, and the column
  /// of the place in it.
  private var excerpt: (line: String, column: Int) {
    let bytes = Array(formula.utf8)
    let place = min(offset, bytes.count)
    let start = bytes[..<place].lastIndex(where: Self.isLineEnd).map { $0 + 1 }
    let end = bytes[place...].firstIndex(where: Self.isLineEnd)
    let head = Self.characters(bytes[(start ?? 0)..<place])
    let tail = Self.characters(bytes[place..<(end ?? bytes.count)])
    let before = Self.cut(head, to: Self.widest / 2)
    let after = tail.prefix(Self.widest - before.count)
    let isCut = after.count < tail.count
    return (
      String(before + after) + (isCut ? "…" : ""), before.count
    )
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// The last characters of a line, after a mark if some are left out.
  private static func cut(
    _ line: [Character], to count: Int
  ) -> [Character] {
    line.count <= count ? line : ["…"] + line.suffix(count - 1)
  }

  /// The characters of some bytes, one column each.
  private static func characters(_ bytes: ArraySlice<UInt8>) -> [Character] {
    String(decoding: bytes, as: UTF8.self).map { $0 == "\t" ? " " : $0 }
  }

  /// The most columns of a formula that are shown.
  private static let widest = 72
}
