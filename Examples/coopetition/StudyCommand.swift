import ArgumentParser
import Coopetition

/// A command that asks one question about each scenario.
///
/// A conforming type states its options and ``report(on:_:)``; reading,
/// progress, Ctrl-C and SIGTERM, the forms of output and exit statuses are
/// here: 0 for an answer, 1 for bad input, 2 with `--strict` for an answer that
/// is incomplete, 64 for wrong usage.
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
}

extension StudyCommand {
  func run() throws {
    let page = try output.html.map { try OutputFile($0, besides: input.files) }
    let progress = ProgressLine(output.waiting)
    var reports: [Report] = []
    for file in input.files {
      reports.append(
        try reading(file) { try report(on: $0, progress.monitor) })
    }
    progress.finish()
    Output.write(output.text(of: reports))
    try page?.commit(reports.map(\.html).joined())
    if output.strict && !reports.allSatisfy(\.isComplete) {
      throw ExitCode(Output.incompleteStatus)
    }
  }
}

/// Reads a scenario and works on it; what is wrong goes to standard error, with
/// exit status 1 and the name of the file.
func reading<Result>(
  _ file: String, _ body: (Scenario) throws -> Result
) throws -> Result {
  try naming(file) {
    let isStandardInput = file == "-"
    return try body(
      isStandardInput
        ? Scenario(ScenarioFile.standardInput()) : Scenario(path: file))
  }
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
