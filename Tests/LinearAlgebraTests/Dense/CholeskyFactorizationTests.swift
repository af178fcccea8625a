import LinearAlgebra
import TestSupport
import Testing

@Suite struct CholeskyFactorizationTests {
  /// Orders on both sides of the switch to LAPACK.
  @Test(arguments: [1, 2, 5, 29, 30, 31, 70])
  func factorsAndSolves(order: Int) throws {
    var random = SplitMix64(seed: UInt64(order))
    let root = random.matrix(order, order)
    var a = root * root.transposed()
    for i in 0..<order { a[i, i] += 1 }
    let factorization = try CholeskyFactorization(a)
    let factor = factorization.factor
    #expect(distance(factor * factor.transposed(), a) < 1e-13)
    for i in 0..<order {
      for j in (i + 1)..<order { #expect(factor[i, j] == 0) }
    }
    let b = random.matrix(order, 2)
    #expect(distance(a * factorization.solve(b), b) < 1e-11)
    var right = random.vector(order)
    let solution = factorization.solve(right)
    #expect(distance(a * solution, right) < 1e-11)
    factorization.solveInPlace(&right)
    #expect(right == solution)
  }

  @Test func onlyTheLowerTriangleIsRead() throws {
    for order in [2, 40] {
      var a = differenceMatrix(order: order)
      let expected = try CholeskyFactorization(a).factor
      a[0, 1] = 77
      #expect(try CholeskyFactorization(a).factor == expected)
    }
  }

  @Test(arguments: [5, 100])
  func determinantOfADifferenceMatrix(order: Int) throws {
    let factorization = try CholeskyFactorization(
      differenceMatrix(order: order))
    let expected = Double(order + 1)
    #expect(abs(factorization.determinant / expected - 1) < 1e-13)
  }

  @Test func logarithmOfTheDeterminant() throws {
    let a = Matrix(diagonal: Array(repeating: 1e10, count: 50))
    let logarithm = try CholeskyFactorization(a).logDeterminant
    #expect(abs(logarithm - 50 * 23.025850929940457) < 1e-11)
  }

  @Test func inverse() throws {
    let inverse = try CholeskyFactorization(hilbertMatrix(order: 3)).inverse
    let expected = Matrix(
      rows: [[9, -36, 30], [-36, 192, -180], [30, -180, 180]])
    #expect(distance(inverse, expected) < 1e-11)
  }

  @Test func theFirstMinorThatFailsIsNamed() {
    for order in [4, 40] {
      for value in [-1.0, 0] {
        var a = Matrix.identity(order: order)
        a[2, 2] = value
        #expect(throws: LinearAlgebraError.notPositiveDefinite(minor: 3)) {
          try CholeskyFactorization(a)
        }
      }
    }
    #expect(throws: LinearAlgebraError.notPositiveDefinite(minor: 2)) {
      try CholeskyFactorization(Matrix(rows: [[1, 2], [2, 1]]))
    }
  }

  @Test func whatIsNotFiniteIsNamed() {
    var a = Matrix.identity(order: 3)
    a[2, 0] = .nan
    #expect(throws: LinearAlgebraError.notFinite(row: 2, column: 0)) {
      try CholeskyFactorization(a)
    }
  }

  @Test func emptyMatrix() throws {
    let factorization = try CholeskyFactorization(Matrix(rows: 0, columns: 0))
    #expect(factorization.solve([Double]()) == [])
    #expect(factorization.determinant == 1)
    #expect(factorization.logDeterminant == 0)
  }
}
