import TestSupport
import Testing

@testable import Coopetition

@Suite("Columns of sweeps")
struct AnalysisSweepTests {
  @Test("A point with the scenario's own values has the answer of solve")
  func own() throws {
    let scenario = try SweepSupport.scenario()
    let columns =
      "equilibria,stable,complete,proven,several,worst.welfare,"
      + "best.levels[Alpha],best.payoffs[1],highest.openness,"
      + "optimum.welfare,best.efficiency<0.5,bargain.welfare,subsidy.outlay,"
      + "equilibria[0].levels[Beta],priceOfAnarchy[0]"
    let cells = try AnalysisSweep(columns: columns, of: scenario)
      .cells(of: scenario)
    let analysis = try scenario.analyze()
    let best = analysis.equilibria[0]
    let bargain = try #require(analysis.bargain)
    let subsidy = try #require(analysis.subsidy)
    let knowledge = (best.levels[0] + best.levels[1]) / 2
    #expect(analysis.price?.anarchy.upper == .infinity)
    #expect(
      cells == [
        .integer(3), .integer(2), .boolean(true), .boolean(true),
        .boolean(true), .number(0), .number(best.levels[0]),
        .number(best.payoffs[1]), .number(knowledge),
        .number(analysis.optimum.welfare), .boolean(best.efficiency < 0.5),
        .number(bargain.welfare), .number(subsidy.outlay),
        .number(best.levels[1]),
        // Nothing is earned in the worst one: no number says the price.
        .empty,
      ])
  }

  @Test("What no column reads changes no other column")
  func parts() throws {
    let scenario = try SweepSupport.scenario()
    let few = try AnalysisSweep(of: scenario).cells(of: scenario)
    let all = try AnalysisSweep(
      columns: AnalysisSweep.standardColumns
        + ",bargain.welfare,subsidy.outlay", of: scenario
    ).cells(of: scenario)
    #expect(all.starts(with: few))
  }

  @Test("Ishigami's function as a game has the indices of its closed form")
  func ishigami() throws {
    let scenario = try Scenario(
      ScenarioFile(
        text: """
          game: Ishigami
          parameters: {x: 0, y: 0, z: 0}
          players:
          - name: A
            variables: {d: [0, 1]}
            payoff: sin(x) + 7*sin(y)^2 + 0.1*z^4*sin(x) - d
          uncertain:
            x: {uniform: [-3.141592653589793, 3.141592653589793]}
            y: {uniform: [-3.141592653589793, 3.141592653589793]}
            z: {uniform: [-3.141592653589793, 3.141592653589793]}
          """, named: "ishigami.yaml"))
    var request = SweepPlan.Request()
    request.design = .indices(1024)
    let sweep = Sweep(
      try SweepPlan(request, of: scenario),
      by: try AnalysisSweep(columns: "best.welfare,complete", of: scenario),
      fingerprint: "f", effort: 1000)
    let folder = try TemporaryFolder()
    var table = try SweepTable(
      SweepFolder(path: folder.path("."), sweep: sweep))
    try table.add(
      (0..<sweep.plan.pointCount).map { Array(sweep.row(of: $0).utf8)[...] })
    let summary = try SweepSummary(table)
    #expect(summary.complete == sweep.plan.pointCount)
    guard case .indices(let columns) = summary.groups[0].findings else {
      throw ScenarioError("no indices")
    }
    let indices = columns[0].1
    #expect(abs(indices.variance - 13.844588) < 0.3)
    for (j, first, total) in [
      (0, 0.3139, 0.5576), (1, 0.4424, 0.4424), (2, 0, 0.2437),
    ] {
      #expect(abs(indices.first[j] - first) < 0.03)
      #expect(abs(indices.total[j] - total) < 0.03)
    }
  }

  @Test("Equilibria proven unstable are selected only if there is no other")
  func selection() throws {
    let analysis = try SweepSupport.scenario().analyze()
    let unstable = analysis.equilibria.filter {
      $0.equilibrium.stability == .unstable
    }
    #expect(unstable.count == 1)
    for selection in EquilibriumSelection.allCases {
      let outcome = try #require(selection.outcome(of: analysis))
      #expect(outcome.equilibrium.stability != .unstable)
      var rest = analysis
      rest.equilibria = unstable
      #expect(selection.outcome(of: rest)?.levels == unstable[0].levels)
    }
  }

  @Test(
    "Columns that there are not are refused before the first point",
    arguments: [
      (
        "worst.wellfare",
        "--columns: worst.wellfare: unknown; did you mean worst.welfare?"
      ),
      (
        "optimum.wellfare",
        "--columns: optimum.wellfare: unknown; did you mean optimum.welfare?"
      ),
      (
        "best.levels[Alhpa]",
        "--columns: best.levels[Alhpa]: there is no Alhpa; did you mean Alpha?"
      ),
      ("stable<x", "--columns: stable<x: \"x\" is not a number"),
      ("stable,,proven", "--columns: a column is empty"),
      ("stable,stable", "--columns: stable: stands twice"),
    ])
  func unknown(columns: String, message: String) throws {
    let scenario = try SweepSupport.scenario()
    #expect {
      _ = try AnalysisSweep(columns: columns, of: scenario)
    } throws: {
      "\($0)" == message
    }
  }

  @Test("Highest openness rises with the environment and falls with rivalry")
  func monotone() throws {
    for (variation, sign) in [
      ("environment=0.5:2:7", 1.0), ("rivalry=0:3:7", -1.0),
    ] {
      let sweep = try SweepSupport.sweep(
        vary: [variation], columns: "highest.openness")
      let openness = try (0..<7).map { point in
        let scenario = try sweep.plan.scenario(
          at: sweep.plan.values(of: point))
        return try #require(sweep.method.cells(of: scenario)[0].number)
      }
      for (a, b) in zip(openness, openness.dropFirst()) {
        #expect(sign * (b - a) >= -1e-9)
      }
    }
  }

  @Test("Columns of any study are paths of its answer")
  func paths() throws {
    let scenario = try SweepSupport.scenario()
    let method = try JSONSweep(
      command: "solve", columns: "complete,optimum.welfare>1,efficiency[2]",
      of: scenario
    ) { scenario throws(ScenarioError) in try scenario.analyze().json }
    let analysis = try scenario.analyze()
    #expect(
      try method.cells(of: scenario) == [
        .boolean(true), .boolean(analysis.optimum.welfare > 1),
        .number(analysis.efficiency[2]),
      ])
    #expect {
      _ = try JSONSweep(command: "x", columns: "complet", of: scenario) {
        _ in .object([("complete", .boolean(true))])
      }
    } throws: {
      "\($0)" == "--columns: complet: unknown; did you mean complete?"
    }
  }
}
