import ArgumentParser
import Coopetition

/// Follows every equilibrium through a number of a scenario.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Follow every equilibrium through one number of a scenario.",
    discussion: """
      Reports where equilibria appear, vanish, reach a bound or change \
      stability. Any number of the scenario can vary: environment, \
      model.reciprocity, premium.value, firms[2].absorption, \
      Beta.opportunity, absorption (of every firm), policy.subsidy; \
      complementarity and rivalry stand for a factor on all links; in a game \
      of formulas, any parameter. Ctrl-C prints what is known so far.

        coopetition trace sematech-1991.yaml --vary environment=0.2:2
        coopetition trace sigmoid.yaml --vary t=0.2:0.8 --csv
      """)

  @Argument(help: "The scenario file.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "The number to vary and its values.", valueName: "key=from:to"))
  var vary: VariedRange

  @Option(help: "At how many values branches are reported.")
  var points = 41

  @Option(help: "At how many values every equilibrium is looked for.")
  var checks = 11

  @OptionGroup var table: TableOptions

  @OptionGroup var options: SearchOptions

  func validate() throws {
    guard points >= 2, checks >= 2 else {
      throw ValidationError("--points and --checks must be at least 2.")
    }
  }

  func run() throws {
    let scenario = try reading { () throws(ScenarioError) in
      try Scenario(path: file)
    }
    let game = try reading(file) { () throws(ScenarioError) in
      try scenario.game()
    }
    let progress = ProgressLine(isQuiet: options.quiet)
    var search = try options.search(dimension: game.strategies.dimension)
    // The effort is that of all checks together.
    search.boxLimit = max(1, search.boxLimit / checks)
    let tracer = BranchTracer(points: points, checks: checks, search: search) {
      steps in
      progress.show("\(steps) steps along branches")
      return !Interruption.isRequested
    }
    let result = try reading { () throws(ScenarioError) in
      try scenario.trace(
        varying: vary.key, over: vary.range, using: tracer)
    }
    progress.finish()
    print(
      table.csv
        ? result.csv : table.json ? result.json.description : result.text)
  }
}

/// A key with a range of values, written `environment=0.2:2`.
struct VariedRange: ExpressibleByArgument {
  let key: String
  let range: ClosedRange<Double>

  init?(argument: String) {
    guard let sign = argument.lastIndex(of: "=") else { return nil }
    let ends = argument[argument.index(after: sign)...]
      .split(separator: ":", omittingEmptySubsequences: false)
    guard ends.count == 2, let from = Double(ends[0]), let to = Double(ends[1]),
      from.isFinite, to.isFinite, from < to
    else { return nil }
    key = String(argument[..<sign])
    range = from...to
  }
}
