import Reports

/// A CSV file with the columns `from,to,weight`, a link on each line.
///
/// Firms are given by name, or by position counting from 1; a text that is
/// both means the name. The row of a link is `to`, unless the table says else. As
/// among firms a record of empty cells is none, and a column whose name resembles no key is ignored.
struct EdgeListFile: LinkSource {
  let table: LinkTable
  /// The names of columns that are no keys.
  let ignored: [String]
  private let columns: Columns

  /// The file with a header.
  ///
  /// - Throws: an error with the place of what is wrong with the header.
  init(
    table: LinkTable, header: borrowing CSVReader
  ) throws(ScenarioError) {
    self.table = table
    columns = try Columns(header)
    ignored = columns.ignored
  }

  func parts() throws(ScenarioError) -> [FilePart] {
    try FilePart.parts(path: table.path)
  }

  func mostLinks(in part: FilePart) -> Int { part.lines }

  func forEachLink(
    in part: FilePart,
    _ visit: (LinkTable.Link) throws(ScenarioError) -> Void
  )
    throws(ScenarioError)
  {
    var records = try CSVReader(path: table.path, part: part)
    if part.linesBefore == 0 { _ = try records.advance() }
    var batch = EdgeBatch(table: table)
    func body(_ link: LinkTable.Link) throws(ScenarioError) {
      try visit(table.rowsDisclose ? link.transposed : link)
    }
    do throws(ScenarioError) {
      while try records.advance() {
        if records.isBlank { continue }
        batch.append(try edge(records))
        if batch.isFull { try batch.resolve(body) }
      }
    } catch {
      // What is wrong with an earlier line comes first.
      try batch.resolve(body)
      throw error
    }
    try batch.resolve(body)
  }

  private func edge(
    _ record: borrowing CSVReader
  ) throws(ScenarioError) -> EdgeBatch.Edge {
    guard record.count == columns.count else {
      throw .wrongCount(
        record.count, of: "field", columns.count, at: record.place)
    }
    return EdgeBatch.Edge(
      from: try firm(record, columns.from, "from"),
      to: try firm(record, columns.to, "to"),
      weight: try NumberCell.parse(
        record[columns.weight], .finite, at: "\(record.place): weight"),
      line: record.number)
  }

  /// The firm in a field, its name left for the batch if it is short.
  private func firm(
    _ record: borrowing CSVReader, _ field: Int, _ column: String
  ) throws(ScenarioError) -> EdgeBatch.Reference {
    let name = record[field]
    let index = table.index
    if name.first?.isDigit == true {
      let position = index.hasNumericNames ? index.position(of: name) : nil
      let number = NumberCell.position(name) ?? 0
      if let position = position
        ?? (1...index.count ~= number ? number - 1 : nil)
      {
        return .position(position)
      }
    } else if let key = FirmKey(name), !name.isEmpty {
      return .name(key)
    } else if let position = index.position(of: name) {
      return .position(position)
    }
    let place = "\(record.place): \(column)"
    guard !name.isEmpty else {
      throw ScenarioError(at: place, "is empty; a firm is needed")
    }
    throw index.unknownFirm(
      String(decoding: name.prefix(256), as: UTF8.self), at: place)
  }
}

extension EdgeListFile {
  /// Which column holds what.
  private struct Columns {
    let from: Int
    let to: Int
    let weight: Int
    let count: Int
    let ignored: [String]

    private static let known = ["from", "to", "weight"]

    /// Reads the header.
    init(_ header: borrowing CSVReader) throws(ScenarioError) {
      var names: [String] = []
      var ignored: [String] = []
      for field in 0..<header.count {
        let name = try header.text(field)
        try Self.check(name, after: names, at: header.place)
        names.append(name)
        if !Self.known.contains(name) {
          ignored.append(DocumentNode.shortened(name))
        }
      }
      guard let from = names.firstIndex(of: "from"),
        let to = names.firstIndex(of: "to"),
        let weight = names.firstIndex(of: "weight")
      else {
        throw ScenarioError(
          at: header.place,
          "is neither the header from,to,weight nor a row of numbers")
      }
      if let column = names.firstIndex(of: "") {
        throw ScenarioError(
          at: "\(header.place): column \(column + 1)", "has no name")
      }
      (self.from, self.to, self.weight) = (from, to, weight)
      (count, self.ignored) = (names.count, ignored)
    }

    /// Throws for a column that is there twice or whose name is nearly a key.
    private static func check(
      _ name: String, after names: [String], at place: String
    ) throws(ScenarioError) {
      let shown = "\(place): \(DocumentNode.shortened(name))"
      if known.contains(name) {
        guard !names.contains(name) else {
          throw ScenarioError(at: shown, "duplicate column")
        }
      } else if let nearest = NearestKey.nearest(to: name, among: known) {
        throw ScenarioError(
          at: shown, "unknown column; did you mean \(nearest)?")
      }
    }
  }
}
