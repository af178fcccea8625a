import Reports

/// A CSV file with the header `from,to,weight`, a link on each line.
///
/// Firms are given by name, or by position counting from 1; a text that is
/// both means the name. The row of a link is `to`.
struct EdgeListFile: LinkSource {
  let table: LinkTable

  func mostLinks() throws(ScenarioError) -> Int {
    try FileBytes.lineCount(path: table.path)
  }

  func forEachLink(
    _ body: (LinkTable.Link) throws(ScenarioError) -> Void
  )
    throws(ScenarioError)
  {
    var records = try CSVReader(path: table.path)
    guard try records.advance() else { throw ScenarioError("is empty") }
    let columns = try columns(records)
    var batch = EdgeBatch(table: table)
    do throws(ScenarioError) {
      while try records.advance() {
        batch.append(try edge(records, columns))
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
    _ record: borrowing CSVReader, _ columns: Columns
  )
    throws(ScenarioError) -> EdgeBatch.Edge
  {
    guard record.count == 3 else {
      throw .wrongCount(record.count, of: "field", 3, at: record.place)
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

  private typealias Columns = (from: Int, to: Int, weight: Int)

  /// Where the columns are, from the header.
  private func columns(
    _ header: borrowing CSVReader
  ) throws(ScenarioError)
    -> Columns
  {
    let known = ["from", "to", "weight"]
    var names: [String] = []
    for field in 0..<header.count {
      let name = try header.text(field)
      names.append(name)
      guard !known.contains(name),
        let nearest = NearestKey.nearest(to: name, among: known)
      else { continue }
      throw ScenarioError(
        at: "\(header.place): \(DocumentNode.shortened(name))",
        "unknown column; did you mean \(nearest)?")
    }
    guard names.count == 3, let from = names.firstIndex(of: "from"),
      let to = names.firstIndex(of: "to"),
      let weight = names.firstIndex(of: "weight")
    else {
      throw ScenarioError(
        at: header.place,
        "is neither the header from,to,weight nor a row of numbers")
    }
    return (from, to, weight)
  }
}
