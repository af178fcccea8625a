extension Report {
  /// The report as Markdown, pictures left out.
  public var markdown: String {
    var blocks = ["# " + MarkdownText.escaped(title)]
    for section in sections {
      switch section {
      case .heading(let head): blocks.append("## " + MarkdownText.escaped(head))
      case .text(let text): blocks.append(MarkdownText.escaped(text))
      case .table(let table): blocks.append(MarkdownText.table(table))
      case .lead(let sentences):
        blocks += sentences.map { "> " + MarkdownText.escaped($0) }
      case .figure(let figure):
        guard let table = figure.table else { continue }
        blocks.append("### " + MarkdownText.escaped(figure.title))
        blocks.append(MarkdownText.table(table))
      case .listing(let listing):
        if let title = listing.title {
          blocks.append(MarkdownText.escaped(title))
        }
        blocks.append(
          listing.lines.map { "    " + $0 }.joined(separator: "\n"))
      case .picture: break
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}

/// Text and tables in Markdown.
enum MarkdownText {
  /// A text whose characters mean nothing to Markdown.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in DisplayText.escaped(text) {
      if "\\`*_[]<>|#".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// A table in pipes; without rows its title.
  static func table(_ table: Table) -> String {
    guard !table.rows.isEmpty else { return escaped(table.title ?? "") }
    let heads = table.columns.map(\.name)
    let lines =
      [heads, heads.indices.map { $0 == 0 ? "---" : "---:" }]
      + table.rows.map { $0.map(\.text) }
    let text = lines.enumerated().map { place, cells in
      let shown = place == 1 ? cells : cells.map(escaped)
      return "| " + shown.joined(separator: " | ") + " |"
    }
    return ((table.title.map { [escaped($0), ""] } ?? []) + text)
      .joined(separator: "\n")
  }
}
