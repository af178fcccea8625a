/// A CSV file of a dense matrix, without a header: n lines of n numbers.
struct MatrixFile: LinkSource {
  let table: LinkTable

  func forEachLink(
    in part: FilePart, _ body: (LinkTable.Link) throws(ScenarioError) -> Void
  )
    throws(ScenarioError)
  {
    let n = table.index.count
    var records = try CSVReader(path: table.path, part: part)
    var row = 0
    while try records.advance() {
      if records.isBlank { continue }
      guard row < n else {
        throw ScenarioError(at: records.place, "is beyond the \(n) rows needed")
      }
      guard records.count == n else {
        throw .wrongCount(records.count, of: "number", n, at: records.place)
      }
      for column in 0..<n {
        let weight = try NumberCell.parse(
          records[column], row == column ? .finite : table.range,
          at: "\(records.place): column \(column + 1)")
        try body(
          LinkTable.Link(
            row: row, column: column, weight: weight, line: records.number))
      }
      row += 1
    }
    guard row == n else {
      throw .wrongCount(row, of: "row", n)
    }
  }
}
