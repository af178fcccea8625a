import ArgumentParser
import Coopetition

/// Follows every equilibrium through a number of a scenario.
struct TraceCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Follow every equilibrium through one number.",
    discussion: """
      Reports where equilibria appear, vanish, reach a bound or change \
      stability. Any number of the scenario can vary: environment, \
      model.reciprocity, premium.value, firms[2].absorption, \
      Beta.opportunity, absorption (of every firm), core.absorption (of a \
      tier), policy.subsidy; \
      complementarity and rivalry stand for a factor on all links; in a game \
      of formulas, any parameter. With model.sharing: tiers or firms every \
      level is followed, through numbers that do not change who are partners. \
      Ctrl-C prints what is known so far.

        coopetition trace sematech-1991.yaml --vary environment=0.2:2
        coopetition trace three-firms.yaml --vary rivalry=0:3 --plot branches.svg
        coopetition trace sigmoid.yaml --vary t=0.2:0.8 --csv
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(
    help: ArgumentHelp(
      "The number to vary and its values.", valueName: "key=from:to"))
  var vary: [VariedRange]

  @Option(help: "At how many values branches are reported.")
  var points = 41

  @Option(help: "At how many values every equilibrium is looked for.")
  var checks = 11

  @Flag(help: "Follow the game between the alliances of the scenario.")
  var allied = false

  @OptionGroup var search: SearchOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard vary.count == 1 else {
      throw ValidationError(
        "--vary: trace follows one number, not \(vary.count); sweep takes "
          + "several.")
    }
    try checkCount("--points", points, from: 2, to: mostValues)
    try checkCount("--checks", checks, from: 2, to: mostValues)
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    var search = try search.search(for: scenario, monitor)
    // The effort is that of all checks together.
    search.boxLimit = max(1, search.boxLimit / checks)
    let tracer = BranchTracer(
      points: points, checks: checks, search: search, monitor: monitor)
    let report = try scenario.trace(
      varying: vary[0].key, over: vary[0].range, using: tracer,
      isAllied: allied
    ).report
    return try scenario.announcingAlliances(in: report, where: allied)
  }
}

/// A key with a range of values, written `environment=0.2:2`.
struct VariedRange: ExpressibleByArgument {
  let key: String
  let range: ClosedRange<Double>

  init?(argument: String) {
    guard let sign = argument.lastIndex(of: "="),
      let range = NumberRange(
        argument: String(argument[argument.index(after: sign)...]))?.range,
      range.lowerBound < range.upperBound
    else { return nil }
    key = String(argument[..<sign])
    self.range = range
  }
}
