import Foundation
import Testing

@testable import Coopetition

/// The answers of independent programs to the scenarios of
/// `Golden/diagnosis`, which the JSON of the commands must hold.
///
/// Solow 1957, table 1; Cobb and Douglas 1928; Munnell 1990 (California); the
/// census of the United States 1790 to 1910: published figures. All others are
/// made up, or random with a seed.
@Suite("Golden diagnoses")
struct DiagnosisGoldenTests {
  private static let folder = Golden.scenario("diagnosis/x")
    .deletingLastPathComponent()

  private static func names(_ prefixes: [String]) -> [String] {
    let files =
      (try? FileManager.default.contentsOfDirectory(
        atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(5)) }
      .filter { name in prefixes.contains { name.hasPrefix($0) } }
      .sorted()
  }

  private func scenario(_ name: String) throws -> Scenario {
    try Scenario(
      path: Self.folder.appendingPathComponent("\(name).yaml").path)
  }

  private func differences(
    _ name: String, _ found: String, of command: String = "diagnose"
  ) throws -> [String] {
    #expect(try Schemas.problems(in: found, of: command) == [])
    let data = try Data(
      contentsOf: Self.folder.appendingPathComponent("\(name).expected.json"))
    let expected = try JSONSerialization.jsonObject(with: data)
    let answer = try JSONSerialization.jsonObject(with: Data(found.utf8))
    let object = try #require(expected as? [String: Any])
    return GoldenComparison(object["tolerance"] as? [String: Any] ?? [:])
      .differences(answer, object, at: "")
  }

  @Test("There are all cases")
  func count() {
    #expect(Self.names([""]).count == 30)
  }

  @Test(arguments: names(["state", "growth", "phase", "score", "paths"]))
  func diagnosis(name: String) throws {
    let method = Diagnosis.Method(samples: 4)
    let found = try scenario(name).diagnose(using: method).report.json
    #expect(try differences(name, found) == [])
  }

  @Test(arguments: names(["risk"]))
  func risk(name: String) throws {
    let method = Diagnosis.Method(samples: 128)
    let found = try scenario(name).diagnose(using: method).report.json
    #expect(try differences(name, found) == [])
  }

  @Test(arguments: names(["divide"]))
  func division(name: String) throws {
    let division = try scenario(name).divide()
    #expect(division.optimum.isProven && division.alone.isComplete)
    #expect(try differences(name, division.report.json, of: "divide") == [])
  }

  @Test("The gap is what another division could be better by")
  func gap() throws {
    let name = try #require(Self.names(["divide"]).first)
    var optimum = try scenario(name).divide().optimum
    optimum.bound = optimum.welfare + 2
    #expect(abs(optimum.gap - 2) < 1e-12)
    optimum.bound = optimum.welfare.nextDown
    #expect(optimum.gap == 0)
  }

  @Test(
    "Archetypes are made again, number by number",
    arguments: [
      ("giant", 8, 7), ("independent", 10, 1), ("upgrade", 6, 3),
    ] as [(String, Int, UInt64)])
  func archetype(path: String, firms: Int, seed: UInt64) throws {
    let archetype = PathArchetype(
      try #require(InnovationPath(rawValue: path)), firms: firms, seed: seed)
    let made = try archetype.cluster()
    let name = "paths-\(path)-\(firms)-\(seed)"
    let read = try scenario(name)
    guard case .cluster(let cluster) = read.subject else {
      Issue.record("a cluster is expected")
      return
    }
    #expect(made == cluster)
  }
}

/// What an answer says beside what it should say.
private struct GoldenComparison {
  private let tolerances: [String: Any]

  /// Keys about an answer, and what only the reference knows.
  private static let apart: Set<String> = [
    "command", "tolerance", "note", "scenario", "uniqueByEnumeration",
    "relaxation", "equilibriaKnown",
  ]
  private static let unordered: Set<String> = ["topics", "collectors"]

  init(_ tolerances: [String: Any]) { self.tolerances = tolerances }

  func differences(
    _ found: Any?, _ expected: Any, at place: String
  ) -> [String] {
    switch expected {
    case let object as [String: Any]:
      guard let other = found as? [String: Any] else {
        return ["\(place): no object"]
      }
      return object.keys.sorted().filter { !Self.apart.contains($0) }
        .flatMap { key -> [String] in
          guard let value = object[key] else { return [] }
          let here = "\(place).\(key)"
          guard Self.unordered.contains(key) else {
            return differences(other[key], value, at: here)
          }
          return sets(other[key]) == sets(value)
            ? [] : ["\(here): \(sets(other[key])) not \(sets(value))"]
        }
    case let list as [Any]:
      guard let other = found as? [Any], other.count == list.count else {
        return ["\(place): another length"]
      }
      return list.indices.flatMap {
        differences(other[$0], list[$0], at: "\(place)[\($0)]")
      }
    case let number as Double:
      guard let other = found as? Double else {
        return ["\(place): no number"]
      }
      let distance = abs(other - number) / max(1, abs(number))
      return distance <= tolerance(at: place)
        ? [] : ["\(place): \(other) not \(number)"]
    case is NSNull:
      return found is NSNull ? [] : ["\(place): not null"]
    default:
      let (a, b) = ("\(found ?? "missing")", "\(expected)")
      return a == b ? [] : ["\(place): \(a) not \(b)"]
    }
  }

  /// Lists whatever their order; the lists of an object in the order of keys.
  private func sets(_ value: Any?) -> String {
    switch value {
    case let list as [Any]:
      "[\(list.map { sets($0) }.sorted().joined(separator: ","))]"
    case let object as [String: Any]:
      "[\(object.values.map { sets($0) }.sorted().joined(separator: ","))]"
    default: "\(value ?? "missing")"
    }
  }

  private func tolerance(at place: String) -> Double {
    let keys = place.split(separator: ".").map {
      String($0.prefix { $0 != "[" })
    }
    for key in keys.reversed() {
      if let value = tolerances[key] as? Double { return value }
    }
    return 1e-8
  }
}
