extension Report {
  /// The rows of the report as comma-separated values: ``records``, or its
  /// tables one after the other with an empty line between.
  ///
  /// Numbers are in full precision.
  public var csv: String {
    (records.map { [$0] } ?? tables).map(\.csv).joined(separator: "\n")
  }
}

extension Table {
  /// The table as comma-separated values, the heads first.
  public var csv: String {
    let lines =
      [CSVText.row(columns.map(\.name))]
      + rows.map { CSVText.row($0.map(\.plain)) }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Table.Cell {
  /// The cell in full precision, without decoration.
  var plain: String {
    switch self {
    case .text(let text): text
    case .number(let value, _), .percent(let value, _):
      value.isFinite
        ? "\(value)" : value.isNaN ? "" : value < 0 ? "-inf" : "inf"
    case .integer(let value): "\(value)"
    case .boolean(let value): value ? "true" : "false"
    case .bar, .none: ""
    }
  }
}
