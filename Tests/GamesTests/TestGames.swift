import Games
import TestSupport

/// `u_1 = (x − ½)²`, `u_2 = −(y − x)²`: at (½, ½) the pseudo-gradient
/// vanishes, yet player 1 gains ¼ by leaving.
struct Trap: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    player == 0
      ? S.pow(levels[0] - 0.5, 2) : -S.pow(levels[1] - levels[0], 2)
  }
}

/// `u_i = x_i (1 − Σ_j x_j)`: Cournot's quantities at demand 1 − X.
struct Cournot: Game {
  let strategies: StrategySpace

  init(players: Int) {
    strategies = StrategySpace(players: players, levels: 0...1)
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var total = S.zero
    for level in levels { total += level }
    return levels[player] * (1 - total)
  }
}

/// A game with the pseudo-gradient `F(x) = A (x − x*)`, one level a player.
struct LinearField: Game {
  let strategies: StrategySpace
  let matrix: [[Double]]
  let rest: [Double]

  init(
    _ matrix: [[Double]], rest: [Double]? = nil,
    levels: [ClosedRange<Double>]? = nil
  ) {
    strategies = StrategySpace(levels: levels ?? matrix.map { _ in 0...1 })
    self.matrix = matrix
    self.rest = rest ?? matrix.map { _ in 0.5 }
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let own = levels[player] - S(rest[player])
    var sum = S(matrix[player][player]) * own / 2
    for j in levels.indices where j != player {
      sum += S(matrix[player][j]) * (levels[j] - S(rest[j]))
    }
    return own * sum
  }
}

/// Players with any number of variables, and payoffs that are curved in all:
///
///     u_i = Σ_v b_iv log(2 + x_v + Σ_w c_vw x_w) − ½ d_v x_v² + sin(x_v x_w).
struct Ensemble: Game {
  let strategies: StrategySpace
  let values: [[Double]]
  let couplings: [[Double]]

  /// A random game whose player i owns `counts[i]` variables.
  init(counts: [Int], seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let dimension = counts.reduce(0, +)
    strategies = StrategySpace(
      variables: counts.map { count in (0..<count).map { _ in -0.5...1 } })
    values = counts.map { _ in random.numbers(dimension, in: -1...2) }
    couplings = (0..<dimension).map { _ in
      random.numbers(dimension, in: 0...1 / Double(dimension))
    }
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var sum = S.zero
    for v in levels.indices {
      var inner = 2 + levels[v]
      for w in levels.indices { inner += S(couplings[v][w]) * levels[w] }
      let next = levels[(v + 1 + player) % levels.count]
      sum += S(values[player][v]) * S.log(inner) + S.sin(levels[v] * next)
    }
    for v in strategies.variables(of: player) {
      sum -= S.pow(levels[v], 2) / 2
    }
    return sum
  }
}

/// A payoff of one player's own variables.
protocol SoloPayoff: Sendable {
  static func value<S: Scalar>(_ x: Profile<S>) -> S
}

/// One player with a payoff of one's choice.
struct Solo<Payoff: SoloPayoff>: Game {
  let strategies: StrategySpace

  init(_ levels: ClosedRange<Double>...) {
    strategies = StrategySpace(variables: [levels])
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    Payoff.value(levels)
  }
}

extension Game {
  /// A random profile of the game.
  func randomProfile(_ random: inout SplitMix64) -> [Double] {
    strategies.box.map { random.number(in: $0.lower...$0.upper) }
  }

  /// A random box of profiles.
  func randomBox(_ random: inout SplitMix64) -> Box {
    let a = randomProfile(&random)
    let b = randomProfile(&random)
    return zip(a, b).map { Interval(lower: min($0, $1), upper: max($0, $1)) }
  }
}

extension Interval {
  /// Whether a number lies in the interval, but for its own rounding.
  func holds(_ value: Double, slack: Double = 1e-12) -> Bool {
    let room = slack * (1 + abs(value))
    return lower - room <= value && value <= upper + room
  }
}
