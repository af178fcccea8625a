import LinearAlgebra
import TestSupport
import Testing

@Suite struct SparseMatrixSumTests {
  @Test func addsElementByElement() {
    var random = SplitMix64(seed: 11)
    let (a, b) = (random.sparse(20, 25), random.sparse(20, 25))
    let sum = a + b
    for i in 0..<20 {
      for j in 0..<25 {
        #expect(sum.element(i, j) == a.element(i, j) + b.element(i, j))
      }
    }
    #expect(sum == b + a)
    #expect(sum.nonzeroCount < a.nonzeroCount + b.nonzeroCount)
  }

  @Test func addsNothing() {
    let empty = SparseMatrix(rows: 2, columns: 3)
    let one = SparseMatrix(dense: Matrix(rows: [[0, 1, 0], [0, 0, 2]]))
    #expect(empty + one == one)
    #expect(empty + empty == empty)
  }
}
