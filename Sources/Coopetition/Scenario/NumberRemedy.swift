/// What to write instead of a number as spreadsheets and people write it.
enum NumberRemedy {
  /// The remedy for a text that is no number, after a semicolon; empty if none
  /// is known.
  static func hint(for text: String) -> String {
    guard let written = rewritten(text) else { return "" }
    let thousands = text.split(separator: ",")
    guard thousands.count == 2, thousands[1].count == 3,
      thousands[0] != "0", let whole = Int(thousands.joined())
    else { return "; write \(written)" }
    return "; write \(whole), or \(written) if the comma is a decimal one"
  }

  /// The text as a number, if it is one in another spelling.
  private static func rewritten(_ text: String) -> String? {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF10...0xFF19, 0xFF0E, 0xFF0D, 0xFF0C, 0xFF05:
        // Full-width forms lie at a fixed distance from ASCII.
        plain.append(Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0))))
      case 0x2212: plain += "-"
      case 0x20, 0xA0, 0x2009, 0x202F, 0x27, 0x2019: break
      default: plain.unicodeScalars.append(scalar)
      }
    }
    let isPercent = plain.hasSuffix("%")
    if isPercent { plain.removeLast() }
    guard let number = decimal(plain) else { return nil }
    return isPercent ? (number / 100).shortDescription : number.shortDescription
  }

  /// The value of digits with decimal commas or separated thousands.
  private static func decimal(_ text: String) -> Double? {
    if let number = Double(text), number.isFinite { return number }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let areThousands =
      parts.count > 2 || (parts.count == 2 && parts[1].contains("."))
    let joined = parts.joined(separator: areThousands ? "" : ".")
    guard let number = Double(joined), number.isFinite else { return nil }
    return number
  }
}
