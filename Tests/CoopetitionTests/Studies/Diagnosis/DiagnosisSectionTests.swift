import Foundation
import Testing

@testable import Coopetition

/// Bad figures, judgements and topics, with their messages.
@Suite("Bad sections of diagnosis and division")
struct DiagnosisSectionTests {
  private static let scores =
    "resources: 5, infrastructure: 5, localMarket: 5, externalMarket: 5"

  static let bad = [
    BadScenario(
      "five of six scores",
      "diagnosis: {gem: {\(scores), suppliers: 5}}",
      "chem.yaml: diagnosis.gem.structure: missing; all six are needed"),
    BadScenario(
      "a score above 10",
      "diagnosis: {gem: {resources: 12, infrastructure: 5, localMarket: 5, "
        + "externalMarket: 5, suppliers: 5, structure: 5}}",
      "chem.yaml: diagnosis.gem.resources: 12 is not in [1, 10]"),
    BadScenario(
      "raters that differ",
      "diagnosis: {gem: {resources: [5, 5, 5, 5], "
        + "infrastructure: [5, 5, 5, 5], localMarket: [5, 5, 5, 5], "
        + "externalMarket: [5, 5, 5, 5], suppliers: [5, 5, 5], "
        + "structure: [5, 5, 5, 5]}}",
      "chem.yaml: diagnosis.gem.suppliers: 3 scores, the others have 4"),
    BadScenario(
      "no output", "diagnosis: {panel: p.csv}", table: "p.csv",
      "year,output\n2001,1\n2002,2\n2003,3\n2004,0\n",
      "p.csv: row 4, output: 0 is not above 0"),
    BadScenario(
      "years that do not rise", "diagnosis: {panel: p.csv}", table: "p.csv",
      "year,output\n2008,1\n2009,2\n2010,3\n2011,1\n2010,2\n",
      "p.csv: row 5, year: 2010 does not follow 2011"),
    BadScenario(
      "shares above 1", "diagnosis: {panel: p.csv}", table: "p.csv",
      "year,share.capital,share.labour\n1,0.4,0.6\n2,0.4,0.6\n3,0.4,0.64\n",
      "p.csv: row 3: shares add up to 1.04"),
    BadScenario(
      "an unknown column", "diagnosis: {panel: p.csv}", table: "p.csv",
      "year,outputs\n1,2\n",
      "p.csv: outputs: unknown key; did you mean output?"),
    BadScenario(
      "no years", "diagnosis: {panel: p.csv}", table: "p.csv", "output\n1\n",
      "p.csv: year: is missing"),
    BadScenario(
      "a panel that is not there", "diagnosis: {panel: q.csv}",
      "chem.yaml: diagnosis.panel: q.csv: there is no such file"),
    BadScenario(
      "a trend without an estimate", "diagnosis: {accounting: {trend: false}}",
      "chem.yaml: diagnosis.accounting.trend: needs elasticities: estimated"),
    BadScenario(
      "an elasticity of a factor that the panel lacks",
      "diagnosis: {panel: p.csv, accounting: {elasticities: {capital: 0.3, "
        + "land: 0.1}}}", table: "p.csv",
      "year,output,capital\n1,1,1\n2,2,1\n",
      "chem.yaml: diagnosis.accounting.elasticities.land: p.csv has no column "
        + "land"),
    BadScenario(
      "a word that is none",
      "diagnosis: {accounting: {elasticities: guessed}}",
      "chem.yaml: diagnosis.accounting.elasticities: guessed is not shares or "
        + "estimated"),
    BadScenario(
      "an unknown key beside figures", "diagnosis: {}\nenvironment: 2",
      "chem.yaml: environment: unknown key; known are name, diagnosis"),
    BadScenario(
      "a value of wrong length",
      "firms: [{}, {}, {}, {}, {}]\ndivision: {topics: [{name: a, value: 1, "
        + "cost: 1}, {name: b, value: [1, 2, 3], cost: 1}]}",
      "chem.yaml: division.topics[1].value: 3 numbers for 5 firms"),
    BadScenario(
      "two topics of one name",
      "firms: [{}]\ndivision: {topics: [{name: a, value: 1, cost: 1}, "
        + "{name: a, value: 1, cost: 1}]}",
      "chem.yaml: division.topics[1].name: a is the name of another topic"),
    BadScenario(
      "a topic without a cost",
      "firms: [{}]\ndivision: {topics: [{name: a, value: 1}]}",
      "chem.yaml: division.topics[0].cost: missing; a topic is written "
        + "{name: Demand, value: 1, cost: 0.5}"),
    BadScenario(
      "half a topic as a limit",
      "firms: [{}]\ndivision: {limit: 1.5}",
      "chem.yaml: division.limit: 1.5 is not a whole number"),
    BadScenario(
      "a level above 1", "firms: [{}]\ndivision: {levels: 2}",
      "chem.yaml: division.levels: 2 is not in [0, 1]"),
    BadScenario(
      "a negative value",
      "firms: [{}]\ndivision: {topics: [{name: a, value: -1, cost: 1}]}",
      "chem.yaml: division.topics[0].value: -1 is less than 0"),
  ]

  @Test(arguments: bad)
  func badSectionIsReported(_ scenario: BadScenario) throws {
    let folder = try ScenarioFolder()
    for (name, bytes) in scenario.files { try folder.write(bytes, to: name) }
    var found = "nothing wrong"
    do {
      _ = try Scenario(path: folder.path("chem.yaml"))
    } catch {
      found = error.description
    }
    #expect(
      found.replacingOccurrences(of: folder.path + "/", with: "")
        == scenario.message)
  }

  private func diagnose(
    _ scenario: String, panel: String = ""
  ) throws -> Diagnosis {
    let folder = try ScenarioFolder()
    try folder.write(Array(scenario.utf8), to: "x.yaml")
    try folder.write(Array(panel.utf8), to: "p.csv")
    return try Scenario(path: folder.path("x.yaml")).diagnose()
  }

  private static let panel =
    "year,output,capital,labour\n"
    + (0..<4).map { "\(2000 + $0),\(10 + $0),\(5 + $0),3\n" }.joined()

  @Test("Neither shares nor elasticities")
  func noElasticities() {
    #expect {
      try diagnose("diagnosis: {panel: p.csv}", panel: Self.panel)
    } throws: {
      "\($0)"
        == "diagnosis.accounting.elasticities: missing; "
        + "p.csv has no share.capital"
    }
  }

  @Test("Too few periods for a phase are a note")
  func fewPeriods() throws {
    let found = try diagnose(
      "diagnosis: {panel: p.csv, accounting: {elasticities: "
        + "{capital: 0.3, labour: 0.7}}}", panel: Self.panel)
    #expect(found.phase == nil && found.growth != nil && found.state == nil)
    #expect(
      found.notes.map {
        $0.hasSuffix(
          "x.yaml: diagnosis.panel: 4 periods; a phase needs 6")
      } == [true])
  }

  @Test("Figures alone have no game, and nothing to divide")
  func figures() throws {
    let folder = try ScenarioFolder()
    try folder.write(Array("diagnosis: {}".utf8), to: "x.yaml")
    let scenario = try Scenario(path: folder.path("x.yaml"))
    #expect(!scenario.hasGame && scenario.name == "x")
    #expect(throws: ScenarioError.self) { try scenario.game() }
    #expect(throws: ScenarioError.self) { try scenario.divide() }
    #expect(try scenario.diagnose().notes.isEmpty)
  }

  @Test("Nothing to divide without topics")
  func noTopics() {
    #expect {
      try Scenario.cluster(Cluster(firms: [Firm("A")])).divide()
    } throws: {
      "\($0)".hasPrefix("division.topics: missing; add what is collected")
    }
  }
}
