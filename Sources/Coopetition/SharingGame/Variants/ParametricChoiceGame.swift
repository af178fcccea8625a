import Equilibria
import Games

/// The sharing game of firms that share all or nothing (`model.choice: all`),
/// choose imprecisely (`model.noise`) or both, with any of the cluster's numbers
/// as variables: the graph of a family of ``WithholdingGame``s or
/// ``ImpreciseGame``s.
///
/// Without noise the variables are the levels s, then the parameters, and the
/// pseudo-gradient is `F_i = Δ_i/cap_i`. With noise η they are the log-odds
/// `z_i = log(s_i/(cap_i − s_i))`, then the parameters, and it is that of
/// ``LogOddsGame``, `cap_i F_i − η z_i`, F being that of the game without
/// noise. Payoffs are those at the levels, without the entropy of choice.
///
/// With the noise as a parameter the equilibria are the quantal response
/// correspondence (McKelvey and Palfrey, Games and Economic Behavior 10, 1995;
/// Turocy, Games and Economic Behavior 51, 2005).
struct ParametricChoiceGame: Game {
  private let base: ParametricSharingGame
  /// Levels or log-odds, then the parameters.
  let strategies: StrategySpace
  /// Whether the first variables are log-odds.
  let isNoisy: Bool

  /// The game of a cluster with some numbers moved by parameters.
  ///
  /// - Precondition: The noise, if there is any, is above 0 over the ranges.
  init(_ base: ParametricSharingGame) {
    self.base = base
    isNoisy = base.model.numbers.isUsed(Places.noise)
    strategies =
      isNoisy ? Self.odds(of: base) : base.strategies
  }

  private var firmCount: Int { base.model.firmCount }

  /// Bounds on the log-odds of equilibria, `cap_i F_i/η`, and the parameters.
  private static func odds(of base: ParametricSharingGame) -> StrategySpace {
    let (space, whole) = (base.strategies, base.strategies.box)
    let noise = base.model.shared(Places.noise, whole)
    let odds = (0..<base.model.firmCount).map {
      LogOddsGame.bounds(
        marginal: base.gain(of: $0, at: whole), noise: noise)
    }
    let parameters = (base.model.firmCount..<space.dimension).map {
      space.lowerBounds[$0]...space.upperBounds[$0]
    }
    return StrategySpace(
      variables: odds.map { [$0] } + [parameters])
  }

  /// The levels that the first variables stand for, then the parameters.
  func levels<S: Scalar>(at variables: Profile<S>) -> Profile<S> {
    guard isNoisy else { return variables }
    var levels = variables
    for i in 0..<firmCount {
      let cap: S = base.model.own(Keys.cap, of: i, variables)
      levels[i] = cap * (1 + S.tanh(variables[i] / 2)) / 2
    }
    return levels
  }

  /// The variables of an equilibrium that is told in levels, which know
  /// log-odds near a bound less well than marginal payoffs do: `cap_i F_i/η`.
  func variables(at levels: [Double], _ parameters: [Double]) -> [Double] {
    let profile = levels + parameters
    guard isNoisy else { return profile }
    let noise = base.model.shared(Places.noise, profile)
    return levels.indices.map { i in
      base.gain(of: i, at: profile) / noise
    } + parameters
  }

  /// The payoff at the levels, linear between withholding and sharing
  /// everything where there is no level between; what the further players earn.
  func payoff<S: Scalar>(of player: Int, at variables: Profile<S>) -> S {
    let levels = levels(at: variables)
    guard player < firmCount, base.isWithholding else {
      return base.payoff(of: player, at: levels)
    }
    let (low, high) = base.ends(of: player, at: levels)
    guard let high else { return low }
    let share =
      isNoisy
      ? (1 + S.tanh(variables[player] / 2)) / 2
      : levels[player] / base.model.own(Keys.cap, of: player, levels)
    return low + share * (high - low)
  }
}

extension ParametricChoiceGame: MarginalFormulas {
  /// `F_i`, or `cap_i F_i − η z_i`; 0 for the parameters, whose owner plays no
  /// game.
  func marginal<S: Scalar>(of variable: Int, at variables: Profile<S>) -> S {
    marginal(of: variable, at: variables, levels(at: variables))
  }

  func writeMarginals<S: Scalar>(
    at variables: Profile<S>, into gradient: inout [S]
  ) {
    let levels = levels(at: variables)
    for v in variables.indices {
      gradient[v] = marginal(of: v, at: variables, levels)
    }
  }

  private func marginal<S: Scalar>(
    of variable: Int, at variables: Profile<S>, _ levels: Profile<S>
  ) -> S {
    guard variable < firmCount else { return .zero }
    let gain = base.gain(of: variable, at: levels)
    guard !isNoisy else {
      return gain - base.model.shared(Places.noise, variables)
        * variables[variable]
    }
    let place = NumberTable.place(ofKey: Keys.cap, firm: variable)
    guard base.model.numbers.isUsed(place) else { return .zero }
    return gain / base.model.own(Keys.cap, of: variable, levels)
  }
}

extension ParametricChoiceGame {
  /// By the marginal formulas, which fall in the own variable: payoffs are
  /// concave in the own level. Nothing is said of a value, which leaves out the
  /// entropy.
  func ownEnclosure(of player: Int, over box: Box) -> OwnEnclosure {
    guard player < firmCount else {
      return OwnEnclosure(value: .entire, gradient: [], hessian: [])
    }
    let noise: Interval = base.model.shared(Places.noise, box)
    let marginal = ownMarginal(
      of: player, over: box, slopeAtMost: -noise.lower)
    return OwnEnclosure(
      value: isNoisy ? .entire : payoff(of: player, at: box),
      gradient: [marginal.value], hessian: [marginal.slope])
  }

  /// The member of the family that an admissible cluster plays, in the
  /// variables of this graph.
  ///
  /// - Precondition: Linear aggregates carry its game.
  func member(of cluster: Cluster) -> any Game {
    var exact = cluster
    exact.model.noise = 0
    let game = SharingGame(SharingData(exact)).played
    guard isNoisy else { return game }
    return LogOddsGame(
      game, noise: cluster.model.noise,
      odds: (0..<firmCount).map {
        strategies.lowerBounds[$0]...strategies.upperBounds[$0]
      })
  }
}

extension ParametricSharingGame {
  /// Whether firms share everything or nothing.
  fileprivate var isWithholding: Bool { cluster.model.choice == .all }

  /// What a firm earns if it withholds, and if it shares everything; nil if its
  /// cap is 0.
  fileprivate func ends<S: Scalar>(
    of firm: Int, at levels: Profile<S>
  ) -> (low: S, high: S?) {
    var levels = levels
    levels[firm] = .zero
    let low = payoff(of: firm, at: levels)
    let place = NumberTable.place(ofKey: Keys.cap, firm: firm)
    guard model.numbers.isUsed(place) else { return (low, nil) }
    levels[firm] = model.own(Keys.cap, of: firm, levels)
    return (low, payoff(of: firm, at: levels))
  }

  /// `cap_i F_i`; where there is no level between, what sharing everything
  /// brings.
  fileprivate func gain<S: Scalar>(of firm: Int, at levels: Profile<S>) -> S {
    guard isWithholding else {
      return model.own(Keys.cap, of: firm, levels)
        * view(of: firm, at: levels).marginal()
    }
    let (low, high) = ends(of: firm, at: levels)
    return high.map { $0 - low } ?? .zero
  }
}
