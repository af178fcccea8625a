import ArgumentParser
import Coopetition

/// Finds every equilibrium and the optimum of a scenario.
struct SolveCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Find every equilibrium and the social optimum.",
    discussion: """
      Prints each equilibrium with levels, payoffs, welfare and stability, the \
      social optimum, and the subsidy that makes it an equilibrium. Ctrl-C \
      prints what is known so far.

      A cluster of many firms gets a summary: the equilibria that sweeps of \
      best responses from the top and from the bottom end in, without a search \
      for others (see --full).

      A game of formulas may have constraints that players share, and \
      strategies that are shares of 1: each equilibrium then has a table of \
      constraints with their multipliers.

        coopetition solve sematech-1991.yaml
        coopetition solve sematech-1991.yaml --json
        coopetition solve sematech-1991.yaml --levels levels.csv
        coopetition solve three-firms.yaml --certificate proof.json
        coopetition solve river-basin.yaml
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(
    help: ArgumentHelp(
      "Write the levels of every equilibrium and of the optimum to a CSV file.",
      valueName: "file"), completion: .file(extensions: ["csv"]))
  var levels: String?

  @Option(
    help: ArgumentHelp(
      "Write a certificate that coopetition verify can check.",
      valueName: "file"), completion: .file(extensions: ["json"]))
  var certificate: String?

  @Flag(help: "Do everything for a cluster of many firms too, however long.")
  var full = false

  @Flag(
    help: ArgumentHelp(
      "Try to prove which equilibrium of a cluster of many firms is the highest."
    ))
  var proveHighest = false

  @Flag(help: "Solve the game between the alliances of the scenario.")
  var allied = false

  @Flag(help: "Also say how many boxes and programs the search took.")
  var verbose = false

  @OptionGroup var search: SearchOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard input.files.count == 1 || (levels == nil && certificate == nil) else {
      throw ValidationError(
        "--levels and --certificate are for one scenario at a time.")
    }
    guard !allied || (certificate == nil && !proveHighest) else {
      throw ValidationError(
        "--allied has no certificate and no highest equilibrium.")
    }
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    try checkPicture(of: scenario)
    let levels = try levels.map { try OutputFile($0, besides: input.files) }
    let proof = try certificate.map {
      try OutputFile(
        $0, besides: input.files + (self.levels.map { [$0] } ?? []))
    }
    let (analysis, told) = try solved(scenario, monitor)
    try levels?.commit(analysis.levelRecords.csv)
    if let proof { try certify(analysis, in: proof) }
    var report = told
    if verbose { report.sections.append(.text(analysis.searchEffort)) }
    return try scenario.announcingAlliances(in: report, where: allied)
  }

  /// The analysis of a scenario and what is told of it.
  private func solved(
    _ scenario: Scenario, _ monitor: Monitor
  ) throws -> (Analysis, Report) {
    if let directed = try directed(scenario, monitor) {
      return (directed.analysis, directed.report)
    }
    let analysis =
      try allied
      ? alliedAnalysis(of: scenario, monitor)
      : analysis(of: scenario.game(keepsConstraints: true), monitor)
    var report = analysis.report
    report.sections += try pictures(of: analysis)
    return (analysis, report)
  }

  /// The best responses of two firms, for those who look at pictures.
  private func pictures(of analysis: Analysis) throws -> [Report.Section] {
    guard output.plot != nil || output.html != nil,
      BestResponsePicture.draws(analysis.game)
    else { return [] }
    return [.picture(try BestResponsePicture(analysis).document)]
  }

  /// Throws before the work if a picture is asked for that there is not.
  private func checkPicture(of scenario: Scenario) throws {
    guard output.plot != nil else { return }
    let isDrawn =
      try !scenario.hasDirectedSharing
      && BestResponsePicture.draws(scenario.game(keepsConstraints: true))
    guard !isDrawn else { return }
    throw ValidationError(
      "--plot: solve draws the best responses of two firms; trace, pareto and "
        + "sensitivity draw more.")
  }

  /// The answer if firms set their levels for each tier or partner.
  private func directed(
    _ scenario: Scenario, _ monitor: Monitor
  ) throws -> DirectedAnalysis? {
    guard scenario.hasDirectedSharing else { return nil }
    guard !allied else {
      throw ValidationError(
        "--allied is for one level per firm; leave it out or model.sharing.")
    }
    return try scenario.directedSharing(
      using: Analyzer(search: try search.search(for: scenario, monitor)))
  }

  private func analysis(
    of game: any ScenarioGame, _ monitor: Monitor
  ) throws -> Analysis {
    let dimension = game.strategies.dimension
    return game.analyze(
      using: Analyzer(
        search: try search.search(dimension: dimension, monitor),
        networks: full
          ? nil
          : NetworkAnalyzer(provesHighest: proveHighest, monitor: monitor)))
  }

  /// The analysis of the game between alliances.
  private func alliedAnalysis(
    of scenario: Scenario, _ monitor: Monitor
  ) throws -> Analysis {
    let (members, between) = try scenario.alliedGame()
    func open<G: ScenarioGame>(_ game: G) throws -> Analysis {
      let dimension = game.strategies.dimension
      return Analyzer(search: try search.search(dimension: dimension, monitor))
        .analyze(game, between: between)
    }
    return try open(members)
  }

  private func certify(_ analysis: Analysis, in file: OutputFile) throws {
    guard let proof = ProofCertificate(analysis) else {
      let isLeftOut = analysis.solver.skipped.contains { $0.key == "complete" }
      throw Output.failure(
        isLeftOut
          ? "no certificate without a search for every equilibrium; see --full"
          : "no certificate: the equilibria of this game are not searched for "
            + "box by box in its levels")
    }
    try file.commit(proof.json.description + "\n")
  }
}
