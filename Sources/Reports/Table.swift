/// Rows of cells under named columns; the first column names the rows.
package struct Table: Sendable {
  /// What the table shows; nil if the text before it says so.
  package var title: String?
  /// The columns.
  package var columns: [Column]
  /// The rows; each has a cell for each column.
  package var rows: [[Cell]]

  /// A column.
  package struct Column: Sendable, ExpressibleByStringLiteral {
    /// The head.
    package var name: String
    /// Whether the column may be left out of a text when no cell says
    /// anything: all are empty or zero.
    package var isOptional: Bool

    /// A column with its head.
    package init(_ name: String, isOptional: Bool = false) {
      self.name = name
      self.isOptional = isOptional
    }

    /// A column that is always shown.
    package init(stringLiteral name: String) { self.init(name) }
  }

  /// What stands in one place of a table.
  package enum Cell: Sendable, Equatable, ExpressibleByStringLiteral {
    /// A text.
    case text(String)
    /// A number, shown with a count of significant digits.
    case number(Double, digits: Int = 4)
    /// A share, shown in percent with a count of decimals.
    case percent(Double, decimals: Int = 1)
    /// A length between −1 and 1, drawn as a bar where that is possible.
    case bar(Double)
    /// A count or a place.
    case integer(Int)
    /// Yes or no.
    case boolean(Bool)
    /// Nothing.
    case none

    /// A text.
    package init(stringLiteral text: String) { self = .text(text) }

    /// A number, or nothing if there is none.
    package init(_ value: Double?, digits: Int = 4) {
      self = value.map { .number($0, digits: digits) } ?? .none
    }
  }

  /// A table.
  ///
  /// - Parameters:
  ///   - title: What it shows.
  ///   - columns: The columns.
  ///   - rows: The rows.
  /// - Precondition: Each row has a cell for each column.
  package init(
    _ title: String? = nil, columns: [Column], rows: [[Cell]] = []
  ) {
    precondition(
      rows.allSatisfy { $0.count == columns.count },
      "each row of a table has a cell for each column")
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// Adds a row: its name and its cells.
  ///
  /// - Precondition: There is a cell for each column.
  package mutating func add(_ name: String, _ cells: [Cell]) {
    precondition(
      cells.count + 1 == columns.count, "a row has a cell for each column")
    rows.append([.text(name)] + cells)
  }

  /// Adds a row of numbers in four significant digits.
  ///
  /// - Precondition: There is a number for each column but the first.
  package mutating func add(_ name: String, _ numbers: [Double]) {
    add(name, numbers.map { .number($0) })
  }
}

extension Table.Cell {
  /// What a reader sees.
  package var text: String {
    switch self {
    case .text(let text): DisplayText.escaped(text)
    case .number(let value, let digits):
      NumberText.significant(value, digits: digits)
    case .percent(let share, let decimals):
      NumberText.percent(share, decimals: decimals)
    case .integer(let value): NumberText.grouped(value)
    case .boolean(let value): value ? "yes" : "no"
    case .bar, .none: ""
    }
  }

  /// Whether the cell is empty or zero.
  var saysNothing: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .number(let value, _), .percent(let value, _): value == 0
    case .integer(let value): value == 0
    case .boolean(let value): !value
    case .bar, .none: true
    }
  }
}
