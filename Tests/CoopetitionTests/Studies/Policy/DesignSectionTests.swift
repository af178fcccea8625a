import Coopetition
import Testing

/// What is wrong with a design, where, and what would be right.
@Suite struct DesignSectionTests {
  private static let firms =
    "firms: [{name: Alpha, tier: core}, {name: Beta}, {name: Gamma}]\n"

  @Test(arguments: [
    (
      "design: {instruments: [{set: policy.subsidy, range: [1, 0]}]}",
      "x.yaml: design.instruments[0].range: 1 is above 0"
    ),
    (
      "design: {instruments: [{set: policy.price, range: [0, 1]}, {set: policy.royalty, range: [-1, 1]}]}",
      "x.yaml: design.instruments[1].range: −1 is not in [0, 1], the values of policy.royalty"
    ),
    (
      "design: {instruments: [{set: policy.subsidi, range: [0, 1]}]}",
      "x.yaml: design.instruments[0].set: unknown number policy.subsidi; did you mean policy.subsidy?"
    ),
    (
      "design: {instruments: [{set: Bata.opportunity, range: [0, 1]}]}",
      "x.yaml: design.instruments[0].set: unknown number Bata.opportunity: there is no firm Bata; did you mean Beta?"
    ),
    (
      "design: {instruments: [{set: policy.subsidy, per: tier, range: [0, 1]}]}",
      "x.yaml: design.instruments[0].per: firm Beta has no tier"
    ),
    (
      "design: {objective: spending, instruments: [{set: policy.subsidy, range: [0, 1]}]}",
      "x.yaml: design.target: missing; spending is least for an efficiency to reach"
    ),
    (
      "design: {objective: profit, instruments: [{set: policy.price, range: [0, 1]}]}",
      "x.yaml: platform.operator: missing; profit is what service or a firm earns by it"
    ),
    (
      "design: {objective: {payoff: Gama}, instruments: [{set: policy.price, range: [0, 1]}]}",
      "x.yaml: design.objective.payoff: no firm Gama; did you mean Gamma?"
    ),
    (
      "design: {instruments: [{set: policy.price, range: [0, 1]}, {set: policy.price, range: [0, 2]}]}",
      "x.yaml: design.instruments[1].set: policy.price is set twice; leave one out"
    ),
  ])
  func mistakesAreNamed(design: String, message: String) throws {
    let error = #expect(throws: ScenarioError.self) {
      try Scenario(
        ScenarioFile(text: Self.firms + design + "\n", named: "x.yaml"))
    }
    #expect(error?.description == message)
  }

  private static let duopoly = """
    game: Duopoly
    parameters: {t: 1}
    players:
    - {name: Ann, variables: {x: [0, 9]}, payoff: x*(9 - x - y) - t*x}
    - {name: Bob, variables: {y: [0, 9]}, payoff: y*(9 - x - y)}
    design:
      instruments: [{set: t, range: [0, 1]}]

    """

  /// In a game of formulas a design is refused that means nothing there, and
  /// a formula that cannot be read is named by its own place.
  @Test(arguments: [
    ("target: 0.5", "design.target: is for clusters; a game of formulas"),
    ("publicFunds: 0.5", "design.publicFunds: is for clusters; a game"),
    ("participation: voluntary", "design.participation: is for clusters"),
    ("breakEven: true", "design.breakEven: is for clusters; a game"),
    ("contract: bonus", "design.contract: bonus is for clusters"),
    ("budget: 1", "design.spending: missing; the budget is for a formula"),
    ("select: highest", "design.select: highest goes by openness"),
    ("objective: x +", "design.objective: expected a number, a name"),
    ("objective: x + z", "design.objective: unknown name \"z\""),
    ("spending: t*z", "design.spending: unknown name \"z\""),
    (
      "objective: {payoff: Bobb}",
      "design.objective.payoff: no player Bobb; did you mean Bob?"
    ),
  ])
  func mistakesInAGameAreNamed(key: String, message: String) throws {
    let error = #expect(throws: ScenarioError.self) {
      try Scenario(
        ScenarioFile(text: Self.duopoly + "  \(key)\n", named: "x.yaml")
      ).design()
    }
    #expect(error?.description.contains(message) == true)
  }

  @Test(arguments: [
    ("per: firm", "design.instruments[0].per: t is one number; leave per out"),
    ("cost: {linear: 1}", "design.instruments[0].cost: is for clusters"),
  ])
  func mistakesOfAParameterAreNamed(key: String, message: String) throws {
    let text = Self.duopoly.replacing("1]}", with: "1], \(key)}")
    let error = #expect(throws: ScenarioError.self) {
      try Scenario(ScenarioFile(text: text, named: "x.yaml")).design()
    }
    #expect(error?.description.contains(message) == true)
  }

  @Test(arguments: [
    (
      "instruments: [{set: floor, range: [0, 0.7]}]",
      "design.instruments[0].range: a floor of 0.7 would be above a cap of 0.5"
    ),
    (
      "instruments: [{set: cap, range: [0.1, 1]}]",
      "design.instruments[0].range: a floor of 0.2 would be above a cap of 0.1"
    ),
    (
      "contract: bonus, target: [0.4, 0.6]",
      "design.target[1]: 0.6 is above the cap 0.5"
    ),
  ])
  func floorsStayBelowCaps(design: String, message: String) throws {
    let firms = "firms: [{name: A}, {name: B, cap: 0.5, floor: 0.2}]\n"
    let error = #expect(throws: ScenarioError.self) {
      try Scenario(
        ScenarioFile(text: firms + "design: {\(design)}\n", named: "x.yaml"))
    }
    #expect(error?.description.contains(message) == true)
  }

  @Test func aFloorIsFollowedUpToTheCap() throws {
    let cluster = try Cluster(
      yaml: "firms: [{name: A}, {name: B, cap: 0.5}]\n")
    let floor = try ClusterParameter("floor", in: cluster)
    _ = try cluster.family(varying: floor, over: 0...0.5)
    let error = #expect(throws: ScenarioError.self) {
      try cluster.family(varying: floor, over: 0...0.7)
    }
    #expect(error?.description == "firms[1].floor: 0.7 is above the cap 0.5")
  }

  @Test func onlyATargetHasAPriceOfRobustness() throws {
    let design = "design: {instruments: [{set: policy.price, range: [0, 1]}]}\n"
    let scenario = try Scenario(
      ScenarioFile(text: Self.firms + design, named: "x.yaml"))
    let error = #expect(throws: ScenarioError.self) {
      try scenario.design(withRobustness: true)
    }
    #expect(error?.description.contains("must be spending") == true)
  }

  @Test func bonusesNeedAGameWithoutRoyalties() throws {
    let text =
      Self.firms + "policy: {royalty: 0.2}\ndesign: {contract: bonus}\n"
    let scenario = try Scenario(ScenarioFile(text: text, named: "x.yaml"))
    let error = #expect(throws: ScenarioError.self) {
      try scenario.bonuses()
    }
    #expect(
      error?.description.hasPrefix("design.contract: bonus is for clusters")
        == true)
  }

  @Test(arguments: [0, 1.5])
  func aTargetIsAShare(target: Double) throws {
    let design =
      "design: {target: \(target), instruments: [{set: floor, range: [0, 1]}]}"
    let error = #expect(throws: ScenarioError.self) {
      try Scenario(ScenarioFile(text: Self.firms + design, named: "x.yaml"))
    }
    #expect(error?.description.contains("is not in (0, 1]") == true)
  }

  @Test func aLeaderMustBeThere() throws {
    let scenario = try Scenario(
      ScenarioFile(text: Self.firms, named: "x.yaml"))
    let error = #expect(throws: ScenarioError.self) {
      try scenario.lead(["Alpa"])
    }
    #expect(
      error?.description == "--leader: no firm Alpa; did you mean Alpha?")
  }

  @Test func aDesignIsNeeded() throws {
    let scenario = try Scenario(
      ScenarioFile(text: Self.firms, named: "x.yaml"))
    let error = #expect(throws: ScenarioError.self) { try scenario.design() }
    #expect(
      error?.description
        == "design: missing; add which numbers may be set, such as\n"
        + "  design: {instruments: [{set: policy.subsidy, range: [0, 1]}]}")
  }
}
