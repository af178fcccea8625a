/// How tables and paragraphs are set in lines of limited width.
enum TextLayout {
  /// The lines of a paragraph, broken at spaces; line breaks of the text stay.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      broken(DisplayText.escaped(String($0)), to: width)
    }
  }

  private static func broken(_ line: String, to width: Int) -> [String] {
    guard DisplayText.width(line) > width else { return [line] }
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      let size = DisplayText.width(String(word))
      if used > 0 && used + 1 + size > width {
        lines.append(current)
        (current, used) = (String(word), size)
      } else {
        current += (used == 0 && current.isEmpty ? "" : " ") + word
        used += (used == 0 ? 0 : 1) + size
      }
    }
    return lines + [current]
  }

  /// The lines of a table; without rows its title. Columns that say nothing are
  /// left out, names are cut if that makes room for all columns, as far as they
  /// stay different; columns that still do not fit beside each other continue
  /// below, and so do texts at the end of a line.
  static func lines(of table: Table, width: Int) -> [String] {
    let shown = shownColumns(of: table)
    guard let names = shown.first else { return [] }
    let texts = [table.columns.map(\.name)] + table.rows.map { $0.map(\.text) }
    var widths = table.columns.indices.map { column in
      texts.reduce(0) { max($0, DisplayText.width($1[column])) }
    }
    let rest = shown.dropFirst()
    let whole = rest.reduce(widths[names]) { $0 + gap + widths[$1] }
    if whole > width {
      let most = widths[names] - (whole - width)
      widths[names] = cut(
        texts.map { $0[names] }, to: min(widths[names], max(leastName, most)),
        atMost: width / 2)
    }
    let isRight = table.columns.indices.map { isNumeric($0, in: table) }
    let head = table.title.map { wrapped($0, to: width) } ?? []
    guard !table.rows.isEmpty else { return head }
    return head
      + bands(rest, widths, from: widths[names], width: width).flatMap { band in
        texts.flatMap { row in
          continued([names] + band, of: row, widths, isRight, width: width)
        }
      }
  }

  /// The least width between two at which different names still look different;
  /// the lesser if there is none.
  private static func cut(
    _ names: [String], to least: Int, atMost most: Int
  ) -> Int {
    let kinds = Set(names).count
    return (least...max(least, most)).first { width in
      Set(names.map { DisplayText.shortened($0, to: width) }).count == kinds
    } ?? least
  }

  /// The columns side by side, as many as fit.
  private static func bands(
    _ columns: ArraySlice<Int>, _ widths: [Int], from first: Int, width: Int
  ) -> [[Int]] {
    var bands: [[Int]] = [[]]
    var used = first
    for column in columns {
      let size = gap + widths[column]
      if used + size > width && !bands[bands.count - 1].isEmpty {
        bands.append([])
        used = first
      }
      bands[bands.count - 1].append(column)
      used += size
    }
    return bands
  }

  /// The lines of a row, of which a text at the end may take several.
  private static func continued(
    _ columns: [Int], of row: [String], _ widths: [Int], _ isRight: [Bool],
    width: Int
  ) -> [String] {
    let last = columns[columns.count - 1]
    let start = columns.dropLast().reduce(0) { $0 + widths[$1] + gap }
    guard !isRight[last], width - start >= leastName else {
      return [line(columns, of: row, widths, isRight)]
    }
    let parts = wrapped(row[last], to: width - start)
    return parts.enumerated().map { place, part in
      var cells = place == 0 ? row : row.map { _ in "" }
      cells[last] = part
      return line(columns, of: cells, widths, isRight)
    }
  }

  private static func line(
    _ columns: [Int], of row: [String], _ widths: [Int], _ isRight: [Bool]
  ) -> String {
    let cells = columns.enumerated().map { place, column in
      DisplayText.padded(
        DisplayText.shortened(row[column], to: widths[column]),
        to: widths[column], onTheLeft: place > 0 && isRight[column])
    }
    let text = cells.joined(separator: String(repeating: " ", count: gap))
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  private static func shownColumns(of table: Table) -> [Int] {
    table.columns.indices.filter { column in
      !table.columns[column].isOptional
        || table.rows.contains { !$0[column].saysNothing }
    }
  }

  /// Whether a column holds numbers, which are set to the right.
  private static func isNumeric(_ column: Int, in table: Table) -> Bool {
    !table.rows.contains { row in
      guard case .text(let text) = row[column] else { return false }
      return text.first.map { $0.isLetter } ?? false
    }
  }

  /// The space between columns.
  private static let gap = 2
  /// Names are not cut below this.
  private static let leastName = 16
}
