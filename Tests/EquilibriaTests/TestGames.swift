import Games

/// `u_i = x_i s(x_j) − x_i²/2` with `s(z) = 1/(1 + exp(−12(z − t)))`.
struct SigmoidSharing: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)
  let threshold: Double

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let own = levels[player]
    let other = levels[1 - player]
    let response = 1 / (1 + S.exp(-12 * (other - S(threshold))))
    return own * response - S.pow(own, 2) / 2
  }
}

/// `u_i = x_i (2 x_j − 0.8)`: both corners and a threshold.
struct Threshold: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    levels[player] * (2 * levels[1 - player] - 0.8)
  }
}

/// `u_1 = u_2 = −(x + y − 1)²`: a continuum of equilibria.
struct Continuum: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    -S.pow(levels[0] + levels[1] - 1, 2)
  }
}

/// `u_1 = (x − ½)²`, `u_2 = −(y − x)²`: at (½, ½) the gradient vanishes, yet
/// player 1 gains ¼ by leaving.
struct Trap: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    player == 0
      ? S.pow(levels[0] - 0.5, 2) : -S.pow(levels[1] - levels[0], 2)
  }
}

/// Neighbours' levels substitute for one's own: `u_i = b(y_i) − x_i` with
/// `y_i = x_i + δ Σ_j g_ij x_j` and `b(y) = log(1 + y) · 2`, so `b′(1) = 1`.
struct PublicGood: Game {
  let strategies: StrategySpace
  let neighbours: [[Int]]
  let substitution: Double

  init(neighbours: [[Int]], substitution: Double) {
    strategies = StrategySpace(players: neighbours.count, levels: 0...1.5)
    self.neighbours = neighbours
    self.substitution = substitution
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var total = levels[player]
    for j in neighbours[player] { total += S(substitution) * levels[j] }
    return 2 * S.log(onePlus: total) - levels[player]
  }
}
