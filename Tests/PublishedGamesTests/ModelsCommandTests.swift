import Foundation
import PublishedGames
import TestSupport
import Testing

/// The command `coopetition models`, from outside.
struct ModelsCommandTests {
  private func run(
    _ arguments: String..., file: String = "{}"
  ) throws -> BuiltExecutable.Outcome {
    let folder = try TemporaryFolder(["parameters.json": file])
    return try BuiltExecutable("coopetition", beside: .module)
      .run(["models"] + arguments, in: folder.path)
  }

  @Test func listsEveryModelOnOneLine() throws {
    let lines = try run().output.split(separator: "\n")
    #expect(lines.count == PublishedGames.all.count)
    for (line, model) in zip(lines, PublishedGames.all) {
      #expect(line.contains(model.name) && line.hasSuffix(model.question))
    }
  }

  @Test func listsEveryModelAsJSON() throws {
    let list = try Value(json: run("--json").output).list
    #expect(
      list?.map { $0.record?["model"]?.text }
        == PublishedGames.all.map { $0.name })
  }

  @Test func printsJSONWithTheKeysThatAreDocumented() throws {
    let outcome = try run("aj1988", "--set", "beta=0.4", "--json")
    let record = try #require(try Value(json: outcome.output).record)
    #expect(
      Set(record.names).isSuperset(of: [
        "model", "parameters", "values", "checks",
      ]))
    #expect(record["model"] == "aj1988")
    #expect(record.number("parameters", "beta") == 0.4)
    #expect(abs(record.number("values", "noncooperative", "x") - 5.0761) < 1e-4)
    #expect(record.number("checks", "largest_difference") < 1e-9)
  }

  @Test(
    arguments: GoldenCase.all.filter {
      ["gm2001", "publicgoods"].contains($0.model)
    })
  func takesParametersFromFiles(_ golden: GoldenCase) throws {
    let outcome = try run(
      golden.model, "--params", "parameters.json", "--json",
      file: Value.record(golden.parameters).json)
    let values = try Value(json: outcome.output).record?["values"]?.record
    for value in values?.comparisons(with: golden.expected) ?? [] {
      #expect(value.difference <= golden.tolerance, "\(value.path)")
    }
    #expect(values != nil)
  }

  @Test func settingsChangeWhatAFileSays() throws {
    let outcome = try run(
      "aj1988", "--params", "parameters.json", "--set", "beta=0.1", "--json",
      file: #"{"beta": 0.4, "gamma": 6}"#)
    let record = try Value(json: outcome.output).record
    #expect(record?.number("parameters", "beta") == 0.1)
    #expect(record?.number("parameters", "gamma") == 6)
  }

  @Test(arguments: [
    (["aj1988", "--set", "beta=1.7"], "beta: 1.7 is not in [0, 1]"),
    (
      ["aj1988", "--set", "bta=1"], "bta: unknown parameter; did you mean beta?"
    ),
    (["aj1888"], "aj1888: unknown model; did you mean aj1988?"),
    (["aj1988", "--set", "beta"], "beta: is no setting"),
    (["aj1988", "--set", "beta=high"], "beta: \"high\" is not in [0, 1]"),
    (["aj1988", "--set", "A=200"], "A: is not below a"),
    (["aj1988", "--params", "none.json"], "none.json: cannot be read as text"),
    (["aj1988", "--params", "parameters.json"], "parameters.json: is not a"),
    (
      ["publicgoods", "--set", "network=ring"], "network: ring is not a network"
    ),
    (["bcz2006", "--set", "lambda=0.3"], "lambda: is not below 0.227"),
    (["ggg2020", "--set", "bhat=[1,2]"], "bhat: has 2 numbers for 6 players"),
    (["leader_follower", "--set", "b=0.7"], "b: makes a + b 1 or more"),
    (
      ["littlechild1974", "--set", "costs=[3,-1]"], "costs: has a cost below 0"
    ),
    (["shapley1971", "--set", "fixed_cost=-1"], "fixed_cost: -1 is not a"),
    (["shapley_shubik1954", "--set", "quota=50"], "quota: is not above half"),
    (["leaking_stocks", "--set", "eta=0.2"], "eta: is not below q/2"),
    (["leaking_stocks", "--set", "kappa=1"], "kappa: is not below p"),
    (["friedman1971", "--set", "c=10"], "c: is not below a"),
    (
      ["kermack_mckendrick1927", "--set", "t=[0]"], "t: has a time that is not"
    ),
    (
      ["granovetter1978", "--set", "seeds=[11]"],
      "seeds: has a number that is not in 1 to 10"
    ),
    (
      ["sharing_lattice", "--set", "cells=[[9,1]]"],
      "cells: [9, 1] is no cell of the grid"
    ),
    (
      ["sharing_lattice", "--set", "forever=1"],
      "forever: 1 is neither true nor false"
    ),
    (["sharing_lattice", "--set", "neighbours=6"], "neighbours: is neither 4"),
    (
      ["repeated_sharing", "--set", "delta=[1]"], "delta: has a number that is"
    ),
  ])
  func saysInOneLineWhatIsWrong(
    _ arguments: [String], _ message: String
  ) throws {
    let folder = try TemporaryFolder(["parameters.json": "[1, 2]"])
    let outcome = try BuiltExecutable("coopetition", beside: .module)
      .run(["models"] + arguments, in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix("coopetition: " + message))
    #expect(outcome.error.split(separator: "\n").count == 1)
  }

  @Test func checksOneModelOnItsGrid() throws {
    let outcome = try run("gll2003", "--check")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("gll2003: 3 propositions at 12 points"))
    #expect(!outcome.output.contains("FAILS"))
  }
}
