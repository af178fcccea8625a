/// A firm's share of what an open cluster earns in addition:
/// `(1 − χ) ω_i B φ(D; ε_P) + χ B w_i s_i φ(D; ε_P) / D`.
///
/// The second part divides the share χ of the premium by contribution: of what
/// is disclosed, `D`, the firm discloses `w_i s_i`.
enum PremiumChannel: Channel {
  static let name = "premium"

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    guard firm.hasPremium else { return .zero }
    let sum = firm.premiumShare * firm.premiumReturns.value(firm.openness)
    guard firm.hasContribution else { return sum }
    return sum + firm.contributionShare * firm.own
      * firm.premiumReturns.mean(firm.openness)
  }

  // A unit of own level opens the cluster by w_i = K_i / ΣK.
  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value {
    guard firm.hasPremium else { return .zero }
    let sum =
      firm.premiumShare * firm.knowledgeShare
      * firm.premiumReturns.slope(firm.openness)
    guard firm.hasContribution else { return sum }
    return sum + firm.contributionShare
      * (firm.premiumReturns.mean(firm.openness)
        + firm.knowledgeShare * firm.own
        * firm.premiumReturns.meanSlope(firm.openness))
  }
}
