/// The cells of a grid without edges, row by row: what leaves it returns on its
/// other side.
struct Torus {
  /// The number of rows, at least 3.
  let rows: Int
  /// The number of columns, at least 3.
  let columns: Int

  /// The number of cells.
  var count: Int { rows * columns }

  /// The four or eight cells around a cell.
  func neighbours(of cell: Int, corners: Bool) -> [Int] {
    let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
    return Self.directions.filter { corners || $0.down == 0 || $0.right == 0 }
      .map { down, right in
        (row + down + rows) % rows * columns
          + (column + right + columns) % columns
      }
  }

  private static let directions: [(down: Int, right: Int)] =
    (-1...1).flatMap { down in (-1...1).map { (down, $0) } }
    .filter { $0 != (0, 0) }

  /// Which cells a list of rows and columns, counted from 1, names.
  ///
  /// - Throws: ``ArgumentError`` for a pair that is no cell.
  func cells(
    named pairs: [[Double]], _ name: String
  ) throws(ArgumentError) -> [Bool] {
    var cells = Array(repeating: false, count: count)
    for pair in pairs {
      guard let row = Int(exactly: pair[0]), let column = Int(exactly: pair[1]),
        1...rows ~= row, 1...columns ~= column
      else {
        throw ArgumentError(name, "\(Value(pair).json) is no cell of the grid")
      }
      cells[(row - 1) * columns + column - 1] = true
    }
    return cells
  }

  /// A text for each row, with 1 for the cells that are true.
  func text(_ cells: [Bool]) -> [String] {
    stride(from: 0, to: count, by: columns).map { first in
      String(cells[first..<first + columns].map { $0 ? "1" : "0" })
    }
  }
}
