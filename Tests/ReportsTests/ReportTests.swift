import Reports
import Synchronization
import Testing

/// One report in every form.
@Suite struct ReportTests {
  private static let report = Report(
    title: "Two firms",
    sections: [
      .text("1 equilibrium."), .heading("Equilibrium 1"),
      .table(
        Table(
          columns: [
            "firm", "level", Table.Column("fees", isOptional: true),
          ],
          rows: [
            [.text("Alpha, Inc."), .number(0.25), .number(0)],
            [.text("芯片"), .number(1.0 / 3), .number(0)],
          ])),
    ], data: .object([("equilibria", .integer(1))]))

  @Test func textAlignsColumnsByDisplayWidth() {
    #expect(
      Self.report.text() == """
        Two firms

        1 equilibrium.

        Equilibrium 1
        firm          level
        Alpha, Inc.  0.2500
        芯片         0.3333
        """)
  }

  @Test func csvHasFullPrecisionAndEveryColumn() {
    #expect(
      Self.report.csv == """
        firm,level,fees
        "Alpha, Inc.",0.25,0.0
        芯片,0.3333333333333333,0.0

        """)
  }

  /// Rows of several reports and tables say which they are of; tables of the
  /// same columns stand under the same heads.
  @Test func csvOfSeveralTablesSaysWhichIsWhich() {
    func table(_ title: String?, _ head: Table.Column, _ cell: String) -> Table
    {
      Table(
        title, columns: [head, "size"], rows: [[.text(cell), .integer(1)]])
    }
    let one = Report(
      title: "One",
      sections: [
        .table(table("Who, when", "firm", "A")),
        .table(table(nil, "tier", "T")),
        .heading("Equilibrium 1"), .table(table(nil, "firm", "B")),
        .table(table(nil, "firm", "C")),
      ], data: .null)
    #expect(
      one.csv == """
        table,firm,size
        "Who, when",A,1
        Equilibrium 1,B,1
        Equilibrium 1 2,C,1

        table,tier,size
        tier,T,1

        """)
    let simple = Report(
      title: "Two", sections: [.table(table(nil, "firm", "D"))], data: .null)
    #expect(simple.csv == "firm,size\nD,1\n")
    #expect(
      Report.csv(of: [(nil, simple), ("a.yaml", simple), ("b.yaml", simple)])
        == "file,firm,size\n,D,1\na.yaml,D,1\nb.yaml,D,1\n")
    #expect(
      Report.csv(of: [("a.yaml", one), ("b.yaml", simple)])
        == """
        file,table,firm,size
        a.yaml,"Who, when",A,1
        a.yaml,Equilibrium 1,B,1
        a.yaml,Equilibrium 1 2,C,1
        b.yaml,firm,D,1

        file,table,tier,size
        a.yaml,tier,T,1

        """)
  }

  @Test func equalHeadsOfCSVGetNumbers() {
    let table = Table(columns: ["firm", "level", "level", "level"])
    let report = Report(title: "T", sections: [.table(table)], data: .null)
    #expect(report.csv == "firm,level,level 2,level 3\n")
  }

  @Test func jsonIsTheData() {
    #expect(Self.report.json == "{\n  \"equilibria\": 1\n}")
  }

  /// Data and records of many firms take longer than the sentences.
  @Test func dataAreMadeOnlyForThoseWhoAsk() {
    let counts = Counts()
    var report = Report(
      title: "Many firms", sections: [.text("1 equilibrium.")],
      data: counts.data(.object([("firms", .integer(3))])),
      records: counts.records(Table(columns: ["firm"])))
    report.changeData { $0.naming(schema: "test/1") }
    report.markStopped()
    #expect(report.text().contains("1 equilibrium."))
    #expect(report.markdown.contains("1 equilibrium."))
    #expect(report.html.contains("1 equilibrium."))
    #expect(counts.made == [0, 0])
    #expect(report.csv == "firm\n")
    #expect(counts.made == [0, 1])
    #expect(
      report.json
        == """
        {
          "schema": "test/1",
          "firms": 3,
          "stopped": true
        }
        """)
    #expect(counts.made == [1, 1])
  }

  /// How often data and records were made.
  private final class Counts: Sendable {
    private let counts = Mutex([0, 0])
    var made: [Int] { counts.withLock { $0 } }

    func data(_ value: JSONValue) -> JSONValue {
      counts.withLock { $0[0] += 1 }
      return value
    }

    func records(_ table: Table) -> Table {
      counts.withLock { $0[1] += 1 }
      return table
    }
  }

  @Test func markdownHasPipes() {
    #expect(Self.report.markdown.contains("| Alpha, Inc. | 0.2500 | 0 |"))
  }

  @Test func htmlNamesRowsAndColumns() {
    let html = Self.report.html
    #expect(html.contains("<th scope=\"row\">Alpha, Inc.</th>"))
    #expect(!html.contains("http") && !html.contains("<script"))
  }

  @Test func wideTablesContinueBelow() {
    let columns = (0..<12).map { Table.Column("column \($0)") }
    let table = Table(
      columns: ["firm"] + columns,
      rows: [[.text("A")] + columns.map { _ in .number(1.5) }])
    let text = Report(title: "Wide", sections: [.table(table)], data: .null)
      .text()
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= Report.standardWidth })
    #expect(lines.count { $0.hasPrefix("A ") } == 2)
    #expect(text.contains("column 11"))
  }

  @Test func namesAreCutOnlyAsFarAsTheyStayDifferent() {
    let columns = (0..<6).map { Table.Column("column number \($0)") }
    let names = ["all of them but Alpha", "all of them but Beta"]
    let table = Table(
      columns: ["alliance"] + columns,
      rows: names.map { [.text($0)] + columns.map { _ in .number(1.5) } })
    let lines = Report(title: "T", sections: [.table(table)], data: .null)
      .text().split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("all of them but A…") })
    #expect(lines.contains { $0.hasPrefix("all of them but B") })
  }

  @Test func longTextsContinueBelowThemselves() {
    let words = Array(repeating: "words", count: 30).joined(separator: " ")
    let table = Table(
      columns: ["", "finding"], rows: [[.text("State"), .text(words)]])
    let lines = Report(title: "T", sections: [.table(table)], data: .null)
      .text().split(separator: "\n").dropFirst(2)
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.count <= Report.standardWidth })
    #expect(lines.first?.hasPrefix("State  words words") == true)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("       words") })
  }

  @Test func aTableWithoutRowsIsItsTitle() {
    let report = Report(
      title: "T",
      sections: [.table(Table("all alike", columns: ["name", "value"]))],
      data: .null)
    #expect(report.text() == "T\n\nall alike")
    #expect(report.markdown == "# T\n\nall alike\n")
    #expect(report.html.contains("<p>all alike</p>"))
    #expect(!report.html.contains("<th"))
  }

  @Test func paragraphsAreWrapped() {
    let words = Array(repeating: "share", count: 40).joined(separator: " ")
    let text = Report(title: "Long", sections: [.text(words)], data: .null)
      .text(width: 30)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 30 })
    #expect(text.split { " \n".contains($0) }.count { $0 == "share" } == 40)
  }

  @Test func formulasOfSpreadsheetsAreDefused() {
    #expect(CSVText.cell("=1+1") == "'=1+1")
    #expect(CSVText.cell("-0.5") == "-0.5")
    #expect(CSVText.cell("@x") == "'@x")
    #expect(CSVText.cell("A\r\nB") == "\"A\r\nB\"")
  }

  @Test func controlCharactersAreShown() {
    #expect(DisplayText.escaped("a\u{1B}[2J") == "a\\u{1B}[2J")
    #expect(DisplayText.escaped("a\u{202E}b") == "a\\u{202E}b")
    #expect(DisplayText.width("芯片 A") == 6)
  }

  @Test(arguments: [
    (0.5, "0.5000"), (-1234.5678, "−1235"), (0, "0"), (1e-7, "1.000e-7"),
    (.infinity, "∞"), (.nan, "undefined"), (-1e-300, "−1.000e-300"),
  ])
  func numbersForPeople(value: Double, text: String) {
    #expect(NumberText.significant(value) == text)
  }
}
