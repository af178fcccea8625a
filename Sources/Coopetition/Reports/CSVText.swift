/// Comma-separated values as RFC 4180 has them, but for the line ends.
enum CSVText {
  /// One line of cells.
  static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",")
  }

  /// A cell, in quotation marks where it needs them.
  private static func cell(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline })
    else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
