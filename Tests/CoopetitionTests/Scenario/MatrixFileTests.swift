import Testing

@testable import Coopetition

@Suite struct MatrixFileTests {
  private static let file = LinkFile("links.csv")

  @Test(arguments: tables)
  func badTableIsReported(_ scenario: BadScenario) throws {
    try scenario.check()
  }

  static let tables = [
    file.bad(
      "a matrix file with too few rows", "0,1,1\n1,0,1\n",
      "links.csv: has 2 rows where 3 are needed"),
    file.bad(
      "a matrix file with too many rows", "0,1,1\n1,0,1\n1,1,0\n1,1,1\n",
      "links.csv: line 4: is beyond the 3 rows needed"),
    file.bad(
      "a matrix file with a short row", "0,1,1\n1,0\n1,1,0\n",
      "links.csv: line 2: has 2 numbers where 3 are needed"),
    file.bad(
      "a matrix file that is cut off in its last row", "0,1,1\n1,0,1\n1,1",
      "links.csv: line 3: has 2 numbers where 3 are needed"),
    file.bad(
      "a matrix file that is cut off at a comma", "0,1,1\n1,0,1\n1,1,",
      "links.csv: line 3: column 3: is empty; a number is needed"),
    file.bad(
      "a matrix file with a text", "0,1,1\n1,0,1\n1,x,0\n",
      "links.csv: line 3: column 2: x is not a number"),
    file.bad(
      "a matrix file with a negative weight", "0,1,1\n1,0,-1\n1,1,0\n",
      "links.csv: line 2: column 3: -1 is less than 0"),
    file.bad(
      "a matrix file with semicolons", "0;1;1\n1;0;1\n1;1;0\n",
      "links.csv: line 1: column 1: fields are separated by commas only; "
        + "save the table as comma-separated values"),
    file.bad(
      "a matrix file with semicolons and decimal commas", "0;0,5;1\n1;0;1\n",
      "links.csv: line 1: column 1: fields are separated by commas only; "
        + "save the table as comma-separated values"),
    file.bad(
      "a matrix file that begins with a percent sign", "0%,1,1\n1,0,1\n1,1,0\n",
      "links.csv: line 1: column 1: 0% is not a number; write 0"),
    file.bad(
      "a matrix file in full-width digits", "０,１,１\n1,0,1\n1,1,0\n",
      "links.csv: line 1: column 1: ０ is not a number; write 0"),
    file.bad(
      "a matrix file with an empty line", "0,1,1\n\n1,0,1\n1,1,0\n",
      "links.csv: line 2: is empty"),
  ]

  @Test(arguments: [
    "0,2,0\n0.5,0,0\n0,0.25,0\n",
    "0,2,0\n0.5,0,0\n,,\n0,0.25,0\n,,\n",
    "-1 , 2,0\r\n .5,9,0\r\n\"0\",2.5e-1,0",
  ])
  func formsOfMatricesAgree(_ table: String) throws {
    #expect(try Self.file.links(table) == LinkFile.example)
  }

  @Test(arguments: [
    ",A,B,C\nA,0,2,0\nB,0.5,0,0\nC,0,0.25,0\n",
    "to,C,A,B\nB,0,0.5,0\nC,9,0,0.25\n,,,\nA,0,0,2\n",
  ])
  func matricesMayNameTheirFirms(_ table: String) throws {
    #expect(try Self.file.links(table) == LinkFile.example)
  }

  @Test func oneFirmHasNoLinks() throws {
    #expect(
      try Self.file.links("3\n", firms: [Firm("A")]) == Links(rows: [[0]]))
  }
}
