import LinearAlgebra
import TestSupport
import Testing

@Suite struct SparseMatrixTransformationsTests {
  @Test func transposes() {
    var random = SplitMix64(seed: 6)
    let sparse = random.sparse(20, 35)
    #expect(sparse.transposed().dense == sparse.dense.transposed())
    #expect(sparse.transposed().transposed() == sparse)
  }

  @Test func scales() {
    let sparse = SparseMatrix(dense: Matrix(rows: [[1, 2], [3, 4]]))
    let rows = sparse.scaledRows(by: [2, 3]).dense
    #expect(rows == Matrix(rows: [[2, 4], [9, 12]]))
    let columns = sparse.scaledColumns(by: [2, 3]).dense
    #expect(columns == Matrix(rows: [[2, 6], [6, 12]]))
  }

  @Test func dropsTheDiagonal() {
    let sparse = SparseMatrix(dense: Matrix(rows: [[1, 2], [3, 4], [5, 6]]))
    let rest = sparse.removingDiagonal()
    #expect(rest.dense == Matrix(rows: [[0, 2], [3, 0], [5, 6]]))
    #expect(rest.nonzeroCount == 4)
  }

  @Test func multipliesElementwise() {
    var random = SplitMix64(seed: 7)
    let (a, b) = (random.sparse(20, 25), random.sparse(20, 25))
    let product = a.elementwiseProduct(b)
    for i in 0..<20 {
      for j in 0..<25 {
        #expect(product.element(i, j) == a.element(i, j) * b.element(i, j))
      }
    }
    #expect(product.values.allSatisfy { $0 != 0 })
  }

  @Test func rowSums() {
    let sparse = SparseMatrix(dense: Matrix(rows: [[1, 2], [0, 0], [5, 6]]))
    #expect(sparse.rowSums == [3, 0, 11])
  }
}
