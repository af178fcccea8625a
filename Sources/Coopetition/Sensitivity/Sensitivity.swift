import Games
import LinearAlgebra

/// How the equilibria of a scenario change with each of its numbers.
public struct Sensitivity: Sendable {
  /// The name of the scenario.
  public var scenario: String
  /// The names of the players.
  public var players: [String]
  /// The names of the variables.
  public var variables: [String]
  /// The equilibria by falling welfare, with what every number does to them.
  public var equilibria: [Outcome]
  /// Whether it is proven that there is no other equilibrium.
  public var isComplete: Bool
  /// How long it took, in seconds.
  public var seconds: Double

  /// An equilibrium with what every number does to it.
  public struct Outcome: Sendable {
    /// The equilibrium.
    public var equilibrium: Equilibrium
    /// The sum of all payoffs less subsidies.
    public var welfare: Double
    /// The numbers, those that move welfare most first: by the size of the
    /// elasticity, then by that of the derivative.
    public var effects: [Effect]
    /// The numbers in which the equilibrium has no derivative: at a corner or
    /// at a fold.
    public var undefined: [String]
  }

  /// What one number does to an equilibrium.
  public struct Effect: Sendable {
    /// The address of the number.
    public var parameter: String
    /// Its value; 1 for a factor on links.
    public var value: Double
    /// The derivatives of levels, payoffs and welfare in the number.
    public var derivative: EquilibriumDerivative
    /// The change of welfare in percent for one percent more of the number,
    /// `(p / |W|) dW/dp`; nil if welfare is 0.
    public var elasticity: Double?
  }
}

extension Scenario {
  /// Ranks the numbers of the scenario by their effect on welfare at every
  /// equilibrium.
  ///
  /// - Parameters:
  ///   - search: The search for equilibria.
  ///   - isAllied: Whether the alliances of the section `alliances` are formed;
  ///     the numbers are then those which their terms make, and the players
  ///     those who decide.
  /// - Returns: The equilibria with the derivatives in every number.
  /// - Throws: an error if the scenario was changed to something inadmissible.
  /// - Complexity: O(p n³) for p numbers and n variables.
  public func sensitivity(
    using search: BranchAndPrune = BranchAndPrune(), isAllied: Bool = false
  ) throws(ScenarioError) -> Sensitivity {
    let clock = ContinuousClock()
    let start = clock.now
    try checkSize()
    let allied = try allied(isAllied)
    let numbers = try allied.scenario.parameters().map {
      VariedNumber(
        name: $0.name, value: $0.value, family: $0.family.map(allied.between))
    }
    let game = try allied.scenario.game()
    let found =
      allied.groups.map { game.between($0).equilibria(using: search) }
      ?? game.equilibria(using: search)
    let outcomes = found.equilibria.map { equilibrium in
      let welfare = allied.overheads.reduce(
        game.welfare(at: equilibrium.levels), -)
      return Sensitivity.Outcome(equilibrium, welfare: welfare, numbers)
    }
    return Sensitivity(
      scenario: name, players: allied.names, variables: game.variableNames,
      equilibria: outcomes.sorted { $0.welfare > $1.welfare },
      isComplete: found.isComplete,
      seconds: (clock.now - start) / .seconds(1))
  }

  /// Every number with its value and the family that varies it.
  private func parameters() throws(ScenarioError) -> [VariedNumber] {
    var numbers: [VariedNumber] = []
    switch subject {
    case .cluster(let cluster):
      for parameter in ClusterParameter.all(of: cluster) {
        let value = parameter.value(in: cluster)
        numbers.append(
          VariedNumber(
            name: parameter.path, value: value,
            family: cluster.movesPartners(parameter)
              ? nil
              : try cluster.scenarioFamily(
                varying: parameter, over: value...value))
        )
      }
    case .formulas(let game):
      for name in game.parameterNames {
        let value = try game.parameter(name)
        numbers.append(
          VariedNumber(
            name: name, value: value,
            family: ScenarioFamily(
              try game.family(varying: name, over: value...value))))
      }
    case .figures: break
    }
    return numbers
  }
}

/// A number of a scenario.
private struct VariedNumber {
  var name: String
  var value: Double
  /// The games that differ in it; nil if nothing has a derivative in it.
  var family: ScenarioFamily?
}

extension Sensitivity.Outcome {
  fileprivate init(
    _ equilibrium: Equilibrium, welfare: Double, _ numbers: [VariedNumber]
  ) {
    self.init(
      equilibrium: equilibrium, welfare: welfare, effects: [], undefined: [])
    for number in numbers where !Cancellation.isRequested {
      guard
        let derivative = number.family?.derivative(
          of: equilibrium.levels, at: number.value)
      else {
        undefined.append(number.name)
        continue
      }
      let effect = number.value * derivative.welfare
      effects.append(
        Sensitivity.Effect(
          parameter: number.name, value: number.value, derivative: derivative,
          elasticity: welfare == 0 ? nil : effect / abs(welfare)))
    }
    effects.sort {
      let (first, second) = ($0.rank, $1.rank)
      return first != second ? first > second : $0.parameter < $1.parameter
    }
  }
}

extension Sensitivity.Effect {
  /// Larger is more important.
  fileprivate var rank: (Double, Double) {
    (abs(value * derivative.welfare), abs(derivative.welfare))
  }
}
