extension Report {
  /// The report as a page of HTML that stands alone: no script, no request, no
  /// font.
  ///
  /// It is light or dark as the reader's system is, is as wide as the screen,
  /// and prints with all that can be opened open.
  public var html: String {
    let name = HTMLText.escaped(title)
    var writer = HTMLWriter()
    let body = sections.map { writer.section($0, in: language) }
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(name)</title>
      <style>
      \(HTMLStyle.text)
      </style>
      </head>
      <body>
      <main>
      <h1>\(name)</h1>
      \(body.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }
}

/// Writes the sections of a page, whose pictures have names of their own.
private struct HTMLWriter {
  private var pictures = 0

  /// A section of a report.
  mutating func section(
    _ section: Report.Section, in language: Report.Language
  ) -> String {
    switch section {
    case .heading(let head): return "<h2>\(HTMLText.escaped(head))</h2>"
    case .text(let text): return "<p>\(HTMLText.escaped(text))</p>"
    case .table(let table): return HTMLText.table(table)
    case .picture(let picture):
      return "<figure>\n\(embedded(picture))"
        + "<figcaption>\(HTMLText.escaped(picture.title))</figcaption></figure>"
    case .lead(let sentences):
      let text = sentences.map { "<p>\(HTMLText.escaped($0))</p>" }
      return "<section class=\"lead\">\(text.joined())</section>"
    case .figure(let figure): return self.figure(figure, in: language)
    case .listing(let listing): return HTMLText.listing(listing)
    }
  }

  private mutating func figure(
    _ figure: Figure, in language: Report.Language
  ) -> String {
    let table = figure.table.map { table in
      let name = language == .english ? "The numbers" : "数据表"
      return "<details><summary>\(name)</summary>\n"
        + "\(HTMLText.table(table))\n</details>\n"
    }
    return """
      <figure>
      <h3>\(HTMLText.escaped(figure.title))</h3>
      \(embedded(figure.picture))\
      <figcaption>\(HTMLText.escaped(figure.caption))</figcaption>
      \(table ?? "")</figure>
      """
  }

  private mutating func embedded(_ picture: SVGDocument) -> String {
    pictures += 1
    let text = picture.embedded(prefix: "picture-\(pictures)-")
    return "<div class=\"scroll\">\(text)</div>\n"
  }
}

/// Parts of a page of HTML.
enum HTMLText {
  /// A table with heads for its columns and rows, in a frame that scrolls;
  /// without rows its title.
  static func table(_ table: Table) -> String {
    guard !table.rows.isEmpty else {
      return "<p>\(escaped(table.title ?? ""))</p>"
    }
    let caption =
      table.title.map { "<caption>\(escaped($0))</caption>\n" } ?? ""
    let heads = table.columns.map {
      "<th scope=\"col\">\(escaped($0.name))</th>"
    }
    let rows = table.rows.map { row in
      let cells = row.enumerated().map { place, cell in
        place == 0
          ? "<th scope=\"row\">\(escaped(cell.text))</th>"
          : "<td>\(content(cell))</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return """
      <div class="scroll"><table>
      \(caption)<thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></div>
      """
  }

  private static func content(_ cell: Table.Cell) -> String {
    guard case .bar(let length) = cell else { return escaped(cell.text) }
    guard length != 0 else { return "" }
    let width = max(1, (longestBar * min(1, abs(length))).rounded())
    let sign = length < 0 ? "minus" : "plus"
    return "<span class=\"bar \(sign)\" style=\"width:\(Int(width))px\"></span>"
  }

  /// In pixels.
  private static let longestBar = 60.0

  /// A listing; one with a title is closed until it is opened or printed.
  static func listing(_ listing: Listing) -> String {
    let text = "<pre>\(escaped(listing.text))</pre>"
    guard let title = listing.title else { return text }
    return "<details><summary>\(escaped(title))</summary>\(text)</details>"
  }

  /// A text whose characters mean nothing to HTML or XML.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where !isXMLCharacter(scalar): result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether XML 1.0 allows a character and recommends no other.
  private static func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
