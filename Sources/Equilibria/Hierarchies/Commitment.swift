import Games

/// Somebody commits first to parameters y; the others then play the game of
/// y, and the committer judges **all** its equilibria:
///
///     max over y of  worst | best over s ∈ NE(y) of  objective(y, s)
///                    subject to  constraints(y, s) ≥ 0
///
/// The graph of the family says everything: the owner of the parameters earns
/// the objective, and the players after it earn the constraints, in order, and
/// what ``Selection`` measures, if anything.
///
/// Reference: Dempe, Foundations of Bilevel Programming, 2002: the worst
/// response is the pessimistic, the best the optimistic formulation.
public struct Commitment: Sendable {
  /// Which equilibrium of a game the committer is judged by.
  public enum Selection: String, Sendable, CaseIterable {
    /// The one of least objective; constraints must hold in every one.
    case worst
    /// The one of greatest objective among those that satisfy the constraints.
    case best
    /// The one of greatest measure.
    case highest
    /// The one of least measure.
    case lowest
  }

  /// The games, and what is earned in them.
  package let family: GameFamily
  /// How many constraints there are.
  public let constraintCount: Int
  /// Which equilibrium counts.
  public let selection: Selection
  /// The parameters as they are without a commitment, nearest to which one of
  /// several best commitments is taken.
  public let today: [Double]

  /// A commitment over the parameters of a family.
  ///
  /// - Parameters:
  ///   - family: The games; see above for the players of its graph.
  ///   - constraintCount: How many constraints there are.
  ///   - selection: Which equilibrium counts.
  ///   - today: The parameters without a commitment.
  /// - Precondition: The graph has as many players as are needed.
  package init(
    _ family: GameFamily, constraintCount: Int = 0,
    selection: Selection = .worst, today: [Double]
  ) {
    let isMeasured = selection == .highest || selection == .lowest
    precondition(
      family.graph.playerCount
        >= family.owner + 1 + constraintCount + (isMeasured ? 1 : 0),
      "the graph has a player for objective, constraints and measure")
    precondition(today.count == family.parameterCount, "one for each parameter")
    self.family = family
    self.constraintCount = constraintCount
    self.selection = selection
    self.today = today
  }

  /// The player of the graph that earns the objective.
  var objective: Int { family.owner }
  /// The players of the graph that earn the constraints.
  var constraints: Range<Int> {
    (family.owner + 1)..<(family.owner + 1 + constraintCount)
  }
  /// The player of the graph that earns the measure.
  var measure: Int { family.owner + 1 + constraintCount }

  /// The values of the parameters.
  var parameterBox: Box { family.ranges.map { Interval($0) } }
}
