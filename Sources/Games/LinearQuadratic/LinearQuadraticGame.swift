import LinearAlgebra

/// A linear-quadratic game on a network, over a box:
///
///     u_i = b_i x_i − x_i²/2 + δ Σ_j g_ij x_i x_j + Σ_j h_ij x_j.
///
/// Best responses are `b_i + δ Σ_j g_ij x_j`, moved into the bounds. With
/// δ > 0 and g ≥ 0 levels are strategic complements, with δ < 0 substitutes.
/// The externalities h enter payoffs and welfare, but no best response.
///
/// Reference: Ballester, Calvó-Armengol and Zenou, Who's who in networks,
/// Econometrica 74, 2006; Jackson and Zenou, Games on networks, Handbook of
/// Game Theory 4, 2015.
public struct LinearQuadraticGame: AggregativeGame {
  /// The marginal benefit b of each player at the profile 0.
  public let benefits: [Double]
  /// The strength δ of the interaction.
  public let interaction: Double
  /// The network g, who is influenced in rows; its diagonal is zero.
  public let network: StructuredMatrix
  /// The externalities h, who enjoys them in rows; nil if there are none.
  public let externalities: StructuredMatrix?
  /// The bounds of each level.
  public let strategies: StrategySpace
  /// What neighbours play, and what externalities bring if there are any.
  public let aggregates: [LinearAggregate]

  /// A game of the given data.
  ///
  /// - Parameters:
  ///   - benefits: The marginal benefit of each player at the profile 0.
  ///   - interaction: The strength of the interaction.
  ///   - network: The network, who is influenced in rows.
  ///   - externalities: What others' levels bring, without regard to one's own.
  ///   - levels: The bounds of every level.
  /// - Precondition: The matrices have one row and one column a player; the
  ///   diagonal of the network is zero.
  public init(
    benefits: [Double], interaction: Double, network: StructuredMatrix,
    externalities: StructuredMatrix? = nil, levels: ClosedRange<Double>
  ) {
    self.init(
      benefits: benefits, interaction: interaction, network: network,
      externalities: externalities,
      strategies: StrategySpace(players: benefits.count, levels: levels))
  }

  /// A game in which each player has bounds of its own.
  ///
  /// - Parameters:
  ///   - benefits: The marginal benefit of each player at the profile 0.
  ///   - interaction: The strength of the interaction.
  ///   - network: The network, who is influenced in rows.
  ///   - externalities: What others' levels bring, without regard to one's own.
  ///   - strategies: The bounds, one level a player.
  /// - Precondition: The matrices have one row and one column a player; the
  ///   diagonal of the network is zero.
  public init(
    benefits: [Double], interaction: Double, network: StructuredMatrix,
    externalities: StructuredMatrix? = nil, strategies: StrategySpace
  ) {
    let count = benefits.count
    for matrix in [network, externalities ?? network] {
      precondition(
        matrix.rows == count && matrix.columns == count,
        "a network has one row and one column a player")
    }
    precondition(
      strategies.dimension == count && strategies.hasOneVariableEach,
      "each player has one level")
    self.benefits = benefits
    self.interaction = interaction
    self.network = network
    self.externalities = externalities
    self.strategies = strategies
    aggregates = [network, externalities].compactMap { matrix in
      matrix.map { LinearAggregate(.network($0)) }
    }
    precondition(
      (0..<count).allSatisfy { aggregates[0].ownWeight(of: $0) == 0 },
      "the diagonal of a network is zero")
  }

  /// What neighbours play; externalities change no best response.
  public var marginalAggregateCount: Int { 1 }

  /// The payoff; see ``LinearQuadraticGame``.
  public func payoff<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    let gain = (S(benefits[player]) + S(interaction) * aggregates[0]) * own
    let profit = gain - S.pow(own, 2) / 2
    return externalities == nil ? profit : profit + aggregates[1]
  }

  /// The marginal payoff `b_i − x_i + δ Σ_j g_ij x_j` (an own externality adds
  /// its weight).
  public func marginal<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    let slope =
      S(benefits[player]) + S(interaction) * aggregates[0] - own
    guard self.aggregates.count > 1 else { return slope }
    return slope + S(self.aggregates[1].ownWeight(of: player))
  }
}
