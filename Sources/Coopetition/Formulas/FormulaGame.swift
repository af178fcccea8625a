/// A game whose payoffs are formulas, read from a file or given as texts.
///
/// ```swift
/// let game = try FormulaGame(
///   "Sigmoid sharing",
///   parameters: ["t": 0.5],
///   definitions: ["s(z)": "1/(1 + exp(-12*(z - t)))"],
///   players: [
///     FormulaPlayer("A", ["x": 0...1], payoff: "x*s(y) - x^2/2"),
///     FormulaPlayer("B", ["y": 0...1], payoff: "y*s(x) - y^2/2"),
///   ])
/// let found = game.equilibria()
/// ```
///
/// Formulas know `+ - * / ^`, unary minus, parentheses, numbers (`1e-3`),
/// `pi`, `exp log log1p expm1 sqrt sin cos tanh max min`, the parameters, all
/// variables and what the game defines. `^` binds tighter than unary minus and
/// associates to the right. A number, `pi` too, means the double nearest to
/// it, and no rounding is done beforehand: proofs are about the game that is
/// written.
///
/// Formulas are differentiated once, symbolically; what solvers ask for is
/// evaluated by straight-line programs.
public struct FormulaGame: Sendable {
  /// The players, their variables and bounds.
  public let strategies: StrategySpace
  /// The value of each parameter, in the order of ``parameterNames``.
  public internal(set) var parameterValues: [Double]
  /// The variables that are multipliers; see ``AuctioneerGame``.
  var auctioneers: [Auctioneer] = []
  let program: FormulaProgram

  /// A game of formulas.
  ///
  /// - Parameters:
  ///   - name: The name of the game.
  ///   - parameters: Names for numbers that may be changed later.
  ///   - definitions: Functions such as `s(z)` and their formulas, in any
  ///     order; names without parentheses stand for values.
  ///   - players: The players, one or more, with their variables and payoffs.
  ///   - constraints: The conditions that the game is played under.
  /// - Throws: the first thing that is wrong, with its place.
  /// - Complexity: O(characters), once calls are replaced by the functions'
  ///   formulas.
  public init(
    _ name: String, parameters: KeyValuePairs<String, Double> = [:],
    definitions: KeyValuePairs<String, String> = [:], players: [FormulaPlayer],
    constraints: [FormulaConstraint] = []
  ) throws(ScenarioError) {
    try self.init(
      FormulaSource(
        name: name, parameters: parameters.map { .init(name: $0, value: $1) },
        definitions: definitions.map { .init(name: $0, value: $1) },
        players: players, constraints: constraints))
  }

  init(_ source: FormulaSource) throws(ScenarioError) {
    program = try FormulaProgram(source)
    parameterValues = source.parameters.map(\.value)
    strategies = StrategySpace(
      variables: source.players.map { player in
        player.variables.map { $0.lowerBound...$0.upperBound }
      })
    if isConstrained { try checkAuctioneers() }
  }

  /// Throws if the formulas take too many steps once multipliers are in them.
  private func checkAuctioneers() throws(ScenarioError) {
    _ = try FormulaProgram(
      AuctioneerGame.source(
        unconstrained, program.rows, program.rows.map { _ in Interval(0) },
        weights: program.rows.map { _ in 1 }, isLoosened: false))
  }

  /// The name of the game.
  public var name: String { program.source.name }

  /// The names of the players, in order.
  public var playerNames: [String] { program.source.players.map(\.name) }

  /// The names of the variables, in the order of ``strategies``.
  public var variableNames: [String] {
    program.source.players.flatMap { $0.variables.map(\.name) }
  }

  /// The formula of each player's payoff.
  public var payoffFormulas: [String] { program.source.players.map(\.payoff) }
}
