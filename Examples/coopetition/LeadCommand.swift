import ArgumentParser
import Coopetition

/// Lets firms, or whoever runs the platform, move first.
struct LeadCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "lead",
    abstract: "Find what each firm would do by moving first.",
    discussion: """
      A leader commits to its level; the others then play. Its best move is \
      found for the worst and for the best equilibrium that may follow.

      With --operators whoever runs the platform moves first, by its price and \
      by the share of fees that it keeps: a service institution for welfare, as \
      long as it breaks even, a core member for its own payoff. Both bear the \
      platform's cost of the scenario; nobody running it leaves all as it is.

        coopetition lead three-firms.yaml --leader Alpha
        coopetition lead consortium.yaml --operators --core Leader
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(
    help: "Who moves first, by name, as firms[0] or by tier; by default each.")
  var leader: [String] = []

  @Flag(help: "Compare who could run the platform.")
  var operators = false

  @Option(
    help: ArgumentHelp(
      "A firm that could run the platform, by name, as firms[0] or by tier; by "
        + "default each of the tier core.",
      valueName: "firm"))
  var core: [String] = []

  @Option(
    help: ArgumentHelp(
      "The prices that an operator may set (default: 0:1).",
      valueName: "from:to"))
  var price: NumberRange?

  @Option(
    help: ArgumentHelp(
      "The shares of fees that an operator may keep (default: 0:0.6).",
      valueName: "from:to"))
  var margin: NumberRange?

  @OptionGroup var commitment: CommitmentSearchOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !operators || leader.isEmpty else {
      throw ValidationError("--operators and --leader exclude each other.")
    }
    guard operators || (core.isEmpty && price == nil && margin == nil) else {
      throw ValidationError("--core, --price and --margin need --operators.")
    }
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    let options = try commitment.options(for: scenario, monitor)
    guard operators else {
      return try scenario.lead(leader, options).report
    }
    var terms = PlatformOperators.Terms(core: core)
    if let price { terms.price = price.range }
    if let margin { terms.margin = margin.range }
    return try scenario.operators(terms, options).report
  }
}
