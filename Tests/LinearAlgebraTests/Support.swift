import LinearAlgebra
import TestSupport

extension SplitMix64 {
  /// Numbers between -1 and 1.
  mutating func vector(_ count: Int) -> [Double] {
    (0..<count).map { _ in Double.random(in: -1...1, using: &self) }
  }

  /// A matrix of numbers between -1 and 1.
  mutating func matrix(_ rows: Int, _ columns: Int) -> Matrix {
    var result = Matrix(rows: rows, columns: columns)
    result.elements = vector(rows * columns)
    return result
  }

  /// A sparse matrix in which an element is stored with a probability.
  mutating func sparse(
    _ rows: Int, _ columns: Int, density: Double = 0.3
  ) -> SparseMatrix {
    var matrix = matrix(rows, columns)
    for k in matrix.elements.indices
    where Double.random(in: 0..<1, using: &self) >= density {
      matrix.elements[k] = 0
    }
    return SparseMatrix(dense: matrix)
  }

  /// A block uniform matrix of some groups.
  mutating func blockUniform(_ order: Int, groups: Int) -> BlockUniformMatrix {
    BlockUniformMatrix(
      rowScale: vector(order), block: matrix(groups, groups),
      columnScale: vector(order),
      groups: (0..<order).map { _ in
        UInt8.random(in: 0..<UInt8(groups), using: &self)
      })
  }
}

/// The largest difference of two vectors.
func distance(_ x: [Double], _ y: [Double]) -> Double {
  precondition(x.count == y.count)
  return zip(x, y).map { abs($0 - $1) }.max() ?? 0
}

/// The largest difference of two matrices of one size.
func distance(_ a: Matrix, _ b: Matrix) -> Double {
  precondition(a.rows == b.rows && a.columns == b.columns)
  return distance(a.elements, b.elements)
}

/// The Hilbert matrix 1 / (i + j + 1), counting from 0.
func hilbertMatrix(order: Int) -> Matrix {
  var result = Matrix(rows: order, columns: order)
  for i in 0..<order {
    for j in 0..<order { result[i, j] = 1 / Double(i + j + 1) }
  }
  return result
}

/// The second-difference matrix: 2 on the diagonal, -1 beside it.
func differenceMatrix(order: Int) -> Matrix {
  var result = Matrix(diagonal: Array(repeating: 2, count: order))
  for i in 0..<max(0, order - 1) {
    result[i, i + 1] = -1
    result[i + 1, i] = -1
  }
  return result
}
