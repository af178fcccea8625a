/// The results of a sweep by column, as numbers, kept in a file that nobody
/// else sees: memory does not grow with the points.
struct SweepTable: Sendable {
  /// What is in a column.
  struct Column: Sendable {
    /// The name of the column.
    let name: String
    /// Whether every cell that is not empty is yes or no.
    private(set) var isBoolean = true
    /// How many points have yes.
    private(set) var yesCount = 0
    /// Whether some point has a finite number, yes and no included.
    var hasNumber: Bool { number != nil }
    /// Whether two finite numbers differ.
    private(set) var varies = false
    /// The first finite number.
    private var number: Double?

    fileprivate init(name: String) { self.name = name }
  }

  /// The sweep.
  let sweep: Sweep
  /// The columns, without point, numbers and errors.
  private(set) var columns: [Column]
  /// How many points failed.
  private(set) var failed = 0
  /// How many points have been added.
  private var count = 0
  /// The numbers, column by column.
  private let file: NumberFile

  /// The table of a sweep, empty.
  ///
  /// - Throws: an error if the folder of the sweep cannot be written.
  init(_ folder: SweepFolder) throws(ScenarioError) {
    sweep = folder.sweep
    columns = sweep.method.columns.map { Column(name: $0) }
    file = try NumberFile(path: folder.path(SweepFolder.values))
  }

  /// Adds the rows of the next points.
  ///
  /// - Throws: an error if the disk is full.
  /// - Precondition: The rows are whole.
  mutating func add(
    _ rows: some Collection<ArraySlice<UInt8>>
  ) throws(ScenarioError) {
    let values = rows.map { numbers(of: $0) }
    for k in columns.indices {
      try file.write(
        values.map { $0[k] }, at: k * sweep.plan.pointCount + count)
    }
    count += values.count
  }

  /// The numbers of a row.
  private mutating func numbers(of line: ArraySlice<UInt8>) -> [Double] {
    let cells = SweepRow.cells(of: line) ?? []
    precondition(cells.count == sweep.cellCount, "a row is whole")
    if cells.last?.isEmpty == false { failed += 1 }
    return cells.dropFirst(1 + sweep.plan.keys.count).dropLast().enumerated()
      .map { columns[$0].number(of: line[$1]) }
  }

  /// The numbers of a column at some points, 1 and 0 for yes and no; NaN where
  /// there is none.
  ///
  /// - Throws: an error if they cannot be read.
  func values(
    ofColumn column: Int, at points: Range<Int>
  ) throws(ScenarioError) -> [Double] {
    let start = column * sweep.plan.pointCount
    return try file.numbers(
      at: (start + points.lowerBound)..<(start + points.upperBound))
  }

  /// How many points have yes in a column; nil if there is no such column.
  func count(of name: String) -> Int? {
    columns.first { $0.name == name && $0.isBoolean }.map(\.yesCount)
  }
}

extension SweepTable.Column {
  /// The number of a cell, which the column takes note of.
  fileprivate mutating func number(of cell: ArraySlice<UInt8>) -> Double {
    let value: Double
    switch String(decoding: cell, as: UTF8.self) {
    case "true":
      value = 1
      yesCount += 1
    case "false": value = 0
    case "": return .nan
    case let text:
      isBoolean = false
      value = DecimalNumber.parse(text) ?? .nan
    }
    if value.isFinite {
      varies = varies || number.map { $0 != value } ?? false
      number = number ?? value
    }
    return value
  }
}
