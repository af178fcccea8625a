import LinearAlgebra
import Testing

@Suite struct LUFactorizationDeterminantTests {
  @Test func closedForms() throws {
    let swap = try LUFactorization(Matrix(rows: [[0, 1], [1, 0]]))
    #expect(swap.determinant == -1)
    #expect(swap.determinantSign == -1)
    #expect(swap.logAbsoluteDeterminant == 0)
    let empty = try LUFactorization(Matrix(rows: 0, columns: 0))
    #expect(empty.determinant == 1)
    let single = try LUFactorization(Matrix(rows: [[-3]]))
    #expect(single.determinant == -3)
  }

  /// The second-difference matrix has determinant n + 1.
  @Test(arguments: [5, 29, 30, 100])
  func differenceMatrices(order: Int) throws {
    let factorization = try LUFactorization(differenceMatrix(order: order))
    let expected = Double(order + 1)
    #expect(abs(factorization.determinant / expected - 1) < 1e-13)
  }

  @Test func logarithmDoesNotOverflow() throws {
    let a = Matrix(diagonal: Array(repeating: -1e10, count: 51))
    let factorization = try LUFactorization(a)
    #expect(factorization.determinant == -.infinity)
    #expect(factorization.determinantSign == -1)
    let expected = 51 * 23.025850929940457
    #expect(abs(factorization.logAbsoluteDeterminant - expected) < 1e-11)
  }
}
