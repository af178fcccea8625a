import Equilibria
import Games

/// Where adjustment leads.
public struct Evolution: Sendable {
  /// The scenario.
  let scenario: Scenario
  /// How levels move.
  package let process: AdjustmentProcess
  /// The equilibria.
  let list: EquilibriumList
  /// The equilibria with the regions that are proven to attract.
  public let attractors: Attractors
  /// The share of the starts that end at each equilibrium; nil if the work was
  /// stopped before anything was known of it.
  package let attraction: Attraction?
  /// The path from today's levels.
  public let path: Attractors.Path
  /// Whether it is proven where the path ends.
  public let isPathProven: Bool
  /// The common share of the caps that decides between the two ends.
  public let tipping: TippingPoint?
  /// What survives mistakes, if firms have two choices.
  public let choices: Choices?
  /// The optimum held by repetition.
  public let repeated: RepeatedAgreement?

  /// What survives mistakes.
  public struct Choices: Sendable {
    /// The game with two actions.
    package var game: BinaryChoices
    /// The number of players, those without a choice included.
    public var count: Int
    /// For each kind of mistake what it takes to get where.
    public var mistakes: [(kind: MistakeDynamics.Cost, found: MistakeDynamics)]
    /// For each noise the long-run probability of each profile of those who
    /// have a choice.
    public var stationary: [(noise: Double, probabilities: [Double])]
  }

  /// `log 2 / −log contraction`: the periods in which a deviation is halved;
  /// nil where deviations do not die out or do so at once.
  func halfLife(_ contraction: Double?) -> Double? {
    guard let contraction, contraction > 0, contraction < 1 else { return nil }
    return -0.693_147_180_559_945_3 / Double.log(contraction)
  }
}
