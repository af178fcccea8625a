import Equilibria
import Games

/// Sharing that holds because it is repeated: who breaks the agreement makes
/// all revert for ever to the worst stable equilibrium.
///
/// With the payoffs c of the agreement, p of the punishment and d of the best
/// deviation, firm i keeps to it if it values the next period at
/// `(d_i − c_i)/(d_i − p_i)` or more: an upper bound of what optimal penal
/// codes need.
///
/// Reference: Friedman, Review of Economic Studies 38, 1971.
public struct RepeatedAgreement: Sendable {
  /// The levels agreed on.
  public let agreed: [Double]
  /// The place of the equilibrium that punishes.
  public let punishment: Int
  /// The value of the next period that each player needs; nil where no
  /// patience is enough, since the punishment is not worse.
  public let patience: [Double?]

  /// The largest of the values needed.
  public var required: Double? { patience.compactMap { $0 }.max() }

  /// The player that needs most.
  public var leastPatient: Int? {
    patience.indices.filter { patience[$0] != nil }.max {
      (patience[$0] ?? 0) < (patience[$1] ?? 0)
    }
  }

  /// Whether every player can be made to keep to it.
  public var holds: Bool { patience.allSatisfy { $0 != nil } }

  /// The social optimum as an agreement; nil without a stable equilibrium.
  init?(_ list: EquilibriumList, _ process: AdjustmentProcess) {
    guard let place = list.outcomes.lastIndex(where: \.isStable) else {
      return nil
    }
    let game = list.game
    let optimum = game.standard.socialOptimum(from: list.levels)
    let agreed = optimum.levels
    let kept = game.payoffs(at: agreed)
    let exact = AdjustmentProcess(process.game, process.adjustment)
    let punished = list.outcomes[place].payoffs
    patience = agreed.indices.map { i in
      var levels = agreed
      levels[i] = exact.bestResponse(of: i, at: agreed)
      let best = max(kept[i], game.payoffs(at: levels)[i])
      guard best - kept[i] > Self.rounding * abs(best) else { return 0 }
      guard kept[i] > punished[i] else { return nil }
      return (best - kept[i]) / (best - punished[i])
    }
    self.agreed = agreed
    punishment = place
  }

  /// Gains up to this share of the payoff are rounding.
  private static let rounding = 1e-13
}
