import Games

/// One named part of what a firm earns, such as innovation or leakage.
///
/// A channel is its formulas, stated once over what they read of a firm
/// (``FirmView``), in any scalar. The sum of all channels is the payoff of the
/// ``SharingGame``, where the numbers are constants, and of the
/// ``ParametricSharingGame``, where some are variables; the tests hold every
/// marginal against the derivative of its payoff.
protocol Channel {
  /// The channel's name in results.
  static var name: String { get }

  /// What the channel adds to the firm's payoff, in money.
  static func payoff<View: FirmView>(_ firm: View) -> View.Value

  /// The total derivative of the payoff in the firm's own level: its share of
  /// openness counts, inflow does not contain it.
  static func marginal<View: FirmView>(_ firm: View) -> View.Value
}

/// What the formulas of channels read of a firm: its level, what it sees of
/// the others, and its numbers.
protocol FirmView {
  /// The scalar of every number.
  associatedtype Value: Scalar

  /// The firm's sharing level `s_i`.
  var own: Value { get }

  // What the firm sees of the others.

  /// The knowledge `q_i = Σ_j f_ij` that the firm uses of others.
  var inflow: Value { get }
  /// The effect `z_i = q_i (1 + κ s_i)` of what the firm uses.
  var reached: Value { get }
  /// The slope `φ′(z_i; ε)` of innovation's returns there.
  var innovationSlope: Value { get }
  /// The openness `D = Σ_j K_j s_j / Σ_j K_j` of the cluster, in [0, 1].
  var openness: Value { get }
  /// What the firm's rivals receive from others, `Σ_j ρ_ij (q_j − f_ji)`.
  var rivalInflow: Value { get }
  /// What the firm pays for its inflow, `Σ_j p_j f_ij`.
  var payments: Value { get }
  /// What those who use the firm's knowledge owe it out of their innovation
  /// gains, `λ Σ_k V_k φ(q_k t_k; ε) f_ki / q_k`.
  var royaltiesReceived: Value { get }
  /// The derivative of that in the own level,
  /// `λ Σ_k V_k A_ki (h_k + A_ki s_i h′_k)` with `h_k = φ(q_k t_k; ε) / q_k`
  /// and h′ its derivative in `q_k`.
  var royaltiesMarginal: Value { get }
  /// What the platform's operator earns, `Σ_j (μ_P p_j − k) o_j s_j − k₀`.
  var operatingProfit: Value { get }

  // The firm's numbers.

  /// The gain `V_i = θ v_i` from innovation.
  var gain: Value { get }
  /// The cost `θ C_i` of innovating alone.
  var savedCost: Value { get }
  /// The share `(1 − χ) ω_i B` of the premium that is divided by ω.
  var premiumShare: Value { get }
  /// The share `χ B w_i` of the premium that is divided by contribution.
  var contributionShare: Value { get }
  /// What a unit of the firm's level adds to openness, `w_i = K_i / ΣK`.
  var knowledgeShare: Value { get }
  /// The loss `ι_i m_i Σ_j ρ_ij A_ji` to leakage per unit of level.
  var leakageLoss: Value { get }
  /// The loss `β m_i` per unit of rivals' inflow.
  var stealingLoss: Value { get }
  /// The cost `c_i` per unit of level.
  var linearCost: Value { get }
  /// The cost `e_i` on half the square of the level.
  var quadraticCost: Value { get }
  /// The payment `σ_i` per unit of level.
  var subsidyRate: Value { get }
  /// The revenue `(1 − μ_P) p_i o_i` per unit of level.
  var revenue: Value { get }
  /// What the firm earns as the operator per unit of its own level.
  var operatingGain: Value { get }
  /// The profit `b_i` that does not depend on sharing.
  var baseProfit: Value { get }

  /// The risk tolerance `t_i` in money.
  var riskTolerance: Value { get }
  /// What failing costs, `L_i`.
  var distress: Value { get }
  /// What an alliance costs its member, whatever is shared.
  var overhead: Value { get }

  // The cluster's numbers.

  /// The probability π that an innovation succeeds.
  var success: Value { get }
  /// Joint innovation κ.
  var reciprocity: Value { get }
  /// The royalty rate λ.
  var royalty: Value { get }
  /// Diminishing returns of innovation.
  var innovationReturns: Returns<Value> { get }
  /// Diminishing returns of openness.
  var premiumReturns: Returns<Value> { get }

  // What is known to be zero for every profile.

  /// Whether a share of the premium may be other than 0.
  var hasPremium: Bool { get }
  /// Whether some of the premium is divided by contribution.
  var hasContribution: Bool { get }
  /// Whether rivals' gains may matter.
  var hasStealing: Bool { get }
  /// Whether knowledge may have a price.
  var hasFees: Bool { get }
  /// Whether royalties may be paid.
  var hasRoyalties: Bool { get }
  /// Whether the firm operates the platform.
  var isOperator: Bool { get }
  /// Whether innovations may fail.
  var isRisky: Bool { get }
  /// Whether the firm may mind risk.
  var isAverse: Bool { get }
  /// Whether the firm may pay for an alliance.
  var hasOverhead: Bool { get }
}

extension FirmView {
  @inline(__always)
  var reached: Value { inflow * (1 + reciprocity * own) }

  @inline(__always)
  var innovationSlope: Value { innovationReturns.slope(reached) }

  /// The sum of all channels.
  @inline(__always)
  func payoff() -> Value {
    var sum = StandardChannels.payoff(self)
    if hasRoyalties || isOperator {
      sum += Royalties.payoff(self) + PlatformProfit.payoff(self)
    }
    if isRisky { sum += Risk.payoff(self) }
    if hasOverhead { sum += Overhead.payoff(self) }
    return sum
  }

  /// The sum of all channels' marginal payoffs.
  @inline(__always)
  func marginal() -> Value {
    var sum = StandardChannels.marginal(self)
    if hasRoyalties || isOperator {
      sum += Royalties.marginal(self) + PlatformProfit.marginal(self)
    }
    if isRisky { sum += Risk.marginal(self) }
    return sum
  }
}
