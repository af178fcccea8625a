import Coopetition
import Foundation
import TestSupport
import Testing

/// Answers of an independent program, and of published games.
@Suite struct AllianceGoldenTests {
  /// What the answers are compared by.
  private struct Answer: Decodable {
    struct Game: Decodable {
      var superadditive: Bool?
      var convex: Bool?
      var cohesive: Bool?
      var externalities: [String: Int]?
    }
    struct Core: Decodable {
      var empty: Bool?
      var leastCore: Double?
    }
    struct Division: Decodable {
      var shares: [Double]
      var excess: Double?
    }
    struct Alliance: Decodable {
      var members: [String]
      var worth: Double
      var welfare: Double?
      var surplus: Double
      var stable: [String: [Bool?]]
      var directOutlay: Double?
      var directWelfare: Double?
    }
    struct Exits: Decodable, Equatable {
      var leaves: [String]
      var reaches: [String]
    }
    struct Partitions: Decodable, Equatable {
      var count: Int
      var nash: Set<Set<Set<String>>>
      var individual: Set<Set<Set<String>>>
    }
    var worths: [String: [Double]]?
    var game: Game?
    var core: Core?
    var divisions: [String: Division]?
    var alliances: [Alliance]?
    var exits: [String: Exits]?
    var partitions: [String: Partitions]?
  }

  private func answer(_ name: String) throws -> (got: Answer, want: Answer) {
    let expected = try JSONDecoder().decode(
      Answer.self,
      from: Data(contentsOf: Golden.expected(name, of: "alliances")))
    let path = Golden.scenario(name, of: "alliances").path
    let file = try ScenarioFile(path: path)
    let json: String
    if file.kind == .worths {
      json = try WorthTable(file).report.json
    } else {
      let scenario = try Scenario(file)
      var study = AllianceStudy(try scenario.allianceSettings())
      study.judgesPartitions = expected.partitions != nil
      json = try study.analyze(scenario.game()).report.json
    }
    #expect(try Schemas.problems(in: json, of: "alliances") == [])
    // Ranges are pairs of numbers beside plain lists of worths.
    return (try Self.decode(json), expected)
  }

  private static func decode(_ json: String) throws -> Answer {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    guard var members = object as? [String: Any] else { return Answer() }
    if var worths = members["worths"] as? [String: Any] {
      worths["ranges"] = nil
      members["worths"] = worths
    }
    return try JSONDecoder().decode(
      Answer.self, from: JSONSerialization.data(withJSONObject: members))
  }

  private func isNear(_ a: Double?, _ b: Double?) -> Bool {
    guard let b else { return true }
    guard let a else { return false }
    return abs(a - b) <= 1e-6 * max(1, abs(a), abs(b))
  }

  private func areNear(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { isNear($0, $1) }
  }

  /// Under `outside` all members of joint-100 and of threshold-700 gain the same
  /// by leaving: the first of them leaves (the independent program has the
  /// second, by rounding).
  @Test(arguments: [
    "joint-100", "research-200", "partners-900", "separate-300", "risk-807",
    "threshold-700", "formula-cartel-4", "worths-deposits", "worths-four",
  ])
  func agrees(_ name: String) throws {
    let (got, want) = try answer(name)
    if let worths = want.worths?["alone"] {
      #expect(areNear(got.worths?["alone"] ?? [], worths))
    }
    if let game = want.game {
      #expect(got.game?.superadditive == game.superadditive)
      #expect(got.game?.convex == game.convex)
      #expect(game.cohesive == nil || got.game?.cohesive == game.cohesive)
      #expect(
        game.externalities == nil
          || got.game?.externalities == game.externalities)
    }
    #expect(isNear(got.core?.leastCore, want.core?.leastCore))
    #expect(want.core?.empty == nil || got.core?.empty == want.core?.empty)
    for (rule, division) in want.divisions ?? [:] {
      let own = try #require(got.divisions?[rule])
      #expect(areNear(own.shares, division.shares), "\(rule)")
      #expect(isNear(own.excess, division.excess), "\(rule)")
    }
    #expect(want.exits == nil || got.exits == want.exits)
    #expect(want.partitions == nil || got.partitions == want.partitions)
    try compareAlliances(got, want)
  }

  private func compareAlliances(_ got: Answer, _ want: Answer) throws {
    for alliance in want.alliances ?? [] {
      let own = try #require(
        got.alliances?.first {
          Set($0.members) == Set(alliance.members)
        })
      #expect(isNear(own.worth, alliance.worth))
      #expect(isNear(own.welfare, alliance.welfare))
      #expect(isNear(own.surplus, alliance.surplus))
      #expect(isNear(own.directOutlay, alliance.directOutlay))
      #expect(isNear(own.directWelfare, alliance.directWelfare))
      for (rule, flags) in alliance.stable {
        #expect(own.stable[rule] == flags, "\(alliance.members) \(rule)")
      }
    }
  }

  // Members earn b²(m−1)²/2e and outsiders b² m(m−1)/e: three stay together,
  // four do not, however useful they are to each other (Barrett 1994).
  @Test func smallAlliancesOnly() throws {
    let path = Golden.scenario("small-alliances-5", of: "alliances").path
    let answer = try Scenario(path: path).alliances()
    let sizes = answer.stable(under: .own).map(\.count)
    #expect(sizes == Array(repeating: 3, count: 10))
    #expect(answer.isProven)
  }

  // A and B jump between sharing all and nothing where C's reply crosses.
  @Test func aStructureMayHaveNoEquilibrium() throws {
    let path = Golden.scenario("formula-none", of: "alliances").path
    let scenario = try Scenario(path: path)
    var study = AllianceStudy(try scenario.allianceSettings())
    study.isStructureOnly = true
    let answer = try study.analyze(scenario.game())
    let judged = try #require(answer.judged)
    #expect(judged.equilibria.isEmpty && judged.isComplete)
    #expect(judged.chosen == nil)
  }
}
