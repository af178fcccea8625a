import Games

/// The subsidy that makes a profile an equilibrium at the least outlay.
///
/// With `F_i` firm i's marginal payoff at the profile without any subsidy, the
/// rate is `−F_i` where the firm is between its bounds, `max(0, −F_i)` at its
/// cap and `min(0, −F_i)` at 0. At the social optimum and between bounds it
/// equals the external marginal benefit `∂W/∂s_i − F_i`, since `∂W/∂s_i = 0`
/// there (Pigou, The Economics of Welfare, 1920).
public struct ImplementingSubsidy: Sendable, Equatable {
  /// The payment to each firm per unit of its level; it takes the place of the
  /// scenario's own subsidy.
  public var rates: [Double]
  /// What is paid in total at the profile.
  public var outlay: Double

  /// The subsidy that makes `levels` an equilibrium of a game.
  ///
  /// - Complexity: One pass over the links.
  public init(_ game: SharingGame, implementing levels: [Double]) {
    let marginals = game.pseudoGradient(at: levels)
    rates = levels.indices.map { i in
      let lacking = game.subsidies[i] - marginals[i]
      let cap = game.strategies.upperBounds[i]
      if cap == 0 { return 0 }
      if levels[i] == 0 { return min(0, lacking) }
      return levels[i] == cap ? max(0, lacking) : lacking
    }
    outlay = zip(rates, levels).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
