/// A CSV file of a dense matrix whose first line and first column name the
/// firms, in any order; what stands in the corner means nothing.
struct NamedMatrixFile: LinkSource {
  let table: LinkTable
  /// The firm of each column but the first.
  private let firms: [Int]

  /// The file, if its header names every firm once.
  init?(table: LinkTable, header: borrowing CSVReader) {
    guard header.count == table.index.count + 1 else { return nil }
    var firms: [Int] = []
    for field in 1..<header.count {
      guard let firm = table.index.position(of: header[field]) else {
        return nil
      }
      firms.append(firm)
    }
    guard Set(firms).count == firms.count else { return nil }
    self.table = table
    self.firms = firms
  }

  func forEachLink(
    in part: FilePart, _ body: (LinkTable.Link) throws(ScenarioError) -> Void
  ) throws(ScenarioError) {
    var records = try CSVReader(path: table.path, part: part)
    _ = try records.advance()
    var seen: Set<Int> = []
    while try records.advance() {
      if records.isBlank { continue }
      let row = try firm(of: records)
      guard seen.insert(row).inserted else {
        throw ScenarioError(
          at: records.place, "\(table.index.firms[row].name) is there twice")
      }
      try read(records, row, body)
    }
    guard seen.count == firms.count else {
      throw .wrongCount(seen.count, of: "row", firms.count)
    }
  }

  /// The firm that a row is about.
  private func firm(
    of record: borrowing CSVReader
  ) throws(ScenarioError) -> Int {
    guard record.count == firms.count + 1 else {
      throw .wrongCount(
        record.count, of: "field", firms.count + 1, at: record.place)
    }
    guard let row = table.index.position(of: record[0]) else {
      throw table.index.unknownFirm(
        try record.text(0), at: "\(record.place): column 1")
    }
    return row
  }

  private func read(
    _ record: borrowing CSVReader, _ row: Int,
    _ body: (LinkTable.Link) throws(ScenarioError) -> Void
  ) throws(ScenarioError) {
    for (place, column) in firms.enumerated() {
      let weight = try NumberCell.parse(
        record[place + 1], row == column ? .finite : table.range,
        at: "\(record.place): column \(place + 2)")
      try body(
        LinkTable.Link(
          row: row, column: column, weight: weight, line: record.number))
    }
  }
}
