import Testing

@testable import Coopetition

@Suite struct EdgeListFileTests {
  @Test(arguments: tables)
  func badTableIsReported(_ scenario: BadScenario) throws {
    try scenario.check()
  }

  static let tables = [
    bad(
      "empty links", "",
      "links.csv: is empty"),
    bad(
      "an unknown header of links", "source,target,weight\nA,B,1\n",
      "links.csv: line 1: is neither the header from,to,weight nor a row of numbers"
    ),
    bad(
      "a misspelt header of links", "form,to,weight\nA,B,1\n",
      "links.csv: line 1: form: unknown column; did you mean from?"),
    bad(
      "a header without a weight", "from,to\nA,B\n",
      "links.csv: line 1: is neither the header from,to,weight nor a row of numbers"
    ),
    bad(
      "a link from an unknown firm", "from,to,weight\nA,B,1\nD,B,1\n",
      "links.csv: line 3: from: there is no firm D"),
    bad(
      "a link to a misspelt firm", "from,to,weight\nAlpha,Betta,1\n",
      "links.csv: line 2: to: there is no firm Betta; did you mean Beta?",
      scenario: "firms: [{name: Alpha}, {name: Beta}]\nrivalry: links.csv\n"),
    bad(
      "a link to firm 0", "from,to,weight\n1,0,1\n",
      "links.csv: line 2: to: there is no firm 0 among 3"),
    bad(
      "a link to firm 4 of 3", "from,to,weight\n1,4,1\n",
      "links.csv: line 2: to: there is no firm 4 among 3"),
    bad(
      "a link from nobody", "from,to,weight\n,B,1\n",
      "links.csv: line 2: from: is empty; a firm is needed"),
    bad(
      "a duplicate link", "from,to,weight\nA,B,1\nB,A,1\n1,2,1\n",
      "links.csv: line 4: the link from A to B is on line 2 too"),
    bad(
      "a link without a weight", "from,to,weight\nA,B,\n",
      "links.csv: line 2: weight: is empty; a number is needed"),
    bad(
      "a link that is cut off", "from,to,weight\nA,B,1\nB,C",
      "links.csv: line 3: has 2 fields where 3 are needed"),
    bad(
      "a negative link", "from,to,weight\nA,B,-1\n",
      "links.csv: line 2: weight: -1 is less than 0"),
    bad(
      "a link of infinite weight", "from,to,weight\nA,B,1e400\n",
      "links.csv: line 2: weight: 1e400 is too large"),
    bad(
      "a link whose weight is a text", "from,to,weight\nA,B,much\n",
      "links.csv: line 2: weight: much is not a number"),
    bad(
      "a self-link that is no number", "from,to,weight\nA,A,x\n",
      "links.csv: line 2: weight: x is not a number"),
    bad(
      "a right of a link above 1", "from,to,weight\nA,B,1.5\n",
      "links.csv: line 2: weight: 1.5 is not in [0, 1]",
      scenario: "firms: [{name: A}, {name: B}, {name: C}]\naccess: links.csv\n"),
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
    "from,to,weight\nB,A,2\nA,B,.5\nB,C,2.5e-1\n",
    "to,weight,from\r\nC,0.25,B\r\nA,2.0,B\r\nB,0.5,A",
    "from,to,weight\n2,1,2\n1,B,0.5\nB,3,0.25\nA,A,7\nC,A,0\n",
    "\"from\",\"to\",\"weight\"\n\"B\",A,\"2\"\nA,B,+0.5\n B , C ,0.25\n\n",
  ])
  func formsOfEdgeListsAgree(_ table: String) throws {
    #expect(try links(table) == expected)
  }

  @Test func namesWinOverPositions() throws {
    let firms = [Firm("2"), Firm("1"), Firm("x3")]
    let found = try links("from,to,weight\n1,3,2\n", firms: firms)
    #expect(found == Links(rows: [[0, 0, 0], [0, 0, 0], [0, 2, 0]]))
  }

  @Test func noLinksIsANetwork() throws {
    #expect(
      try links("from,to,weight\n")
        == Links(rows: [[0, 0, 0], [0, 0, 0], [0, 0, 0]]))
  }
}
