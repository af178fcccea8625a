extension StructuredMatrix {
  /// Computes the product y = A x.
  ///
  /// - Parameters:
  ///   - x: a vector of `columns` numbers.
  ///   - y: receives the product, `rows` numbers.
  ///   - concurrently: whether several threads may share a large sparse
  ///     matrix; the bits of the result do not depend on it.
  /// - Precondition: the vectors fit the matrix.
  /// - Complexity: O(the numbers stored).
  public func multiply(
    _ x: [Double], into y: inout [Double], concurrently: Bool = false
  ) {
    switch self {
    case .sparse(let matrix):
      matrix.multiply(x, into: &y, concurrently: concurrently)
    case .scaled(let matrix):
      matrix.multiply(x, into: &y, concurrently: concurrently)
    case .blockUniform(let matrix): matrix.multiply(x, into: &y)
    }
  }

  /// Computes the transposed product y = Aᵀ x.
  ///
  /// - Parameters:
  ///   - x: a vector of `rows` numbers.
  ///   - y: receives the product, `columns` numbers.
  ///   - concurrently: whether several threads may share a large sparse matrix
  ///     with factors; the bits of the result do not depend on it.
  /// - Precondition: the vectors fit the matrix.
  /// - Complexity: O(the numbers stored).
  public func multiplyTransposed(
    _ x: [Double], into y: inout [Double], concurrently: Bool = false
  ) {
    switch self {
    case .sparse(let matrix): matrix.multiplyTransposed(x, into: &y)
    case .scaled(let matrix):
      matrix.multiplyTransposed(x, into: &y, concurrently: concurrently)
    case .blockUniform(let matrix): matrix.multiplyTransposed(x, into: &y)
    }
  }

  /// The product of a row and a vector.
  ///
  /// - Precondition: the row lies in the matrix; `x` has `columns` numbers.
  /// - Complexity: O(k) for k elements in a sparse row, else O(columns).
  public func rowProduct(_ row: Int, _ x: [Double]) -> Double {
    switch self {
    case .sparse(let matrix): matrix.rowProduct(row, x)
    case .scaled(let matrix): matrix.rowProduct(row, x)
    case .blockUniform(let matrix): matrix.rowProduct(row, x)
    }
  }

  /// The sum of each row.
  ///
  /// - Complexity: O(the numbers stored).
  public var rowSums: [Double] {
    switch self {
    case .sparse(let matrix): matrix.rowSums
    case .scaled(let matrix): matrix.rowSums
    case .blockUniform(let matrix): matrix.rowSums
    }
  }

  /// The product of a matrix and a vector.
  ///
  /// - Precondition: `x` has `columns` numbers.
  /// - Complexity: O(the numbers stored).
  public static func * (matrix: Self, x: [Double]) -> [Double] {
    var y = Array(repeating: 0.0, count: matrix.rows)
    matrix.multiply(x, into: &y)
    return y
  }
}
