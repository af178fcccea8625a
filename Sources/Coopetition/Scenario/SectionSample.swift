/// Sections that may be added to a scenario as they stand, for errors about
/// those that a study needs and does not find.
///
/// Each is one line of a scenario file.
enum SectionSample {
  /// A number to set between 0 and 1.
  static func design(of subject: Scenario.Subject) -> String {
    let number = parameter(of: subject) ?? "policy.subsidy"
    return "design: {instruments: [{set: \(number), range: [0, 1]}]}"
  }

  /// A topic to collect.
  static let division = "division: {topics: [\(topic)]}"

  /// A topic of a division.
  static let topic = "{name: Demand, value: 1, cost: 0.5}"

  /// A number that is uncertain.
  static func uncertain(of subject: Scenario.Subject) -> String {
    let number = parameter(of: subject) ?? "environment"
    return "uncertain: {\(number): {uniform: [0.8, 1.2]}}"
  }

  /// The first parameter of a game of formulas; nil for a cluster.
  private static func parameter(of subject: Scenario.Subject) -> String? {
    guard case .formulas(let game) = subject else { return nil }
    return game.parameterNames.first ?? "PARAMETER"
  }
}

extension ScenarioError {
  /// The error for something that a file lacks, with a line to add to it.
  static func missing(
    _ place: String, _ message: String, sample: String
  ) -> ScenarioError {
    ScenarioError(
      at: place, "missing; \(message), such as\n  \(sample)")
  }
}
