/// Points of a sweep given one by one in a CSV file: the header has the
/// addresses, every row the values of a point.
struct SweepList: Sendable {
  /// The addresses, as they were written.
  let addresses: [String]
  /// The numbers at the addresses.
  let numbers: [ScenarioNumber]
  /// The values, point by point.
  let rows: [[Double]]

  /// Reads a file.
  ///
  /// - Throws: the first thing that is wrong, with the file and the line.
  init(path: String, of subject: Scenario.Subject) throws(ScenarioError) {
    do throws(ScenarioError) {
      var reader = try CSVReader(path: path)
      guard try reader.advance() else {
        throw ScenarioError("is empty; a header of addresses is needed")
      }
      addresses = try Self.header(reader)
      var numbers: [ScenarioNumber] = []
      for address in addresses {
        let number = try ScenarioNumber(address, in: subject)
        guard !numbers.contains(number) else {
          throw ScenarioError(at: address, "is varied twice")
        }
        numbers.append(number)
      }
      self.numbers = numbers
      rows = try Self.rows(&reader, columns: addresses)
    } catch {
      throw error.inFile(path)
    }
  }

  private static func header(
    _ reader: borrowing CSVReader
  ) throws(ScenarioError) -> [String] {
    var texts: [String] = []
    for field in 0..<reader.count { texts.append(try reader.text(field)) }
    return texts
  }

  private static func rows(
    _ reader: inout CSVReader, columns: [String]
  ) throws(ScenarioError) -> [[Double]] {
    var rows: [[Double]] = []
    while try reader.advance() {
      let place = reader.place
      guard reader.count == columns.count else {
        throw .wrongCount(reader.count, of: "cell", columns.count, at: place)
      }
      var row: [Double] = []
      for field in columns.indices {
        guard let value = DecimalNumber.parse(reader[field]), value.isFinite
        else {
          throw ScenarioError(
            at: "\(place): \(columns[field])",
            "\(try reader.text(field)) is not a number")
        }
        row.append(value)
      }
      rows.append(row)
    }
    guard !rows.isEmpty else { throw ScenarioError("has no points") }
    return rows
  }
}
