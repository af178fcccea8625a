import ArgumentParser
import Coopetition

/// Finds which links firms form.
struct FormCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract: "Find which links form, which last, which are best.",
    discussion: """
      With few candidate pairs every network is solved: those that nobody \
      undoes, those that last with side payments, the best one, and where \
      single links lead. Otherwise, or with --rounds, links are made and cut \
      in rounds while levels adjust.

        coopetition form consortium.yaml
        coopetition form consortium.yaml --rounds 30 --at 6:environment=1.8
      """)

  @OptionGroup var input: ScenarioFiles

  @Flag(help: "Solve every network, up to 20 candidate pairs.")
  var enumerate = false

  @Option(
    help: """
      Which equilibrium is played in each network; \
      best and worst are of the highest and the lowest.
      """)
  var select: EquilibriumEnd = .highest

  @Option(help: "How many rounds a simulation has at most.")
  var rounds: Int?

  @Option(help: "The seed of a simulation.")
  var seed: UInt64 = 1

  @Option(help: "The noise of decisions in a simulation.")
  var noise = 0.0

  @Option(
    help: ArgumentHelp(
      "Set a number before a round.", valueName: "round:key=value"))
  var at: [TimedChange] = []

  @OptionGroup var output: OutputOptions

  /// The rounds of a simulation that nobody asked for.
  private static let usualRounds = 100

  func validate() throws {
    try checkCount("--rounds", rounds)
    guard noise >= 0 && noise.isFinite else {
      throw ValidationError(
        "--noise is \(noise); it must be a number from 0 up.")
    }
    guard !enumerate || rounds == nil else {
      throw ValidationError("--enumerate and --rounds exclude each other.")
    }
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    let enumeration = NetworkEnumeration(selection: select, monitor: monitor)
    if enumerate {
      return try FormationStudy.enumeration(enumeration).report(on: scenario)
    }
    let simulation = FormationSimulation(
      rounds: rounds ?? Self.usualRounds, seed: seed, noise: noise,
      events: try events(of: scenario), monitor: monitor)
    let study: FormationStudy =
      rounds == nil && at.isEmpty && noise == 0
      ? .either(enumeration, simulation) : .simulation(simulation)
    return try study.report(on: scenario)
  }

  private func events(
    of scenario: Scenario
  ) throws -> [FormationSimulation.Event] {
    guard case .cluster(let cluster) = scenario.subject else { return [] }
    return try at.map { change in
      do throws(ScenarioError) {
        return try FormationSimulation.Event(
          change.round, change.key, change.value, in: cluster)
      } catch {
        throw ScenarioError(at: "--at \(change.text)", error.message)
      }
    }
  }
}

/// A number set before a round, written `6:environment=1.8`.
struct TimedChange: ExpressibleByArgument {
  let text: String
  let round: Int
  let key: String
  let value: Double

  init?(argument: String) {
    let parts = argument.split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let round = Int(parts[0]), round >= 1,
      let sign = parts[1].lastIndex(of: "="),
      let value = Double(parts[1][parts[1].index(after: sign)...]),
      value.isFinite
    else { return nil }
    text = argument
    self.round = round
    key = String(parts[1][..<sign])
    self.value = value
  }
}
