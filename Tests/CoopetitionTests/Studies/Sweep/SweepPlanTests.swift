import TestSupport
import Testing

@testable import Coopetition

@Suite("Plans of sweeps")
struct SweepPlanTests {
  @Test("Grids are those of an independent program")
  func grids() throws {
    for golden in try SamplingGolden.read().grid {
      let range = golden.range.map(\.shortDescription).joined(separator: ":")
      let variation = try SweepVariation("environment=\(range)")
      #expect(variation.values == .grid(golden.values))
    }
  }

  @Test("The last number of a grid is the fastest")
  func order() throws {
    let plan = try SweepSupport.sweep(
      vary: ["environment=1,2", "policy.price=0:1:3"]
    ).plan
    #expect(plan.pointCount == 6)
    #expect(
      (0..<6).map { plan.values(of: $0) } == [
        [1, 0], [1, 0.5], [1, 1], [2, 0], [2, 0.5], [2, 1],
      ])
  }

  @Test("A longer sample begins with a shorter one", arguments: [1, 2])
  func prefix(seed: UInt64) throws {
    let short = try SweepSupport.sweep(.sample(10), seed: seed).plan
    let long = try SweepSupport.sweep(.sample(25), seed: seed).plan
    for point in 0..<10 {
      #expect(short.values(of: point) == long.values(of: point))
    }
  }

  @Test("Every cell of a grid gets the same draws")
  func common() throws {
    let plan = try SweepSupport.sweep(
      .sample(8), vary: ["policy.subsidy=0,0.1,0.2"]
    ).plan
    #expect(plan.keys == ["policy.subsidy", "rivalry", "Alpha.opportunity"])
    for point in 0..<8 {
      let draws = (0..<3).map { plan.values(of: 8 * $0 + point).dropFirst() }
      #expect(draws[0] == draws[1] && draws[1] == draws[2])
    }
  }

  @Test("Samples for indices differ from A in one number of B")
  func indices() throws {
    let plan = try SweepSupport.sweep(.indices(6)).plan
    #expect(plan.pointCount == 24)
    for sample in 0..<6 {
      let rows = (0..<4).map { plan.values(of: 4 * sample + $0) }
      #expect(rows[2] == [rows[1][0], rows[0][1]])
      #expect(rows[3] == [rows[0][0], rows[1][1]])
    }
  }

  @Test("Options replace the scenario's distributions")
  func replaced() throws {
    let plan = try SweepSupport.sweep(
      .sample(2),
      vary: ["rivalry=1", "firms[0].opportunity=uniform(1,2)"]
    ).plan
    #expect(plan.keys == ["rivalry", "firms[0].opportunity"])
    #expect(plan.values(of: 0)[0] == 1)
  }

  @Test("The tornado puts one number after the other low and high")
  func tornado() throws {
    let plan = try SweepSupport.sweep(.tornado).plan
    #expect(plan.pointCount == 5)
    let middle = plan.values(of: 0)
    #expect(middle[0] == 1)
    #expect(plan.values(of: 1) == [0.55, middle[1]])
    #expect(plan.values(of: 2)[0] == 0.5 + 0.95)
    #expect(plan.values(of: 3)[0] == 1)
  }

  @Test(
    "What cannot be swept is said",
    arguments: [
      (
        "enviroment=1,2",
        "--vary: enviroment: unknown key; did you mean environment?"
      ),
      ("market=-1,1", "market: -1 is less than 0"),
      (
        "market=normal(1,0)",
        "market.normal: the deviation 0 is not greater than 0"
      ),
      (
        "environment=1:2",
        "environment=1:2: write from:to:count; trace follows every value between two"
      ),
      (
        "environment=1:2:1",
        "environment=1:2:1: \"1\" is not a count of 2 or more"
      ),
      ("environment=1,x", "environment=1,x: \"x\" is not a number"),
      (
        "environment=1,,2",
        "environment=1,,2: \"1,,2\" has an empty element; write one on each side "
          + "of a comma"
      ),
      (
        "environment=uniform(1,2",
        "environment=uniform(1,2: the bracket after uniform is not closed"
      ),
      ("environment", "environment: is not key=values"),
    ])
  func refused(variation: String, message: String) {
    #expect {
      _ = try SweepSupport.sweep(.sample(2), vary: [variation])
    } throws: {
      "\($0)" == message
    }
  }

  @Test("Sobol points have 64 coordinates, random ones any number")
  func dimensions() throws {
    let firms = (0..<33).map { "{name: F\($0)}" }.joined(separator: ", ")
    let uncertain = (0..<33).map { "F\($0).market: {uniform: [0, 1]}" }
      .joined(separator: ", ")
    let scenario = try Scenario(
      ScenarioFile(
        text: "firms: [\(firms)]\nuncertain: {\(uncertain)}", named: "F"))
    var request = SweepPlan.Request()
    request.design = .indices(2)
    #expect {
      _ = try SweepPlan(request, of: scenario)
    } throws: {
      "\($0)" == "66 coordinates are more than the 64 of Sobol points; "
        + "use --random"
    }
    request.isRandom = true
    #expect(try SweepPlan(request, of: scenario).pointCount == 70)
    request.design = .indices(1 << 40)
    #expect(throws: ScenarioError.self) {
      _ = try SweepPlan(request, of: scenario)
    }
  }

  @Test("Points of a file are taken as they are")
  func list() throws {
    let folder = try TemporaryFolder([
      "points.csv": "environment,Beta.market\n1,2\n0.5,-1\n"
    ])
    var request = SweepPlan.Request()
    request.list = folder.path("points.csv")
    let plan = try SweepPlan(request, of: SweepSupport.scenario())
    #expect(plan.keys == ["environment", "Beta.market"])
    #expect(plan.values(of: 1) == [0.5, -1])
    #expect {
      _ = try plan.scenario(at: plan.values(of: 1))
    } throws: {
      "\($0)" == "firms[1].market: -1 is less than 0"
    }
  }

  @Test(
    "What is wrong with a file of points is said",
    arguments: [
      ("", "is empty; a header of addresses is needed"),
      ("environment\n", "has no points"),
      ("environment\n1,2\n", "line 2: has 2 cells where 1 is needed"),
      ("environment\nx\n", "line 2: environment: x is not a number"),
      ("environment,environment\n1,2\n", "environment: is varied twice"),
      ("envronment\n1\n", "envronment: unknown key; did you mean environment?"),
    ])
  func badList(text: String, message: String) throws {
    let folder = try TemporaryFolder(["points.csv": text])
    var request = SweepPlan.Request()
    request.list = folder.path("points.csv")
    let scenario = try SweepSupport.scenario()
    #expect {
      _ = try SweepPlan(request, of: scenario)
    } throws: {
      "\($0)" == "\(folder.path("points.csv")): \(message)"
    }
  }
}
