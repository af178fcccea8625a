/// A square matrix with zeros on its diagonal whose other elements depend on
/// groups: `a_ij = rowScale[i] · columnScale[j] · block[group(i), group(j)]`.
///
/// The structure of uniform links among the members of a few tiers; with one
/// group every pair is linked alike. It stores O(n + groups²) numbers and
/// multiplies in as many steps.
public struct BlockUniformMatrix: Sendable, Equatable {
  /// The factor of each row.
  public let rowScale: [Double]
  /// The factor of each pair of groups.
  public let block: Matrix
  /// The factor of each column.
  public let columnScale: [Double]
  /// The group of each row and column, counting from 0.
  public let groups: [UInt8]

  /// The matrix with the given factors.
  ///
  /// - Parameters:
  ///   - rowScale: the factor of each row.
  ///   - block: the factor of each pair of groups.
  ///   - columnScale: the factor of each column.
  ///   - groups: the group of each row and column.
  /// - Precondition: the three lists are equally long, the block is square
  ///   and every group lies in it.
  /// - Complexity: O(rows).
  public init(
    rowScale: [Double], block: Matrix, columnScale: [Double], groups: [UInt8]
  ) {
    precondition(
      rowScale.count == groups.count && columnScale.count == groups.count,
      "the factors must fit the groups")
    precondition(
      block.rows == block.columns && block.rows <= Int(UInt8.max),
      "the block must be square, of at most 255 groups")
    precondition(
      groups.allSatisfy { $0 < block.rows }, "every group has a block")
    self.rowScale = rowScale
    self.block = block
    self.columnScale = columnScale
    self.groups = groups
  }

  /// The matrix with one value everywhere except on its diagonal.
  ///
  /// - Precondition: the order is not negative.
  /// - Complexity: O(order).
  public init(uniform value: Double, order: Int) {
    let ones = Array(repeating: 1.0, count: order)
    self.init(
      rowScale: ones, block: Matrix(rows: 1, columns: 1, repeating: value),
      columnScale: ones, groups: Array(repeating: 0, count: order))
  }

  /// The number of rows.
  @inlinable
  public var rows: Int { groups.count }

  /// The number of columns.
  @inlinable
  public var columns: Int { groups.count }

  /// The number of groups.
  @inlinable
  public var groupCount: Int { block.rows }

  /// The element in a row and a column.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func element(_ row: Int, _ column: Int) -> Double {
    guard row != column else { return 0 }
    return rowScale[row] * columnScale[column]
      * block[Int(groups[row]), Int(groups[column])]
  }

  /// The same matrix with every element written out.
  ///
  /// - Complexity: O(rows²).
  public var dense: Matrix {
    var result = Matrix(rows: rows, columns: columns)
    for j in 0..<columns {
      for i in 0..<rows { result[i, j] = element(i, j) }
    }
    return result
  }

  /// The transposed matrix.
  ///
  /// - Complexity: O(rows + groups²).
  public func transposed() -> BlockUniformMatrix {
    BlockUniformMatrix(
      rowScale: columnScale, block: block.transposed(), columnScale: rowScale,
      groups: groups)
  }

  /// The matrix with row i multiplied by `factors[i]`.
  ///
  /// - Precondition: there are `rows` factors.
  /// - Complexity: O(rows).
  public func scaledRows(by factors: [Double]) -> BlockUniformMatrix {
    precondition(factors.count == rows, "the factors must fit the rows")
    return BlockUniformMatrix(
      rowScale: zip(factors, rowScale).map { $0 * $1 }, block: block,
      columnScale: columnScale, groups: groups)
  }

  /// The matrix with column j multiplied by `factors[j]`.
  ///
  /// - Precondition: there are `columns` factors.
  /// - Complexity: O(columns).
  public func scaledColumns(by factors: [Double]) -> BlockUniformMatrix {
    precondition(factors.count == columns, "the factors must fit the columns")
    return BlockUniformMatrix(
      rowScale: rowScale, block: block,
      columnScale: zip(columnScale, factors).map { $0 * $1 }, groups: groups)
  }
}
