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
  /// The formula of what the player earns.
  public var payoff: String

  /// A player with its variables and payoff.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - variables: The names and bounds of what the player decides.
  ///   - payoff: The formula of what the player earns.
  public init(
    _ name: String, _ variables: KeyValuePairs<String, ClosedRange<Double>>,
    payoff: String
  ) {
    self.name = name
    self.variables = variables.map {
      Variable($0, from: $1.lowerBound, to: $1.upperBound)
    }
    self.payoff = payoff
  }

  init(_ name: String, _ variables: [Variable], payoff: String) {
    self.name = name
    self.variables = variables
    self.payoff = payoff
  }
}
