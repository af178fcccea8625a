/// The key firms of a cluster, by what was asked: whose exit costs most, whom
/// to win first, how the network looks.
public struct KeyFirms: Sendable {
  /// The exits.
  public var exits: ExitStudy?
  /// The seeding.
  public var seeding: SeedingStudy?
  /// The measures.
  public var measures: MeasureStudy?

  /// The questions that are asked.
  ///
  /// - Parameters:
  ///   - exits: The exits.
  ///   - seeding: The seeding.
  ///   - measures: The measures.
  public init(
    exits: ExitStudy? = nil, seeding: SeedingStudy? = nil,
    measures: MeasureStudy? = nil
  ) {
    self.exits = exits
    self.seeding = seeding
    self.measures = measures
  }

  /// The answers for a scenario.
  ///
  /// - Throws: `ScenarioError` if the scenario has no firms, or fewer than
  ///   leave.
  public func answers(
    for scenario: Scenario
  ) throws(ScenarioError) -> Answers {
    let cluster = try scenario.cluster(
      insteadOfFormulas: "key: games of formulas have no firms")
    var answers = Answers(name: cluster.name)
    answers.exits = try exits?.exits(from: cluster)
    answers.seeding = try seeding?.seeding(of: cluster)
    answers.measures = try measures?.measures(of: cluster)
    return answers
  }

  /// What was found.
  public struct Answers: Sendable {
    /// The name of the cluster.
    public let name: String
    /// The exits.
    public fileprivate(set) var exits: ExitAnalysis?
    /// The seeding.
    public fileprivate(set) var seeding: SeedingAnalysis?
    /// The measures.
    public fileprivate(set) var measures: MeasuredNetwork?
  }
}
