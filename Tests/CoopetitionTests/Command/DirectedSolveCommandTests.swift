import Foundation
import TestSupport
import Testing

/// What `coopetition solve` does with levels for each partner: every option
/// that `solve` has is heeded or refused.
@Suite struct DirectedSolveCommandTests {
  private static func scenario(
    firms: Int, knowledge: Double = 1
  ) -> String {
    let list = (1...firms).map {
      "- {name: F\($0), knowledge: \(knowledge + 0.1 * Double($0)), "
        + "opportunity: 4, market: 0.2, cost: {linear: 0.2, quadratic: 0.1}}\n"
    }
    return """
      name: Partners
      model: {sharing: firms, reciprocity: 2}
      complementarity: {uniform: 0.5}
      firms:

      """ + list.joined()
  }

  private static func text(
    of file: String, in folder: TemporaryFolder
  ) throws -> String {
    try String(contentsOfFile: folder.path(file), encoding: .utf8)
  }

  @Test func theCertificateIsVerified() throws {
    let folder = try TemporaryFolder([
      "three.yaml": Self.scenario(firms: 3),
      "other.yaml": Self.scenario(firms: 3, knowledge: 1.01),
    ])
    let solved = try folder.coopetition(
      "solve", "three.yaml", "--certificate", "proof.json", "--verbose")
    #expect(solved.status == 0)
    #expect(solved.output.contains("27 equilibria found; it is proven"))
    #expect(solved.output.contains("starts of Newton's method"))
    let checked = try folder.coopetition("verify", "three.yaml", "proof.json")
    #expect(
      checked.output.hasPrefix(
        "proof.json: 27 equilibria proven, and that there is no other; the "))
    let refused = try folder.coopetition("verify", "other.yaml", "proof.json")
    #expect(
      refused
        == badInput(
          "proof.json: refused: its digest is not that of the scenario"))
  }

  /// Without its cuts a part is left that is not closed.
  @Test func aTreeWithoutCutsIsRefused() throws {
    let folder = try TemporaryFolder(["two.yaml": Self.scenario(firms: 2)])
    _ = try folder.coopetition(
      "solve", "two.yaml", "--certificate", "proof.json")
    let proof = try Self.text(of: "proof.json", in: folder)
    let tree = try #require(proof.firstMatch(of: /"tree": *"([^"]*)"/))
    let bare = proof.replacing(tree.1, with: ".")
    try folder.write(Array(bare.utf8), to: "bare.json")
    let checked = try folder.coopetition("verify", "two.yaml", "bare.json")
    #expect(checked.status == 1)
    #expect(checked.error.contains("may hold other equilibria"))
  }

  @Test func theLevelsAreWritten() throws {
    let folder = try TemporaryFolder(["three.yaml": Self.scenario(firms: 3)])
    let solved = try folder.coopetition(
      "solve", "three.yaml", "--levels", "levels.csv")
    #expect(solved.status == 0)
    let lines = try Self.text(of: "levels.csv", in: folder).split(
      separator: "\n")
    #expect(lines.count == 7)
    #expect(lines[0].split(separator: ",").count == 29)
    #expect(lines[1].hasPrefix("F1 to F2,"))
  }

  @Test func onlySomeOfManyAreShown() throws {
    let folder = try TemporaryFolder(["three.yaml": Self.scenario(firms: 3)])
    let solved = try folder.coopetition("solve", "three.yaml")
    #expect(solved.output.contains("Equilibrium 20: welfare"))
    #expect(!solved.output.contains("Equilibrium 21: welfare"))
    #expect(solved.output.contains("--json tells all"))
  }

  /// Who is indifferent may share anything: a set of equilibria, of which the
  /// highest alone is pair-proof, and which no theorem of uniqueness denies.
  @Test(arguments: ["firms", "tiers"]) func setsAreTold(sharing: String) throws
  {
    let folder = try TemporaryFolder([
      "set.yaml": """
      model: {sharing: \(sharing), reciprocity: 0}
      firms:
      - {name: A, tier: core, cost: {linear: 0.1}}
      - {name: B, tier: core}
      complementarity: [[0, 1], [0, 0]]
      """
    ])
    let solved = try folder.coopetition(
      "solve", "set.yaml", "--certificate", "proof.json")
    #expect(solved.output.contains("no other beside sets of them"))
    #expect(
      solved.output.replacing("\n", with: " ")
        .contains("makes no difference to who chooses it"))
    let data = try folder.coopetition("solve", "set.yaml", "--json")
    #expect(data.output.contains("\"B to "))
    let checked = try folder.coopetition("verify", "set.yaml", "proof.json")
    #expect(checked.status == 0)
  }

  /// One equilibrium in large money is pair-proof, since a pair has no other.
  @Test func onlyOneIsPairProof() throws {
    let folder = try TemporaryFolder([
      "large.yaml": """
      model: {sharing: firms}
      firms:
      - {knowledge: 1000, market: 1000000, floor: 0.188}
      - {knowledge: 1}
      complementarity: [[0, 0], [0.3, 0]]
      rivalry: [[0, 0.479], [0, 0]]
      """
    ])
    let solved = try folder.coopetition("solve", "large.yaml")
    #expect(solved.output.contains("pair-proof"))
  }

  @Test func alliancesAreRefused() throws {
    let folder = try TemporaryFolder(["three.yaml": Self.scenario(firms: 3)])
    let solved = try folder.coopetition("solve", "three.yaml", "--allied")
    #expect(solved.status == 64)
    #expect(solved.error.contains("--allied is for one level per firm"))
  }
}
