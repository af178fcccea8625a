import LinearAlgebra
import Testing

@Suite struct SparseRowTests {
  @Test func rowsAreCollections() {
    let matrix = SparseMatrix(
      dense: Matrix(rows: [[0, 2, 0], [0, 0, 0], [1, 0, 3]]))
    #expect(matrix[row: 0].map(\.column) == [1])
    #expect(matrix[row: 1].isEmpty)
    #expect(matrix[row: 2].map(\.column) == [0, 2])
    #expect(matrix[row: 2].map(\.value) == [1, 3])
    #expect(matrix[row: 2].count == 2)
    #expect(matrix[row: 2].last?.value == 3)
  }
}
