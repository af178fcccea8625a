import ArgumentParser
import Coopetition

extension Commitment.Selection: ExpressibleByArgument {}

/// How hard to look for a commitment.
struct CommitmentSearchOptions: ParsableArguments {
  @Option(
    help: "Which equilibrium counts: worst, best, highest or lowest.")
  var select: Commitment.Selection?

  @Option(
    help: "The gap between value and bound, relative to the value.")
  var gap = 1e-3

  /// What `--time-limit` is called elsewhere too.
  @Option(help: .hidden)
  var seconds: Double?

  @OptionGroup var search: SearchOptions

  func validate() throws {
    try WaitingOptions.checkTime("--seconds", seconds)
    guard gap > 0 else {
      throw ValidationError("--gap is \(gap); it must be more than 0.")
    }
  }

  /// The options for a scenario.
  func options(
    for scenario: Scenario, _ monitor: Monitor
  ) throws -> CommitmentOptions {
    let dimension = try scenario.game().strategies.dimension
    let equilibria = try search.search(dimension: dimension, monitor)
    let end = seconds.map { ContinuousClock.now + .seconds($0) }
    return CommitmentOptions(
      selection: select,
      search: CommitmentSearch(
        gap: gap, equilibria: equilibria, monitor: monitor.until(end)))
  }
}
