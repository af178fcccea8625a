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
/// A firm may lead: the first parameter is then its level, and its variable is
/// held at 0. A leader that shares all or nothing commits to a fraction of its
/// cap, as others choose one.
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
  /// The firm whose level is the first parameter.
  private let leader: Int?

  /// The game of a cluster with some numbers moved by parameters, or with a
  /// leader's level as the one parameter.
  ///
  /// - Precondition: The noise, if there is any, is above 0 over the ranges.
  init(_ base: ParametricSharingGame, leader: Int? = nil) {
    self.base = base
    self.leader = leader
    isNoisy = base.model.numbers.isUsed(Places.noise)
    strategies = Self.strategies(of: base, isNoisy, leader)
  }

  private var firmCount: Int { base.model.firmCount }

  /// The levels, or bounds on the log-odds of equilibria, `cap_i F_i/η`; then
  /// the parameters.
  private static func strategies(
    of base: ParametricSharingGame, _ isNoisy: Bool, _ leader: Int?
  ) -> StrategySpace {
    let (space, whole) = (base.strategies, base.strategies.box)
    func range(_ variable: Int) -> ClosedRange<Double> {
      space.lowerBounds[variable]...space.upperBounds[variable]
    }
    let firms = 0..<base.model.firmCount
    let choices = firms.map { firm in
      guard firm != leader else { return 0.0...0 }
      guard isNoisy else { return range(firm) }
      return LogOddsGame.bounds(
        marginal: base.gain(of: firm, at: whole),
        noise: base.model.shared(Places.noise, whole))
    }
    let parameters = (firms.upperBound..<space.dimension).map(range)
    return StrategySpace(
      variables: choices.map { [$0] } + [parameters]
        + base.further.dropFirst().map { _ in [] })
  }

  /// The levels that the first variables stand for, then the parameters.
  func levels<S: Scalar>(at variables: Profile<S>) -> Profile<S> {
    var levels = variables
    for i in 0..<firmCount where isNoisy {
      let cap: S = base.model.own(Keys.cap, of: i, variables)
      levels[i] = cap * (1 + S.tanh(variables[i] / 2)) / 2
    }
    if let leader { levels[leader] = variables[firmCount] }
    return levels
  }

  /// What the firms earn, and welfare.
  func earnings(
    at variables: [Double]
  ) -> (payoffs: [Double], welfare: Double) {
    let levels = levels(at: variables)
    return (
      (0..<firmCount).map { payoff(of: $0, at: variables) },
      base.isWithholding
        ? base.withholding.welfare(at: levels) : base.model.welfare(at: levels)
    )
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
    guard base.isWithholding else {
      return base.payoff(of: player, at: levels)
    }
    let earnings = base.withholding
    guard player < firmCount else {
      return base.further[player - firmCount].value(earnings, at: levels)
    }
    guard isNoisy, player != leader else {
      return earnings.payoff(of: player, at: levels)
    }
    return earnings.payoff(
      of: player, sharing: (1 + S.tanh(variables[player] / 2)) / 2, at: levels)
  }
}

extension ParametricChoiceGame: MarginalFormulas {
  /// `F_i`, or `cap_i F_i − η z_i`; 0 for a leader and the parameters, whose
  /// owner plays no game.
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
    guard variable < firmCount, variable != leader else { return .zero }
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
  /// Marginal payoffs fall in the own level or log-odds, with noise by η at
  /// least.
  func marginalBounds(over box: Box, into bounds: inout [MarginalBounds]) {
    let noise: Interval = base.model.shared(Places.noise, box)
    boundMarginals(
      of: 0..<firmCount, over: box, slopeAtMost: -noise.lower, into: &bounds)
  }

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

  /// The games of the clusters that parameters make: through linear aggregates
  /// where these carry them.
  func family(
    _ cluster: @escaping @Sendable ([Double]) -> Cluster
  ) -> GameFamily {
    let slices = GameFamily(graph: self)
    guard leader == nil else { return slices }
    return GameFamily(
      graph: self, bounds: isNoisy ? nil : base.movingBounds
    ) { parameters in
      let moved = cluster(parameters)
      return SharingGame.carries(moved)
        ? member(of: moved) : slices.game(at: parameters)
    }
  }

  /// The member of the family that an admissible cluster plays, in the
  /// variables of this graph.
  ///
  /// - Precondition: Linear aggregates carry its game.
  private func member(of cluster: Cluster) -> any Game {
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

  /// What firms earn that do.
  fileprivate var withholding: WithholdingEarnings {
    WithholdingEarnings(model: model)
  }

  /// `cap_i F_i`; where there is no level between, what sharing everything
  /// brings.
  fileprivate func gain<S: Scalar>(of firm: Int, at levels: Profile<S>) -> S {
    guard isWithholding else {
      return model.own(Keys.cap, of: firm, levels)
        * view(of: firm, at: levels).marginal()
    }
    return withholding.gain(of: firm, at: levels)
  }
}
