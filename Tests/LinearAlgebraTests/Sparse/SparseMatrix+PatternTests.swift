import LinearAlgebra
import Testing

@Suite struct SparseMatrixPatternTests {
  @Test func placesOnes() {
    let matrix = SparseMatrix(pattern: [[2, 0], [], [1]])
    #expect(
      matrix.dense == Matrix(rows: [[1, 0, 1], [0, 0, 0], [0, 1, 0]]))
  }
}
