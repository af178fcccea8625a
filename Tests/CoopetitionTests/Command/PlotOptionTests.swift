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
    "What has no picture says so before the work",
    arguments: ["policies", "lead", "shock"])
  func neverDrawn(command: String) throws {
    let run = try run(command, "two.yaml", "--plot", "picture.svg")
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(
      run.error.hasPrefix("Error: --plot: \(command) draws no picture.\n"))
    #expect(!exists("picture.svg"))
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
    let run = try run(
      "key", "two.yaml", "--measures", "--plot", "picture.svg")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("Two firms with reciprocity"))
    #expect(
      run.error
        == "coopetition: picture.svg: not drawn: this answer has no picture\n")
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
