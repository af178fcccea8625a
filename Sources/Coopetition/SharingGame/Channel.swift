import Games

/// One named part of what a firm earns, such as innovation or leakage.
///
/// A channel is a small value that keeps what all firms have in common; what
/// differs from firm to firm is the firm's stake in it, and the game keeps a
/// list of those. The channel states its payoff and its marginal payoff as
/// formulas in any scalar. The sum of all channels is the payoff of the
/// ``SharingGame``; the tests hold every marginal against the derivative of
/// its payoff.
public protocol Channel: Sendable {
  /// The numbers of one firm that the channel's formulas need.
  associatedtype Stake: Sendable

  /// The channel's name in results.
  static var name: String { get }

  /// Keeps what the channel needs for all firms alike.
  init(_ data: SharingData)

  /// What the channel needs for one firm.
  func stake(of firm: Int, in data: SharingData) -> Stake

  /// What the channel adds to the firm's payoff, in money.
  ///
  /// - Parameters:
  ///   - stake: What the firm has at stake.
  ///   - own: The firm's sharing level.
  ///   - aggregates: What it sees of the others.
  /// - Returns: The part of the payoff.
  func payoff<S: Scalar>(
    _ stake: Stake, own: S, aggregates: Aggregates<S>
  ) -> S

  /// The total derivative of the payoff in the firm's own level: its share of
  /// openness counts, inflow does not contain it.
  ///
  /// - Parameters:
  ///   - stake: What the firm has at stake.
  ///   - own: The firm's sharing level.
  ///   - aggregates: What it sees of the others.
  /// - Returns: The part of the marginal payoff.
  func marginal<S: Scalar>(
    _ stake: Stake, own: S, aggregates: Aggregates<S>
  ) -> S
}

// What a firm sees of the others, in the order of the game's aggregates.
extension Aggregates {
  /// The knowledge `q_i = Σ_j f_ij` that the firm uses of others.
  var inflow: S { self[0] }

  /// The openness `D = Σ_j K_j s_j / Σ_j K_j` of the cluster, in [0, 1].
  var openness: S { self[1] }

  /// What the firm's rivals receive from others, `Σ_j ρ_ij (q_j − f_ji)`.
  var rivalInflow: S { self[2] }
}
