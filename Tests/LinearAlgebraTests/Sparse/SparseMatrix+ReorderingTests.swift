import LinearAlgebra
import TestSupport
import Testing

@Suite struct SparseMatrixReorderingTests {
  /// The last size has more rows than groups of rows.
  @Test(arguments: [(1, 1, 1.0), (30, 20, 0.5), (3, 400, 0.5), (1500, 7, 0.4)])
  func givesTheMatrixOfTheTriplets(
    rows: Int, columns: Int, density: Double
  ) throws {
    var random = SplitMix64(seed: 3)
    let expected = random.sparse(rows, columns, density: density)
    var elements: [(row: Int, column: Int, value: Double)] = []
    for i in 0..<rows {
      for (j, value) in expected[row: i] { elements.append((i, j, value)) }
    }
    elements.shuffle(using: &random)
    var list = TripletList()
    for (row, column, value) in elements {
      list.append(row: row, column: column, value: value)
    }
    let matrix = try SparseMatrix(
      rows: rows, columns: columns, reordering: &list)
    #expect(matrix == expected)
    #expect(list.count == 0)
  }

  @Test func duplicateIsNamed() {
    var list = TripletList()
    list.append(row: 2, column: 1, value: 1)
    list.append(row: 1, column: 0, value: 1)
    list.append(row: 2, column: 1, value: 2)
    #expect(throws: LinearAlgebraError.duplicateElement(row: 2, column: 1)) {
      try SparseMatrix(rows: 3, columns: 2, reordering: &list)
    }
  }

  @Test func elementOutsideIsNamed() {
    var list = TripletList()
    list.append(row: 0, column: 2, value: 1)
    let error = LinearAlgebraError.indexOutOfRange(
      row: 0, column: 2, rows: 1, columns: 2)
    #expect(throws: error) {
      try SparseMatrix(rows: 1, columns: 2, reordering: &list)
    }
  }
}
