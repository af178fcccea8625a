extension Matrix {
  /// Computes the product y = A x.
  ///
  /// Each number is summed by rising column.
  ///
  /// - Precondition: `x` has `columns` numbers and `y` has `rows`.
  /// - Complexity: O(rows · columns), without allocation.
  public func multiply(_ x: [Double], into y: inout [Double]) {
    precondition(x.count == columns, "the vector must fit the columns")
    precondition(y.count == rows, "the product must fit the rows")
    elements.withUnsafeBufferPointer { a in
      y.withUnsafeMutableBufferPointer { y in
        y.update(repeating: 0)
        for j in 0..<columns {
          let scale = x[j]
          let start = j &* rows
          for i in 0..<rows { y[i] += a[start &+ i] * scale }
        }
      }
    }
  }

  /// Computes the transposed product y = Aᵀ x.
  ///
  /// Each number is an inner product as `Vector.dot` orders it.
  ///
  /// - Precondition: `x` has `rows` numbers and `y` has `columns`.
  /// - Complexity: O(rows · columns), without allocation.
  public func multiplyTransposed(_ x: [Double], into y: inout [Double]) {
    precondition(x.count == rows, "the vector must fit the rows")
    precondition(y.count == columns, "the product must fit the columns")
    elements.withUnsafeBufferPointer { a in
      x.withUnsafeBufferPointer { x in
        for j in 0..<columns {
          let column = a.extracting((j * rows)..<((j + 1) * rows))
          y[j] = Vector.dot(column, x)
        }
      }
    }
  }

  /// The product of a matrix and a vector.
  ///
  /// - Precondition: `x` has `columns` numbers.
  /// - Complexity: O(rows · columns).
  public static func * (matrix: Matrix, x: [Double]) -> [Double] {
    var y = Array(repeating: 0.0, count: matrix.rows)
    matrix.multiply(x, into: &y)
    return y
  }

  /// Products of fewer multiplications are not worth a call of BLAS.
  private static let smallProduct = 4096

  /// The product of two matrices.
  ///
  /// - Precondition: `a` has as many columns as `b` has rows.
  /// - Complexity: O(a.rows · a.columns · b.columns).
  public static func * (a: Matrix, b: Matrix) -> Matrix {
    precondition(a.columns == b.rows, "the factors must fit each other")
    if a.rows * a.columns * b.columns >= smallProduct {
      return LAPACKE.product(a, b)
    }
    var c = Matrix(rows: a.rows, columns: b.columns)
    for j in 0..<b.columns {
      for k in 0..<a.columns {
        for i in 0..<a.rows { c[i, j] += a[i, k] * b[k, j] }
      }
    }
    return c
  }

  /// Takes the product A Bᵀ off the matrix.
  ///
  /// - Precondition: `a` has as many rows as the matrix, `b` as many as the
  ///   matrix has columns, and both have as many columns.
  /// - Complexity: O(rows · columns · a.columns), without allocation.
  package mutating func subtractProduct(_ a: Matrix, transposed b: Matrix) {
    precondition(a.rows == rows && b.rows == columns, "the sizes must agree")
    precondition(a.columns == b.columns, "the factors must fit each other")
    LAPACKE.subtractProduct(a, transposed: b, from: &self)
  }

  /// The largest sum of absolute values in a row, ‖A‖∞.
  ///
  /// - Complexity: O(rows · columns).
  public var infinityNorm: Double {
    var sums = Array(repeating: 0.0, count: rows)
    for j in 0..<columns {
      for i in 0..<rows { sums[i] += abs(self[i, j]) }
    }
    return Vector.maximumNorm(sums)
  }

  /// The root of the sum of squares, ‖A‖_F.
  ///
  /// - Complexity: O(rows · columns).
  public var frobeniusNorm: Double { Vector.euclideanNorm(elements) }
}
