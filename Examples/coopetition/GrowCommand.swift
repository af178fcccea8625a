import ArgumentParser
import Coopetition

/// Lets knowledge grow with sharing.
struct GrowCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "grow",
    abstract: "Follow knowledge and sharing from period to period.",
    discussion: """
      Stocks lose a part each period, and gain research and what firms learn \
      from innovation (growth in the scenario). Levels are an equilibrium of \
      each period, paths of firms that look ahead, or those of a planner. \
      The states that last are proven.

        coopetition grow three-firms.yaml
        coopetition grow three-firms.yaml --play foresight --horizon 5
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(help: "equilibrium, foresight or planner.")
  var play = GrowthRun.Play.equilibrium

  @Option(
    help: "Which equilibrium of a period: stay, highest, lowest, best, worst.")
  var select = GrowthRun.Selection.stay

  @Option(
    help: ArgumentHelp(
      "The levels before the first period as shares of the caps: one for all, "
        + "or one each.", valueName: "levels"))
  var from: String?

  @Option(help: "How many periods foresight and planner look ahead.")
  var horizon = 10

  @Option(help: "How many boxes a search for equilibria may examine.")
  var effort = 100_000

  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkCount("--horizon", horizon, to: 10_000)
    try checkCount("--effort", effort, to: .max)
    _ = try start()
  }

  /// The levels of `--from`, if any.
  private func start() throws -> [Double]? {
    try from.map { try OptionList.shares(of: $0, "--from") }
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    let count = try scenario.game().strategies.dimension
    let start = try start()
    try OptionList.checkLevels(start, "--from", count: count)
    guard play == .equilibrium || count * horizon <= GrowthStudy.pathLimit
    else {
      throw ValidationError(
        "--horizon times firms is \(count * horizon); it may be at most "
          + "\(GrowthStudy.pathLimit).")
    }
    let search = BranchAndPrune(boxLimit: effort, monitor: monitor)
    return try GrowthStudy(
      play: play, selection: select, start: start, horizon: horizon,
      search: search, monitor: monitor
    ).growth(of: scenario).report
  }
}

extension GrowthRun.Play: ExpressibleByArgument {}
extension GrowthRun.Selection: ExpressibleByArgument {}
