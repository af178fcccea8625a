import ArgumentParser
import Coopetition

/// Follows sharing from today's levels.
struct EvolveCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "evolve",
    abstract: "Follow sharing from today's levels to where it ends.",
    discussion: """
      How levels move is said by adjustment in the scenario: by default half \
      of the way to the best response each period. Basins are proven for up \
      to four firms whose best responses rise, elsewhere they are the share \
      of random starts.

        coopetition evolve three-firms.yaml --from 0.3
        coopetition evolve three-firms.yaml --from 0.2,0.6,0.4 --mistakes costly
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(
    help: ArgumentHelp(
      "Today's levels as shares of the caps: one for all, or one each.",
      valueName: "levels"))
  var from: String?

  @Option(help: "How many random starts.")
  var starts = 10_000

  @Option(help: "The seed of the random starts.")
  var seed: UInt64 = 1

  @Option(help: "The limit on periods.")
  var periods = 1_000

  @Option(help: "What a mistake costs: costly or uniform.")
  var mistakes: MistakeDynamics.Cost?

  @Option(
    help: ArgumentHelp(
      "Noises at which long-run probabilities are wanted.",
      valueName: "numbers"))
  var noise: String?

  @Option(help: "How many boxes the search for equilibria may examine.")
  var effort = 100_000

  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkCount("--starts", starts, from: 0)
    try checkCount("--periods", periods)
    try checkCount("--effort", effort, to: .max)
    guard try noises().allSatisfy({ $0 > 0 }) else {
      throw ValidationError("--noise takes numbers above 0.")
    }
    _ = try start()
  }

  /// The levels of `--from`, if any.
  private func start() throws -> [Double]? {
    try from.map { try OptionList.shares(of: $0, "--from") }
  }

  /// The numbers of `--noise`.
  private func noises() throws -> [Double] {
    try noise.map { try OptionList.numbers(of: $0, "--noise") } ?? []
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    let dimension = try scenario.game().strategies.dimension
    let start = try start()
    try OptionList.checkLevels(start, "--from", count: dimension)
    guard mistakes == nil || dimension <= BinaryChoices.playerLimit else {
      throw ValidationError(
        "--mistakes takes at most \(BinaryChoices.playerLimit) firms; there "
          + "are \(dimension).")
    }
    let search = BranchAndPrune(boxLimit: effort, monitor: monitor)
    return try EvolutionStudy(
      start: start, starts: starts, seed: seed, periods: periods,
      mistakes: mistakes, noises: noises(), search: search,
      monitor: monitor
    ).evolution(of: scenario).report
  }
}

extension MistakeDynamics.Cost: ExpressibleByArgument {}
