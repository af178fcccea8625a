import Equilibria

/// ``SigmoidSharing`` with the threshold as the last variable.
struct SigmoidGraph: Game {
  let strategies = StrategySpace(levels: [0...1, 0...1, 0.2...0.8])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    guard player < 2 else { return 0 }
    let own = levels[player]
    let other = levels[1 - player]
    let response = 1 / (1 + S.exp(-12 * (other - levels[2])))
    return own * response - S.pow(own, 2) / 2
  }
}

/// `u_i = x_i (2 x_j − t)`: nobody shares for t ≥ 0, everybody for t ≤ 2, and
/// `x = t/2` is a threshold between.
struct ThresholdGraph: Game {
  let strategies = StrategySpace(levels: [0...1, 0...1, -1...3])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    guard player < 2 else { return 0 }
    return levels[player] * (2 * levels[1 - player] - levels[2])
  }
}

/// One player who earns `x t − x²/2` on [0, 1]: `x = t` between corners.
struct LoneGraph: Game {
  let strategies = StrategySpace(levels: [0...1, -0.5...1.75])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    guard player < 1 else { return 0 }
    return levels[0] * levels[1] - S.pow(levels[0], 2) / 2
  }
}

/// With `d = x − y` and `s = x + y`, both earn `−(s − 1)²/2 + t d²/2 − d⁴/4`:
/// `d = 0`, and for t > 0 also `d = ±√t`: a pitchfork.
struct PitchforkGraph: Game {
  let strategies = StrategySpace(levels: [0...1, 0...1, -0.5...0.55])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    guard player < 2 else { return 0 }
    let sum = levels[0] + levels[1]
    let difference = S.pow(levels[0] - levels[1], 2)
    return -S.pow(sum - 1, 2) / 2 + levels[2] * difference / 2
      - S.pow(difference, 2) / 4
  }
}

/// Each earns `t x tanh y − x²/2`: `x = y = 0`, and for t > 1 also `x = y = ±t
/// tanh x`: a pitchfork at the end of the range.
struct EndPitchforkGraph: Game {
  let strategies = StrategySpace(levels: [-2...2, -2...2, 1...2])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    guard player < 2 else { return 0 }
    let own = levels[player]
    return levels[2] * own * S.tanh(levels[1 - player]) - S.pow(own, 2) / 2
  }
}

/// One player who earns `x²/2 − x⁴/4 + t x`: the maximum jumps at t = 0.
struct JumpGraph: Game {
  let strategies = StrategySpace(levels: [-2...2, -1...1.1])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    guard player < 1 else { return 0 }
    return S.pow(levels[0], 2) / 2 - S.pow(levels[0], 4) / 4
      + levels[1] * levels[0]
  }
}

/// The first player matches the second, who answers so that x = y solves
/// `(x − 0.1) ((x − 0.6)² + (t − 0.5)² − 0.04) = 0`: a line and a circle.
struct IsolaGraph: Game {
  let strategies = StrategySpace(levels: [0...1, 0...1, 0...1])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (x, y, t) = (levels[0], levels[1], levels[2])
    switch player {
    case 0: return -S.pow(x - y, 2) / 2
    case 1:
      let circle = S.pow(x - 0.6, 2) + S.pow(t - 0.5, 2) - 0.04
      return -S.pow(y - x + (x - 0.1) * circle, 2) / 2
    default: return 0
    }
  }
}
