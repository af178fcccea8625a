import LinearAlgebra
import Testing

@Suite struct MatrixTests {
  private let example = Matrix(rows: [[1, 2, 3], [4, 5, 6]])

  @Test func elementsLieColumnByColumn() {
    #expect(example.rows == 2 && example.columns == 3)
    #expect(example.elements == [1, 4, 2, 5, 3, 6])
    #expect(example[1, 2] == 6)
  }

  @Test func identityAndDiagonal() {
    #expect(Matrix.identity(order: 2) == Matrix(rows: [[1, 0], [0, 1]]))
    #expect(Matrix(diagonal: [3, 4]) == Matrix(rows: [[3, 0], [0, 4]]))
    #expect(Matrix.identity(order: 0).elements.isEmpty)
  }

  @Test func transposes() {
    let transposed = example.transposed()
    #expect(transposed == Matrix(rows: [[1, 4], [2, 5], [3, 6]]))
    #expect(transposed.transposed() == example)
  }

  @Test func submatrices() {
    let part = example.submatrix(rows: [1, 0], columns: [2, 0])
    #expect(part == Matrix(rows: [[6, 4], [3, 1]]))
    let square = Matrix(rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    #expect(square.submatrix([0, 2]) == Matrix(rows: [[1, 3], [7, 9]]))
    #expect(square.submatrix([]) == Matrix(rows: 0, columns: 0))
  }

  @Test func indexOutsideASubmatrixIsRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = Matrix.identity(order: 2).submatrix([2])
    }
  }
}
