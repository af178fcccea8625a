import Reports

/// A CSV file of firms: a header with the keys of a firm as columns, and a
/// record for each firm. An empty cell leaves the key at its default.
struct FirmTable {
  let path: String
  /// The file as the scenario names it; errors start with it.
  let name: String

  /// The firms and the index of their names.
  ///
  /// - Throws: an error with file and line.
  /// - Complexity: O(bytes).
  func firms() throws(ScenarioError) -> (firms: [Firm], index: FirmIndex) {
    do {
      let firms = try readFirms()
      return (firms, try index(firms))
    } catch {
      throw error.inFile(name)
    }
  }

  private func readFirms() throws(ScenarioError) -> [Firm] {
    var table = try CSVReader(path: path)
    let columns = try Columns(header: &table)
    var firms: [Firm] = []
    while try table.advance() {
      guard table.count == columns.count else {
        throw .wrongCount(
          table.count, of: "field", columns.count, at: table.place)
      }
      firms.append(try columns.firm(table, position: firms.count))
    }
    guard !firms.isEmpty else {
      throw ScenarioError("has no firms; a cluster has 1 firm or more")
    }
    return firms
  }

  private func index(_ firms: [Firm]) throws(ScenarioError) -> FirmIndex {
    do {
      return try FirmIndex(firms)
    } catch {
      let line = try self.line(ofRecord: error.position)
      throw ScenarioError(at: line, error.message)
    }
  }

  private func line(ofRecord record: Int) throws(ScenarioError) -> String {
    var table = try CSVReader(path: path)
    for _ in 0...(record + 1) { _ = try table.advance() }
    return table.place
  }
}

extension FirmTable {
  /// Which column holds what.
  private struct Columns {
    private var name: Int?
    private var tier: Int?
    private var numbers: [(column: Int, key: ScalarKey<Firm>)] = []
    let count: Int

    /// Reads the header.
    init(header table: inout CSVReader) throws(ScenarioError) {
      guard try table.advance() else { throw ScenarioError("is empty") }
      count = table.count
      var seen: Set<String> = []
      for column in 0..<table.count {
        let key = try table.text(column)
        let place = "\(table.place): column \(column + 1)"
        guard seen.insert(key).inserted else {
          throw ScenarioError(at: place, "duplicate key \(key)")
        }
        if key == "name" {
          name = column
        } else if key == "tier" {
          tier = column
        } else if let known = Firm.scalarKeys.first(where: { $0.path == key }) {
          numbers.append((column, known))
        } else {
          throw ScenarioError(at: place, Self.message(forUnknown: key))
        }
      }
    }

    private static func message(forUnknown key: String) -> String {
      if key.isEmpty { return "has no name" }
      if key.contains(where: { $0 == ";" || $0 == "\t" }) {
        return "fields are separated by commas only"
      }
      let known = NearestKey.message(for: key, among: FirmsReader.keys)
      return "\(DocumentNode.shortened(key)): \(known)"
    }

    /// The firm in a record.
    func firm(
      _ record: borrowing CSVReader, position: Int
    )
      throws(ScenarioError) -> Firm
    {
      var firm = Firm(
        try text(name, of: record) ?? Firm.defaultName(position),
        tier: try tier(of: record))
      for (column, key) in numbers {
        let cell = record[column]
        guard !cell.isEmpty else { continue }
        firm[keyPath: key.property] = try NumberCell.parse(
          cell, key.range, at: "\(record.place): \(key.path)")
      }
      return firm
    }

    private func tier(
      of record: borrowing CSVReader
    ) throws(ScenarioError)
      -> Tier?
    {
      guard let text = try text(tier, of: record) else { return nil }
      guard let tier = Tier(rawValue: text) else {
        throw ScenarioError(
          at: "\(record.place): tier",
          "\(DocumentNode.shortened(text)) is not \(Tier.names)")
      }
      return tier
    }

    private func text(
      _ column: Int?, of record: borrowing CSVReader
    )
      throws(ScenarioError) -> String?
    {
      guard let column, !record[column].isEmpty else { return nil }
      return try record.text(column)
    }
  }
}
