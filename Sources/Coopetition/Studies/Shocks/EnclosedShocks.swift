import Equilibria
import Games

/// Intervals that are proven to contain how far small changes travel.
struct EnclosedShocks: Sendable {
  /// See ``LinearShocks``, of which these are the enclosures.
  var multipliers: [Interval]
  var openness: [Interval]
  var welfare: [Interval]
  /// Nil among many firms.
  var own: [Interval]?
  /// Nil where nothing is proven of it.
  var loopGain: Interval?
  var amplification: Interval?

  /// The width of the widest of those that are no money.
  var width: Double {
    let all =
      multipliers + openness + (own ?? [])
      + [loopGain, amplification].compactMap { $0 }
    return all.reduce(0) { max($0, $1.width) }
  }

  /// The width of the widest in welfare, in money.
  var widthOfWelfare: Double { welfare.reduce(0) { max($0, $1.width) } }

  /// At a proven equilibrium of few firms; nil if nothing is proven.
  init?(
    _ process: AdjustmentProcess, _ list: EquilibriumList, _ place: Int
  ) {
    guard let box = list.outcomes[place].equilibrium.provenBox,
      let found = EnclosedMultipliers(process, over: box)
    else { return nil }
    multipliers = found.multipliers
    own = found.own
    loopGain = found.loopGain
    amplification = found.amplification
    openness =
      list.knowledgeShareEnclosures.map { shares in
        zip(found.weighted(by: shares), shares).map { $0 / $1 }
      } ?? []
    welfare = found.weighted(by: list.game.welfareGradient(over: box))
  }

  /// Among many firms; nil if nothing is proven.
  ///
  /// - Parameters:
  ///   - bounds: What is proven of the multipliers at the equilibrium.
  ///   - list: The equilibria.
  ///   - sums: The sums over levels, knowledge and welfare, as computed.
  init?(
    _ bounds: EnclosedNetworkMultipliers<SharingGame>?,
    _ list: EquilibriumList,
    near sums: (all: [Double], open: [Double], worth: [Double])
  ) {
    guard let bounds, let shares = list.knowledgeShareEnclosures else {
      return nil
    }
    let ones = shares.map { _ in Interval(1) }
    multipliers = bounds.weighted(by: ones, near: sums.all)
    openness = zip(bounds.weighted(by: shares, near: sums.open), shares)
      .map { $0 / $1 }
    welfare = bounds.weighted(
      by: list.game.welfareGradient(over: bounds.box), near: sums.worth)
  }
}

extension EquilibriumList {
  /// Contains each firm's share of the cluster's knowledge; nil in a game of
  /// formulas.
  var knowledgeShareEnclosures: [Interval]? {
    guard let game = game.standard as? SharingGame else { return nil }
    let stocks = game.cluster.firms.map { Interval($0.knowledge) }
    let total = stocks.reduce(Interval.zero, +)
    return stocks.map { $0 / total }
  }

  /// What is proven without matrices of the multipliers at an equilibrium that
  /// lies strictly in a box in which best responses contract, or in a proven
  /// one; nil if nothing is.
  func networkBounds(
    at place: Int
  ) -> EnclosedNetworkMultipliers<SharingGame>? {
    guard let game = game as? SharingGame,
      let box = boxOfStrict(place, in: game)
    else { return nil }
    return EnclosedNetworkMultipliers(game, over: box)
  }

  /// A box that holds an equilibrium, with points for levels at bounds; nil if
  /// there is none that is proven.
  fileprivate func boxOfStrict(_ place: Int, in game: SharingGame) -> Box? {
    if let box = outcomes[place].equilibrium.provenBox { return box }
    let levels = outcomes[place].levels
    return LocalContractions(game, around: levels)?.narrowest?
      .strictBox(around: levels, in: game.strategies)
  }
}

extension LocalContraction {
  /// The box with points for levels at bounds; nil if they are not proven to be
  /// there strictly.
  func strictBox(around levels: [Double], in space: StrategySpace) -> Box? {
    guard isStrict else { return nil }
    return zip(levels, box).enumerated().map { i, pair in
      let isAtBound =
        pair.0 == space.lowerBounds[i] || pair.0 == space.upperBounds[i]
      return isAtBound ? Interval(pair.0) : pair.1
    }
  }
}

extension ScenarioGame {
  /// Encloses `∂W/∂s_i` over a box.
  fileprivate func welfareGradient(over box: Box) -> [Interval] {
    var gradient = box
    _ = weightedEnclosure(
      Array(repeating: 1, count: playerCount), over: box, gradient: &gradient)
    for (i, subsidy) in subsidies.enumerated() {
      gradient[i] = gradient[i] - Interval(subsidy)
    }
    return gradient
  }
}
