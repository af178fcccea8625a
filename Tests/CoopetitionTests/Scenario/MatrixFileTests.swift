import Testing

@testable import Coopetition

@Suite struct MatrixFileTests {
  @Test(arguments: tables)
  func badTableIsReported(_ scenario: BadScenario) throws {
    try scenario.check()
  }

  static let tables = [
    bad(
      "a matrix file with too few rows", "0,1,1\n1,0,1\n",
      "links.csv: has 2 rows where 3 are needed"),
    bad(
      "a matrix file with too many rows", "0,1,1\n1,0,1\n1,1,0\n1,1,1\n",
      "links.csv: line 4: is beyond the 3 rows needed"),
    bad(
      "a matrix file with a short row", "0,1,1\n1,0\n1,1,0\n",
      "links.csv: line 2: has 2 numbers where 3 are needed"),
    bad(
      "a matrix file that is cut off in its last row", "0,1,1\n1,0,1\n1,1",
      "links.csv: line 3: has 2 numbers where 3 are needed"),
    bad(
      "a matrix file that is cut off at a comma", "0,1,1\n1,0,1\n1,1,",
      "links.csv: line 3: column 3: is empty; a number is needed"),
    bad(
      "a matrix file with a text", "0,1,1\n1,0,1\n1,x,0\n",
      "links.csv: line 3: column 2: x is not a number"),
    bad(
      "a matrix file with a negative weight", "0,1,1\n1,0,-1\n1,1,0\n",
      "links.csv: line 2: column 3: -1 is less than 0"),
    bad(
      "a matrix file with an empty line", "0,1,1\n\n1,0,1\n1,1,0\n",
      "links.csv: line 2: is empty"),
  ]

  private static func bad(
    _ what: String, _ table: String, _ message: String,
    scenario: String =
      "firms: [{name: A}, {name: B}, {name: C}]\nrivalry: links.csv"
  ) -> BadScenario {
    BadScenario(what, scenario, table: "links.csv", table, message)
  }

  private func links(_ table: String, firms: [Firm] = abc) throws -> Links {
    let folder = try ScenarioFolder(["links.csv": table])
    return try LinkTable(
      path: folder.path("links.csv"), name: "links.csv",
      index: try FirmIndex(firms), range: .nonNegative
    ).links()
  }

  private static let abc = [Firm("A"), Firm("B"), Firm("C")]
  private let expected = Links(rows: [[0, 2, 0], [0.5, 0, 0], [0, 0.25, 0]])

  @Test(arguments: [
    "0,2,0\n0.5,0,0\n0,0.25,0\n",
    "-1 , 2,0\r\n .5,9,0\r\n\"0\",2.5e-1,0",
  ])
  func formsOfMatricesAgree(_ table: String) throws {
    #expect(try links(table) == expected)
  }

  @Test func oneFirmHasNoLinks() throws {
    #expect(try links("3\n", firms: [Firm("A")]) == Links(rows: [[0]]))
  }
}
