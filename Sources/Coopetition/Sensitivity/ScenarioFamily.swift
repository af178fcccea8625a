import Games

/// The games that differ in one number of a scenario, and how their variables
/// are told: in levels, also where log-odds are followed.
struct ScenarioFamily: Sendable {
  /// The family that is followed.
  let family: GameFamily
  /// The graph with log-odds; nil if the variables are levels.
  private let odds: ParametricChoiceGame?

  /// A family whose graph may have log-odds as variables.
  init(_ family: GameFamily, _ graph: ParametricChoiceGame? = nil) {
    self.family = family
    odds = graph.flatMap { $0.isNoisy ? $0 : nil }
  }

  /// Whether log-odds are followed.
  var isInLogOdds: Bool { odds != nil }

  /// The levels of a point of a curve.
  func levels(_ variables: [Double], at value: Double) -> [Double] {
    guard let odds else { return variables }
    return Array(odds.levels(at: variables + [value]).dropLast())
  }

  /// What the players earn at a point of a curve, and welfare.
  func earnings(
    _ variables: [Double], at value: Double
  ) -> (payoffs: [Double], welfare: Double) {
    guard odds != nil else {
      let game = family.game(at: value)
      return (
        game.payoffs(at: variables), game.welfare(at: variables)
      )
    }
    // The owner of the parameter pays the subsidies.
    let payoffs = family.graph.payoffs(at: variables + [value])
    return (payoffs.dropLast(), payoffs.reduce(0, +))
  }

  /// A trace told in levels.
  func told(_ trace: EquilibriumTrace) -> EquilibriumTrace {
    var trace = trace
    for b in trace.branches.indices {
      for k in trace.branches[b].points.indices {
        let point = trace.branches[b].points[k]
        trace.branches[b].points[k].levels = levels(
          point.levels, at: point.parameter)
      }
    }
    for k in trace.events.indices {
      let event = trace.events[k]
      trace.events[k].levels = levels(event.levels, at: event.parameter)
    }
    return trace
  }

  /// The derivative of an equilibrium that is told in levels; see
  /// ``Equilibria/GameFamily/derivative(of:at:)``.
  func derivative(
    of levels: [Double], at value: Double
  ) -> EquilibriumDerivative? {
    guard let odds else { return family.derivative(of: levels, at: value) }
    let point = odds.variables(at: levels, [value])
    guard
      var derivative = family.derivative(
        of: Array(point.dropLast()), at: value)
    else { return nil }
    let speeds = derivative.levels + [1]
    let jets = zip(point, speeds).map {
      Jet<Double, 1>(value: $0, slopes: [$1])
    }
    derivative.levels = odds.levels(at: jets).dropLast().map { $0.slopes[0] }
    return derivative
  }
}
