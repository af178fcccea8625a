import Games
import Testing

@testable import Coopetition

/// The least changes of a number that end an equilibrium.
@Suite struct ParameterTippingTests {
  /// Sharing pays only if the others share as well.
  static let chem = """
    environment: 1
    firms:
      - {name: Alpha, knowledge: 4, absorption: 0.6, opportunity: 3,
         cost: {linear: 0.5, quadratic: 0.6}}
      - {name: Beta, knowledge: 3, absorption: 0.7, opportunity: 3.5,
         cost: {linear: 0.5, quadratic: 0.6}}
      - {name: Gamma, knowledge: 2, absorption: 0.8, opportunity: 4,
         cost: {linear: 0.5, quadratic: 0.6}}
    complementarity: {uniform: 0.3}
    rivalry: {uniform: 0.2}

    """

  private func scenario(environment: Double = 1) throws -> Scenario {
    let folder = try ScenarioFolder()
    let text = Self.chem.replacing(
      "environment: 1", with: "environment: \(environment)")
    try folder.write(Array(text.utf8), to: "chem.yaml")
    return try Scenario(path: folder.path("chem.yaml"))
  }

  /// A number is followed from half of today's value to twice, and about 0
  /// from 0 to 1.
  @Test(arguments: [
    ("Alpha.opportunity", 1.5...6), ("environment", 0.5...2),
    ("Alpha.base", 0...1),
  ])
  func theUsualRangeHoldsToday(
    address: String, range: ClosedRange<Double>
  ) throws {
    let (found, today) = try scenario().trace(
      varying: address, overUsual: nil, using: BranchTracer())
    #expect(found.trace.range == range)
    #expect(range.contains(today))
  }

  /// Sharing ends at a fold, on whose two sides the search finds other numbers
  /// of equilibria; that nobody shares lasts.
  @Test func sharingEndsAtTheFold() throws {
    let shocks = try ShockStudy(parameters: ["environment"])
      .shocks(of: scenario())
    #expect(shocks.results.count == 2)
    let tippings = try shocks.results.map { result in
      (
        shocks.list.outcomes[result.place].welfare,
        try #require(result.parameters[0])
      )
    }
    let sharing = try #require(tippings.max { $0.0 < $1.0 }).1
    let nobody = try #require(tippings.min { $0.0 < $1.0 }).1
    #expect(sharing.today == 1 && sharing.up == nil)
    let fold = try #require(sharing.down)
    #expect(fold.kind == .fold && fold.isProven)
    #expect(nobody.down == nil)
    for (shift, count) in [(-1e-3, 1), (1e-3, 3)] {
      let found = try scenario(environment: fold.parameter + shift)
        .game().equilibria()
      #expect(found.isComplete && found.equilibria.count == count)
    }
  }

  @Test func unknownNumbersAreNamed() throws {
    let study = ShockStudy(parameters: ["enviroment"])
    #expect(throws: ScenarioError.self) { try study.shocks(of: scenario()) }
  }

  /// Pictures of time are well formed and say in words what they show.
  @Test func reportsOfTimeHavePictures() throws {
    let text =
      Self.chem + """
        growth: {learning: 0.2, periods: 10}
        diffusion: {levels: caps, innovations: [{seeds: [Alpha]}]}

        """
    let folder = try ScenarioFolder()
    try folder.write(Array(text.utf8), to: "chem.yaml")
    let scenario = try Scenario(path: folder.path("chem.yaml"))
    let reports = [
      try EvolutionStudy(starts: 10).evolution(of: scenario).report,
      try SpreadStudy(compared: [.optimum]).spread(of: scenario).report,
      try GrowthStudy().growth(of: scenario).report,
    ]
    for picture in reports.flatMap(\.pictures) {
      let text = picture.description
      #expect(XMLChecker().elements(of: text).contains("polyline"))
      #expect(!text.contains("nan"))
    }
    #expect(reports.allSatisfy { $0.pictures.count == 1 })
  }

  @Test func twoFirmsHaveAPortrait() throws {
    let text = """
      firms:
        - {name: Alpha, knowledge: 4, opportunity: 3,
           cost: {linear: 0.5, quadratic: 0.6}}
        - {name: Beta, knowledge: 3, opportunity: 3,
           cost: {linear: 0.5, quadratic: 0.6}}
      complementarity: {uniform: 0.3}

      """
    let folder = try ScenarioFolder()
    try folder.write(Array(text.utf8), to: "chem.yaml")
    let evolution = try EvolutionStudy(starts: 10)
      .evolution(of: Scenario(path: folder.path("chem.yaml")))
    let pictures = evolution.report.pictures
    #expect(pictures.count == 2)
    #expect(
      pictures.allSatisfy {
        XMLChecker().elements(of: $0.description).contains("polyline")
      })
  }
}
