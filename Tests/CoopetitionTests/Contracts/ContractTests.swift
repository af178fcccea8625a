import Foundation
import Testing

@testable import Coopetition

/// What released versions have promised is still there.
@Suite struct ContractTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The keys that a version has promised, by kind: `json`, `scenario` or
  /// `certificate`.
  private func promised(_ kind: String) throws -> [String] {
    try Self.text("Documentation/Contracts/0.2.0.txt")
      .split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix(kind + " ") }
      .map { String($0.dropFirst(kind.count + 1)) }
  }

  @Test func everyKeyOfJSONIsKept() throws {
    var kept: Set<String> = []
    for command in Schemas.commands {
      let schema = try JSONSerialization.jsonObject(
        with: Schemas.text(of: command))
      paths(in: schema, at: "").forEach { kept.insert("\(command) \($0)") }
    }
    let lost = try promised("json").filter { !kept.contains($0) }
    #expect(lost.isEmpty)
    #expect(try promised("json").count > 1_000)
  }

  /// The paths of all keys of a schema, as `Scripts/freeze-contracts` has them.
  private func paths(in schema: Any, at place: String) -> [String] {
    guard let schema = schema as? [String: Any] else { return [] }
    let members = schema["properties"] as? [String: Any] ?? [:]
    let named = members.flatMap { key, member in
      [place + key] + paths(in: member, at: place + key + ".")
    }
    let elements = schema["items"].map {
      paths(in: $0, at: place.isEmpty ? "[]." : place.dropLast() + "[].")
    }
    let others = schema["additionalProperties"].map {
      paths(in: $0, at: place + "*.")
    }
    let choices = (schema["anyOf"] as? [Any] ?? []).flatMap {
      paths(in: $0, at: place)
    }
    return named + (elements ?? []) + (others ?? []) + choices
  }

  @Test func everyKeyOfScenariosIsRead() throws {
    let keys = try promised("scenario")
    let ofFirms = keys.filter { $0.hasPrefix("firms[].") }
      .map { String($0.dropFirst("firms[].".count)) }
    #expect(ofFirms.count > 10)
    #expect(ofFirms.allSatisfy(FirmsReader.keys.contains))
    let read = Set(ClusterReader.keys.map { $0.prefix { $0 != "." } })
    let roots = keys.filter { !$0.hasPrefix("firms[].") }
      .map { $0.prefix { $0 != "." && $0 != "[" } }
    #expect(roots.filter { !read.contains($0) } == [])
  }

  @Test func everyMemberOfCertificatesIsWritten() throws {
    let analysis = try Cluster(firms: [Firm("A"), Firm("B")]).analyze()
    let proof = try #require(ProofCertificate(analysis)).json.description
    for member in try promised("certificate") {
      #expect(proof.contains("\"\(member)\": "))
    }
  }

  @Test func theVersionIsTheNewestOfTheChanges() throws {
    let heading = try Self.text("CHANGELOG.md").split(separator: "\n")
      .first { $0.hasPrefix("## ") }
    #expect(
      heading?.hasPrefix("## \(CoopetitionPackage.version)") == true)
  }
}
