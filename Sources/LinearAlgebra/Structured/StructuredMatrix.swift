/// A matrix that is applied without knowing how it is stored.
public enum StructuredMatrix: Sendable, Equatable {
  /// A matrix of few elements.
  case sparse(SparseMatrix)
  /// A matrix of few elements whose factors are kept apart.
  case scaled(ScaledSparseMatrix)
  /// A matrix whose elements depend on groups.
  case blockUniform(BlockUniformMatrix)

  /// The number of rows.
  public var rows: Int {
    switch self {
    case .sparse(let matrix): matrix.rows
    case .scaled(let matrix): matrix.rows
    case .blockUniform(let matrix): matrix.rows
    }
  }

  /// The number of columns.
  public var columns: Int {
    switch self {
    case .sparse(let matrix): matrix.columns
    case .scaled(let matrix): matrix.columns
    case .blockUniform(let matrix): matrix.columns
    }
  }

  /// The element in a row and a column.
  ///
  /// - Precondition: the row and the column lie in the matrix.
  /// - Complexity: O(log k) for k elements in a sparse row, else O(1).
  public func element(_ row: Int, _ column: Int) -> Double {
    switch self {
    case .sparse(let matrix): matrix.element(row, column)
    case .scaled(let matrix): matrix.element(row, column)
    case .blockUniform(let matrix): matrix.element(row, column)
    }
  }

  /// The same matrix with every element written out.
  ///
  /// - Complexity: O(rows · columns).
  public var dense: Matrix {
    switch self {
    case .sparse(let matrix): matrix.dense
    case .scaled(let matrix): matrix.sparse.dense
    case .blockUniform(let matrix): matrix.dense
    }
  }

  /// The transposed matrix.
  ///
  /// - Complexity: O(the numbers stored).
  public func transposed() -> StructuredMatrix {
    switch self {
    case .sparse(let matrix): .sparse(matrix.transposed())
    case .scaled(let matrix): .scaled(matrix.transposed())
    case .blockUniform(let matrix): .blockUniform(matrix.transposed())
    }
  }

  /// The matrix with row i multiplied by `factors[i]`.
  ///
  /// - Precondition: there are `rows` factors.
  /// - Complexity: O(the numbers stored).
  public func scaledRows(by factors: [Double]) -> StructuredMatrix {
    switch self {
    case .sparse(let matrix): .sparse(matrix.scaledRows(by: factors))
    case .scaled(let matrix): .scaled(matrix.scaledRows(by: factors))
    case .blockUniform(let matrix):
      .blockUniform(matrix.scaledRows(by: factors))
    }
  }

  /// The matrix with column j multiplied by `factors[j]`.
  ///
  /// - Precondition: there are `columns` factors.
  /// - Complexity: O(the numbers stored).
  public func scaledColumns(by factors: [Double]) -> StructuredMatrix {
    switch self {
    case .sparse(let matrix): .sparse(matrix.scaledColumns(by: factors))
    case .scaled(let matrix): .scaled(matrix.scaledColumns(by: factors))
    case .blockUniform(let matrix):
      .blockUniform(matrix.scaledColumns(by: factors))
    }
  }
}
