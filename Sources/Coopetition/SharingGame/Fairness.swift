import Games

/// How far gains go to those who provide: `1 − ½ Σ_i |x_i − P_i|`, x being
/// each firm's share of all gains and P its share of all provision.
///
/// It is 1 where everybody gains in proportion to what it provides.
enum Fairness {
  /// The fairness of gains.
  ///
  /// - Parameters:
  ///   - gains: What each firm gains over "nobody shares".
  ///   - provision: What others use of each firm's knowledge, `o_i s_i`.
  /// - Returns: The fairness; not a number if there is no gain in total or no
  ///   provision.
  static func value<S: Scalar>(gains: [S], provision: [S]) -> S {
    let (gain, provided) = (sum(gains), sum(provision))
    let distance = zip(gains, provision).reduce(S.zero) { total, firm in
      let difference = firm.0 / gain - firm.1 / provided
      return total + S.max(difference, -difference)
    }
    return 1 - distance / 2
  }

  /// The fairness of a profile; nil if there is no gain in total or no
  /// provision.
  static func measured(gains: [Double], provision: [Double]) -> Double? {
    let size = gains.reduce(0) { $0 + abs($1) }
    guard sum(gains) > size * gainTolerance, sum(provision) > 0 else {
      return nil
    }
    return value(gains: gains, provision: provision)
  }

  /// The share of the gains' size up to which their sum is rounding.
  private static let gainTolerance = 1e-12

  private static func sum<S: Scalar>(_ numbers: [S]) -> S {
    numbers.reduce(.zero, +)
  }
}

/// What a commitment does at a profile, beside payoffs and channels.
public struct CommitmentOutcome: Sendable, Equatable {
  /// What the platform earns its operator; nil if nobody operates it.
  public var profit: Double?
  /// How far gains go to those who provide, 1 being in proportion; nil if
  /// there is no gain in total or no provision.
  public var fairness: Double?
}

extension Cluster {
  /// What the cluster's commitment does at a profile of its game; nil if it
  /// makes none.
  func commitment(
    in game: some Game, at levels: Profile<Double>
  ) -> CommitmentOutcome? {
    makesCommitment ? commitmentOutcome(in: game, at: levels) : nil
  }

  /// Who gains what at a profile of the cluster's game.
  func commitmentOutcome(
    in game: some Game, at levels: Profile<Double>
  ) -> CommitmentOutcome {
    let data = SharingData(self)
    let outflow = data.outflow.isEmpty ? data.flows.columnSums : data.outflow
    let nobody = game.payoffs(at: levels.map { _ in 0 })
    let profit = zip(data.operatingMargins, levels).reduce(
      -platform.fixedCost
    ) { $0 + $1.0 * $1.1 }
    return CommitmentOutcome(
      profit: platform.operator == .none ? nil : profit,
      fairness: Fairness.measured(
        gains: zip(game.payoffs(at: levels), nobody).map { $0 - $1 },
        provision: zip(outflow, levels).map { $0 * $1 }))
  }
}
