extension Report {
  /// The report as a page of HTML that stands alone: no script, no request.
  public var html: String {
    let name = HTMLText.escaped(title)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(name)</title>
      <style>
      \(HTMLText.style)
      </style>
      </head>
      <body>
      <main>
      <h1>\(name)</h1>
      \(sections.map(HTMLText.section).joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }
}

/// Parts of a page of HTML.
enum HTMLText {
  /// A section of a report.
  static func section(_ section: Report.Section) -> String {
    switch section {
    case .heading(let head): "<h2>\(escaped(head))</h2>"
    case .text(let text): "<p>\(escaped(text))</p>"
    case .table(let table): self.table(table)
    case .picture(let picture): "<figure>\n\(picture)</figure>"
    }
  }

  /// A table with heads for its columns and rows.
  static func table(_ table: Table) -> String {
    let caption =
      table.title.map { "<caption>\(escaped($0))</caption>\n" } ?? ""
    let heads = table.columns.map {
      "<th scope=\"col\">\(escaped($0.name))</th>"
    }
    let rows = table.rows.map { row in
      let cells = row.enumerated().map { place, cell in
        place == 0
          ? "<th scope=\"row\">\(escaped(cell.text))</th>"
          : "<td>\(escaped(cell.text))</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return """
      <table>
      \(caption)<thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      """
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

  static let style = """
    :root { color-scheme: light dark; }
    body { font-family: system-ui, sans-serif; line-height: 1.45; margin: 0; }
    main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
    table { border-collapse: collapse; margin: 1rem 0; display: block;
      overflow-x: auto; font-variant-numeric: tabular-nums; }
    th, td { padding: 0.2rem 0.6rem; text-align: right; }
    th[scope="row"], caption { text-align: left; }
    thead { border-bottom: 1px solid; }
    figure { margin: 1rem 0; }
    figure svg { max-width: 100%; height: auto; }
    """
}
