import LinearAlgebra
import TestSupport
import Testing

@Suite struct SparseMatrixSubmatrixTests {
  @Test func keepsRowsAndColumns() {
    var random = SplitMix64(seed: 12)
    let matrix = random.sparse(20, 20)
    let kept = [0, 3, 4, 11, 19]
    let part = matrix.principalSubmatrix(kept)
    for (i, row) in kept.enumerated() {
      for (j, column) in kept.enumerated() {
        #expect(part.element(i, j) == matrix.element(row, column))
      }
    }
    #expect(matrix.principalSubmatrix(Array(0..<20)) == matrix)
    #expect(matrix.principalSubmatrix([]).rows == 0)
  }
}
