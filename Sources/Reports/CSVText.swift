/// Comma-separated values as RFC 4180 has them, but for the line ends.
package enum CSVText {
  /// One line of cells, without its end.
  package static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",")
  }

  /// A cell, in quotation marks where it needs them.
  ///
  /// A text that a spreadsheet would take for a formula gets an apostrophe in
  /// front, as such programs write it themselves; numbers stay as they are.
  package static func cell(_ text: String) -> String {
    let text = isFormula(text) ? "'" + text : text
    guard text.unicodeScalars.contains(where: needsQuotes) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.first, "=+-@\t\r".contains(first) else {
      return false
    }
    return Double(text) == nil
  }

  private static func needsQuotes(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "\"" || scalar == "\n" || scalar == "\r"
  }
}
