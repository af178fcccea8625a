import Foundation
import TestSupport
import Testing

/// What `coopetition solve --certificate` writes and `coopetition verify` says.
@Suite struct VerifyCommandTests {
  private static let sigmoid = """
    game: Sigmoid sharing
    define: {s(z): 1/(1 + exp(-12*(z - 0.5)))}
    players:
    - {name: A, variables: {x: [0, 1]}, payoff: x*s(y) - x^2/2}
    - {name: B, variables: {y: [0, 1]}, payoff: y*s(x) - y^2/2}
    """

  @Test func whatIsSolvedIsVerified() throws {
    let folder = try TemporaryFolder(["sigmoid.yaml": Self.sigmoid])
    let solved = try folder.coopetition(
      "solve", "sigmoid.yaml", "--certificate", "proof.json")
    #expect(solved.status == 0)
    let checked = try folder.coopetition(
      "verify", "sigmoid.yaml", "proof.json")
    #expect(checked.status == 0)
    #expect(checked.error == "")
    #expect(
      checked.output
        == "proof.json: 3 equilibria proven, and that there is no other; no "
        + "profile has more welfare than the optimum's 0.995055\n")
  }

  @Test func aWorseOptimumIsRefused() throws {
    let folder = try TemporaryFolder(["sigmoid.yaml": Self.sigmoid])
    _ = try folder.coopetition(
      "solve", "sigmoid.yaml", "--certificate", "proof.json")
    let proof = try folder.text("proof.json")
    let start = try #require(proof.range(of: "\"optimum\":"))
    let end = try #require(proof.range(of: "\"directions\":"))
    for (levels, welfare) in [("[0, 0]", 0.0), ("[0, 0]", 100)] {
      let claim =
        "\"optimum\": {\"levels\": \(levels), \"welfare\": \(welfare), "
        + "\"bound\": 1e12}, "
      let changed = proof.replacingCharacters(
        in: start.lowerBound..<end.lowerBound, with: claim)
      try folder.write(Array(changed.utf8), to: "false.json")
      let checked = try folder.coopetition(
        "verify", "sigmoid.yaml", "false.json")
      #expect(
        checked == badInput("false.json: refused: the optimum cannot be proven")
      )
    }
  }

  @Test func anotherGameIsRefused() throws {
    let other = Self.sigmoid.replacing("- 0.5", with: "- 0.45")
    let folder = try TemporaryFolder([
      "sigmoid.yaml": Self.sigmoid, "other.yaml": other,
    ])
    _ = try folder.coopetition(
      "solve", "sigmoid.yaml", "--certificate", "proof.json")
    let checked = try folder.coopetition("verify", "other.yaml", "proof.json")
    #expect(
      checked
        == badInput(
          "proof.json: refused: its digest is not that of the scenario"))
  }

  @Test func filesInTheOtherOrderAreTold() throws {
    let folder = try TemporaryFolder(["sigmoid.yaml": Self.sigmoid])
    _ = try folder.coopetition(
      "solve", "sigmoid.yaml", "--certificate", "proof.json")
    let checked = try folder.coopetition(
      "verify", "proof.json", "sigmoid.yaml")
    #expect(
      checked
        == badInput(
          "proof.json: is a certificate; the scenario comes first, then the "
            + "certificate"))
  }

  @Test func whatIsNoCertificateIsAnError() throws {
    let folder = try TemporaryFolder([
      "sigmoid.yaml": Self.sigmoid, "empty.json": "",
      "list.json": "[1, 2]", "part.json": "{\"format\": \"other\"}",
    ])
    let run = { (file: String) in
      try folder.coopetition("verify", "sigmoid.yaml", file)
    }
    #expect(try run("empty.json") == badInput("empty.json: is empty"))
    #expect(
      try run("list.json")
        == badInput(
          "list.json: a list is not a mapping of format, scenario, digest, "
            + "players, complete, equilibria, uniqueness, optimum, "
            + "directions, tree"))
    #expect(
      try run("part.json")
        == badInput(
          "part.json: format: is not coopetition certificate 2"))
    #expect(try run("none.json").status == 1)
  }
}
