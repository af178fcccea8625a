import Coopetition
import Foundation
import TestSupport
import Testing

@Suite struct ScenarioTraceTests {
  private func golden(_ name: String) throws -> Scenario {
    .cluster(try Cluster(scenario: Golden.scenario(name)))
  }

  @Test(arguments: ["multi-204", "case-101", "multi-217"])
  func branchesAreTheProvenEquilibria(name: String) throws {
    let result = try golden(name).trace(varying: "environment", over: 0.2...3)
    let trace = result.trace
    #expect(trace.termination == .converged)
    #expect(trace.checks.count == 11)
    for check in trace.checks {
      #expect(check.agrees, "at \(check.parameter)")
    }
    for event in trace.events {
      #expect(event.isProven, "\(event.kind) at \(event.parameter)")
      #expect(event.enclosure.width < 1e-8)
    }
    #expect(trace.branches.count == 3)
  }

  @Test func stepsAsLongAsThoseBetweenPointsMissNone() throws {
    let cluster = try Cluster(
      firms: ["A", "B"].map { Firm($0, linearCost: 5) },
      complementarity: .uniform(0.5))
    let trace = try Scenario.cluster(cluster).trace(
      varying: "environment", over: 0.3...2.5, using: BranchTracer(points: 21)
    ).trace
    #expect(trace.isConsistent)
    #expect(trace.branches.map(\.range) == [0.3...2.5])
    #expect(trace.branches.map(\.points.count) == [21])
    #expect(trace.events.isEmpty)
  }

  /// An event at the end of a range is proven without values beyond it.
  @Test(arguments: ["premium.value", "cost.linear", "policy.price"])
  func rangesStartWhereANumberMay(key: String) throws {
    let cluster = try Cluster(
      yaml: """
        firms: [{name: A, cap: 0}, {name: B, opportunity: 3}]
        complementarity: {uniform: 0.8}
        """)
    let trace = try Scenario.cluster(cluster).trace(
      varying: key, over: 0...1, using: BranchTracer(points: 3, checks: 2)
    ).trace
    #expect(!trace.branches.isEmpty)
  }

  /// Corrected points lie outside the strategies by their last digits.
  @Test func cornersOfFirmsWithoutCosts() throws {
    let cluster = try Cluster(
      yaml: """
        firms: [{name: A}, {name: B}, {name: C}, {name: D}, {name: E}]
        complementarity: [[0, 0, 1, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1],
         [0, 1, 0, 0, 0], [0, 0, 1, 0, 0]]
        rivalry: {uniform: 0.2}
        """)
    let trace = try Scenario.cluster(cluster).trace(
      varying: "rivalry", over: 0...1
    ).trace
    for branch in trace.branches {
      for point in branch.points {
        var moved = cluster
        moved.rivalry = cluster.rivalry.scaled(by: point.parameter)
        let game = try SharingGame(moved)
        let levels = game.strategies.clamped(point.levels)
        #expect(game.regret(at: levels).lower <= 1e-8)
      }
    }
  }

  @Test func everyPointIsAnEquilibrium() throws {
    let scenario = try golden("multi-204")
    let family = try scenario.family(varying: "F2.cap", over: 0.1...1)
    let trace = BranchTracer(points: 7, checks: 4).trace(family)
    #expect(trace.checks.count == 4)
    for check in trace.checks { #expect(check.agrees) }
    for branch in trace.branches {
      for point in branch.points {
        let regret = family.game(at: point.parameter).regret(at: point.levels)
        #expect(regret.upper < 1e-10)
        #expect(point.levels[1] <= point.parameter)
      }
    }
    #expect(
      trace.branches.contains { branch in
        branch.points.contains { $0.levels[1] == $0.parameter }
      })
  }

  @Test(arguments: [
    ("rivalry", 0.0, 3.0), ("complementarity", 0.1, 2),
    ("policy.subsidy", 0, 1),
    ("model.curvature", 0, 2), ("model.reciprocity", 0, 3),
    ("cost.linear", 0, 1), ("absorption", 0.05, 1), ("premium.value", 0, 20),
    ("policy.price", 0, 1), ("firms[2].knowledge", 0.1, 4),
  ])
  func everyNumberCanVary(key: String, from: Double, to: Double) throws {
    let result = try golden("multi-206").trace(
      varying: key, over: from...to, using: BranchTracer(points: 9, checks: 5))
    #expect(!result.trace.branches.isEmpty)
    for check in result.trace.checks {
      #expect(check.agrees, "\(key) = \(check.parameter)")
    }
    #expect(!result.trace.events.contains { $0.kind == .lost })
  }

  @Test func whatIsProvenIsCounted() throws {
    var result = try golden("case-101").trace(
      varying: "environment", over: 1...1.1,
      using: BranchTracer(points: 2, checks: 3))
    func sentence() -> String { result.report.text(width: 1_000) }
    #expect(sentence().contains("At 3 values it is proven that there is no "))
    let checks = result.trace.checks
    result.trace.checks = [checks[0]]
    #expect(sentence().contains("At 1 value it is proven that there is no "))
    result.trace.checks = []
    #expect(sentence().contains("At no value it is proven that there is no "))
  }

  @Test func reportsHaveEveryPoint() throws {
    let game = Scenario.formulas(try FormulaGame(yaml: sigmoidSharing))
    let result = try game.trace(
      varying: "t", over: 0.2...0.8, using: BranchTracer(points: 7, checks: 4))
    let points = result.trace.branches.reduce(0) { $0 + $1.points.count }
    let rows = result.report.csv.split(separator: "\n")
    #expect(rows.count == points + 1)
    #expect(
      rows[0]
        == "branch,t,stability,event,welfare,level x,level y,payoff A,payoff B")
    #expect(rows[1].hasPrefix("1,0.2,stable,,"))
    let object =
      try JSONSerialization.jsonObject(
        with: Data(result.report.data.description.utf8)) as? [String: Any]
    let events = object?["events"] as? [[String: Any]]
    #expect(events?.count == 2)
    #expect(events?.first?["kind"] as? String == "fold")
    #expect(object?["consistent"] as? Bool == true)
    #expect(result.report.text().contains("two equilibria appear (fold)"))
  }

  @Test func errorsSayWhatThereIs() throws {
    let scenario = try golden("multi-204")
    let misspelt = #expect(throws: ScenarioError.self) {
      try scenario.trace(varying: "enviroment", over: 0...1)
    }
    #expect(
      misspelt?.description
        == "enviroment: unknown key; did you mean environment?")
    let outside = #expect(throws: ScenarioError.self) {
      try scenario.trace(varying: "F1.absorption", over: 0...2)
    }
    #expect(
      outside?.description == "firms[0].absorption: 2 is not in [0, 1]")
  }
}

/// The commands `coopetition trace` and `coopetition sensitivity`, from
/// outside.
@Suite struct TraceCommandTests {
  private func run(
    _ arguments: String...
  ) throws -> BuiltExecutable.Outcome {
    let folder = try TemporaryFolder(["sigmoid.yaml": sigmoidSharing])
    return try BuiltExecutable("coopetition", beside: .module)
      .run(arguments, in: folder.path)
  }

  @Test func printsTextAndCSVAndJSON() throws {
    let text = try run("trace", "sigmoid.yaml", "--vary", "t=0.2:0.8")
    #expect(text.status == 0 && text.error.isEmpty)
    #expect(text.output.contains("3 branches of equilibria."))
    let csv = try run(
      "trace", "sigmoid.yaml", "--vary", "t=0.2:0.8", "--points", "3", "--csv")
    #expect(csv.output.hasPrefix("branch,t,"))
    let json = try run(
      "trace", "sigmoid.yaml", "--vary", "t=0.2:0.8", "--json")
    #expect(json.output.contains("\"consistent\": true"))
  }

  @Test func refusesWhatItCannotVary() throws {
    let unknown = try run("trace", "sigmoid.yaml", "--vary", "q=0:1")
    #expect(unknown.status == 1 && unknown.output.isEmpty)
    #expect(
      unknown.error
        == "coopetition: sigmoid.yaml: q: unknown key; known are t\n")
    let reversed = try run("trace", "sigmoid.yaml", "--vary", "t=1:0")
    #expect(reversed.status == 64)
  }

  @Test func ranksNumbers() throws {
    let text = try run("sensitivity", "sigmoid.yaml")
    #expect(text.status == 0)
    #expect(text.output.contains("elasticity"))
    let csv = try run("sensitivity", "sigmoid.yaml", "--csv")
    #expect(csv.output.split(separator: "\n").count == 4)
  }
}
