/// What happens in a cluster whose firms set levels for each class of partners.
public struct DirectedAnalysis: Sendable {
  let game: DirectedSharingGame
  /// Equilibria, optimum and subsidy in the flat vector of levels.
  public let analysis: Analysis
  /// Whether each equilibrium is pair-proof; nil where that is not asked.
  let pairProof: [Bool?]
  /// Whether it is proven that one equilibrium is pair-proof (true) or bounds
  /// leave links open (false); nil where bounds prove nothing.
  let isPairProofUnique: Bool?
  /// How many links the bounds leave open.
  let undecidedLinks: Int?
  /// The attitudes at each equilibrium.
  let attitudes: [Attitudes]
}
