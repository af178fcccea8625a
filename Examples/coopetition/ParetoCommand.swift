import ArgumentParser
import Coopetition

/// Finds the Pareto front of a scenario.
struct ParetoCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "pareto",
    abstract: "Find the Pareto front beside the equilibria.",
    discussion: """
      Prints profiles that leave nobody better off without leaving somebody \
      worse off, beside the equilibria, the social optimum, and the profiles \
      that improve on the stable equilibrium of least welfare for everybody: \
      egalitarian, Nash, Kalai–Smorodinsky and utilitarian.

      Of more than 40 firms the front is drawn between the tiers, or else \
      between those who hold half of all knowledge and the others. Ctrl-C stops \
      the search and prints what is known.

        coopetition pareto two-firms.yaml --points 200 --plot front.svg
        coopetition pareto consortium.yaml --groups tiers --json
        coopetition pareto consortium.yaml --groups Leader+Rival,Maker+Supplier
        coopetition pareto consortium.yaml --firms Leader,Rival --hold
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(
    help: "How many points to find: 100, or 20 for more than 200 firms.")
  var points: Int?

  @Option(
    help: ArgumentHelp(
      "The largest step between neighbours, as a share of the front's extent.",
      valueName: "share"))
  var resolution: Double?

  @Option(
    help: ArgumentHelp(
      """
      Draw the front between these firms only, such as A,B, firms[0] or a tier; \
      a name with a comma stands in double quotes.
      """, valueName: "names"))
  var firms: String?

  @Option(
    help: ArgumentHelp(
      """
      Draw the front between groups: tiers, knowledge, names such as A+B,C+D or \
      core,general+firms[3] \
      (in double quotes with a comma or a plus), or a CSV file with a line for each firm, its name and its group.
      """,
      valueName: "groups"))
  var groups: String?

  @Flag(help: "Hold the others at the equilibrium (with --firms or --groups).")
  var hold = false

  @Option(
    help: ArgumentHelp(
      "What each firm counts in improvements, such as 1,2,1.",
      valueName: "weights"))
  var weights: String?

  @Flag(help: "Do not prove that points are globally nondominated.")
  var noProof = false

  @OptionGroup var search: SearchOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let points, points <= 1 {
      throw ValidationError("--points is \(points); it must be at least 2.")
    }
    if let resolution, !(resolution > 0 && resolution <= 1) {
      throw ValidationError("--resolution is not in (0, 1].")
    }
    guard firms == nil || groups == nil else {
      throw ValidationError("--firms and --groups exclude each other.")
    }
    guard !hold || firms != nil || groups != nil else {
      throw ValidationError("--hold needs --firms or --groups.")
    }
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    let game = try scenario.game()
    let search = try search.search(
      dimension: game.strategies.dimension, monitor)
    let weights = try numbers(of: weights, count: game.playerCount)
    return try analysis(
      of: game,
      Analyzer(search: search, bargaining: Bargaining(monitor: monitor)),
      weights, monitor
    ).report
  }

  private func analysis(
    of game: some ScenarioGame, _ search: Analyzer, _ weights: [Double]?,
    _ monitor: Monitor
  ) throws(ScenarioError) -> FrontAnalysis {
    let isLarge = game.playerCount > NetworkAnalyzer.firmLimit
    let analyzer = FrontAnalyzer(
      objectives: try objectives(for: game), holdsOthers: hold,
      tracing: ParetoTracing(
        points: points ?? (isLarge ? 20 : 100), resolution: resolution,
        proof: noProof ? nil : LeastGainProof(branchingLimit: 6),
        monitor: monitor), analyzer: search,
      weights: weights)
    return try analyzer.analyze(game)
  }

  private func objectives(
    for game: some ScenarioGame
  ) throws(ScenarioError) -> FrontObjectives {
    if let firms { return try .named(NameGroups.names(in: firms)) }
    switch groups {
    case nil: return .standard(for: game)
    case "tiers": return .tiers
    case "knowledge": return .knowledge
    case let name? where name.hasSuffix(".csv"):
      return try .list(path: name, of: game.playerNames)
    case let names?:
      return try .groups(NameGroups.groups(in: names))
    }
  }

  private func numbers(of text: String?, count: Int) throws -> [Double]? {
    guard let text else { return nil }
    let numbers = try OptionList.numbers(of: text, "--weights")
    guard numbers.count == count, numbers.allSatisfy({ $0 > 0 }) else {
      throw ValidationError("--weights takes \(count) positive numbers.")
    }
    return numbers
  }
}
