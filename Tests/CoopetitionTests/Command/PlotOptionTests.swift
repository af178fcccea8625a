import Foundation
import TestSupport
import Testing

@testable import Coopetition

/// What `--plot` does with answers, files and wrong calls.
@Suite("The option --plot")
struct PlotOptionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder(["two.yaml": SweepSupport.text])
  }

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.path(name))
  }

  private func run(_ arguments: String...) throws -> BuiltExecutable.Outcome {
    try BuiltExecutable("coopetition", beside: .module)
      .run(arguments, in: folder.path)
  }

  @Test(
    "The picture is drawn beside what is printed",
    arguments: [
      ["trace", "two.yaml", "--vary", "rivalry=0.5:1", "--checks", "2"],
      ["solve", "two.yaml"], ["sensitivity", "two.yaml"],
      ["pareto", "two.yaml", "--points", "5", "--no-proof"],
      ["sweep", "two.yaml", "--vary", "rivalry=0.5,1", "--out", "out"],
      ["key", "two.yaml", "--tip"], ["form", "two.yaml", "--rounds", "3"],
      ["key", "two.yaml", "--leave", "1"], ["key", "two.yaml", "--measures"],
      ["form", "two.yaml"], ["alliances", "two.yaml"],
      ["alliances", "two.yaml", "--structure", "Alpha+Beta"],
      ["policies", "two.yaml"], ["lead", "two.yaml"], ["shock", "two.yaml"],
      ["lead", "two.yaml", "--operators", "--core", "Alpha", "--gap", "0.1"],
      ["grow", "two.yaml"], ["spread", "two.yaml"],
      ["evolve", "two.yaml", "--starts", "10"], ["diagnose", "two.yaml"],
    ])
  func drawn(arguments: [String]) throws {
    let run = try BuiltExecutable("coopetition", beside: .module)
      .run(arguments + ["--plot", "picture.svg"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Two firms with reciprocity"))
    let elements = XMLChecker().elements(of: try folder.text("picture.svg"))
    #expect(elements.prefix(3) == ["svg", "title", "desc"])
  }

  @Test(
    "Sections of their own have pictures too",
    arguments: [
      (
        "design",
        "design: {instruments: [{set: policy.subsidy, range: [0, 1]}]}"
      ),
      (
        "design", "design: {contract: bonus, target: full, objective: spending}"
      ),
      ("divide", "division: {topics: [{name: T, value: 2, cost: 1}]}"),
      (
        "spread",
        "diffusion: {rule: threshold, levels: caps, innovations: "
          + "[{seeds: [Alpha]}]}"
      ),
    ])
  func drawnOfSections(command: String, section: String) throws {
    let text = SweepSupport.text + "\n" + section
    try folder.write(Array(text.utf8), to: "own.yaml")
    let run = try run(command, "own.yaml", "--plot", "picture.svg")
    #expect(run.status == 0, "\(run.error)")
    let elements = XMLChecker().elements(of: try folder.text("picture.svg"))
    #expect(elements.prefix(3) == ["svg", "title", "desc"])
  }

  @Test("Games of worths and typical clusters have pictures")
  func drawnOfOthers() throws {
    try folder.write(
      Array(
        """
        name: W
        worths: {players: [A, B], values: {A: 0, B: 1, A+B: 3}}
        """.utf8), to: "w.yaml")
    let worths = try run("alliances", "w.yaml", "--plot", "w.svg")
    #expect(worths.status == 0 && exists("w.svg"), "\(worths.error)")
    let paths = try run(
      "paths", "giant", "--firms", "6", "--samples", "2", "--plot", "p.svg")
    #expect(paths.status == 0 && exists("p.svg"), "\(paths.error)")
  }

  @Test("The bars of policies are what the levers add")
  func policies() throws {
    _ = try run("policies", "two.yaml", "--plot", "p.svg")
    let picture = try folder.text("p.svg")
    let json = try run("policies", "two.yaml", "--json")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        as? [String: Any])
    let levers = try #require(answer["levers"] as? [[String: Any]])
    #expect(levers.count == 7)
    for lever in levers {
      let worth = try #require(lever["worth"] as? Double)
      let name = try #require(lever["lever"] as? String)
      guard worth != 0 else { continue }
      #expect(
        picture.contains(
          "<title>\(name): \(NumberText.significant(worth))</title>"))
    }
  }

  @Test("Best responses that break constraints are not drawn")
  func constrained() throws {
    try folder.write(
      Array(
        """
        game: Capped
        players:
        - {name: A, variables: {x: [0, 10]}, payoff: "x*(8 - x - y)"}
        - {name: B, variables: {y: [0, 10]}, payoff: "y*(8 - x - y)"}
        constraints: [x + y <= 4]
        """.utf8), to: "capped.yaml")
    let drawn = try run("solve", "capped.yaml", "--plot", "picture.svg")
    #expect(drawn.status == 64 && !exists("picture.svg"))
    let page = try run("solve", "capped.yaml", "--html", "page.html")
    #expect(page.status == 0)
    #expect(try !folder.text("page.html").contains("<svg"))
  }

  @Test("An answer without a picture is printed all the same")
  func none() throws {
    let text = """
      name: Flat
      firms:
      - {name: A, cost: {linear: 1}}
      - {name: B, cost: {linear: 1}}
      """
    try folder.write(Array(text.utf8), to: "flat.yaml")
    for (options, status) in [([], 0), (["--strict"], Int32(2))] {
      let run = try BuiltExecutable("coopetition", beside: .module).run(
        ["sensitivity", "flat.yaml", "--plot", "picture.svg"] + options,
        in: folder.path)
      #expect(run.status == status)
      #expect(run.output.hasPrefix("Flat"))
      #expect(
        run.error
          == "coopetition: picture.svg: not drawn: this answer has no picture\n"
      )
      #expect(!exists("picture.svg"))
    }
  }

  @Test("Where there can be no picture the work is not begun")
  func never() throws {
    let text = """
      diagnosis:
        gem: {resources: 5, infrastructure: 6, suppliers: 4, structure: 7,
          localMarket: 5, externalMarket: 3}
      """
    try folder.write(Array(text.utf8), to: "scores.yaml")
    let run = try run("diagnose", "scores.yaml", "--plot", "picture.svg")
    #expect(run.status == 64 && run.output == "")
    #expect(run.error.hasPrefix("Error: --plot: diagnose draws"))
    #expect(!exists("picture.svg"))
  }

  @Test("A sweep is drawn by the shard that ends it")
  func shards() throws {
    let sweep = [
      "sweep", "two.yaml", "--vary", "rivalry=0.5,1", "--out", "out", "--plot",
      "picture.svg",
    ]
    let command = BuiltExecutable("coopetition", beside: .module)
    let first = try command.run(sweep + ["--shard", "1/2"], in: folder.path)
    #expect(first.status == 0)
    #expect(!exists("picture.svg"))
    let last = try command.run(sweep + ["--shard", "2/2"], in: folder.path)
    #expect(last.status == 0)
    #expect(exists("picture.svg"))
  }

  @Test("Wrong calls have exit status 64 and leave no file")
  func usage() throws {
    let sample = try run(
      "sweep", "two.yaml", "--sample", "2", "--out", "out", "--plot", "p.svg")
    #expect(sample.status == 64)
    #expect(!exists("out"))
    let twice = try run(
      "sensitivity", "two.yaml", "two.yaml", "--plot", "p.svg")
    #expect(twice.status == 64)
    let same = try run(
      "sensitivity", "two.yaml", "--plot", "p.svg", "--html", "p.svg")
    #expect(same.status == 64)
    #expect(!exists("p.svg"))
  }

  @Test("A picture does not take the place of the scenario")
  func scenarioItself() throws {
    let run = try run("sensitivity", "two.yaml", "--plot", "two.yaml")
    #expect(run.status == 1)
    #expect(try folder.text("two.yaml") == SweepSupport.text)
  }
}
