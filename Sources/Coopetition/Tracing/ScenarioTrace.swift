import Games

/// The equilibria of a scenario as functions of one of its numbers, with what
/// they mean for the firms.
public struct ScenarioTrace: Sendable {
  /// The name of the scenario.
  public var scenario: String
  /// The number that was varied.
  public var parameter: String
  /// The names of the players.
  public var players: [String]
  /// The names of the variables.
  public var variables: [String]
  /// The branches and events.
  public var trace: EquilibriumTrace
  /// What each player earns at each point of each branch.
  public var payoffs: [[[Double]]]
  /// The sum of all payoffs less subsidies at each point of each branch.
  public var welfare: [[Double]]
  /// The value of the number today; nil if the scenario does not say it.
  public var today: Double?
  /// How long it took, in seconds.
  public var seconds: Double
}

extension Scenario {
  /// Follows every equilibrium of the scenario through one of its numbers.
  ///
  /// ```swift
  /// let scenario = try Scenario(path: "sematech-1991.yaml")
  /// let result = try scenario.trace(varying: "environment", over: 0.2...2)
  /// print(result.text)
  /// ```
  ///
  /// - Parameters:
  ///   - address: The number; see `family(varying:over:)`.
  ///   - range: The values that it is to take.
  ///   - tracer: The method and its limits.
  ///   - isAllied: Whether the alliances of the section `alliances` are formed;
  ///     the number is then that which their terms make.
  /// - Returns: The branches, their events and what the firms earn on them.
  /// - Throws: an error that names the address and says what there is, or why
  ///   the range is not admissible.
  public func trace(
    varying address: String, over range: ClosedRange<Double>,
    using tracer: BranchTracer = BranchTracer(), isAllied: Bool = false
  ) throws(ScenarioError) -> ScenarioTrace {
    let allied = try allied(isAllied)
    let family = try allied.scenario.scenarioFamily(
      varying: address, over: range)
    let game = try game()
    let clock = ContinuousClock()
    let start = clock.now
    let trace = tracer.trace(allied.between(family).family)
    var result = ScenarioTrace(
      scenario: name, parameter: address, players: game.playerNames,
      variables: game.variableNames, trace: family.told(trace), payoffs: [],
      welfare: [],
      today: try? ScenarioNumber(address, in: subject).value(in: subject),
      seconds: 0)
    for branch in trace.branches {
      let earnings = branch.points.map {
        family.earnings($0.levels, at: [$0.parameter])
      }
      result.payoffs.append(earnings.map { allied.payoffs($0.payoffs) })
      result.welfare.append(
        earnings.map { allied.overheads.reduce($0.welfare, -) })
    }
    result.seconds = (clock.now - start) / .seconds(1)
    return result
  }
}
