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
    let (from, to, weight) = try columns(records)
    while try records.advance() {
      guard records.count == 3 else {
        throw .wrongCount(records.count, of: "field", 3, at: records.place)
      }
      let column = try firm(records, from, "from")
      let row = try firm(records, to, "to")
      let value = try NumberCell.parse(
        records[weight], row == column ? .finite : table.range,
        at: "\(records.place): weight")
      try body(
        LinkTable.Link(
          row: row, column: column, weight: value, line: records.number))
    }
  }

  /// Where the columns are, from the header.
  private func columns(
    _ header: borrowing CSVReader
  ) throws(ScenarioError)
    -> (from: Int, to: Int, weight: Int)
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

  private func firm(
    _ record: borrowing CSVReader, _ field: Int, _ column: String
  ) throws(ScenarioError) -> Int {
    let name = record[field]
    let mayBeName =
      table.index.hasNumericNames || name.first?.isDigit != true
    if mayBeName, let position = table.index.position(of: name) {
      return position
    }
    if let number = NumberCell.position(name), number >= 1,
      number <= table.index.count
    {
      return number - 1
    }
    throw unknownFirm(name, at: "\(record.place): \(column)")
  }

  private func unknownFirm(
    _ name: UnsafeBufferPointer<UInt8>, at place: String
  ) -> ScenarioError {
    guard !name.isEmpty else {
      return ScenarioError(at: place, "is empty; a firm is needed")
    }
    let text = NumberCell.text(name)
    if NumberCell.position(name) != nil {
      return ScenarioError(
        at: place, "there is no firm \(text) among \(table.index.count)")
    }
    let names = table.index.names.prefix(Self.mostCompared)
    let nearest = NearestKey.nearest(to: text, among: Array(names))
    let hint = nearest.map { "; did you mean \($0)?" } ?? ""
    return ScenarioError(at: place, "there is no firm \(text)\(hint)")
  }

  /// The most firms whose names are compared with an unknown one.
  private static let mostCompared = 10_000
}
