import LinearAlgebra
import Testing

@Suite struct TripletListTests {
  @Test func keepsWhatIsAppended() throws {
    var list = TripletList()
    list.reserveCapacity(2)
    list.append(row: 1, column: 0, value: 3)
    list.append(row: 0, column: 1, value: 2)
    #expect(list.count == 2)
    #expect(list.rowIndices == [1, 0])
    #expect(list.columnIndices == [0, 1])
    let matrix = try SparseMatrix(rows: 2, columns: 2, triplets: list)
    #expect(matrix.dense == Matrix(rows: [[0, 2], [3, 0]]))
  }

  @Test func elementOutsideTheMatrixIsNamed() {
    var list = TripletList()
    list.append(row: 4, column: 0, value: 1)
    let error = LinearAlgebraError.indexOutOfRange(
      row: 4, column: 0, rows: 4, columns: 1)
    #expect(throws: error) {
      try SparseMatrix(rows: 4, columns: 1, triplets: list)
    }
  }

  @Test func hugeIndexIsRefused() async {
    await #expect(processExitsWith: .failure) {
      var list = TripletList()
      list.append(row: 0, column: Int(Int32.max), value: 1)
    }
  }
}
