import ArgumentParser
import Coopetition

/// Follows innovations through a cluster.
struct SpreadCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "spread",
    abstract: "Follow innovations as they spread through a cluster.",
    discussion: """
      Knowledge flows at the sharing levels of diffusion.levels, by default \
      those of the worst equilibrium. Small clusters are answered exactly, \
      large ones by runs; the mean field stands beside.

        coopetition spread three-firms.yaml
        coopetition spread three-firms.yaml --compare best,optimum
        coopetition spread three-firms.yaml --effect Beta.absorption
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(help: "exact or simulation; by default exact where it is small.")
  var method: SpreadStudy.Method?

  @Option(help: "How many runs a simulation has.")
  var runs = 1_000

  @Option(help: "The seed of the simulation.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Other sharing to compare with: worst, best, highest, lowest, optimum, "
        + "caps.", valueName: "names"))
  var compare: String?

  @Option(
    help: ArgumentHelp(
      "Also show how fast the measures change with a number.",
      valueName: "key"))
  var effect: String?

  @OptionGroup var search: SearchOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkCount("--runs", runs)
    _ = try choices()
  }

  private func choices() throws -> [SharingChoice] {
    guard let compare else { return [] }
    return try OptionList.words(
      of: compare, "--compare", among: SharingChoice.names,
      SharingChoice.init(name:))
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    let study = SpreadStudy(
      method: method, runs: runs, seed: seed, compared: try choices(),
      effect: effect,
      search: try search.search(for: scenario, monitor),
      monitor: monitor)
    if let problem = try study.problem(with: scenario) {
      throw ValidationError(problem)
    }
    return try study.spread(of: scenario).report
  }
}

extension SpreadStudy.Method: ExpressibleByArgument {}
