import ArgumentParser
import Coopetition

/// Finds the Pareto front of a scenario.
struct ParetoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pareto",
    abstract: "Find the Pareto front beside the equilibria.",
    discussion: """
      Prints profiles that leave nobody better off without leaving somebody \
      worse off, beside the equilibria, the social optimum, and the profiles \
      that improve on the stable equilibrium of least welfare for everybody: \
      egalitarian, Nash, Kalai–Smorodinsky and utilitarian.

        coopetition pareto two-firms.yaml
        coopetition pareto two-firms.yaml --points 200 --plot front.svg
        coopetition pareto consortium.yaml --groups tiers --json
        coopetition pareto consortium.yaml --firms IBM,Intel --hold
        coopetition pareto consortium.yaml --groups IBM+Intel,Motorola+TI
      """)

  @Argument(help: "The scenario file.", completion: .file())
  var file: String

  @Option(help: "How many points to find.")
  var points = 100

  @Option(
    help: ArgumentHelp(
      "Draw the front between these firms only.", valueName: "names"))
  var firms: String?

  @Option(
    help: ArgumentHelp(
      "Draw the front between groups: tiers, or names such as A+B,C+D.",
      valueName: "groups"))
  var groups: String?

  @Flag(help: "Hold the others at the equilibrium (with --firms or --groups).")
  var hold = false

  @Option(
    help: ArgumentHelp(
      "What each firm counts in improvements, such as 1,2,1.",
      valueName: "weights"))
  var weights: String?

  @Option(
    help: ArgumentHelp(
      "Also draw the front into an SVG file.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var plot: String?

  @Flag(help: "Print one JSON object instead of tables.")
  var json = false

  @Flag(help: "Print comma-separated values instead of tables.")
  var csv = false

  @Flag(help: "Do not prove that points are globally nondominated.")
  var noProof = false

  @OptionGroup var options: SearchOptions

  func validate() throws {
    guard points > 1 else {
      throw ValidationError("--points is \(points); it must be at least 2.")
    }
    guard !(json && csv) else {
      throw ValidationError("--json and --csv exclude one another.")
    }
    guard firms == nil || groups == nil else {
      throw ValidationError("--firms and --groups exclude one another.")
    }
    guard !hold || firms != nil || groups != nil else {
      throw ValidationError("--hold needs --firms or --groups.")
    }
  }

  func run() throws {
    let game = try readGame(file)
    let analyzer = FrontAnalyzer(
      objectives: objectives, holdsOthers: hold,
      tracing: ParetoTracing(
        points: points,
        proof: noProof ? nil : LeastGainProof(branchingLimit: 6)),
      analyzer: Analyzer(
        search: try options.search(dimension: game.strategies.dimension)),
      weights: try numbers(of: weights, count: game.playerCount))
    let analysis = try reading { () throws(ScenarioError) in
      try analyzer.analyze(game)
    }
    if let plot { try Output.save(analysis.picture.description, to: plot) }
    if csv {
      print(analysis.csv, terminator: "")
    } else {
      print(json ? analysis.json.description : analysis.text)
    }
  }

  private var objectives: FrontObjectives {
    if let firms { return .named(Self.parts(firms, at: ",")) }
    guard let groups else { return .players }
    return groups == "tiers"
      ? .tiers
      : .groups(Self.parts(groups, at: ",").map { Self.parts($0, at: "+") })
  }

  private static func parts(
    _ text: String, at separator: Character
  ) -> [String] {
    text.split(separator: separator).map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  private func numbers(of text: String?, count: Int) throws -> [Double]? {
    guard let text else { return nil }
    let numbers = Self.parts(text, at: ",").compactMap(Double.init)
    guard numbers.count == count, numbers.allSatisfy({ $0 > 0 }) else {
      throw ValidationError("--weights takes \(count) positive numbers.")
    }
    return numbers
  }
}
