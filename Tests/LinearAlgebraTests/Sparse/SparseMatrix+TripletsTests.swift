import LinearAlgebra
import TestSupport
import Testing

@Suite struct SparseMatrixTripletsTests {
  @Test func anyOrderGivesOneMatrix() throws {
    var random = SplitMix64(seed: 2)
    // The second size has rows too long for insertion.
    for (rows, columns) in [(30, 20), (3, 400)] {
      let expected = random.sparse(rows, columns, density: 0.5)
      var triplets: [(row: Int, column: Int, value: Double)] = []
      for i in 0..<rows {
        for (j, value) in expected[row: i] { triplets.append((i, j, value)) }
      }
      triplets.shuffle(using: &random)
      let matrix = try SparseMatrix(
        rows: rows, columns: columns, triplets: triplets)
      #expect(matrix == expected)
    }
  }

  @Test func duplicatesAreNamedRowByRow() {
    #expect(throws: LinearAlgebraError.duplicateElement(row: 1, column: 0)) {
      try SparseMatrix(
        rows: 3, columns: 2,
        triplets: [(2, 1, 1), (1, 0, 1), (2, 1, 2), (0, 0, 1), (1, 0, 3)])
    }
  }

  /// The sum 1e16 + 1 - 1e16 tells the order: 0 as given, 1 otherwise.
  @Test(arguments: [1, 100])
  func duplicatesAreSummedInTheirOrder(width: Int) throws {
    var triplets = (0..<width).map { (row: 0, column: $0, value: 5.0) }
    triplets.reverse()
    triplets += [(2, 0, 1e16), (2, 0, 1), (2, 0, -1e16), (1, 0, 4)]
    triplets += [(0, 0, 2)]
    let matrix = try SparseMatrix(
      rows: 3, columns: width, triplets: triplets, duplicates: .sum)
    #expect(matrix.nonzeroCount == width + 2)
    #expect(matrix.element(0, 0) == 7)
    #expect(matrix.element(1, 0) == 4)
    #expect(matrix.element(2, 0) == 0)
    #expect(matrix.element(0, width - 1) == (width == 1 ? 7 : 5))
  }

  @Test(arguments: [(2, 0), (0, 3), (-1, 0), (0, -1)])
  func elementsOutsideAreNamed(row: Int, column: Int) {
    let error = LinearAlgebraError.indexOutOfRange(
      row: row, column: column, rows: 2, columns: 3)
    #expect(throws: error) {
      try SparseMatrix(
        rows: 2, columns: 3, triplets: [(1, 2, 1), (row, column, 1)])
    }
  }

  @Test func noTriplets() throws {
    let matrix = try SparseMatrix(rows: 2, columns: 2, triplets: [])
    #expect(matrix == SparseMatrix(rows: 2, columns: 2))
  }
}
