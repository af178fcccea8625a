import LinearAlgebra
import TestSupport
import Testing

@Suite struct StructuredMatrixTests {
  static var examples: [StructuredMatrix] {
    var random = SplitMix64(seed: 9)
    return [
      .sparse(random.sparse(12, 12)),
      .blockUniform(random.blockUniform(12, groups: 3)),
      .scaled(
        ScaledSparseMatrix(
          random.sparse(12, 12, density: 0.5),
          factors: random.blockUniform(12, groups: 3))),
      .scaled(
        ScaledSparseMatrix(
          random.sparse(12, 12, density: 0.5),
          factors: random.blockUniform(12, groups: 1))),
    ]
  }

  @Test(arguments: examples)
  func agreesWithDense(matrix: StructuredMatrix) {
    let dense = matrix.dense
    #expect(matrix.rows == 12 && matrix.columns == 12)
    #expect(abs(matrix.element(3, 4) - dense[3, 4]) < 1e-15)
    #expect(distance(matrix.transposed().dense, dense.transposed()) < 1e-15)
    let factors = (0..<12).map { Double($0) }
    let diagonal = Matrix(diagonal: factors)
    #expect(
      distance(matrix.scaledRows(by: factors).dense, diagonal * dense) < 1e-14)
    #expect(
      distance(matrix.scaledColumns(by: factors).dense, dense * diagonal)
        < 1e-14)
  }
}
