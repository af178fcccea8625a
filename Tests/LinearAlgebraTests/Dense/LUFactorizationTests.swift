import LinearAlgebra
import TestSupport
import Testing

@Suite struct LUFactorizationTests {
  /// Orders on both sides of the switch to LAPACK.
  @Test(arguments: [1, 2, 3, 10, 29, 30, 31, 80])
  func solves(order: Int) throws {
    var random = SplitMix64(seed: UInt64(order))
    let a = random.matrix(order, order)
    let b = random.matrix(order, 3)
    let factorization = try LUFactorization(a)
    let x = factorization.solve(b)
    let scale = a.infinityNorm * x.infinityNorm * Double(order)
    #expect(distance(a * x, b) < 1e-15 * scale)
    let right = random.vector(order)
    let y = factorization.solveTransposed(right)
    #expect(
      distance(a.transposed() * y, right)
        < 1e-15 * a.transposed().infinityNorm * Vector.maximumNorm(y)
        * Double(order))
    var first = Array(b.elements[..<order])
    let solution = factorization.solve(first)
    #expect(distance(solution, Array(x.elements[..<order])) < 1e-9)
    factorization.solveInPlace(&first)
    #expect(first == solution)
  }

  /// The inverse of the Hilbert matrix is known in whole numbers: Choi,
  /// American Mathematical Monthly 90 (1983) 301-312.
  @Test func invertsTheHilbertMatrix() throws {
    let inverse = try LUFactorization(hilbertMatrix(order: 4)).inverse
    let expected = Matrix(
      rows: [
        [16, -120, 240, -140], [-120, 1200, -2700, 1680],
        [240, -2700, 6480, -4200], [-140, 1680, -4200, 2800],
      ])
    #expect(distance(inverse, expected) < 1e-9)
    let determinant = try LUFactorization(hilbertMatrix(order: 4)).determinant
    #expect(abs(determinant * 6_048_000 - 1) < 1e-12)
  }

  @Test func emptyMatrix() throws {
    let factorization = try LUFactorization(Matrix(rows: 0, columns: 0))
    #expect(factorization.solve([]) == [])
    #expect(factorization.solveTransposed([]) == [])
    #expect(factorization.inverse == Matrix(rows: 0, columns: 0))
  }

  @Test func singularPivotIsNamed() {
    for order in [3, 40] {
      var a = Matrix.identity(order: order)
      a[2, 2] = 0
      #expect(throws: LinearAlgebraError.singular(pivot: 2)) {
        try LUFactorization(a)
      }
    }
    #expect(throws: LinearAlgebraError.singular(pivot: 1)) {
      try LUFactorization(Matrix(rows: [[1, 2], [2, 4]]))
    }
  }

  @Test(arguments: [Double.nan, .infinity])
  func whatIsNotFiniteIsNamed(value: Double) {
    for order in [3, 40] {
      var a = Matrix.identity(order: order)
      a[1, 2] = value
      #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 2)) {
        try LUFactorization(a)
      }
    }
  }

  @Test func notSquareIsRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = try? LUFactorization(Matrix(rows: 2, columns: 3))
    }
  }
}
