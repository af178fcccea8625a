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
/// Firms may decide in groups: a group maximises what its members earn, with
/// noise and the entropies of their choices, and `cap_i F_i` then is
/// `cap_i Σ_k ∂u_k/∂s_i` over the group of i.
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
  private(set) var strategies: StrategySpace
  /// Whether the first variables are log-odds.
  let isNoisy: Bool
  /// The firm whose level is the first parameter.
  private let leader: Int?
  /// Those who decide together, a partition of the firms.
  private let groups: [[Int]]
  /// The others of each firm's group.
  private let allies: [[Int]]

  /// The game of a cluster with some numbers moved by parameters, or with a
  /// leader's level as the one parameter.
  ///
  /// - Parameters:
  ///   - base: The game with levels and without noise.
  ///   - leader: The firm whose level is the first parameter; nil for none.
  ///   - groups: The firms that decide together, a partition of them; nil if
  ///     everybody decides alone.
  /// - Precondition: The noise, if there is any, is above 0 over the ranges;
  ///   there is some if firms decide together.
  init(
    _ base: ParametricSharingGame, leader: Int? = nil, groups: [[Int]]? = nil
  ) {
    let groups = groups ?? (0..<base.model.firmCount).map { [$0] }
    self.base = base
    self.leader = leader
    self.groups = groups
    var allies = [[Int]](repeating: [], count: base.model.firmCount)
    var owners = base.strategies.lowerBounds.map { _ in groups.count }
    for (group, members) in groups.enumerated() {
      for member in members {
        owners[member] = group
        allies[member] = members.filter { $0 != member }
      }
    }
    self.allies = allies
    isNoisy = base.model.numbers.isUsed(Places.noise)
    precondition(
      isNoisy || groups.allSatisfy { $0.count == 1 },
      "groups of firms without noise play another game")
    strategies = base.strategies
    strategies = StrategySpace(
      bounds: StrategySpace(levels: ranges), owners: owners,
      players: groups.count + base.further.count)
  }

  private var firmCount: Int { base.model.firmCount }

  /// The game in which groups of firms decide together.
  func grouped(_ groups: [[Int]]) -> ParametricChoiceGame {
    ParametricChoiceGame(base, leader: leader, groups: groups)
  }

  /// The levels, or bounds on the log-odds of equilibria, `cap_i F_i/η`; then
  /// the parameters.
  private var ranges: [ClosedRange<Double>] {
    let (space, whole) = (base.strategies, base.strategies.box)
    return space.lowerBounds.indices.map { variable in
      guard variable != leader else { return 0...0 }
      guard isNoisy, variable < firmCount else {
        return space.lowerBounds[variable]...space.upperBounds[variable]
      }
      return LogOddsGame.bounds(
        marginal: gain(of: variable, at: whole),
        noise: base.model.shared(Places.noise, whole))
    }
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
      (0..<firmCount).map { earnings(of: $0, at: variables, levels) },
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
      gain(of: i, at: profile) / noise
    } + parameters
  }

  /// The payoffs of the members at the levels; what the further players earn.
  func payoff<S: Scalar>(of player: Int, at variables: Profile<S>) -> S {
    let levels = levels(at: variables)
    guard player < groups.count else {
      let further = base.further[player - groups.count]
      return base.isWithholding
        ? further.value(base.withholding, at: levels)
        : further.value(base.model, at: levels)
    }
    let members = groups[player]
    return members.dropFirst().reduce(
      earnings(of: members[0], at: variables, levels)
    ) { $0 + earnings(of: $1, at: variables, levels) }
  }

  /// What a firm earns, linear between withholding and sharing everything where
  /// there is no level between.
  private func earnings<S: Scalar>(
    of firm: Int, at variables: Profile<S>, _ levels: Profile<S>
  ) -> S {
    guard base.isWithholding, isNoisy, firm != leader else {
      return base.earnings(of: firm, at: levels)
    }
    return base.withholding.payoff(
      of: firm, sharing: (1 + S.tanh(variables[firm] / 2)) / 2, at: levels)
  }

  /// `cap_i F_i`, with what a level brings the others of its group.
  private func gain<S: Scalar>(of firm: Int, at levels: Profile<S>) -> S {
    let own = base.gain(of: firm, at: levels)
    guard !allies[firm].isEmpty else { return own }
    var jets = levels.map { Jet<S, 1>(constant: $0) }
    jets[firm].slopes[0] = 1
    let effect = allies[firm].reduce(S.zero) {
      $0 + base.earnings(of: $1, at: jets).slopes[0]
    }
    return own + base.model.own(Keys.cap, of: firm, levels) * effect
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
    let gain = gain(of: variable, at: levels)
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

  /// Of who sets one level by the marginal formulas, which fall in the own
  /// variable: payoffs are concave in each level. Nothing is said of a value,
  /// which leaves out the entropy. Of others what they maximise.
  func ownEnclosure(of player: Int, over box: Box) -> OwnEnclosure {
    guard player < groups.count else {
      return OwnEnclosure(value: .entire, gradient: [], hessian: [])
    }
    guard groups[player].count == 1 else {
      return jointEnclosure(of: player, over: box)
    }
    let noise: Interval = base.model.shared(Places.noise, box)
    let marginal = ownMarginal(
      of: groups[player][0], over: box, slopeAtMost: -noise.lower)
    return OwnEnclosure(
      value: isNoisy ? .entire : payoff(of: player, at: box),
      gradient: [marginal.value], hessian: [marginal.slope])
  }

  /// What a group with noise maximises.
  private func jointEnclosure(of group: Int, over box: Box) -> OwnEnclosure {
    let own = strategies.variables(of: group)
    var conditions = box
    var jacobian = [Interval](repeating: .zero, count: box.count * box.count)
    pseudoGradientEnclosure(over: box, into: &conditions, jacobian: &jacobian)
    return LogOdds.ownEnclosure(
      over: box.elements(of: own), payoff: payoff(of: group, at: box),
      noise: base.model.shared(Places.noise, box),
      conditions: conditions.elements(of: own),
      jacobian: own.flatMap { v in own.map { jacobian[v * box.count + $0] } })
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
    let played = SharingGame(SharingData(exact)).played
    let isAlone = groups.allSatisfy { $0.count == 1 }
    let game: any Game = isAlone ? played : played.grouped(groups)
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

  /// What a firm earns.
  fileprivate func earnings<S: Scalar>(
    of firm: Int, at levels: Profile<S>
  ) -> S {
    isWithholding
      ? withholding.payoff(of: firm, at: levels)
      : model.payoff(of: firm, at: levels)
  }

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
