import LinearAlgebra
import Testing

@Suite struct LinearAlgebraErrorTests {
  static let sentences: [(LinearAlgebraError, String)] = [
    (.singular(pivot: 3), "the matrix is singular: pivot 3 is zero"),
    (
      .notPositiveDefinite(minor: 2),
      "the matrix is not positive definite: its leading minor of order 2 "
        + "is not positive"
    ),
    (
      .notFinite(row: 1, column: 2),
      "the element in row 1, column 2 is not finite"
    ),
    (
      .noConvergence(routine: "dgeev", unconverged: 4),
      "dgeev did not converge: 4 values are missing"
    ),
    (
      .illegalArgument(routine: "dgetrf", position: 4),
      "dgetrf refused its argument number 4"
    ),
    (
      .duplicateElement(row: 5, column: 6),
      "the element in row 5, column 6 is given twice"
    ),
    (
      .indexOutOfRange(row: 7, column: 8, rows: 7, columns: 9),
      "the element in row 7, column 8 lies outside a matrix of 7 rows "
        + "and 9 columns"
    ),
  ]

  @Test(arguments: sentences)
  func plainSentences(error: LinearAlgebraError, sentence: String) {
    #expect(String(describing: error) == sentence)
  }
}
