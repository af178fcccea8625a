import Equilibria
import Games

extension Scenario {
  /// The address of the noise of choices.
  static let noiseAddress = "model.noise"

  /// Follows the logit equilibria of a cluster through the noise: its quantal
  /// response correspondence.
  ///
  /// It is followed in log-odds and told in levels, with payoffs without the
  /// entropy of choice.
  func noiseTrace(
    over range: ClosedRange<Double>, using tracer: BranchTracer
  ) throws(ScenarioError) -> ScenarioTrace {
    var cluster = try self.cluster("trace of \(Self.noiseAddress)")
    var exact = cluster
    exact.model.noise = 0
    exact.model.choice = .level
    try Scenario.cluster(exact).checkSize()
    guard range.lowerBound > 0 else {
      throw ScenarioError(
        at: Self.noiseAddress,
        "\(range.lowerBound.shortDescription) is not greater than 0; a trace "
          + "starts at some noise")
    }
    cluster.model.noise = range.lowerBound
    guard
      let game = try cluster.variant(of: cluster.game()) as? ImpreciseGame
    else { preconditionFailure("noise makes choices imprecise") }
    let clock = ContinuousClock()
    let start = clock.now
    let graph = LogOddsFamily(game.base, noises: range)
    var trace = tracer.trace(graph.family)
    for b in trace.branches.indices {
      for k in trace.branches[b].points.indices {
        let odds = trace.branches[b].points[k].levels
        trace.branches[b].points[k].levels = graph.levels(odds)
      }
    }
    for k in trace.events.indices {
      trace.events[k].levels = graph.levels(trace.events[k].levels)
    }
    return ScenarioTrace(
      scenario: name, parameter: Self.noiseAddress, players: game.playerNames,
      variables: game.variableNames, trace: trace,
      payoffs: trace.branches.map { branch in
        branch.points.map { game.payoffs(at: $0.levels) }
      },
      welfare: trace.branches.map { branch in
        branch.points.map { game.welfare(at: $0.levels) }
      }, seconds: (clock.now - start) / .seconds(1))
  }
}
