import Games
import LinearAlgebra

/// A square matrix of intervals, row by row: the enclosure of a Jacobian.
struct IntervalMatrix: Sendable {
  let order: Int
  var elements: [Interval]

  init(order: Int, elements: [Interval]) {
    self.order = order
    self.elements = elements
  }

  init(order: Int) {
    self.init(
      order: order,
      elements: Array(repeating: .zero, count: order * order))
  }

  subscript(row: Int, column: Int) -> Interval {
    get { elements[row * order + column] }
    set { elements[row * order + column] = newValue }
  }

  /// The rows and columns of an index list.
  func submatrix(_ indices: [Int]) -> IntervalMatrix {
    var result = IntervalMatrix(order: indices.count)
    for (i, row) in indices.enumerated() {
      for (j, column) in indices.enumerated() {
        result[i, j] = self[row, column]
      }
    }
    return result
  }

  /// The matrix of midpoints.
  var midpoint: Matrix {
    var result = Matrix(rows: order, columns: order)
    for i in 0..<order {
      for j in 0..<order { result[i, j] = self[i, j].midpoint }
    }
    return result
  }

  /// The enclosure of `left · self` for a matrix of doubles.
  func multiplied(byLeft left: Matrix) -> IntervalMatrix {
    var result = IntervalMatrix(order: order)
    for i in 0..<order {
      for k in 0..<order where left[i, k] != 0 {
        let factor = Interval(left[i, k])
        for j in 0..<order { result[i, j] += factor * self[k, j] }
      }
    }
    return result
  }

  /// The sign of the determinant: 1 or −1 if every matrix within has it, 0 if
  /// it cannot be told.
  ///
  /// Gaussian elimination of the matrix preconditioned by the inverse of its
  /// midpoint, whose sign is that of a product of pivots.
  var determinantSign: Int {
    guard order > 0 else { return 1 }
    guard let factors = try? LUFactorization(midpoint),
      case let inverse = factors.inverse,
      inverse.elements.allSatisfy(\.isFinite)
    else { return 0 }
    guard multiplied(byLeft: inverse).isNearIdentity,
      IntervalMatrix(inverse).eliminationSign != 0
    else { return 0 }
    return IntervalMatrix(inverse).eliminationSign
  }

  /// Whether every matrix within is strictly diagonally dominant with a
  /// positive diagonal, so that its determinant is positive.
  private var isNearIdentity: Bool {
    (0..<order).allSatisfy { i in
      var rest = Interval.zero
      for j in 0..<order where j != i {
        rest += Interval(self[i, j].magnitude)
      }
      return self[i, i].lower > rest.upper
    }
  }

  init(_ matrix: Matrix) {
    self.init(order: matrix.rows)
    for i in 0..<order {
      for j in 0..<order { self[i, j] = Interval(matrix[i, j]) }
    }
  }

  /// The sign of the determinant by elimination with pivots, 0 if unknown.
  private var eliminationSign: Int {
    var rows = self
    var sign = 1
    for k in 0..<order {
      guard
        let pivot = (k..<order).max(by: {
          rows[$0, k].mignitude < rows[$1, k].mignitude
        }), rows[pivot, k].mignitude > 0
      else { return 0 }
      if pivot != k {
        sign = -sign
        for j in 0..<order {
          (rows[k, j], rows[pivot, j]) = (rows[pivot, j], rows[k, j])
        }
      }
      if rows[k, k].isNegative { sign = -sign }
      for i in (k + 1)..<max(order, k + 1) {
        let factor = rows[i, k] / rows[k, k]
        for j in (k + 1)..<order { rows[i, j] -= factor * rows[k, j] }
      }
    }
    return sign
  }

  /// Whether every symmetric matrix within is proven positive definite; reads
  /// the lower triangle.
  var isPositiveDefinite: Bool { elements.isPositiveDefinite(order: order) }
}
