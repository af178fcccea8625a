/// A player of a game written as formulas: what it decides and what it earns.
///
/// ```swift
/// FormulaPlayer("A", ["x": 0...1], payoff: "x*s(y) - x^2/2")
/// ```
public struct FormulaPlayer: Sendable, Equatable {
  /// A number that a player decides.
  public struct Variable: Sendable, Equatable {
    /// The name, by which formulas call it.
    public var name: String
    /// The least value, finite.
    public var lowerBound: Double
    /// The greatest value, finite.
    public var upperBound: Double

    /// A variable within bounds.
    public init(_ name: String, from lowerBound: Double, to upperBound: Double)
    {
      self.name = name
      self.lowerBound = lowerBound
      self.upperBound = upperBound
    }
  }

  /// The name.
  public var name: String
  /// What the player decides, in order.
  public var variables: [Variable]
  /// The variables, by name, that are shares of 1: none is negative, and they
  /// sum to 1. Empty for none.
  public var simplex: [String] = []
  /// The formula of what the player earns.
  public var payoff: String

  /// A player with its variables and payoff.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - variables: The names and bounds of what the player decides.
  ///   - simplex: The names of further variables that are shares of 1, such
  ///     as the probabilities of a mixed strategy.
  ///   - payoff: The formula of what the player earns.
  public init(
    _ name: String,
    _ variables: KeyValuePairs<String, ClosedRange<Double>> = [:],
    simplex: [String] = [], payoff: String
  ) {
    self.init(
      name,
      variables.map { Variable($0, from: $1.lowerBound, to: $1.upperBound) },
      simplex: simplex, payoff: payoff)
  }

  init(
    _ name: String, _ variables: [Variable], simplex: [String] = [],
    payoff: String
  ) {
    self.name = name
    self.variables = variables + simplex.map { Variable($0, from: 0, to: 1) }
    self.simplex = simplex
    self.payoff = payoff
  }
}
