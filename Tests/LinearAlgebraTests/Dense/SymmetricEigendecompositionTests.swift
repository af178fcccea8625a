import LinearAlgebra
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct SymmetricEigendecompositionTests {
  /// Asserts A V = V Λ and VᵀV = I, and that the values rise.
  private func check(_ a: Matrix, sourceLocation: SourceLocation) throws {
    let found = try SymmetricEigendecomposition(a)
    let (values, vectors) = (found.eigenvalues, found.eigenvectors)
    let size = max(1, a.infinityNorm) * Double(max(1, a.rows))
    #expect(
      distance(a * vectors, vectors * Matrix(diagonal: values)) < 1e-15 * size,
      sourceLocation: sourceLocation)
    #expect(
      distance(vectors.transposed() * vectors, .identity(order: a.rows))
        < 1e-14, sourceLocation: sourceLocation)
    #expect(values == values.sorted(), sourceLocation: sourceLocation)
    let alone = try SymmetricEigendecomposition.eigenvalues(of: a)
    #expect(
      distance(alone, values) < 1e-15 * size, sourceLocation: sourceLocation)
  }

  @Test(arguments: [0, 1, 2, 3, 10, 40])
  func randomMatrices(order: Int) throws {
    var random = SplitMix64(seed: UInt64(order))
    for _ in 0..<10 {
      var a = random.matrix(order, order)
      for j in 0..<order {
        for i in 0..<j { a[i, j] = a[j, i] }
      }
      try check(a, sourceLocation: #_sourceLocation)
    }
  }

  /// The eigenvalues of the second-difference matrix are 2 − 2 cos(kπ/(n+1)).
  @Test(arguments: [1, 2, 3, 12, 50])
  func differenceMatrices(order: Int) throws {
    let values = try SymmetricEigendecomposition.eigenvalues(
      of: differenceMatrix(order: order))
    let expected = (1...order).map {
      2 - 2 * cos(Double($0) * .pi / Double(order + 1))
    }
    #expect(distance(values, expected) < 1e-14)
  }

  /// Order 2, where our own rotation does the work.
  @Test(arguments: [
    [[1.0, 0], [0, -1]], [[2, 0], [0, 3]], [[0, 1], [1, 0]],
    [[1, 1], [1, 1]], [[1, 1e-300], [1e-300, 1]], [[1e-300, 1], [1, 1e300]],
    [[0, 0], [0, 0]], [[3, 4], [4, -3]],
  ])
  func orderTwo(rows: [[Double]]) throws {
    try check(Matrix(rows: rows), sourceLocation: #_sourceLocation)
  }

  @Test func closedFormOfOrderTwo() throws {
    let found = try SymmetricEigendecomposition(
      Matrix(rows: [[3, 4], [4, -3]]))
    #expect(distance(found.eigenvalues, [-5, 5]) < 1e-15)
  }

  @Test func onlyTheLowerTriangleIsRead() throws {
    for order in [2, 5] {
      var a = differenceMatrix(order: order)
      let expected = try SymmetricEigendecomposition.eigenvalues(of: a)
      a[0, 1] = 77
      let values = try SymmetricEigendecomposition.eigenvalues(of: a)
      #expect(values == expected)
    }
  }

  @Test func whatIsNotFiniteIsNamed() {
    var a = Matrix.identity(order: 3)
    a[2, 0] = .infinity
    #expect(throws: LinearAlgebraError.notFinite(row: 2, column: 0)) {
      try SymmetricEigendecomposition(a)
    }
  }
}
