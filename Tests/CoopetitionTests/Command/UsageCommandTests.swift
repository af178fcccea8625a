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
    (
      ["divide"], "--levels=wrst",
      "--levels: \"wrst\" is not one of worst, best, "
        + "optimum; did you mean worst?"
    ),
    (["divide"], "--levels=0.5,2", "--levels: 2.0 is not from 0 to 1."),
    (["evolve"], "--from=x", "--from: \"x\" is not a number."),
    (["grow"], "--from=0.5,-1", "--from: -1.0 is not from 0 to 1."),
    (["evolve"], "--noise=0.1,0", "--noise takes numbers above 0."),
    (["evolve"], "--from=0,0,0", "--from has 3 levels; the scenario has 2."),
    (
      ["pareto"], "--weights=1,x,2", "--weights: \"x\" is not a number."
    ),
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
      ["trace", "--vary=rivalry=0:1"], "--vary=environment=0:1",
      "--vary: trace follows one number, not 2; sweep takes several."
    ),
    (["key"], "--leave=9", "--leave is 9; the cluster has 2 firms."),
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
      ["sweep", "--vary", "rivalry=0,1", "--out", "out", "--columns", "a"],
      "--command=slove",
      "--command: there is no command slove; did you mean solve?"
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

  @Test(arguments: [
    ("alliances", "--others", "alone,,together"),
    ("spread", "--compare", "best,"), ("solve", "--from", "1,,1"),
    ("evolve", "--from", ",0.5"), ("evolve", "--noise", "0.3,,1"),
    ("grow", "--from", "0.5,"), ("divide", "--levels", "0.5,,1"),
    ("pareto", "--weights", "1,,2"),
  ])
  func emptyElementsOfListsAreRefused(
    command: String, option: String, list: String
  ) throws {
    let folder = try TemporaryFolder(Self.folder)
    let run = try folder.coopetition(
      command, "chem.yaml", "\(option)=\(list)")
    #expect(run.status == 64 && run.output == "")
    #expect(
      run.error.hasPrefix(
        "Error: \(option): \"\(list)\" has an empty element; write one on each "
          + "side of a comma.\n"), "\(run.error)")
  }

  /// What is found while a command runs names it as what is found before does.
  @Test(arguments: [
    ["solve", "--from=1", "chem.yaml"], ["solve", "--effort=0", "chem.yaml"],
    ["pareto", "--weights=1", "chem.yaml"], ["report", "-", "--out", "m.html"],
    ["solve", "-chem.yaml"],
    ["check"],
  ])
  func wrongUsageNamesTheCommand(call: [String]) throws {
    let folder = try TemporaryFolder(Self.folder)
    let run = try BuiltExecutable("coopetition", beside: .module)
      .run(call, in: folder.path)
    #expect(run.status == 64)
    let lines = run.error.split(separator: "\n")
    #expect(lines.count >= 3)
    let usage = "Usage: coopetition \(call[0]) "
    #expect(lines.dropFirst().contains { $0.hasPrefix(usage) })
    #expect(
      lines.last
        == "  See 'coopetition \(call[0]) --help' for more information.")
  }

  @Test(arguments: [
    ["pareto", "--firms", "\"Acme, Inc.\",B+C"],
    ["pareto", "--groups", "\"Acme, Inc.\"+\"B+C\",D"],
    ["alliances", "--structure", "\"Acme, Inc.\"+\"B+C\""],
  ])
  func namesWithSeparatorsStandInQuotes(call: [String]) throws {
    let folder = try TemporaryFolder([
      "three.yaml": """
      firms: [{name: "Acme, Inc."}, {name: B+C}, {name: D}]
      complementarity: {uniform: 1}
      """
    ])
    let run = try BuiltExecutable("coopetition", beside: .module)
      .run(call + ["three.yaml"], in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    let bare = call.map { $0.replacing("\"", with: "") }
    let wrong = try BuiltExecutable("coopetition", beside: .module)
      .run(bare + ["three.yaml"], in: folder.path)
    #expect(wrong.status == 1)
    #expect(
      wrong.error.hasSuffix(
        "(names with a comma or a plus stand in double quotes, such as "
          + "\"Acme, Inc.\")\n"))
  }

  @Test(arguments: [
    ("pareto", "--firms", "Alpa,Beta"), ("pareto", "--groups", "Alpa + Beta"),
    ("alliances", "--structure", "Alpa + Beta"), ("lead", "--leader", "Alpa"),
    ("trace", "--vary", "Alpa.absorption=0.1:1"),
    ("shock", "--parameter", "firms[Alpa].absorption"),
    ("spread", "--effect", "Alpa.absorption"),
  ])
  func namesAreSuggested(
    command: String, option: String, names: String
  ) throws {
    let folder = try TemporaryFolder([
      "two.yaml": """
      firms: [{name: Alpha}, {name: Beta}]
      complementarity: {uniform: 1}
      """
    ])
    let run = try folder.coopetition(command, "two.yaml", option, names)
    #expect(run.status == 1)
    #expect(
      run.error.hasSuffix("no firm Alpa; did you mean Alpha?\n"))
  }

  @Test(arguments: [
    ["trace", "--vary", "core.opportunity=1:2"],
    ["sweep", "--vary", "core.opportunity=1,2", "--out", "out"],
    ["shock", "--parameter", "core.opportunity"],
    ["spread", "--effect", "core.opportunity"],
    ["form", "--rounds", "2", "--at", "2:core.opportunity=2"],
  ])
  func aTierHasAnAddressEverywhere(call: [String]) throws {
    let folder = try TemporaryFolder([
      "two.yaml": """
      firms:
      - {name: A, tier: core, cost: {linear: 0.1}}
      - {name: B, tier: general, cost: {linear: 0.1}}
      complementarity: {uniform: 1}
      """
    ])
    let run = try BuiltExecutable("coopetition", beside: .module)
      .run(call + ["two.yaml"], in: folder.path)
    #expect(run.status == 0, "\(run.error)")
  }

  private static let tiers = """
    firms:
    - {name: A, tier: core, cost: {linear: 0.1}}
    - {name: B, tier: core, cost: {linear: 0.1}}
    - {name: C, tier: general, cost: {linear: 0.1}}
    complementarity: {uniform: 1}
    """

  /// Firms are named by name, position or tier wherever an option names them.
  @Test(arguments: [
    (["lead", "--leader", "firms[1]"], ["lead", "--leader", "B"]),
    (
      ["lead", "--leader", "A", "--leader", "firms[0]"],
      ["lead", "--leader", "A"]
    ),
    (
      ["lead", "--operators", "--core", "C", "--core", "firms[2]"],
      ["lead", "--operators", "--core", "C"]
    ),
    (
      ["lead", "--leader", "core"],
      ["lead", "--leader", "A", "--leader", "firms[B]"]
    ),
    (
      ["lead", "--operators", "--core", "firms[2]"],
      ["lead", "--operators", "--core", "C"]
    ),
    (
      ["lead", "--operators", "--core", "general"],
      ["lead", "--operators", "--core", "C"]
    ),
    (
      ["alliances", "--structure", "firms[0]+firms[C]"],
      ["alliances", "--structure", "A+C"]
    ),
    (
      ["alliances", "--structure", "core"],
      ["alliances", "--structure", "A+B"]
    ),
    (
      ["pareto", "--no-proof", "--points", "3", "--firms", "general,firms[0]"],
      ["pareto", "--no-proof", "--points", "3", "--firms", "C,A"]
    ),
    (
      ["pareto", "--no-proof", "--points", "3", "--groups", "firms[0],C+B"],
      ["pareto", "--no-proof", "--points", "3", "--groups", "A,general+B"]
    ),
  ])
  func aFirmHasAnAddressEverywhere(call: [String], same: [String]) throws {
    let folder = try TemporaryFolder(["three.yaml": Self.tiers])
    let command = BuiltExecutable("coopetition", beside: .module)
    let runs = try [call, same].map {
      try command.run($0 + ["three.yaml"], in: folder.path)
    }
    #expect(runs[0].status == 0, "\(runs[0].error)")
    func plain(_ text: String) -> String {
      text.replacing("general", with: "C")
    }
    #expect(plain(runs[0].output) == plain(runs[1].output))
  }

  @Test(arguments: [
    (
      ["lead", "--leader", "firms[7]"],
      "--leader: no firm 7 among 3; positions count from 0"
    ),
    (["lead", "--leader", ""], "--leader: names no firm of 3, such as A"),
    (
      ["lead", "--leader", "1"],
      "--leader: no firm 1 among 3; did you mean firms[1]?"
    ),
    (
      ["lead", "--operators", "--core", "firms[01]"],
      "--core: no firm 01 among 3; did you mean 1?"
    ),
    (
      ["trace", "--vary", "firms[3].absorption=0.1:1"],
      "there is no firm 3 among 3; positions count from 0"
    ),
    (
      ["pareto", "--groups", "A,firms[01]"],
      "there is no firm 01 among 3; did you mean 1?"
    ),
    (
      ["pareto", "--firms", "A,,B"],
      "\"A,,B\" has an empty element; write one on each side of a comma"
    ),
    (
      ["lead", "--operators", "--core", "cor"],
      "no firm cor; did you mean core?"
    ),
    (
      ["alliances", "--structure", "A+firms[7]"],
      "--structure[0][1]: there is no firm 7 among 3; positions count from 0"
    ),
    (
      ["alliances", "--structure", "core+A"],
      "--structure[0][1]: A is named twice"
    ),
    (
      ["alliances", "--structure", "core,A+C"],
      "--structure[1]: A is in --structure[0] already"
    ),
    (["pareto", "--firms", "core,A"], "A is named twice"),
    (["pareto", "--firms", "ordinary,A"], "there is no firm ordinary"),
    (
      ["form", "--at", "6:core.opportunty=1"],
      "--at 6:core.opportunty=1: unknown key; did you mean core.opportunity?"
    ),
  ])
  func whoIsNotThereIsBadInput(call: [String], message: String) throws {
    let folder = try TemporaryFolder(["three.yaml": Self.tiers])
    let run = try BuiltExecutable("coopetition", beside: .module)
      .run(call + ["three.yaml"], in: folder.path)
    #expect(run.status == 1 && run.output == "")
    #expect(run.error.hasSuffix("\(message)\n"), "\(run.error)")
  }

  @Test(arguments: [
    ("alliances", "--others=alone,togther", "together"),
    ("spread", "--compare=best,optimun", "optimum"),
    ("shock", "--select=wrst", "worst"),
  ])
  func wordsAreSuggested(
    command: String, option: String, word: String
  ) throws {
    let folder = try TemporaryFolder(["three.yaml": Self.tiers])
    let run = try folder.coopetition(command, "three.yaml", option)
    #expect(run.status == 64)
    #expect(
      run.error.split(separator: "\n")[0]
        .hasSuffix("; did you mean \(word)?"), "\(run.error)")
  }

  @Test(arguments: ["key", "form"], ["best", "worst", "highest", "lowest"])
  func everyStudySelectsByTheSameWords(command: String, word: String) throws {
    let folder = try TemporaryFolder(["three.yaml": Self.tiers])
    let run = try folder.coopetition(command, "three.yaml", "--select", word)
    #expect(run.status == 0, "\(run.error)")
  }

  @Test func csvOfSeveralFilesNamesThem() throws {
    let folder = try TemporaryFolder([
      "a.yaml": Self.tiers, "b.yaml": Self.tiers,
    ])
    let run = try folder.coopetition(
      "alliances", "a.yaml", "b.yaml", "--csv")
    let rows = run.output.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[0].hasPrefix("file,alliance,size,worth,"))
    #expect(rows.dropFirst().count { $0.hasPrefix("a.yaml,A+") } == 3)
    #expect(rows.dropFirst().count { $0.hasPrefix("b.yaml,A+") } == 3)
    #expect(rows.dropLast().allSatisfy { !$0.isEmpty })
    let matrix = try folder.coopetition(
      "policies", "a.yaml", "b.yaml", "--csv")
    #expect(matrix.output.hasPrefix("file,lever,"))
    #expect(matrix.output.contains("\n,coordination,"))
    #expect(matrix.output.contains("\nb.yaml,rules,"))
  }

  @Test(arguments: [
    ["report", "-", "--out", "memo.html"],
    ["sweep", "-", "--vary", "environment=1,2", "--out", "out"],
  ])
  func filesThatAreNamedAreNoStandardInput(call: [String]) throws {
    let folder = try TemporaryFolder()
    let run = try BuiltExecutable("coopetition", beside: .module)
      .run(call, in: folder.path)
    #expect(run.status == 64)
    #expect(
      run.error.hasPrefix("Error: standard input has no name; give a file.\n"))
  }

  @Test(arguments: ["key", "form", "spread", "grow", "solve"])
  func figuresHaveNoFirms(command: String) throws {
    let folder = try TemporaryFolder([
      "figures.yaml": "diagnosis: {panel: figures.csv}",
      "figures.csv": "year,output\n2001,1\n2002,2\n",
    ])
    #expect(
      try folder.coopetition(command, "figures.yaml")
        == badInput("figures.yaml: firms: is missing"))
  }

  @Test func whatAFrontLacksIsSaidOfTheFile() throws {
    let folder = try TemporaryFolder(["one.yaml": "firms: [{name: A}]"])
    #expect(
      try folder.coopetition("pareto", "one.yaml")
        == badInput(
          "one.yaml: a front takes two objectives or more; there is 1"))
  }

  @Test func pathsThatWereStoppedAreIncomplete() throws {
    let run = try TemporaryFolder()
      .coopetition("paths", "--time-limit", "1e-9", "--strict")
    #expect(run.status == 2)
    #expect(run.error.contains("stopped before the end"))
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
    ("solve", "[<options>] <file> ..."), ("check", "<file> ... [--confined]"),
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
