/// A CSV file with the columns `from,to`, a pair of firms on each line.
///
/// Firms are given by name, or by position counting from 1; a text that is
/// both means the name. The order within a pair means nothing; other columns
/// are ignored, and so are records of empty cells and a pair that is there
/// twice.
struct PairListFile {
  let path: String
  /// The file as the scenario names it; errors start with it.
  let name: String
  let index: FirmIndex

  /// The pairs, each by the places of its firms.
  ///
  /// - Throws: an error with file and line.
  func pairs() throws(ScenarioError) -> [[Int]] {
    do throws(ScenarioError) {
      return try read()
    } catch {
      throw error.inFile(name)
    }
  }

  private func read() throws(ScenarioError) -> [[Int]] {
    var records = try CSVReader(path: path)
    guard try records.advance() else { throw ScenarioError("is empty") }
    try records.checkSeparators()
    var names: [String] = []
    for field in 0..<records.count { names.append(try records.text(field)) }
    guard let from = names.firstIndex(of: "from"),
      let to = names.firstIndex(of: "to")
    else {
      throw ScenarioError(at: records.place, "is not the header from,to")
    }
    var pairs: [[Int]] = []
    while try records.advance() {
      if records.isBlank { continue }
      guard records.count == names.count else {
        throw .wrongCount(
          records.count, of: "field", names.count, at: records.place)
      }
      let first = try firm(records, from, "from")
      pairs.append([first, try firm(records, to, "to")])
    }
    return pairs
  }

  private func firm(
    _ record: borrowing CSVReader, _ field: Int, _ column: String
  ) throws(ScenarioError) -> Int {
    let name = record[field]
    if let position = index.position(of: name) { return position }
    if let number = NumberCell.position(name), 1...index.count ~= number {
      return number - 1
    }
    throw index.unknownFirm(
      try record.text(field), at: "\(record.place): \(column)")
  }
}
