import Scalars

/// A linear inequality that every equilibrium of a box satisfies:
///
///     Σ_v c_v x_v ≤ b.
///
/// A variable may come in several terms.
public struct LinearCondition: Sendable {
  /// One variable and its coefficient.
  public struct Term: Sendable {
    /// The variable.
    public var variable: Int
    /// An enclosure of its coefficient.
    public var coefficient: Interval

    /// A term.
    @inlinable
    public init(variable: Int, coefficient: Interval) {
      self.variable = variable
      self.coefficient = coefficient
    }
  }

  /// The terms of the sum.
  public var terms: [Term]
  /// The bound b.
  public var bound: Double

  /// An inequality.
  @inlinable
  public init(_ terms: [Term], atMost bound: Double) {
    self.terms = terms
    self.bound = bound
  }

  /// What no profile satisfies: there is no equilibrium in the box.
  @inlinable
  public static var unsatisfiable: LinearCondition {
    LinearCondition([], atMost: -1)
  }
}
