/// Solves one small linear system in place, for hot loops.
package enum LinearSolver {
  /// Solves A x = b by Gaussian elimination with partial pivoting.
  ///
  /// The matrix is destroyed and the right-hand side becomes x. Where the
  /// answer is false both are left in no particular state. The work grows as
  /// ⅔ n³, and from order 30 on `LUWorkspace` is faster.
  ///
  /// - Parameters:
  ///   - n: the order of the system.
  ///   - a: element (i, j) of the matrix at `i + j * leadingDimension`.
  ///   - leadingDimension: the distance between two columns, n or more.
  ///   - b: the right-hand side, n numbers.
  /// - Returns: whether every pivot is finite and not zero, and x is finite.
  /// - Complexity: O(n³), without allocation.
  @inlinable
  package static func solveInPlace(
    order n: Int, matrix a: UnsafeMutablePointer<Double>,
    leadingDimension: Int, rightHandSide b: UnsafeMutablePointer<Double>
  ) -> Bool {
    for k in 0..<n {
      let column = a + k &* leadingDimension
      let pivot = largest(in: column, from: k, to: n)
      if pivot != k {
        swapRows(k, pivot, in: a, leadingDimension, columns: k..<n)
        (b[k], b[pivot]) = (b[pivot], b[k])
      }
      guard column[k] != 0 else { return false }
      eliminate(k, order: n, a, leadingDimension, b)
    }
    return substituteBack(order: n, a, leadingDimension, b)
  }

  /// Where the largest absolute value of a column lies, from row k down.
  @inlinable @inline(__always)
  static func largest(
    in column: UnsafeMutablePointer<Double>, from k: Int, to n: Int
  ) -> Int {
    var place = k
    var size = abs(column[k])
    var i = k &+ 1
    while i < n {
      if abs(column[i]) > size {
        size = abs(column[i])
        place = i
      }
      i &+= 1
    }
    return place
  }

  /// Swaps two rows in a range of columns.
  @inlinable @inline(__always)
  static func swapRows(
    _ i: Int, _ k: Int, in a: UnsafeMutablePointer<Double>,
    _ leadingDimension: Int, columns: Range<Int>
  ) {
    var column = a + columns.lowerBound &* leadingDimension
    for _ in columns {
      (column[i], column[k]) = (column[k], column[i])
      column += leadingDimension
    }
  }

  /// Takes multiples of row k off the rows below it.
  @inlinable @inline(__always)
  static func eliminate(
    _ k: Int, order n: Int, _ a: UnsafeMutablePointer<Double>,
    _ leadingDimension: Int, _ b: UnsafeMutablePointer<Double>
  ) {
    let factors = a + k &* leadingDimension
    let pivot = factors[k]
    var i = k &+ 1
    while i < n {
      factors[i] /= pivot
      b[i] -= factors[i] * b[k]
      i &+= 1
    }
    var column = factors
    for _ in (k &+ 1)..<n {
      column += leadingDimension
      let scale = column[k]
      i = k &+ 1
      while i < n {
        column[i] -= factors[i] * scale
        i &+= 1
      }
    }
  }

  /// Solves the remaining triangle; whether the solution is finite.
  @inlinable @inline(__always)
  static func substituteBack(
    order n: Int, _ a: UnsafeMutablePointer<Double>,
    _ leadingDimension: Int, _ b: UnsafeMutablePointer<Double>
  ) -> Bool {
    var isFinite = true
    var k = n &- 1
    while k >= 0 {
      let column = a + k &* leadingDimension
      isFinite = isFinite && column[k].isFinite
      b[k] /= column[k]
      isFinite = isFinite && b[k].isFinite
      let scale = b[k]
      var i = 0
      while i < k {
        b[i] -= column[i] * scale
        i &+= 1
      }
      k &-= 1
    }
    return isFinite
  }
}
