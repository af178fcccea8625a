import Testing

@testable import Coopetition

@Suite struct FirmTableTests {
  @Test(arguments: tables)
  func badTableIsReported(_ scenario: BadScenario) throws {
    try scenario.check()
  }

  static let tables = [
    bad(
      "an empty table of firms", "",
      "firms.csv: is empty"),
    bad(
      "a table without firms", "name,knowledge\n",
      "firms.csv: has no firms; a cluster has 1 firm or more"),
    bad(
      "an unknown column", "name,absorbtion\nA,1\n",
      "firms.csv: line 1: column 2: absorbtion: unknown key; did you mean absorption?"
    ),
    bad(
      "a column that is there twice", "name,cap,cap\nA,1,1\n",
      "firms.csv: line 1: column 3: duplicate key cap"),
    bad(
      "a column without a name", "name,\nA,1\n",
      "firms.csv: line 1: column 2: has no name"),
    bad(
      "a missing field", "name,knowledge\nA,1\nB\n",
      "firms.csv: line 3: has 1 field where 2 are needed"),
    bad(
      "a field too many", "name,knowledge\nA,1,2\n",
      "firms.csv: line 2: has 3 fields where 2 are needed"),
    bad(
      "a cell out of range", "name,absorption\nA,1\nB,1.7\n",
      "firms.csv: line 3: absorption: 1.7 is not in [0, 1]"),
    bad(
      "a cell that is no number", "name,knowledge\nA,high\n",
      "firms.csv: line 2: knowledge: high is not a number"),
    bad(
      "a cell that is not finite", "name,knowledge\nA,1e999\n",
      "firms.csv: line 2: knowledge: 1e999 is too large"),
    bad(
      "a cell that says NaN", "name,knowledge\nA,NaN\n",
      "firms.csv: line 2: knowledge: NaN is not a number"),
    bad(
      "a cell with an unknown tier", "name,tier\nA,big\n",
      "firms.csv: line 2: tier: big is not core, ordinary or general"),
    bad(
      "two rows of one name", "name\nA\n\"B\nB\"\nA\n",
      "firms.csv: line 5: A is the name of firms[0] too"),
    bad(
      "an empty line among firms", "name\nA\n\nB\n",
      "firms.csv: line 3: is empty"),
    bad(
      "a quote that is not closed in a table", "name,knowledge\nA,1\n\"B,1\n",
      "firms.csv: line 3: a quote is not closed"),
    bad(
      "text behind a quote", "name,knowledge\n\"A\"x,1\n",
      "firms.csv: line 2: text follows a closing quote"),
    bad(
      "a table that is cut off", "name,knowledge,cap\nA,1,1\nB,1",
      "firms.csv: line 3: has 2 fields where 3 are needed"),
    bad(
      "a table with semicolons", "name;knowledge\nA;1\n",
      "firms.csv: line 1: column 1: fields are separated by commas only; "
        + "save the table as comma-separated values"),
    bad(
      "several mistakes", "name,cap\nA,2\nB,0.5\nC,high\n",
      "firms.csv: line 2: cap: 2 is not in [0, 1]\n"
        + "firms.csv: line 4: cap: high is not a number"),
    bad(
      "names under another word", "Firm,knowledge\nA,1\n",
      "firms.csv: line 1: Firm: firms have their names in the column name"),
    bad(
      "a table without a header", "A,1,2\n",
      "firms.csv: line 1: names no column that is known; the first line has the "
        + "names of columns, such as name,knowledge,opportunity"),
    bad(
      "a comma before three digits", "name,market\nA,\"1,200\"\n",
      "firms.csv: line 2: market: 1,200 is not a number; write 1200, or 1.2 if "
        + "the comma is a decimal one"),
    bad(
      "a percent sign", "name,cap\nA,60%\n",
      "firms.csv: line 2: cap: 60% is not a number; write 0.6"),
    bad(
      "a decimal comma", "name,cap\nA,\"0,6\"\n",
      "firms.csv: line 2: cap: 0,6 is not a number; write 0.6"),
    bad(
      "separated thousands", "name,market\nA,\"1,234,567.5\"\n",
      "firms.csv: line 2: market: 1,234,567.5 is not a number; write 1234567.5"
    ),
    bad(
      "full-width digits", "name,cap\nA,０.６\n",
      "firms.csv: line 2: cap: ０.６ is not a number; write 0.6"),
  ]

  @Test func theMistakesOfALongTableAreCut() throws {
    let rows = (0..<50).map { "F\($0),2\n" }.joined()
    let folder = try ScenarioFolder([
      "chem.yaml": "firms: firms.csv", "firms.csv": "name,cap\n" + rows,
    ])
    let lines = folder.message()?.split(separator: "\n") ?? []
    #expect(lines.count == FirmTable.mostMistakes)
    #expect(lines.last == "firms.csv: line 21: cap: 2 is not in [0, 1]")
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x6E, 0x00], "firms.csv: is UTF-16 text; save it as UTF-8"),
    (
      Array("name\n".utf8) + [0xB9, 0xAB, 0xCB, 0xBE],
      "firms.csv: line 2: is not UTF-8 text but looks like GBK; save it as UTF-8"
    ),
    (
      Array("name\n".utf8) + [0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72],
      "firms.csv: line 2: is not UTF-8 text but looks like Latin-1; save it as "
        + "UTF-8"
    ),
  ])
  func otherEncodingsAreNamed(bytes: [UInt8], message: String) throws {
    let folder = try ScenarioFolder(["chem.yaml": "firms: firms.csv"])
    try folder.write(bytes, to: "firms.csv")
    #expect(folder.message() == message)
  }

  @Test func columnsOfOnesOwnAreIgnored() throws {
    let folder = try ScenarioFolder([
      "chem.yaml": "firms: firms.csv",
      "firms.csv": "name,employees,cap\nA,120,0.5\n",
    ])
    let scenario = try Scenario(path: folder.path("chem.yaml"))
    guard case .cluster(let cluster) = scenario.subject else {
      Issue.record("not a cluster")
      return
    }
    #expect(cluster.firms == [Firm("A", cap: 0.5)])
    #expect(scenario.notes == ["firms.csv: column employees is ignored"])
  }

  private static func bad(
    _ what: String, _ table: String, _ message: String,
    scenario: String = "firms: firms.csv"
  ) -> BadScenario {
    BadScenario(what, scenario, table: "firms.csv", table, message)
  }

  private func firms(_ table: String) throws -> [Firm] {
    let folder = try ScenarioFolder(["firms.csv": table])
    return try FirmTable(path: folder.path("firms.csv"), name: "firms.csv")
      .firms().firms
  }

  @Test func columnsAreKeys() throws {
    let table = """
      name,tier,knowledge,absorption,opportunity,market,irreplaceability,\
      innovationCost,cost.linear,cost.quadratic,cap,base
      Alpha,core,1.8,0.6,4,1.5,0.9,0.5,0.2,0.6,0.8,-2
      """
    let alpha = Firm(
      "Alpha", tier: .core, knowledge: 1.8, absorptiveCapacity: 0.6,
      opportunity: 4, marketAtRisk: 1.5, irreplaceability: 0.9,
      innovationCost: 0.5, linearCost: 0.2, quadraticCost: 0.6, cap: 0.8,
      baseProfit: -2)
    #expect(try firms(table) == [alpha])
  }

  @Test func everyKeyIsAColumn() throws {
    let header = FirmsReader.keys.joined(separator: ",")
    let empty = String(repeating: ",", count: FirmsReader.keys.count - 1)
    #expect(try firms("\(header)\nF1\(empty)\n\(empty)") == [Firm("F1")])
  }

  @Test func emptyCellsTakeDefaults() throws {
    let table = "tier,name,cap\n,,\n,,1\ngeneral,B,0.5\n,,\n"
    #expect(
      try firms(table) == [Firm("F1"), Firm("B", tier: .general, cap: 0.5)])
  }

  @Test(arguments: [
    "name,cap\r\n\"A, \"\"x\"\"\",0.5\r\nB,1\r\n",
    "\u{FEFF}name , cap\n \"A, \"\"x\"\"\" , 0.5\nB,1",
    "\"cap\",\"name\"\n\"0.5\",\"A, \"\"x\"\"\"\n1,B\n\n\r\n",
  ])
  func formsOfCSVAgree(_ table: String) throws {
    #expect(try firms(table) == [Firm(#"A, "x""#, cap: 0.5), Firm("B")])
  }
}
