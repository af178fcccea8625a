import Reports

/// A CSV file of firms: a header with the keys of a firm as columns, and a
/// record for each firm.
///
/// An empty cell leaves the key at its default, a record of empty cells is
/// none, and a column whose name resembles no key is ignored.
struct FirmTable {
  let path: String
  /// The file as the scenario names it; errors start with it.
  let name: String

  /// The most mistakes that are told at once.
  static let mostMistakes = 20

  /// The firms and the index of their names.
  ///
  /// - Throws: an error with file and line, and what else is wrong with other
  ///   lines.
  /// - Complexity: O(bytes).
  func firms() throws(ScenarioError) -> FirmList {
    do {
      let (firms, ignored) = try readFirms()
      return FirmList(
        firms: firms, index: try index(firms),
        notes: ignored.map { "\(name): column \($0) is ignored" })
    } catch {
      throw error.inFile(name)
    }
  }

  private func readFirms() throws(ScenarioError) -> ([Firm], [String]) {
    var table = try CSVReader(path: path)
    let columns = try Columns(header: &table)
    var firms: [Firm] = []
    var mistakes: [ScenarioError] = []
    while mistakes.count < Self.mostMistakes, try table.advance() {
      if table.isBlank { continue }
      do throws(ScenarioError) {
        firms.append(
          try columns.firm(table, position: firms.count + mistakes.count))
      } catch {
        mistakes.append(error)
      }
    }
    if let error = ScenarioError.gathered(mistakes) { throw error }
    guard !firms.isEmpty else {
      throw ScenarioError("has no firms; a cluster has 1 firm or more")
    }
    return (firms, columns.ignored)
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
    _ = try table.advance()
    var left = record + 1
    while left > 0, try table.advance() {
      if !table.isBlank { left -= 1 }
    }
    return table.place
  }
}

extension FirmTable {
  /// Which column holds what.
  private struct Columns {
    private var name: Int?
    private var tier: Int?
    private var role: Int?
    private var numbers: [(column: Int, key: ScalarKey<Firm>)] = []
    /// The names of columns that are no keys.
    private(set) var ignored: [String] = []
    private let count: Int

    /// Reads the header.
    init(header table: inout CSVReader) throws(ScenarioError) {
      guard try table.advance() else { throw ScenarioError("is empty") }
      try table.checkSeparators()
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
        } else if key == "role" {
          role = column
        } else if let known = Firm.scalarKeys.first(where: { $0.path == key }) {
          numbers.append((column, known))
        } else if let message = Self.message(forUnknown: key) {
          throw ScenarioError(at: place, message)
        } else {
          ignored.append(DocumentNode.shortened(key))
        }
      }
      try checkNames(at: table.place)
    }

    /// What people call the column of names.
    private static let namesOfName = [
      "firm", "firms", "company", "organisation", "organization", "企业", "公司",
      "名称",
    ]

    /// Throws if no column is known, or if the names of firms stand under a
    /// name that is none.
    private func checkNames(at place: String) throws(ScenarioError) {
      if name == nil,
        let named = ignored.first(where: {
          Self.namesOfName.contains($0.lowercased())
        })
      {
        throw ScenarioError(
          at: place, "\(named): firms have their names in the column name")
      }
      guard name == nil, tier == nil, role == nil, numbers.isEmpty else {
        return
      }
      throw ScenarioError(
        at: place,
        "names no column that is known; the first line has the names of "
          + "columns, such as name,knowledge,opportunity")
    }

    /// What is wrong with a column that is no key; nil if it is a column of
    /// the user's own.
    private static func message(forUnknown key: String) -> String? {
      if key.isEmpty { return "has no name" }
      guard NearestKey.nearest(to: key, among: FirmsReader.keys) != nil else {
        return nil
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
      guard record.count == count else {
        throw .wrongCount(record.count, of: "field", count, at: record.place)
      }
      var firm = Firm(
        try text(name, of: record) ?? Firm.defaultName(position),
        tier: try tier(of: record))
      if let role = try role(of: record) {
        firm.role = role
        firm.marketAtRisk = role.marketAtRisk
      }
      for (column, key) in numbers {
        let cell = record[column]
        guard !cell.isEmpty else { continue }
        let number = try NumberCell.parse(
          cell, key.range, at: "\(record.place): \(key.path)")
        key.set(number, in: &firm)
      }
      try firm.validateFloor(at: "\(record.place): floor")
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

    private func role(
      of record: borrowing CSVReader
    ) throws(ScenarioError) -> FirmRole? {
      guard let text = try text(role, of: record) else { return nil }
      guard let role = FirmRole(rawValue: text) else {
        throw ScenarioError(
          at: "\(record.place): role",
          "\(DocumentNode.shortened(text)) is not \(FirmRole.names)")
      }
      return role
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
