/// Text as a terminal shows it.
package enum DisplayText {
  /// How many columns a text takes on a terminal: East Asian wide characters
  /// two (Unicode Standard Annex 11), combining ones none.
  ///
  /// - Complexity: O(characters).
  package static func width(_ text: String) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  /// A text without what would steer a terminal: control characters, format
  /// characters such as bidirectional marks, and line breaks are shown by
  /// their code points, as `\u{1B}`.
  package static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u{\(digits)}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A text of at most `width` columns, cut with an ellipsis.
  package static func shortened(_ text: String, to width: Int) -> String {
    guard Self.width(text) > width else { return text }
    var result = ""
    var left = width - 1
    for character in text {
      left -= Self.width(character)
      if left < 0 { break }
      result.append(character)
    }
    return result + "…"
  }

  /// A text padded with spaces to a number of columns.
  static func padded(
    _ text: String, to width: Int, onTheLeft isRight: Bool
  ) -> String {
    let space = String(
      repeating: " ", count: max(0, width - Self.width(text)))
    return isRight ? space + text : text + space
  }

  private static func width(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format: return 0
    default: return wide.contains { $0.contains(first.value) } ? 2 : 1
    }
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// The blocks of wide and full-width characters.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
