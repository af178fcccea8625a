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
        == "proof.json: 3 equilibria proven, and that there is no other; the "
        + "optimum is proven, to the tolerance of solve\n")
  }

  /// Writes a copy of a certificate, false.json, with another optimum.
  private static func claim(
    _ optimum: String, in folder: TemporaryFolder
  ) throws {
    let proof = try folder.text("proof.json")
    let start = try #require(proof.range(of: "\"optimum\":"))
    let end = try #require(proof.range(of: "\"directions\":"))
    let changed = proof.replacingCharacters(
      in: start.lowerBound..<end.lowerBound,
      with: "\"optimum\": \(optimum), ")
    try folder.write(Array(changed.utf8), to: "false.json")
  }

  /// Nobody sharing costs 1e9, beside which the welfare of the optimum, 1.3, is
  /// small; its digits are checked all the same.
  @Test(arguments: ["1.2", "1.45", "1.2998"])
  func welfareIsCheckedToItsOwnDigits(_ welfare: String) throws {
    let folder = try TemporaryFolder([
      "huge.yaml": """
      game: Huge
      players:
      - name: A
        variables: {x: [0, 1]}
        payoff: -1e9*(1-x)*(1-y) + x*y - x^2/2
      - {name: B, variables: {y: [0, 1]}, payoff: x*y - y^2/2 + 0.3*y}
      """
    ])
    _ = try folder.coopetition(
      "solve", "huge.yaml", "--certificate", "proof.json")
    try Self.claim(
      "{\"levels\": [1, 1], \"welfare\": \(welfare), \"bound\": \(welfare)}",
      in: folder)
    let checked = try folder.coopetition("verify", "huge.yaml", "false.json")
    #expect(
      checked == badInput("false.json: refused: the optimum cannot be proven"))
    #expect(
      try folder.coopetition("verify", "huge.yaml", "proof.json").status == 0)
  }

  @Test func aWorseOptimumIsRefused() throws {
    let folder = try TemporaryFolder(["sigmoid.yaml": Self.sigmoid])
    _ = try folder.coopetition(
      "solve", "sigmoid.yaml", "--certificate", "proof.json")
    for welfare in [0, 100] {
      try Self.claim(
        "{\"levels\": [0, 0], \"welfare\": \(welfare), \"bound\": 1e12}",
        in: folder)
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
