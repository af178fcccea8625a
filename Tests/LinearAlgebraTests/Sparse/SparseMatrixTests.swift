import LinearAlgebra
import TestSupport
import Testing

@Suite struct SparseMatrixTests {
  private let dense = Matrix(rows: [[0, 2, 0], [1, 0, 3]])

  @Test func storesWhatIsNotZero() {
    let sparse = SparseMatrix(dense: dense)
    #expect(sparse.rowStarts == [0, 1, 3])
    #expect(sparse.columnIndices == [1, 0, 2])
    #expect(sparse.values == [2, 1, 3])
    #expect(sparse.nonzeroCount == 3)
    #expect(sparse.dense == dense)
  }

  @Test func elementsAreFound() {
    var random = SplitMix64(seed: 1)
    let sparse = random.sparse(20, 30)
    let dense = sparse.dense
    for i in 0..<20 {
      for j in 0..<30 { #expect(sparse.element(i, j) == dense[i, j]) }
    }
  }

  @Test func emptyMatrices() {
    #expect(SparseMatrix(rows: 0, columns: 0).dense.elements.isEmpty)
    #expect(SparseMatrix(rows: 2, columns: 3).element(1, 2) == 0)
    #expect(SparseMatrix(rows: 2, columns: 0) * [Double]() == [0, 0])
  }

  @Test func elementOutsideIsRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = SparseMatrix(rows: 2, columns: 3).element(0, 3)
    }
    await #expect(processExitsWith: .failure) {
      _ = SparseMatrix(rows: 2, columns: 3).element(2, 0)
    }
  }
}
