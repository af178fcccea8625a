import Games
import LinearAlgebra
import Scalars

/// A game whose players choose imprecisely, stated in the log-odds of levels.
///
/// With noise η, cap c and log-odds `z = log(x/(c − x))`, player i maximises
/// `u_i(x) + η H(x_i/c_i)`, `H(y) = −y log y − (1 − y) log(1 − y)`. Its first
/// order condition is `G_i = 0`,
///
///     G_i(z) = c_i F_i(x(z)) − η z_i,     F_i = ∂u_i/∂x_i,
///
/// which falls in `z_i` where `u_i` is concave in `x_i`. The equilibria are the
/// *logit* or quantal response equilibria; all of them are interior, and
/// `|z_i| ≤ max |c_i F_i|/η`. In levels the search would find them but never
/// complete, since conditions are singular at the bounds.
///
/// G is what this game states as its pseudo-gradient: it has the sign and the
/// zeros of the slope of the payoff in `z_i`, which is `x_i (c_i − x_i)/c_i²`
/// times as steep.
///
/// A player that decides several levels, such as an alliance, maximises its
/// payoff and the entropies of all of them, `u + η Σ_v H(x_v/c_v)`. That is
/// concave in each level but need not be so in all: what no deviation gains is
/// shown by a search over its log-odds.
///
/// Reference: McKelvey and Palfrey, Games and Economic Behavior 10, 1995.
package struct LogOddsGame: Game {
  /// The game in levels.
  package let base: any Game
  /// The noise η > 0, in units of payoff.
  package let noise: Double
  /// The log-odds of each player, one for each of its levels.
  package let strategies: StrategySpace

  private let caps: [Double]

  /// How far log-odds may go beyond those that can be equilibria, which are
  /// then inside their bounds, where existence can be proven.
  static let margin = 1.0

  /// The nearest number whose distance from its opposite is finite.
  private static func finite(_ odds: Double) -> Double {
    min(max(odds, -0x1p1021), 0x1p1021)
  }

  /// Bounds on the log-odds of a player in equilibrium.
  ///
  /// - Parameters:
  ///   - marginal: An enclosure of `c_i F_i` over all levels.
  ///   - noise: An enclosure of the noise, which is above 0.
  /// - Returns: Bounds on `c_i F_i/η`, and a margin; 0 alone where the player
  ///   has no choice.
  package static func bounds(
    marginal: Interval, noise: Interval
  ) -> ClosedRange<Double> {
    guard marginal != .zero else { return 0...0 }
    let odds = marginal / noise
    return finite(odds.lower - margin)...finite(odds.upper + margin)
  }

  /// A game with noise.
  ///
  /// - Parameters:
  ///   - base: The game in levels.
  ///   - noise: The noise.
  ///   - odds: Bounds on the log-odds; those that enclosures give if nil.
  /// - Precondition: The noise is above 0; levels are from 0 up, and each
  ///   payoff is concave in each level of its player. Bounds leave out no
  ///   equilibrium.
  package init(
    _ base: any Game, noise: Double,
    odds: [ClosedRange<Double>]? = nil
  ) {
    precondition(noise > 0, "there is noise")
    self.base = base
    self.noise = noise
    caps = base.strategies.upperBounds
    let whole = base.strategies.box
    var gradient = whole
    if odds == nil {
      base.pseudoGradientEnclosure(over: whole, into: &gradient)
    }
    let ranges =
      odds
      ?? whole.indices.map { i in
        let marginal =
          whole[i].isPoint ? .zero : Interval(whole[i].upper) * gradient[i]
        return Self.bounds(marginal: marginal, noise: Interval(noise))
      }
    strategies = StrategySpace(
      bounds: StrategySpace(levels: ranges),
      owners: ranges.indices.map(base.strategies.owner),
      players: base.playerCount)
  }

  /// The levels of log-odds.
  package func levels(_ odds: [Double]) -> [Double] {
    odds.indices.map { LogOdds.level(odds[$0], cap: caps[$0]) }
  }

  /// Encloses the levels of log-odds.
  package func levels(_ odds: Box) -> Box {
    odds.indices.map { LogOdds.level(odds[$0], cap: caps[$0]) }
  }

  /// The log-odds of an equilibrium that is told in levels, which know them
  /// near a bound less well than its conditions do: `c_i F_i/η`.
  package func odds(_ levels: [Double]) -> [Double] {
    var gradient = levels
    base.pseudoGradient(at: levels, into: &gradient)
    return levels.indices.map {
      strategies.clamp(caps[$0] * gradient[$0] / noise, variable: $0)
    }
  }

  /// What a player maximises: the payoff at the levels of log-odds, and the
  /// entropies of its choices.
  package func payoff<S: Scalar>(of player: Int, at odds: Profile<S>) -> S {
    let payoff = base.payoff(
      of: player,
      at: odds.indices.map { S(caps[$0]) * (1 + S.tanh(odds[$0] / 2)) / 2 })
    return strategies.variables(of: player).reduce(payoff) {
      $0 + S(noise) * LogOdds.entropy(of: odds[$1])
    }
  }

  /// From an enclosure of the payoff in levels.
  package func payoffEnclosure(of player: Int, over odds: Box) -> Interval {
    strategies.variables(of: player).reduce(
      base.payoffEnclosure(of: player, over: levels(odds))
    ) { $0 + Interval(noise) * LogOdds.entropy(over: odds[$1]) }
  }

  /// That of the game in levels: levels are smooth in log-odds.
  package func decoration(of player: Int, over odds: Box) -> Decoration {
    base.decoration(of: player, over: levels(odds))
  }

  /// Whether the game in levels is defined there.
  package func isDefined(over odds: Box) -> Bool {
    base.isDefined(over: levels(odds))
  }

  /// Whether the game in levels is smooth there.
  package func isSmooth(over odds: Box, in variables: [Int]) -> Bool {
    base.isSmooth(over: levels(odds), in: variables)
  }

  /// `c_i F_i − η z_i`.
  package func pseudoGradient(
    at odds: Profile<Double>, into gradient: inout [Double]
  ) {
    base.pseudoGradient(at: levels(odds), into: &gradient)
    for i in odds.indices {
      gradient[i] = caps[i] * gradient[i] - noise * odds[i]
    }
  }

  /// The same with `∂G_i/∂z_j = c_i F_ij x_j (c_j − x_j)/c_j − η δ_ij`.
  package func pseudoGradient(
    at odds: Profile<Double>, into gradient: inout [Double],
    jacobian: inout Matrix
  ) {
    let levels = levels(odds)
    base.pseudoGradient(at: levels, into: &gradient, jacobian: &jacobian)
    for j in odds.indices {
      let slope =
        caps[j] > 0 ? levels[j] * (caps[j] - levels[j]) / caps[j] : 0
      for i in odds.indices { jacobian[i, j] *= caps[i] * slope }
      jacobian[j, j] -= noise
      gradient[j] = caps[j] * gradient[j] - noise * odds[j]
    }
  }

  /// Encloses `c_i F_i − η z_i`.
  package func pseudoGradientEnclosure(
    over odds: Box, into gradient: inout [Interval]
  ) {
    base.pseudoGradientEnclosure(over: levels(odds), into: &gradient)
    for i in odds.indices {
      gradient[i] =
        Interval(caps[i]) * gradient[i] - Interval(noise) * odds[i]
    }
  }

  /// Encloses the pseudo-gradient and its Jacobian.
  package func pseudoGradientEnclosure(
    over odds: Box, into gradient: inout [Interval],
    jacobian: inout [Interval]
  ) {
    let n = odds.count
    let levels = levels(odds)
    base.pseudoGradientEnclosure(
      over: levels, into: &gradient, jacobian: &jacobian)
    for j in odds.indices {
      let slope = slope(of: j, over: levels[j])
      for i in odds.indices {
        jacobian[i * n + j] = Interval(caps[i]) * jacobian[i * n + j] * slope
      }
      jacobian[j * n + j] = jacobian[j * n + j] - Interval(noise)
      gradient[j] =
        Interval(caps[j]) * gradient[j] - Interval(noise) * odds[j]
    }
  }

  /// Encloses `x (c − x)/c`, which is largest in the middle.
  private func slope(of variable: Int, over level: Interval) -> Interval {
    guard caps[variable] > 0 else { return .zero }
    let cap = Interval(caps[variable])
    let ends = [level.lower, level.upper].map {
      Interval($0) * (cap - Interval($0)) / cap
    }
    let hull = ends[0].hull(ends[1])
    return level.overlaps(cap / 2) ? hull.hull(cap / 4) : hull
  }

  /// Bounds each component with its own log-odds at either end.
  ///
  /// A level known to rounding counts as its lower end, to which the marginal
  /// payoff at the level is as near as its slope allows.
  package func marginalBounds(
    over odds: Box, into bounds: inout [MarginalBounds]
  ) {
    let levels = levels(odds)
    base.marginalBounds(over: levels, into: &bounds)
    for i in odds.indices {
      let cap = Interval(caps[i])
      let slope = bounds[i].slope
      func end(_ z: Double, _ level: Double, _ marginal: Interval) -> Interval {
        let shift = LogOdds.level(Interval(z), cap: caps[i]) - Interval(level)
        return cap * (marginal + slope * shift) - Interval(noise * z).widened
      }
      bounds[i].atLower = end(
        odds[i].lower, levels[i].lower, bounds[i].atLower)
      bounds[i].atUpper = end(
        odds[i].upper, levels[i].upper, bounds[i].atUpper)
      bounds[i].over = cap * bounds[i].over - Interval(noise) * odds[i]
      bounds[i].slope =
        cap * slope * self.slope(of: i, over: levels[i]) - Interval(noise)
    }
  }

  /// Of a player with one level G and its slope, and nothing of a value; of
  /// others what they maximise.
  package func ownEnclosure(of player: Int, over odds: Box) -> OwnEnclosure {
    let own = Array(strategies.variables(of: player))
    guard own.count == 1 else { return jointEnclosure(of: own, over: odds) }
    let levels = levels(odds)
    let inLevels = base.ownEnclosure(of: player, over: levels)
    let (v, cap) = (own[0], Interval(caps[own[0]]))
    return OwnEnclosure(
      value: .entire,
      gradient: [cap * inLevels.gradient[0] - Interval(noise) * odds[v]],
      hessian: [
        cap * inLevels.hessian[0] * slope(of: v, over: levels[v])
          - Interval(noise)
      ])
  }

  private func jointEnclosure(of own: [Int], over odds: Box) -> OwnEnclosure {
    let levels = levels(odds)
    let player = strategies.owner(of: own[0])
    let inLevels = base.ownEnclosure(of: player, over: levels)
    let slopes = own.map { slope(of: $0, over: levels[$0]) }
    let conditions = own.indices.map { k in
      Interval(caps[own[k]]) * inLevels.gradient[k]
        - Interval(noise) * odds[own[k]]
    }
    let jacobian = own.indices.flatMap { k in
      own.indices.map { l in
        Interval(caps[own[k]]) * inLevels.hessian[k * own.count + l]
          * slopes[l] - (k == l ? Interval(noise) : .zero)
      }
    }
    return LogOdds.ownEnclosure(
      over: odds.elements(of: strategies.variables(of: player)),
      payoff: inLevels.value,
      noise: Interval(noise), conditions: conditions, jacobian: jacobian)
  }

  /// What a deviation gains: of a player with one level by concavity,
  /// `u(y) − u(x) ≤ |G_i|`, of others by a search over all their log-odds.
  package func regrets(
    at odds: Profile<Double>, search: DeviationSearch
  ) -> [Interval] {
    let point = odds.map { Interval($0) }
    var gradient = point
    pseudoGradientEnclosure(over: point, into: &gradient)
    return (0..<playerCount).map { player in
      let own = Array(strategies.variables(of: player))
      guard own.count > 1 else {
        return Interval(lower: 0, upper: gradient[own[0]].magnitude)
      }
      guard isDefinedForDeviations(of: player, from: point) else {
        return Interval(lower: 0, upper: .infinity)
      }
      return jointRegret(of: player, at: point, search: search)
    }
  }
}

extension Interval {
  /// A number and its neighbours.
  fileprivate var widened: Interval {
    Interval(lower: lower.nextDown, upper: upper.nextUp)
  }
}
