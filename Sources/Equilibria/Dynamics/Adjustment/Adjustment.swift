/// How players move their levels from one period to the next.
///
/// With own best responses `b_i(x)`, marginal payoffs `F_i`, upper bounds c_i
/// and log-odds `z_i = log(x_i/(c_i − x_i))`:
///
///     bestResponse   x_i ← x_i + rate (b_i(x) − x_i)
///     gradient       x_i ← clamp(x_i + rate F_i(x))
///     imitation      z_i ← z_i + rate c_i F_i(x);  the bounds stay
///
/// Where a player is indifferent over all its levels, it keeps its own. With a
/// choice of two actions imitation is the replicator dynamics of as many
/// populations, and best responses to noise are logit responses.
///
/// Reference: Hofbauer and Sigmund, Evolutionary Games and Population
/// Dynamics, 1998; Hofbauer and Sandholm, Econometrica 70, 2002.
package struct Adjustment: Sendable, Equatable {
  /// What moves a level.
  package enum Rule: String, Sendable, CaseIterable {
    /// Part of the way to the own best response.
    case bestResponse
    /// Up the own marginal payoff.
    case gradient
    /// What pays is imitated by those who do not do it yet.
    case imitation
  }

  /// Who moves when.
  package enum Order: String, Sendable, CaseIterable {
    /// All at the same time.
    case simultaneous
    /// One after the other, each seeing the moves before it.
    case sequential
  }

  /// What moves a level.
  package var rule: Rule
  /// The share of the way a period for best responses, in (0, 1]; a speed per
  /// unit of payoff, above 0, for the other rules.
  package var rate: Double
  /// Who moves when.
  package var order: Order

  /// A way to adjust.
  package init(
    rule: Rule = .bestResponse, rate: Double = 0.5,
    order: Order = .simultaneous
  ) {
    self.rule = rule
    self.rate = rate
    self.order = order
  }
}
