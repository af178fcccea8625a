import Testing

@testable import Coopetition

@Suite struct MatrixMarketFileTests {
  private static let file = LinkFile("links.mtx")

  @Test(arguments: tables)
  func badTableIsReported(_ scenario: BadScenario) throws {
    try scenario.check()
  }

  static let tables = [
    file.bad(
      "a banner that is missing", "3 3 1\n1 2 1\n",
      "links.mtx: line 1: does not start with %%MatrixMarket"),
    file.bad(
      "an empty Matrix Market file", "",
      "links.mtx: is empty"),
    file.bad(
      "a dense Matrix Market file",
      "%%MatrixMarket matrix array real general\n3 3\n",
      "links.mtx: line 1: matrix array real general is not matrix coordinate real|integer|pattern general|symmetric"
    ),
    file.bad(
      "a complex Matrix Market file",
      "%%MatrixMarket matrix coordinate complex general\n",
      "links.mtx: line 1: matrix coordinate complex general is not matrix coordinate real|integer|pattern general|symmetric"
    ),
    file.bad(
      "a skew-symmetric Matrix Market file",
      "%%MatrixMarket matrix coordinate real skew-symmetric\n",
      "links.mtx: line 1: matrix coordinate real skew-symmetric is not matrix coordinate real|integer|pattern general|symmetric"
    ),
    file.bad(
      "sizes that are missing",
      "%%MatrixMarket matrix coordinate real general\n% nothing\n",
      "links.mtx: line 2: the sizes are missing: rows, columns, entries"),
    file.bad(
      "sizes that are no numbers",
      "%%MatrixMarket matrix coordinate real general\n3 x 1\n",
      "links.mtx: line 2: the sizes are missing: rows, columns, entries"),
    file.bad(
      "sizes of another matrix",
      "%%MatrixMarket matrix coordinate real general\n3 4 1\n1 2 1\n",
      "links.mtx: line 2: is 3 × 4 where 3 × 3 is needed"),
    file.bad(
      "fewer entries than promised",
      "%%MatrixMarket matrix coordinate real general\n3 3 4\n1 2 1\n1 3 1\n",
      "links.mtx: line 4: the file ends after 2 of the 4 entries that the header promises"
    ),
    file.bad(
      "more entries than promised",
      "%%MatrixMarket matrix coordinate real general\n3 3 1\n1 2 1\n1 3 1\n",
      "links.mtx: line 4: is beyond the entries that the header promises, 1"),
    file.bad(
      "a promise beyond all memory",
      "%%MatrixMarket matrix coordinate real general\n3 3 999999999999999999\n1 2 1\n",
      "links.mtx: line 3: the file ends after 1 of the 999999999999999999 entries that the header promises"
    ),
    file.bad(
      "a promise beyond all integers",
      "%%MatrixMarket matrix coordinate real general\n3 3 99999999999999999999\n1 2 1\n",
      "links.mtx: line 2: the sizes are missing: rows, columns, entries"),
    file.bad(
      "a row out of range",
      "%%MatrixMarket matrix coordinate real general\n3 3 1\n4 2 1\n",
      "links.mtx: line 3: row 4 is not in 1...3"),
    file.bad(
      "a column 0",
      "%%MatrixMarket matrix coordinate real general\n3 3 1\n1 0 1\n",
      "links.mtx: line 3: column 0 is not in 1...3"),
    file.bad(
      "an entry that is cut off",
      "%%MatrixMarket matrix coordinate real general\n3 3 2\n1 2 1\n1 3",
      "links.mtx: line 4: is not an entry of 3 numbers"),
    file.bad(
      "an entry that is too long",
      "%%MatrixMarket matrix coordinate real general\n3 3 1\n1 2 1 1\n",
      "links.mtx: line 3: is not an entry of 3 numbers"),
    file.bad(
      "an entry that is no number",
      "%%MatrixMarket matrix coordinate real general\n3 3 1\n1 2 x\n",
      "links.mtx: line 3: x is not a number"),
    file.bad(
      "a negative entry",
      "%%MatrixMarket matrix coordinate real general\n3 3 1\n1 2 -1\n",
      "links.mtx: line 3: -1 is less than 0"),
    file.bad(
      "an entry that is there twice",
      "%%MatrixMarket matrix coordinate real general\n3 3 3\n1 2 1\n1 3 1\n1 2 2\n",
      "links.mtx: line 5: the link from B to A is on line 3 too"),
    file.bad(
      "both halves of a symmetric matrix",
      "%%MatrixMarket matrix coordinate real symmetric\n3 3 2\n1 2 1\n2 1 1\n",
      "links.mtx: line 4: the link from B to A is on line 3 too"),
  ]

  @Test(arguments: [
    "%%MatrixMarket matrix coordinate real general\n3 3 3\n"
      + "1 2 2\n2 1 .5\n3 2 0.25\n",
    "%%matrixmarket MATRIX Coordinate Real General\r\n% made by hand\r\n"
      + "\r\n 3\t3 4\r\n3 2 2.5e-1\r\n%\r\n2 1 0.5\r\n1 2 2\r\n1 1 8",
  ])
  func formsOfMatrixMarketAgree(_ table: String) throws {
    #expect(try Self.file.links(table) == LinkFile.example)
  }

  @Test func symmetricGivesBothHalves() throws {
    let found = try Self.file.links(
      "%%MatrixMarket matrix coordinate integer symmetric\n3 3 3\n"
        + "2 1 4\n3 2 5\n3 3 6\n")
    #expect(found == Links(rows: [[0, 4, 0], [4, 0, 5], [0, 5, 0]]))
  }

  @Test func patternWeighsOne() throws {
    let found = try Self.file.links(
      "%%MatrixMarket matrix coordinate pattern general\n3 3 2\n1 2\n3 1\n")
    #expect(found == Links(rows: [[0, 1, 0], [0, 0, 0], [1, 0, 0]]))
  }
}
