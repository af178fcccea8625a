/// A condition that a game of formulas is played under.
///
/// ```swift
/// FormulaConstraint("x + y <= 15", name: "capacity", players: ["A", "B"])
/// ```
public struct FormulaConstraint: Sendable, Equatable {
  /// Two formulas with `<=`, `>=` or `=` between them.
  public var formula: String
  /// The name in results: the formula unless another is given.
  public var name: String
  /// The names of the players who keep it; empty for all whose variables are
  /// in it.
  public var players: [String]

  /// A condition.
  ///
  /// - Parameters:
  ///   - formula: Two formulas with `<=`, `>=` or `=` between them.
  ///   - name: The name in results; nil for the formula.
  ///   - players: The names of the players who keep it; empty for all whose
  ///     variables are in it.
  public init(_ formula: String, name: String? = nil, players: [String] = []) {
    self.formula = formula
    self.name = name ?? formula
    self.players = players
  }
}
