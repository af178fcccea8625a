import Testing

@testable import Coopetition

@Suite struct EdgeListFileTests {
  private static let file = LinkFile("links.csv")

  @Test(arguments: tables)
  func badTableIsReported(_ scenario: BadScenario) throws {
    try scenario.check()
  }

  static let tables = [
    file.bad(
      "empty links", "",
      "links.csv: is empty"),
    file.bad(
      "an unknown header of links", "source,target,weight\nA,B,1\n",
      "links.csv: line 1: is neither the header from,to,weight nor a row of numbers"
    ),
    file.bad(
      "a misspelt header of links", "form,to,weight\nA,B,1\n",
      "links.csv: line 1: form: unknown column; did you mean from?"),
    file.bad(
      "a header without a weight", "from,to\nA,B\n",
      "links.csv: line 1: is neither the header from,to,weight nor a row of numbers"
    ),
    file.bad(
      "a link from an unknown firm", "from,to,weight\nA,B,1\nD,B,1\n",
      "links.csv: line 3: from: there is no firm D"),
    file.bad(
      "a link to a misspelt firm", "from,to,weight\nAlpha,Betta,1\n",
      "links.csv: line 2: to: there is no firm Betta; did you mean Beta?",
      scenario: "firms: [{name: Alpha}, {name: Beta}]\nrivalry: links.csv\n"),
    file.bad(
      "a link to firm 0", "from,to,weight\n1,0,1\n",
      "links.csv: line 2: to: there is no firm 0 among 3"),
    file.bad(
      "a link to firm 4 of 3", "from,to,weight\n1,4,1\n",
      "links.csv: line 2: to: there is no firm 4 among 3"),
    file.bad(
      "a link from nobody", "from,to,weight\n,B,1\n",
      "links.csv: line 2: from: is empty; a firm is needed"),
    file.bad(
      "a duplicate link", "from,to,weight\nA,B,1\nB,A,1\n1,2,1\n",
      "links.csv: line 4: the link from A to B is on line 2 too"),
    file.bad(
      "a link without a weight", "from,to,weight\nA,B,\n",
      "links.csv: line 2: weight: is empty; a number is needed"),
    file.bad(
      "a link that is cut off", "from,to,weight\nA,B,1\nB,C",
      "links.csv: line 3: has 2 fields where 3 are needed"),
    file.bad(
      "a negative link", "from,to,weight\nA,B,-1\n",
      "links.csv: line 2: weight: -1 is less than 0"),
    file.bad(
      "a link of infinite weight", "from,to,weight\nA,B,1e400\n",
      "links.csv: line 2: weight: 1e400 is too large"),
    file.bad(
      "a link whose weight is a text", "from,to,weight\nA,B,much\n",
      "links.csv: line 2: weight: much is not a number"),
    file.bad(
      "a self-link that is no number", "from,to,weight\nA,A,x\n",
      "links.csv: line 2: weight: x is not a number"),
    file.bad(
      "links with semicolons", "from;to;weight\nA;B;1\n",
      "links.csv: line 1: column 1: fields are separated by commas only; "
        + "save the table as comma-separated values"),
    file.bad(
      "a weight with a percent sign", "from,to,weight\nA,B,60%\n",
      "links.csv: line 2: weight: 60% is not a number; write 0.6"),
    file.bad(
      "a weight with a decimal comma", "from,to,weight\nA,B,\"0,6\"\n",
      "links.csv: line 2: weight: 0,6 is not a number; write 0.6"),
    file.bad(
      "a weight in full-width digits", "from,to,weight\nA,B,０.６\n",
      "links.csv: line 2: weight: ０.６ is not a number; write 0.6"),
    file.bad(
      "a column of links without a name", "from,to,weight,\nA,B,1,x\n",
      "links.csv: line 1: column 4: has no name"),
    file.bad(
      "a column of links that is there twice", "from,to,to,weight\nA,B,B,1\n",
      "links.csv: line 1: to: duplicate column"),
    file.bad(
      "a right of a link above 1", "from,to,weight\nA,B,1.5\n",
      "links.csv: line 2: weight: 1.5 is not in [0, 1]",
      scenario: "firms: [{name: A}, {name: B}, {name: C}]\naccess: links.csv\n"),
  ]

  @Test(arguments: [
    "from,to,weight\nB,A,2\nA,B,.5\nB,C,2.5e-1\n",
    "to,weight,from\r\nC,0.25,B\r\nA,2.0,B\r\nB,0.5,A",
    "from,to,weight\n2,1,2\n1,B,0.5\nB,3,0.25\nA,A,7\nC,A,0\n",
    "from,since,to,weight\nB,2001,A,2\n,,,\nA,,B,0.5\nB,x,C,0.25\n,,,\n",
    "\"from\",\"to\",\"weight\"\n\"B\",A,\"2\"\nA,B,+0.5\n B , C ,0.25\n\n",
  ])
  func formsOfEdgeListsAgree(_ table: String) throws {
    #expect(try Self.file.links(table) == LinkFile.example)
  }

  @Test func columnsOfOnesOwnAreIgnored() throws {
    let folder = try ScenarioFolder([
      "chem.yaml": "firms: [{name: A}, {name: B}]\nrivalry: links.csv\n"
        + "complementarity: {file: links.csv}\naccess: rights.csv",
      "links.csv": "from,to,weight,since\nA,B,1,2001\n",
      "rights.csv": "note,from,to,weight\n,A,B,1\n",
    ])
    let scenario = try Scenario(path: folder.path("chem.yaml"))
    #expect(
      scenario.notes == [
        "links.csv: column since is ignored",
        "links.csv: column since is ignored",
        "rights.csv: column note is ignored",
      ])
  }

  @Test func namesWinOverPositions() throws {
    let firms = [Firm("2"), Firm("1"), Firm("x3")]
    let found = try Self.file.links("from,to,weight\n1,3,2\n", firms: firms)
    #expect(found == Links(rows: [[0, 0, 0], [0, 0, 0], [0, 2, 0]]))
  }

  @Test func noLinksIsANetwork() throws {
    #expect(
      try Self.file.links("from,to,weight\n")
        == Links(rows: [[0, 0, 0], [0, 0, 0], [0, 0, 0]]))
  }
}
