import ArgumentParser
import Coopetition

/// How hard to look for equilibria.
struct SearchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many boxes the search for equilibria may examine.",
      valueName: "boxes"))
  var effort = Self.usualEffort

  /// How many boxes are examined if nothing is said.
  static let usualEffort = 100_000

  @Option(
    help: ArgumentHelp(
      "Start the search at these levels too, such as 0.2,0.5,1.",
      valueName: "levels"))
  var from: String?

  /// The options as words, unless they are the usual ones.
  var unusual: [String] {
    // A level may begin with a minus sign.
    unusualEffort + (from.map { ["--from=\($0)"] } ?? [])
  }

  /// `--effort` as words, unless it is the usual one.
  var unusualEffort: [String] {
    effort == Self.usualEffort ? [] : ["--effort", "\(effort)"]
  }

  func validate() throws {
    try checkCount("--effort", effort, to: .max)
    _ = try levels()
  }

  /// The levels of `--from`, if any.
  private func levels() throws -> [Double]? {
    try from.map { try OptionList.numbers(of: $0, "--from") }
  }

  /// The levels of `--from` for a game with a number of variables.
  private func starts(dimension: () throws -> Int) throws -> [[Double]] {
    guard let levels = try levels() else { return [] }
    let (count, dimension) = (levels.count, try dimension())
    guard count == dimension else {
      throw ValidationError(
        "--from has \(NumberText.counted(count, "level")); "
          + "the scenario has \(dimension).")
    }
    return [levels]
  }

  /// The search for the equilibria of a scenario's game.
  ///
  /// - Throws: `ValidationError` if `--from` has another number of levels than
  ///   the game, `ScenarioError` if there is no game.
  func search(
    for scenario: Scenario, _ monitor: Monitor
  ) throws -> BranchAndPrune {
    try search(dimension: scenario.game().strategies.dimension, monitor)
  }

  /// The search for the equilibria of a game with a number of variables, which
  /// is asked for only where `--from` is given.
  ///
  /// - Throws: `ValidationError` if `--from` has another number of levels.
  func search(
    dimension: @autoclosure () throws -> Int, _ monitor: Monitor
  ) throws -> BranchAndPrune {
    var multiStart = MultiStart()
    multiStart.startingProfiles = try starts(dimension: dimension)
    return BranchAndPrune(
      boxLimit: effort, multiStart: multiStart, monitor: monitor)
  }
}
