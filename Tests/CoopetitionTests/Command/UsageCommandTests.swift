import Coopetition
import TestSupport
import Testing

/// Calls that are wrong, and calls for help.
@Suite struct UsageCommandTests {
  private static let folder = [
    "chem.yaml": "firms: [{name: A}, {name: B}]\ncomplementarity: {uniform: 1}"
  ]

  @Test(arguments: [
    ([], "slove", "there is no command slove; did you mean solve?"),
    (["help"], "slove", "there is no command slove; did you mean solve?"),
    ([], "xyzzy", "there is no command xyzzy."),
    ([], "--jsn", "Unknown option '--jsn'"),
    (["solve"], "--jsn", "Unknown option '--jsn'. Did you mean '--json'?"),
    (["plot"], "more", "Unexpected argument 'chem.yaml'"),
    (
      ["solve"], "--from=1",
      "--from has 1 level; the scenario has 2."
    ),
    (
      ["solve"], "--from=0.5,0.5,0.5",
      "--from has 3 levels; the scenario has 2."
    ),
    (["solve"], "--from=1,x", "--from: \"x\" is not a number."),
    (["solve"], "--from=nan,1", "--from: \"nan\" is not a number."),
    (["solve"], "--from=1,inf", "--from: \"inf\" is not a number."),
    (["solve"], "--from=1,,1", "--from: \"\" is not a number."),
    (
      ["solve"], "--effort=0",
      "--effort is 0; it must be at least 1."
    ),
    (
      ["solve"], "--effort=-5",
      "--effort is -5; it must be at least 1."
    ),
    (
      ["solve"], "--time-limit=1e300",
      "--time-limit is above 1e9 seconds, some 30 years."
    ),
    (["solve"], "--time-limit=nan", "--time-limit is not above 0."),
    (
      ["design"], "--seconds=1e300",
      "--seconds is above 1e9 seconds, some 30 years."
    ),
    (
      ["evolve"], "--starts=9223372036854775807",
      "--starts is 9223372036854775807; it must be at most 100,000,000."
    ),
    (
      ["spread"], "--runs=9223372036854775807",
      "--runs is 9223372036854775807; it must be at most 100,000,000."
    ),
    (
      ["grow"], "--horizon=9223372036854775807",
      "--horizon is 9223372036854775807; it must be at most 10,000."
    ),
    (
      ["solve"], "--effort=much",
      "The value 'much' is invalid for '--effort <boxes>'"
    ),
    (
      ["solve"], "--effort=1e30",
      "The value '1e30' is invalid for '--effort <boxes>'"
    ),
  ])
  func wrongUsage(before: [String], wrong: String, message: String) throws {
    let folder = try TemporaryFolder(Self.folder)
    let run = try BuiltExecutable("coopetition", beside: .module)
      .run(before + [wrong, "chem.yaml"], in: folder.path)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.error.hasPrefix("Error: \(message)\n"))
  }

  @Test(arguments: ["solve", "check"])
  func theFileMayNotBeLeftOut(command: String) throws {
    let run = try TemporaryFolder().coopetition(command)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(
      run.error.hasPrefix("Error: Missing expected argument '<file> ...'\n"))
  }

  @Test(arguments: [
    ("solve", "[<options>] <file> ..."), ("check", "<file> ..."),
  ])
  func helpHasAnExample(command: String, arguments: String) throws {
    let run = try TemporaryFolder().coopetition(command, "--help")
    #expect(run.status == 0)
    #expect(run.error == "")
    #expect(run.output.contains("\n  coopetition \(command) "))
    #expect(
      run.output.contains("\nUSAGE: coopetition \(command) \(arguments)\n"))
  }

  @Test func helpListsTheCommands() throws {
    let folder = try TemporaryFolder()
    let run = try folder.coopetition("--help")
    #expect(run.status == 0)
    for command in ["solve", "check"] {
      #expect(run.output.contains("\n  \(command)  "))
      #expect(run.output.contains("\n  coopetition \(command) "))
    }
    #expect(try folder.coopetition() == run)
  }

  @Test func versionIsThatOfThePackage() throws {
    let run = try TemporaryFolder().coopetition("--version")
    #expect(run.status == 0)
    #expect(run.output == "\(CoopetitionPackage.version)\n")
  }
}
