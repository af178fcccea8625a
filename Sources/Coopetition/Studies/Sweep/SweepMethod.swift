/// How a point of a sweep is solved and what is read from it.
package protocol SweepMethod: Sendable {
  /// The name of the command that solves a point.
  var command: String { get }

  /// The columns, as the user wrote them.
  var columns: [String] { get }

  /// What the columns are at a scenario.
  ///
  /// - Throws: an error when the scenario is inadmissible.
  func cells(of scenario: Scenario) throws(ScenarioError) -> [SweepCell]
}

/// Points solved by a study that answers in JSON; columns are paths.
package struct JSONSweep: SweepMethod {
  package let command: String
  private let read: [SweepColumn]
  private let paths: [JSONPath]
  private let solve: @Sendable (Scenario) throws(ScenarioError) -> JSONValue

  /// A method that reads paths of the answers of a command.
  ///
  /// - Parameters:
  ///   - command: The name of the command.
  ///   - columns: The paths, separated by commas.
  ///   - scenario: A scenario; its answer must have the paths.
  ///   - solve: What the command answers.
  /// - Throws: an error that names a column that is in no answer.
  package init(
    command: String, columns: String, of scenario: Scenario,
    solve: @escaping @Sendable (Scenario) throws(ScenarioError) -> JSONValue
  ) throws(ScenarioError) {
    self.command = command
    self.solve = solve
    read = try SweepColumn.list(columns)
    var paths: [JSONPath] = []
    let answer = try solve(scenario)
    for column in read {
      guard let path = JSONPath(column.name) else {
        throw ScenarioError(
          file: "--columns", at: column.name, "is no path")
      }
      if case .unknown(let known) = answer.find(path) {
        throw .unknownColumn(column.name, known: known)
      }
      paths.append(path)
    }
    self.paths = paths
  }

  package var columns: [String] { read.map(\.title) }

  package func cells(
    of scenario: Scenario
  ) throws(ScenarioError) -> [SweepCell] {
    let answer = try solve(scenario)
    return zip(read, paths).map { column, path in
      guard case .value(let value) = answer.find(path) else { return .empty }
      return column.cell(SweepCell(value))
    }
  }
}

extension ScenarioError {
  /// A column that no answer has.
  static func unknownColumn(
    _ name: String, known: [String]
  ) -> ScenarioError {
    let last = name.split(whereSeparator: { ".[]".contains($0) }).last
    let nearest =
      NearestKey.nearest(to: name, among: known)
      ?? last.flatMap { NearestKey.nearest(to: String($0), among: known) }
    let hint =
      nearest.map { "; did you mean \($0)?" }
      ?? (known.isEmpty ? "" : "; known are \(known.joined(separator: ", "))")
    return ScenarioError(file: "--columns", at: name, "unknown\(hint)")
  }
}
