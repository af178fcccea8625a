import Equilibria
import Games

/// How far small changes by each firm travel at an equilibrium.
struct LinearShocks: Sendable {
  /// Whether each firm is strictly between its bounds.
  var isFree: [Bool]
  /// The sum of all final changes that a change by each firm makes.
  var multipliers: [Double]
  /// `Σ_i w_i M_ij / w_j`, w the shares of knowledge; empty in a game of
  /// formulas.
  var openness: [Double]
  /// What it is worth to all, in money.
  var welfare: [Double]
  /// Each firm's own final change; nil among many firms.
  var own: [Double]?
  var loopGain: Double
  /// The change that is amplified most; nil if it was not found.
  var amplification: Amplification?
  /// How far the equations are from being met.
  var residual: Double
  /// What is proven of these numbers; nil if nothing is.
  var enclosed: EnclosedShocks?

  /// From the matrix of all multipliers.
  init(
    _ multipliers: ResponseMultipliers, _ process: AdjustmentProcess,
    _ list: EquilibriumList, _ place: Int
  ) {
    isFree = multipliers.isFree
    self.multipliers = multipliers.multipliers
    openness =
      list.knowledgeShares.map { shares in
        zip(multipliers.weighted(by: shares), shares).map { $0 / $1 }
      } ?? []
    welfare = multipliers.weighted(
      by: list.game.welfareGradient(at: list.outcomes[place].levels))
    own = multipliers.own
    loopGain = multipliers.loopGain
    amplification = multipliers.largest
    residual = multipliers.residual
    enclosed =
      EnclosedShocks(process, list, place)
      ?? list.knowledgeShares.flatMap { [all = self.multipliers, welfare] in
        EnclosedShocks(
          list.networkBounds(at: place), list,
          near: (all, multipliers.weighted(by: $0), welfare))
      }
  }

  /// By one transposed solve each over the links of a large network.
  init?(
    _ slopes: NetworkMultipliers<SharingGame>, _ game: SharingGame,
    _ list: EquilibriumList, _ place: Int, _ extent: ShockExtent
  ) {
    let levels = list.outcomes[place].levels
    guard let shares = list.knowledgeShares else { return nil }
    let all = slopes.weighted(by: levels.map { _ in 1 })
    let open = slopes.weighted(by: shares)
    let worth = slopes.weighted(by: game.welfareGradient(at: levels))
    isFree = slopes.isFree
    multipliers = all.x
    openness = zip(open.x, shares).map { $0 / $1 }
    welfare = worth.x
    loopGain = slopes.loopGain()
    amplification = extent.amplifies ? slopes.amplification() : nil
    residual = max(all.residual, open.residual, worth.residual)
    let bounds = list.networkBounds(at: place)
    enclosed = EnclosedShocks(bounds, list, near: (all.x, open.x, worth.x))
    guard extent.hasOwn, let own = slopes.own(provenBy: bounds) else { return }
    self.own = own.map(\.value)
    let enclosures = own.compactMap(\.enclosure)
    enclosed?.own = enclosures.count == own.count ? enclosures : nil
  }
}

extension EquilibriumList {
  /// Each firm's share of the cluster's knowledge; nil in a game of formulas.
  var knowledgeShares: [Double]? {
    game.standard.playingCluster.map { SharingData($0).knowledgeShares }
  }
}

extension ScenarioGame {
  /// `∂W/∂s_i`.
  func welfareGradient(at levels: [Double]) -> [Double] {
    var gradient = levels
    weightedGradient(
      Array(repeating: 1, count: playerCount), at: levels, into: &gradient)
    for (i, subsidy) in subsidies.enumerated() { gradient[i] -= subsidy }
    return gradient
  }
}
