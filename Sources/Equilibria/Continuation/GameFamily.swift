import Games

/// Games that differ in one number, the parameter.
///
/// A family is given by its *graph*: the game in which the parameter is one
/// more variable, the last one, owned by one more player. What that player
/// earns counts as welfare, and nothing else is asked of it:
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
/// Derivatives and enclosures in the parameter then come with the payoff.
public struct GameFamily: Sendable {
  /// The game whose last variable is the parameter, within the values that it
  /// is to take.
  public let graph: any Game
  /// The derivative of each variable's lower bound in the parameter; empty if
  /// no bound moves.
  public let lowerBoundSlopes: [Double]
  /// The derivative of each variable's upper bound in the parameter; empty if
  /// no bound moves.
  public let upperBoundSlopes: [Double]
  private let member: @Sendable (Double) -> any Game

  /// The family of a graph: its games are the graph with the parameter fixed.
  ///
  /// - Precondition: The last player of the graph owns its last variable and
  ///   nothing else.
  public init(graph: some Game) {
    self.init(graph: graph) { ParameterSlice(graph: graph, parameter: $0) }
  }

  /// The family of a graph whose games are made some other way, such as one
  /// that is faster or whose bounds move.
  ///
  /// - Parameters:
  ///   - graph: The game whose last variable is the parameter.
  ///   - lowerBoundSlopes: The derivative of each variable's lower bound in
  ///     the parameter, a constant; empty for zeros.
  ///   - upperBoundSlopes: The same of the upper bounds.
  ///   - game: The game at a value of the parameter.
  /// - Precondition: The last player of the graph owns its last variable and
  ///   nothing else; both lists are empty or neither is.
  public init(
    graph: some Game, lowerBoundSlopes: [Double] = [],
    upperBoundSlopes: [Double] = [],
    game: @escaping @Sendable (Double) -> any Game
  ) {
    let last = graph.strategies.variables(of: graph.playerCount - 1)
    precondition(
      last == (graph.strategies.dimension - 1)..<graph.strategies.dimension,
      "the last player of a graph owns the parameter")
    precondition(
      lowerBoundSlopes.count == upperBoundSlopes.count,
      "the slopes of both bounds are given, or of none")
    self.graph = graph
    self.lowerBoundSlopes = lowerBoundSlopes
    self.upperBoundSlopes = upperBoundSlopes
    member = game
  }

  /// The values of the parameter.
  public var range: ClosedRange<Double> {
    let strategies = graph.strategies
    return strategies.lowerBounds[dimension]...strategies.upperBounds[dimension]
  }

  /// The number of variables of each game.
  public var dimension: Int { graph.strategies.dimension - 1 }

  /// The game at a value of the parameter.
  public func game(at parameter: Double) -> any Game { member(parameter) }

  /// Whether a bound moves with the parameter.
  var hasMovingBounds: Bool { !upperBoundSlopes.isEmpty }
}
