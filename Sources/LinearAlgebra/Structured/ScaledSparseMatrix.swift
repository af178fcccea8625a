/// The elementwise product of a sparse matrix and a matrix of groups, kept as
/// its two factors: `a_ij = links_ij · rowScale[i] · columnScale[j] ·
/// block[group(i), group(j)]`, zero on the diagonal.
///
/// Several such matrices share the storage of one sparse matrix: each costs 17
/// bytes a row and nothing an element.
public struct ScaledSparseMatrix: Sendable, Equatable {
  /// The sparse factor.
  public let links: SparseMatrix
  /// The factor of each row, each column and each pair of groups.
  public let factors: BlockUniformMatrix

  /// The elementwise product of two matrices.
  ///
  /// - Precondition: the sizes agree.
  /// - Complexity: O(1); the factors are not copied.
  public init(_ links: SparseMatrix, factors: BlockUniformMatrix) {
    precondition(
      links.rows == factors.rows && links.columns == factors.columns,
      "the sizes must agree")
    self.links = links
    self.factors = factors
  }

  /// The matrix without rows.
  package init() {
    self.init(
      SparseMatrix(rows: 0, columns: 0),
      factors: BlockUniformMatrix(uniform: 0, order: 0))
  }

  /// The number of rows.
  @inlinable public var rows: Int { links.rows }

  /// The number of columns.
  @inlinable public var columns: Int { links.columns }

  /// The element in a row and a column.
  ///
  /// - Complexity: O(log k) for k elements in the row.
  public func element(_ row: Int, _ column: Int) -> Double {
    links.element(row, column) * factors.element(row, column)
  }

  /// Calls `body` with the column and value of each stored element of a row.
  ///
  /// - Complexity: O(k) for k elements in the row.
  @inlinable
  public func forEachElement(
    inRow row: Int, _ body: (_ column: Int, _ value: Double) -> Void
  ) {
    forEachElement(
      inRow: row, at: links.rowStarts[row]..<links.rowStarts[row + 1], body)
  }

  /// The same for some places of the storage, all of one row.
  ///
  /// - Complexity: O(the places).
  @inlinable @inline(__always)
  package func forEachElement(
    inRow row: Int, at places: Range<Int>,
    _ body: (_ column: Int, _ value: Double) -> Void
  ) {
    let rowScale = factors.rowScale[row]
    let only = factors.groupCount == 1 ? factors.block[0, 0] : 0
    let group = Int(factors.groups[row])
    links.columnIndices.withUnsafeBufferPointer { columns in
      links.values.withUnsafeBufferPointer { values in
        factors.columnScale.withUnsafeBufferPointer { columnScale in
          for k in places {
            let j = Int(columns[k])
            let block =
              factors.groupCount == 1
              ? only : factors.block[group, Int(factors.groups[j])]
            let factor = j == row ? 0 : rowScale * columnScale[j] * block
            body(j, values[k] * factor)
          }
        }
      }
    }
  }

  /// The same matrix with every product computed.
  ///
  /// - Complexity: O(rows + the stored elements).
  public var sparse: SparseMatrix { links.elementwiseProduct(factors) }

  /// The transposed matrix.
  ///
  /// - Complexity: O(rows + the stored elements).
  public func transposed() -> ScaledSparseMatrix {
    ScaledSparseMatrix(links.transposed(), factors: factors.transposed())
  }

  /// The matrix with row i multiplied by `scale[i]`.
  ///
  /// - Precondition: there are `rows` factors.
  /// - Complexity: O(rows).
  public func scaledRows(by scale: [Double]) -> ScaledSparseMatrix {
    ScaledSparseMatrix(links, factors: factors.scaledRows(by: scale))
  }

  /// The matrix with column j multiplied by `scale[j]`.
  ///
  /// - Precondition: there are `columns` factors.
  /// - Complexity: O(columns).
  public func scaledColumns(by scale: [Double]) -> ScaledSparseMatrix {
    ScaledSparseMatrix(links, factors: factors.scaledColumns(by: scale))
  }
}
