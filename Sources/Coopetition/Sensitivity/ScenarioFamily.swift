import Equilibria
import Games

/// The games that differ in some numbers of a scenario, and how their variables
/// are told: in levels, also where log-odds are followed.
struct ScenarioFamily: Sendable {
  /// The family that is followed.
  let family: GameFamily
  /// The graph of firms that share all or nothing or choose imprecisely; nil for
  /// any other game.
  private let choices: ParametricChoiceGame?
  /// The cluster at values of the parameters, if there is such a graph.
  private let cluster: (@Sendable ([Double]) -> Cluster)?

  /// A family whose variables are levels.
  init(_ family: GameFamily) {
    self.family = family
    (choices, cluster) = (nil, nil)
  }

  /// The family of the clusters that parameters make, whose firms share all or
  /// nothing or choose imprecisely.
  init(
    _ graph: ParametricChoiceGame,
    _ cluster: @escaping @Sendable ([Double]) -> Cluster
  ) {
    family = graph.family(cluster)
    choices = graph
    self.cluster = cluster
  }

  /// The family of the games between groups that decide together.
  ///
  /// - Parameter groups: The members of each, a partition of the players.
  /// - Returns: A family with the same variables and parameters.
  func grouped(_ groups: [[Int]]) -> ScenarioFamily {
    guard let choices, let cluster, choices.isNoisy else {
      return ScenarioFamily(family.grouped(groups))
    }
    return ScenarioFamily(choices.grouped(groups), cluster)
  }

  /// The levels that variables stand for.
  func levels(
    _ variables: [Double], at parameters: [Double]
  ) -> [Double] {
    guard let choices else { return variables }
    return choices.levels(at: variables + parameters)
      .dropLast(parameters.count)
  }

  /// What the players earn at some variables, and welfare.
  func earnings(
    _ variables: [Double], at parameters: [Double]
  ) -> (payoffs: [Double], welfare: Double) {
    if let choices { return choices.earnings(at: variables + parameters) }
    let game = family.game(at: parameters)
    return (game.payoffs(at: variables), game.welfare(at: variables))
  }

  /// The derivative of an equilibrium that is told in levels; see
  /// ``Equilibria/GameFamily/derivative(of:at:)``.
  func derivative(
    of levels: [Double], at value: Double
  ) -> EquilibriumDerivative? {
    guard let choices, choices.isNoisy else {
      return family.derivative(of: levels, at: value)
    }
    let point = choices.variables(at: levels, [value])
    guard
      var derivative = family.derivative(
        of: Array(point.dropLast()), at: value)
    else { return nil }
    let speeds = derivative.levels + [1]
    let jets = zip(point, speeds).map {
      Jet<Double, 1>(value: $0, slopes: [$1])
    }
    derivative.levels = choices.levels(at: jets).dropLast().map {
      $0.slopes[0]
    }
    return derivative
  }
}

extension ScenarioFamily {
  /// A trace told in levels.
  func told(_ trace: EquilibriumTrace) -> EquilibriumTrace {
    var trace = trace
    for b in trace.branches.indices {
      for k in trace.branches[b].points.indices {
        let point = trace.branches[b].points[k]
        trace.branches[b].points[k].levels = levels(
          point.levels, at: [point.parameter])
      }
    }
    for k in trace.events.indices {
      let event = trace.events[k]
      trace.events[k].levels = levels(event.levels, at: [event.parameter])
    }
    return trace
  }

  /// A commitment told in levels.
  func told(_ solution: CommitmentSolution) -> CommitmentSolution {
    var solution = solution
    solution.best = solution.best.map(told)
    solution.today = told(solution.today)
    return solution
  }

  private func told(_ judged: JudgedCommitment) -> JudgedCommitment {
    guard let choices else { return judged }
    var judged = judged
    let point = judged.parameters
    let box = point.map { Interval($0) }
    for k in judged.equilibria.indices {
      judged.equilibria[k].equilibrium.tell(
        levels: { levels($0, at: point) },
        boxes: { choices.levels(at: $0 + box).dropLast(box.count) })
    }
    return judged
  }
}
