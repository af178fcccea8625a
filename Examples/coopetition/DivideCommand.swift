import ArgumentParser
import Coopetition

/// Says who should collect and process which information.
struct DivideCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "divide",
    abstract: "Divide the collection and processing of information.",
    discussion: """
      Which firm should collect which of the topics under the key division, \
      and who should do the work? Prints the best division with a proven gap, \
      every pure equilibrium of firms that decide alone, the price of an hour \
      of work, and the bounties that make the best division one of them. \
      Ctrl-C prints what is known so far.

        coopetition divide consortium.yaml
        coopetition divide consortium.yaml --levels best --json
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(
    help: ArgumentHelp(
      """
      The sharing levels at which topics pass on: worst, best, optimum, a \
      number, or one for each firm.
      """, valueName: "levels"))
  var levels: LevelChoice?

  @Option(
    help: ArgumentHelp(
      "How many prices of topics and nodes may be computed.",
      valueName: "nodes"))
  var effort = 1_000_000

  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkCount("--effort", effort, to: .max)
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    let method = CollectionDivision.Method(
      effort: effort, levels: try levels?.levels(firms: scenario.firmCount),
      monitor: monitor)
    return try scenario.divide(using: method).report
  }
}

/// Sharing levels as an option gives them.
enum LevelChoice: ExpressibleByArgument {
  case named(SharingLevels)
  case numbers([Double])

  init?(argument: String) {
    if let named = SharingLevels(named: argument) {
      self = .named(named)
      return
    }
    let numbers =
      argument
      .split(separator: ",", omittingEmptySubsequences: false)
      .map { Double($0.drop { $0 == " " }) }
    let levels = numbers.compactMap { $0 }.filter { 0...1 ~= $0 }
    guard levels.count == numbers.count else { return nil }
    self = .numbers(levels)
  }

  /// The levels for a number of firms.
  func levels(firms: Int) throws -> SharingLevels {
    switch self {
    case .named(let levels): return levels
    case .numbers(let numbers) where numbers.count == 1:
      return .given(Array(repeating: numbers[0], count: firms))
    case .numbers(let numbers):
      guard numbers.count == firms else {
        throw ValidationError(
          "--levels has \(numbers.count) levels; the scenario has \(firms) "
            + "firms.")
      }
      return .given(numbers)
    }
  }
}
