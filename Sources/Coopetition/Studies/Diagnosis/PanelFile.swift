/// A CSV file of yearly figures: a row a period.
///
/// Columns: `year` (rising), `output`, `capital`, `labour`, `land`, `data`,
/// `research`, `firms` (above 0), `share.<factor>` in [0, 1], `entries` and
/// `exits` (0 or more). Rows count from 1, the header apart.
struct PanelFile {
  let path: String
  /// The file as the scenario names it; errors start with it.
  let name: String

  /// Shares may exceed 1 by this much, for rounding.
  private static let slack = 1e-9

  private static let positive =
    ["output"] + ProductionFactor.allCases.map(\.rawValue) + ["firms"]
  private static let shares = ProductionFactor.allCases.map(Panel.shareKey)
  private static let counts = ["entries", "exits"]

  /// The panel.
  ///
  /// - Throws: an error with file, row and column.
  func panel() throws(ScenarioError) -> Panel {
    do {
      return try read()
    } catch {
      throw error.inFile(name)
    }
  }

  private func read() throws(ScenarioError) -> Panel {
    var table = try CSVReader(path: path)
    let header = try header(of: &table)
    var columns = [[Double]](repeating: [], count: header.count)
    while try table.advance() {
      if table.isBlank { continue }
      let row = "row \((columns.first?.count ?? 0) + 1)"
      guard table.count == header.count else {
        throw .wrongCount(table.count, of: "field", header.count, at: row)
      }
      for (k, column) in header.enumerated() {
        let number = try number(
          table[k], column, at: "\(row), \(column)", after: columns[k].last)
        columns[k].append(number)
      }
    }
    guard let year = header.firstIndex(of: "year") else {
      throw ScenarioError(at: "year", "is missing")
    }
    guard !columns[year].isEmpty else { throw ScenarioError("has no rows") }
    var named = Dictionary(uniqueKeysWithValues: zip(header, columns))
    let years = named.removeValue(forKey: "year") ?? []
    try checkShares(named, count: years.count)
    return Panel(name: name, years: years, columns: named)
  }

  private func header(
    of table: inout CSVReader
  ) throws(ScenarioError) -> [String] {
    guard try table.advance() else { throw ScenarioError("is empty") }
    try table.checkSeparators()
    let known = ["year"] + Self.positive + Self.shares + Self.counts
    var header: [String] = []
    for column in 0..<table.count {
      let key = try table.text(column)
      guard known.contains(key) else {
        throw ScenarioError(
          at: key.isEmpty ? "column \(column + 1)" : nil,
          key.isEmpty
            ? "has no name"
            : "\(DocumentNode.shortened(key)): "
              + NearestKey.message(for: key, among: known))
      }
      guard !header.contains(key) else {
        throw ScenarioError(at: key, "duplicate column")
      }
      header.append(key)
    }
    return header
  }

  private func number(
    _ cell: UnsafeBufferPointer<UInt8>, _ column: String,
    at place: @autoclosure () -> String, after last: Double?
  ) throws(ScenarioError) -> Double {
    let value = try NumberCell.parse(cell, .finite, at: place())
    let text = value.shortDescription
    if Self.positive.contains(column), value <= 0 {
      throw ScenarioError(at: place(), "\(text) is not above 0")
    }
    if Self.shares.contains(column) || Self.counts.contains(column) {
      let range: AdmissibleRange =
        Self.shares.contains(column) ? .unit : .nonNegative
      try range.check(value, at: place())
    }
    if column == "year", let last, value <= last {
      throw ScenarioError(
        at: place(), "\(text) does not follow \(last.shortDescription)")
    }
    return value
  }

  private func checkShares(
    _ columns: [String: [Double]], count: Int
  ) throws(ScenarioError) {
    for row in 0..<count {
      let sum = Self.shares.reduce(0) { $0 + (columns[$1]?[row] ?? 0) }
      guard sum > 1 + Self.slack else { continue }
      let hundredths = (sum * 100).rounded() / 100
      let text = hundredths > 1 ? hundredths : sum
      throw ScenarioError(
        at: "row \(row + 1)", "shares add up to \(text.shortDescription)")
    }
  }
}
