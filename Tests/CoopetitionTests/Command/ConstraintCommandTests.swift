import Foundation
import TestSupport
import Testing

/// What commands do with a file that has constraints: they keep them, or refuse
/// it.
@Suite struct ConstraintCommandTests {
  private static let shared = """
    game: Shared
    parameters: {most: 1}
    players:
    - {name: A, variables: {x: [0, 1]}, payoff: "-(x - 1)^2"}
    - {name: B, variables: {y: [0, 1]}, payoff: "-(y - 1/2)^2"}
    constraints: [x + y <= most]
    """
  private static let pennies = """
    game: Matching pennies
    players:
    - {name: A, simplex: [h, t], payoff: (h - t)*(H - T)}
    - {name: B, simplex: [H, T], payoff: -(h - t)*(H - T)}
    """
  private static let empty = """
    game: Empty
    players:
    - {name: A, variables: {x: [0, 1]}, payoff: x}
    - {name: B, variables: {y: [0, 1]}, payoff: y}
    constraints: [x + y >= 1.5, x + y <= 1.25]
    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder([
      "shared.yaml": Self.shared, "pennies.yaml": Self.pennies,
      "empty.yaml": Self.empty,
    ])
  }

  private static let wouldIgnore = """
    this study would ignore it; solve, check, verify and sweep keep \
    constraints and simplices
    """

  /// Commands that ask about a game of formulas, with their options.
  private static let others: [[String]] = [
    ["pareto"], ["trace", "--vary", "most=0.5:1"], ["sensitivity"],
    ["alliances"], ["policies"], ["evolve"], ["shock"], ["lead"], ["design"],
    ["plot"], ["report", "--out", "page.html"], ["solve", "--allied"],
  ]

  @Test(arguments: others)
  func othersRefuse(call: [String]) throws {
    for (file, place) in [
      ("shared.yaml", "constraints"), ("pennies.yaml", "players[0].simplex"),
    ] {
      let run = try BuiltExecutable("coopetition", beside: .module).run(
        [call[0], file] + call.dropFirst(), in: folder.path)
      #expect(run.status == 1)
      #expect(run.output == "")
      // A simplex game has no parameter to vary, which may be said first.
      #expect(
        run.error
          == "coopetition: \(file): \(place): \(Self.wouldIgnore)\n")
    }
  }

  @Test func whatIsSolvedIsVerified() throws {
    for (file, count) in [("shared.yaml", 1), ("pennies.yaml", 1)] {
      let solved = try folder.coopetition(
        "solve", file, "--certificate", "proof.json")
      #expect(solved.status == 0)
      let checked = try folder.coopetition("verify", file, "proof.json")
      #expect(
        checked.output
          == "proof.json: \(count) equilibrium proven, and that there is no "
          + "other\n")
    }
  }

  @Test func anotherMultiplierIsRefused() throws {
    _ = try folder.coopetition(
      "solve", "shared.yaml", "--certificate", "proof.json")
    let path = folder.path + "/proof.json"
    let proof = try String(contentsOfFile: path, encoding: .utf8)
    let changed = proof.replacing(
      "[0.75, 0.25, 0.5]", with: "[0.75, 0.25, 0.6]")
    #expect(changed != proof)
    try changed.write(toFile: path, atomically: true, encoding: .utf8)
    let checked = try folder.coopetition("verify", "shared.yaml", "proof.json")
    #expect(checked.status == 1)
    #expect(checked.error.contains("refused: equilibrium 1 cannot be proven"))
  }

  @Test func whatNobodyCanKeepIsRefused() throws {
    for command in ["solve", "check"] {
      #expect(
        try folder.coopetition(command, "empty.yaml")
          == badInput(
            "empty.yaml: constraints: no profile within the bounds keeps them "
              + "all; that is proven"))
    }
  }

  @Test func checkListsThem() throws {
    let shared = try folder.coopetition("check", "shared.yaml")
    #expect(
      shared.output
        == "shared.yaml: Shared, 2 players\n  constraint: x + y <= most\n")
    let pennies = try folder.coopetition("check", "pennies.yaml")
    #expect(
      pennies.output == """
        pennies.yaml: Matching pennies, 2 players
          shares of 1: h, t
          shares of 1: H, T

        """)
  }

  @Test func sweepsVaryParametersOfConstraints() throws {
    let run = try folder.coopetition(
      "sweep", "shared.yaml", "--vary", "most=0.5,1", "--columns",
      "complete,best.levels[x]", "--out", "out")
    #expect(run.status == 0)
    let rows = try String(
      contentsOfFile: folder.path + "/out/results.csv", encoding: .utf8)
    #expect(rows.contains("0.5"))
    // x − y = 1/2 and x + y is what is allowed.
    #expect(rows.contains("0.75"))
  }

  @Test func tablesHaveMultipliers() throws {
    let run = try folder.coopetition("solve", "shared.yaml")
    #expect(
      run.output.contains(
        """
        constraint     kept by  multiplier
        """))
    let json = try folder.coopetition("solve", "shared.yaml", "--json").output
    #expect(json.contains("\"binding\": true"))
  }
}
