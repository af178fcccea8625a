import ArgumentParser
import Coopetition

/// Finds every equilibrium and the optimum of a scenario.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Find every equilibrium and the social optimum of a scenario.",
    discussion: """
      Prints each equilibrium with levels, payoffs, welfare and stability, the \
      social optimum, and the subsidy that makes it an equilibrium. Ctrl-C \
      prints what is known so far.

        coopetition solve sematech-1991.yaml
        coopetition solve sematech-1991.yaml --json
        coopetition solve large.yaml --levels levels.csv
        coopetition solve sematech-1991.yaml --certificate proof.json

      A cluster of many firms gets a summary: the equilibria that sweeps of \
      best responses from the top and from the bottom end in, without a search \
      for others (see --full).
      """)

  @Argument(help: "The scenario file.", completion: .file())
  var file: String

  @Flag(help: "Print one JSON object instead of tables.")
  var json = false

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

  @OptionGroup var options: SearchOptions

  func run() throws {
    let game = try readGame(file)
    let network = full ? nil : game as? SharingGame
    if let network, network.playerCount > NetworkAnalyzer.firmLimit {
      let analysis = NetworkAnalyzer(provesHighest: proveHighest)
        .analyze(network)
      try show(analysis, as: analysis.summary)
    } else {
      let search = try options.search(dimension: game.strategies.dimension)
      let analysis = game.analyze(using: Analyzer(search: search))
      try show(analysis, as: analysis.text)
    }
  }

  /// Prints an analysis and writes the levels if they are wanted.
  private func show(
    _ analysis: Analysis, as text: @autoclosure () -> String
  ) throws {
    if let certificate { try certify(analysis, in: certificate) }
    if let levels { try Output.save(analysis.levelsCSV, to: levels) }
    print(json ? analysis.json.description : text())
  }

  private func certify(_ analysis: Analysis, in path: String) throws {
    guard let proof = ProofCertificate(analysis) else {
      throw Output.failure(
        "\(path): no certificate without a search for every equilibrium; "
          + "see --full")
    }
    try Output.save(proof.json.description + "\n", to: path)
  }
}
