import ArgumentParser
import Coopetition

/// A command that asks one question about each scenario.
///
/// A conforming type states its options and ``report(on:_:)``; reading,
/// progress, Ctrl-C and SIGTERM, the forms of output and exit statuses are
/// here: 0 for an answer, 1 for bad input, 2 with `--strict` for an answer that
/// is incomplete or has no picture for `--plot`, 64 for wrong usage; `sweep`
/// ends with 130 after either signal, since its answer is the folder, which the
/// same command goes on with.
protocol StudyCommand: ParsableCommand {
  /// The scenarios.
  var input: ScenarioFiles { get }
  /// The form of the answer.
  var output: OutputOptions { get }
  /// Answers the question.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - monitor: What long computations ask whether to go on.
  /// - Returns: The answer, as far as it is known.
  /// - Throws: `ScenarioError` for bad input, `ValidationError` for options
  ///   that do not fit the scenario.
  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report

  /// Answers the question about a file; by default that it describes a
  /// scenario.
  func report(on file: ScenarioFile, _ monitor: Monitor) throws -> Report

  /// Answers the question about all files.
  ///
  /// - Returns: An answer for each, and what is said of several side by side
  ///   before them, if anything; JSON has the answers alone.
  func reports(
    on files: [String], _ monitor: Monitor
  ) throws -> (each: [Report], together: Report?)
}

extension StudyCommand {
  /// The name and version of the contract that the JSON keeps:
  /// `Documentation/Schemas/COMMAND.schema.json`.
  static var schema: String {
    "coopetition/\(configuration.commandName ?? "")/1"
  }

  func report(on file: ScenarioFile, _ monitor: Monitor) throws -> Report {
    try answer(on: scenario(in: file), monitor)
  }

  /// The answer, which says so where the work was stopped before anything was
  /// known.
  func answer(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    do {
      return try report(on: scenario, monitor)
    } catch let error as ScenarioError where error.isStop {
      return Report(
        title: scenario.name,
        sections: [.text("Not answered: \(error.message).")],
        data: .object([("scenario", .text(scenario.name))]), isComplete: false)
    }
  }

  func reports(
    on files: [String], _ monitor: Monitor
  ) throws -> (each: [Report], together: Report?) {
    let each = try files.map { file in
      try naming(file) {
        try report(on: input.references.scenarioFile(file), monitor)
      }
    }
    return (each, nil)
  }

  func run() throws {
    let pages = try OutputPages(output, besides: input.files)
    let progress = ProgressLine(output.waiting)
    var (reports, together) = try progress.watching {
      try self.reports(on: input.files, $0)
    }
    let schema = Self.schema
    for k in reports.indices {
      reports[k].changeData { $0.naming(schema: schema) }
    }
    progress.noteStop(of: &reports)
    try output.deliver(
      reports, from: input.files, together: together, on: pages)
  }
}

/// The scenario that a file describes; what is worth a note goes to standard
/// error.
func scenario(in file: ScenarioFile) throws(ScenarioError) -> Scenario {
  let scenario = try Scenario(file)
  for note in scenario.notes {
    Output.complain("coopetition: \(DisplayText.escaped(note))\n")
  }
  return scenario
}

/// Does what may find something wrong with a file, and says so with exit
/// status 1.
func naming<Result>(
  _ file: String, _ body: () throws -> Result
) throws -> Result {
  do {
    return try body()
  } catch let error as ScenarioError {
    var named = error
    named.file = error.file ?? file
    throw Output.failure(named.description)
  }
}
