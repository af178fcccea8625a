/// Reads the payments for each class of partners.
struct DisclosureRatesReader {
  let links: LinksReader
  let sharing: SharingClasses

  /// The rates that a value gives for each tier or each partner of a firm: rows
  /// of three numbers, or the forms of links. What was ignored is added to the
  /// notes.
  ///
  /// - Returns: Nil if the value has one of the forms for all levels of a firm.
  /// - Throws: the first thing that is wrong, with its place.
  func rates(
    _ value: ScenarioValue, _ range: AdmissibleRange, notes: inout [String]
  ) throws(ScenarioError) -> DisclosureRates? {
    switch sharing {
    case .tiers where value.hasRows:
      return .tiers(
        try value.rows(
          of: Tier.allCases.count, range, count: links.index.count))
    case .firms where value.hasRows || value.isLinks:
      return .partners(try links.links(value, range, notes: &notes))
    case .uniform where value.hasRows:
      throw ScenarioError(
        at: value.place,
        "has a row for each firm, which needs model.sharing: tiers or firms")
    default: return nil
    }
  }
}

extension ScenarioValue {
  /// Whether the value is a list of lists.
  fileprivate var hasRows: Bool {
    guard case .list(let nodes) = node else { return false }
    return nodes.contains { if case .list = $0 { true } else { false } }
  }

  /// Whether the value is a file's path, or a mapping that links have.
  fileprivate var isLinks: Bool {
    switch node {
    case .list: false
    case .mapping(let entries):
      entries.contains { LinksReader.keys.contains($0.key) }
    case .scalar(let text, _):
      !node.isNull && ScalarText.number(text) == nil
    }
  }

  /// The value as rows of numbers in a range.
  ///
  /// - Parameters:
  ///   - length: How many numbers a row has.
  ///   - range: The range of each.
  ///   - count: How many rows there are.
  /// - Returns: The rows.
  /// - Throws: an error with the place of what is wrong.
  func rows(
    of length: Int, _ range: AdmissibleRange, count: Int
  ) throws(ScenarioError) -> [[Double]] {
    let place = place ?? ""
    let nodes = try list("a table of \(count) rows and \(length) columns")
    guard nodes.count == count else {
      throw .wrongCount(nodes.count, of: "row", count, at: place)
    }
    var rows: [[Double]] = []
    for (i, node) in nodes.enumerated() {
      let row = ScenarioValue(node: node, place: "\(place)[\(i)]")
      rows.append(try row.numbers(range, count: length))
    }
    return rows
  }
}
