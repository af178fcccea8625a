extension Report {
  /// The rows of the report as comma-separated values: `records`, or its
  /// tables; see ``csv(of:)``.
  public var csv: String { Self.csv(of: [(nil, self)]) }

  /// The rows of reports as comma-separated values: the `records` of each,
  /// or its tables.
  ///
  /// Of one report with one table these are its heads and rows. Where there are
  /// several reports, a first column `file` says which one a row is of; where
  /// one has several tables, a column `table` says which table. Tables of the
  /// same columns stand under one line of heads, in the order in which they
  /// come up; others follow after an empty line. Of equal heads in a line the
  /// later ones get a number. Numbers are in full precision.
  ///
  /// - Parameter reports: The reports, each with the file that it is about; nil
  ///   for what is said of several side by side.
  /// - Returns: Lines with an end each.
  public static func csv(
    of reports: [(file: String?, report: Report)]
  ) -> String {
    let named = reports.map { $0.report.namedTables }
    let heads =
      (reports.count > 1 ? ["file"] : [])
      + (named.contains { $0.count > 1 } ? ["table"] : [])
    var blocks: [Table] = []
    for (file, tables) in zip(reports.map(\.file), named) {
      for (name, table) in tables {
        let origin = heads.map { $0 == "file" ? file ?? "" : name }
        let block = table.behind(Array(zip(heads, origin)))
        if let place = blocks.firstIndex(where: { $0.hasColumns(of: block) }) {
          blocks[place].rows += block.rows
        } else {
          blocks.append(block)
        }
      }
    }
    return blocks.map(\.csv).joined(separator: "\n")
  }

  /// The tables with their names, no two of them equal: the title, the heading
  /// above, or else the head of the first column.
  private var namedTables: [(name: String, table: Table)] {
    if let records { return [(records.title ?? "", records)] }
    var heading: String?
    var names = DistinctNames()
    var named: [(name: String, table: Table)] = []
    func add(_ table: Table, _ title: String?) {
      let name = title ?? heading ?? table.columns.first?.name ?? "table"
      named.append((names.add(name), table))
    }
    for section in sections {
      switch section {
      case .heading(let text): heading = text
      case .table(let table): add(table, table.title)
      case .figure(let figure): figure.table.map { add($0, figure.title) }
      case .text, .picture, .lead, .listing: break
      }
    }
    return named
  }
}

extension Table {
  /// The table as comma-separated values, the heads first, no two of them
  /// equal.
  package var csv: String {
    let lines =
      [CSVText.row(DistinctNames.of(columns.map(\.name)))]
      + rows.map { CSVText.row($0.map(\.plain)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The table with columns in front whose cells are all the same.
  fileprivate func behind(_ first: [(head: String, cell: String)]) -> Table {
    Table(
      columns: first.map { Column($0.head) } + columns,
      rows: rows.map { first.map { .text($0.cell) } + $0 })
  }

  /// Whether the columns have the names of those of another table.
  fileprivate func hasColumns(of other: Table) -> Bool {
    columns.map(\.name) == other.columns.map(\.name)
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
