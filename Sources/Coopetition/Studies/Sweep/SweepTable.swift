/// The results of a sweep by column, as numbers.
struct SweepTable: Sendable {
  /// What is in a column.
  struct Column: Sendable {
    /// The name of the column.
    let name: String
    /// A number for each point, 1 and 0 for yes and no; NaN where there is
    /// none.
    var values: [Double] = []
    /// Whether every cell that is not empty is yes or no.
    var isBoolean = true
  }

  /// The sweep.
  let sweep: Sweep
  /// The columns, without point, numbers and errors.
  private(set) var columns: [Column]
  /// How many points failed.
  private(set) var failed = 0

  /// The table of a sweep, empty.
  init(_ sweep: Sweep) {
    self.sweep = sweep
    columns = sweep.method.columns.map { name in
      var column = Column(name: name)
      column.values.reserveCapacity(sweep.plan.pointCount)
      return column
    }
  }

  /// Adds the row of the next point.
  ///
  /// - Precondition: The row is whole.
  mutating func add(_ line: ArraySlice<UInt8>) {
    let cells = SweepRow.cells(of: line) ?? []
    precondition(cells.count == sweep.cellCount, "a row is whole")
    if cells.last?.isEmpty == false { failed += 1 }
    for (k, cell) in cells.dropFirst(1 + sweep.plan.keys.count).dropLast()
      .enumerated()
    {
      columns[k].add(line[cell])
    }
  }

  /// How many points have yes in a column; nil if there is no such column.
  func count(of name: String) -> Int? {
    columns.first { $0.name == name && $0.isBoolean }
      .map { $0.values.count { $0 == 1 } }
  }
}

extension SweepTable.Column {
  fileprivate mutating func add(_ cell: ArraySlice<UInt8>) {
    switch String(decoding: cell, as: UTF8.self) {
    case "true": values.append(1)
    case "false": values.append(0)
    case "": values.append(.nan)
    case let text:
      isBoolean = false
      values.append(DecimalNumber.parse(text) ?? .nan)
    }
  }
}
