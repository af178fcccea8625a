extension Report {
  /// The columns of a terminal that is not asked.
  public static let standardWidth = 80

  /// The report as text for a terminal.
  ///
  /// A heading stands right above what follows it. Paragraphs are wrapped,
  /// wide tables continue below with the names of their rows repeated,
  /// pictures are left out.
  ///
  /// - Parameter width: The columns of the terminal.
  /// - Returns: Lines of at most that width, where names allow it.
  public func text(width: Int = Report.standardWidth) -> String {
    var blocks = [TextLayout.wrapped(title, to: width)]
    var isBelowHeading = false
    for section in sections {
      let lines: [String]
      switch section {
      case .heading(let head): lines = TextLayout.wrapped(head, to: width)
      case .text(let text): lines = TextLayout.wrapped(text, to: width)
      case .table(let table): lines = TextLayout.lines(of: table, width: width)
      case .lead(let sentences):
        lines = sentences.flatMap { TextLayout.wrapped($0, to: width) }
      case .figure(let figure):
        guard let table = figure.table else { continue }
        lines =
          TextLayout.wrapped(figure.title, to: width)
          + TextLayout.lines(of: table, width: width)
      case .listing(let listing):
        lines = listing.title.map { [$0] } ?? listing.lines
      case .picture: continue
      }
      if isBelowHeading {
        blocks[blocks.count - 1] += lines
      } else {
        blocks.append(lines)
      }
      if case .heading = section {
        isBelowHeading = true
      } else {
        isBelowHeading = false
      }
    }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }
}
