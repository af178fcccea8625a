/// Lines of cells in columns that are as wide as their widest cell.
struct TextTable {
  /// The cells, line by line; lines may differ in length.
  var lines: [[String]] = []

  /// Adds a line.
  mutating func add(_ cells: String...) { lines.append(cells) }

  /// The lines, indented by two spaces, without spaces at their ends.
  var text: String {
    let widths = lines.reduce(into: [Int]()) { widths, cells in
      for (k, cell) in cells.enumerated() {
        if k == widths.count { widths.append(0) }
        widths[k] = max(widths[k], cell.count)
      }
    }
    return lines.map { cells in
      let padded = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      let line = "  " + padded.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }
    .joined()
  }
}
