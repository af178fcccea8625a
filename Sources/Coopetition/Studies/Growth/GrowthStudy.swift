import Equilibria
import Games

/// Whether sharing makes knowledge, and knowledge sharing.
public struct GrowthStudy: Sendable {
  /// How levels arise.
  public var play: GrowthRun.Play
  /// Which equilibrium of a period is played.
  public var selection: GrowthRun.Selection
  /// The levels of the start as shares of the caps; those of the scenario if
  /// it is nil.
  public var start: [Double]?
  /// How many periods firms look ahead.
  public var horizon: Int
  /// The search for equilibria.
  public var search: BranchAndPrune
  /// Is asked whether to go on.
  public var monitor: Monitor

  /// A study with its parameters.
  public init(
    play: GrowthRun.Play = .equilibrium,
    selection: GrowthRun.Selection = .stay, start: [Double]? = nil,
    horizon: Int = 10, search: BranchAndPrune = BranchAndPrune(),
    monitor: Monitor = .unattended
  ) {
    self.play = play
    self.selection = selection
    self.start = start
    self.horizon = horizon
    self.search = search
    self.monitor = monitor
  }

  /// Firms times periods of paths are at most this many.
  public static let pathLimit = 2_000

  /// Answers for a scenario.
  ///
  /// - Throws: an error that names what is wrong.
  public func growth(
    of scenario: Scenario
  ) throws(ScenarioError) -> Growth {
    let cluster = try scenario.cluster("grow")
    try cluster.checkUniformSharing()
    let section =
      scenario.section(GrowthSection.self)
      ?? GrowthSection(firms: cluster.firms.count)
    let growth = KnowledgeGrowth(cluster, section)
    var adjustment =
      scenario.section(AdjustmentSection.self) ?? AdjustmentSection()
    if let start { adjustment.start = start }
    let levels = adjustment.levels(in: try scenario.game().strategies)
    let runs: [GrowthRun]
    switch play {
    case .equilibrium:
      let play = EquilibriumPlay(
        growth: growth, selection: selection, search: search)
      runs = [
        try play.run(
          from: levels, periods: section.periods, discount: section.discount)
      ]
    case .foresight:
      runs = try PathPlay(growth, section, horizon: horizon).foresight()
    case .planner:
      runs = [try PathPlay(growth, section, horizon: horizon).planner()]
    }
    return Growth(
      cluster: cluster, section: section, growth: growth, runs: runs,
      longRun: try LongRun(growth, search: search))
  }
}

/// How a cluster grows.
public struct Growth: Sendable {
  /// The cluster.
  public let cluster: Cluster
  /// What was asked.
  let section: GrowthSection
  let growth: KnowledgeGrowth
  /// The runs.
  public let runs: [GrowthRun]
  /// The states that last.
  public let longRun: LongRun
}
