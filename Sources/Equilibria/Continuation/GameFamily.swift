import Games

/// Games that differ in one or more numbers, the parameters.
///
/// A family is given by its *graph*: the game in which the parameters are the
/// last variables, owned by one more player. What that player earns counts as
/// welfare, and nothing else is asked of it:
///
/// ```swift
/// struct Sharing: Game {
///   let strategies = StrategySpace(levels: [0...1, 0...1, 0.2...0.8])
///   func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
///     guard player < 2 else { return 0 }
///     let own = levels[player], other = levels[1 - player]
///     return own / (1 + S.exp(-12 * (other - levels[2]))) - own * own / 2
///   }
/// }
/// let trace = BranchTracer().trace(GameFamily(graph: Sharing()))
/// ```
///
/// Derivatives and enclosures in the parameters then come with the payoff.
/// Further players of the graph, after the owner of the parameters, own
/// nothing: they are functions of levels and parameters whose values are asked
/// for.
package struct GameFamily: Sendable {
  /// The game whose last variables are the parameters, within the values that
  /// they are to take.
  package let graph: any Game
  /// The number of variables of each game.
  package let dimension: Int
  /// The player of the graph that owns the parameters: the number of players
  /// of each game.
  package let owner: Int
  /// How the bounds of the variables move; nil if they do not.
  package let bounds: MovingBounds?
  private let member: @Sendable ([Double]) -> any Game

  /// The family of a graph: its games are the graph with the parameters fixed.
  ///
  /// - Precondition: The last player of the graph with variables owns the
  ///   last of them and nothing else.
  package init(graph: some Game) {
    self.init(graph: graph) { ParameterSlice(graph: graph, parameters: $0) }
  }

  /// The family of a graph whose games are made some other way, such as one
  /// that is faster or whose bounds move.
  ///
  /// - Parameters:
  ///   - graph: The game whose last variables are the parameters.
  ///   - bounds: How the bounds of the variables move with the parameters; nil
  ///     if they do not.
  ///   - game: The game at values of the parameters.
  /// - Precondition: The last player of the graph with variables owns the
  ///   last of them and nothing else.
  package init(
    graph: some Game, bounds: MovingBounds? = nil,
    game: @escaping @Sendable ([Double]) -> any Game
  ) {
    let strategies = graph.strategies
    let owner = (0..<graph.playerCount).last {
      !strategies.variables(of: $0).isEmpty
    }
    let owned = owner.map { Array(strategies.variables(of: $0)) } ?? []
    precondition(
      owned.first.map { $0 + owned.count } == strategies.dimension
        && owned.last == strategies.dimension - 1,
      "the last player of a graph owns the parameters")
    self.graph = graph
    self.owner = owner ?? 0
    dimension = strategies.dimension - owned.count
    self.bounds = bounds
    member = game
  }

  /// The number of parameters.
  package var parameterCount: Int { graph.strategies.dimension - dimension }

  /// The values of each parameter.
  package var ranges: [ClosedRange<Double>] {
    let strategies = graph.strategies
    return (dimension..<strategies.dimension).map {
      strategies.lowerBounds[$0]...strategies.upperBounds[$0]
    }
  }

  /// The game at values of the parameters, one for each.
  ///
  /// A value beyond its range, where a proof around an end of the range may
  /// ask for one, stands for that end.
  package func game(at parameters: [Double]) -> any Game {
    member(
      zip(parameters, ranges).map {
        min(max($0, $1.lowerBound), $1.upperBound)
      })
  }
}

// What is followed along a curve is a family of one parameter.
extension GameFamily {
  /// The values of the parameter.
  ///
  /// - Precondition: The family has one parameter.
  package var range: ClosedRange<Double> {
    precondition(parameterCount == 1, "a family of one parameter is needed")
    return ranges[0]
  }

  /// The game at a value of the parameter.
  package func game(at parameter: Double) -> any Game { game(at: [parameter]) }

  /// Whether a bound moves with the parameter.
  var hasMovingBounds: Bool { bounds != nil }

  /// The derivative of a variable's lower bound in the parameter.
  func lowerBoundSlope(of variable: Int) -> Double {
    bounds?.lower[variable][0] ?? 0
  }

  /// The derivative of a variable's upper bound in the parameter.
  func upperBoundSlope(of variable: Int) -> Double {
    bounds?.upper[variable][0] ?? 0
  }
}
