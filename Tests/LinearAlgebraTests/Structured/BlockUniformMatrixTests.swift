import LinearAlgebra
import Testing

@Suite struct BlockUniformMatrixTests {
  @Test func elementsFollowTheGroups() {
    let matrix = BlockUniformMatrix(
      rowScale: [1, 2, 3], block: Matrix(rows: [[1, 10], [100, 1000]]),
      columnScale: [5, 7, 11], groups: [0, 1, 1])
    let expected = Matrix(
      rows: [[0, 70, 110], [1000, 0, 22000], [1500, 21000, 0]])
    #expect(matrix.dense == expected)
    #expect(matrix.transposed().dense == expected.transposed())
  }

  @Test func uniformLinks() {
    let matrix = BlockUniformMatrix(uniform: 0.5, order: 2)
    #expect(matrix.dense == Matrix(rows: [[0, 0.5], [0.5, 0]]))
  }

  @Test func scales() {
    let matrix = BlockUniformMatrix(uniform: 1, order: 2)
    let rows = matrix.scaledRows(by: [2, 3]).dense
    #expect(rows == Matrix(rows: [[0, 2], [3, 0]]))
    let columns = matrix.scaledColumns(by: [2, 3]).dense
    #expect(columns == Matrix(rows: [[0, 3], [2, 0]]))
  }

  @Test func groupWithoutBlockIsRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = BlockUniformMatrix(
        rowScale: [1], block: .identity(order: 2), columnScale: [1],
        groups: [2])
    }
  }
}
