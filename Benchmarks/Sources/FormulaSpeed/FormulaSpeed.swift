import Coopetition
import LinearAlgebra

/// Times the same payoffs written as formulas and compiled.
@main
enum FormulaSpeed {
  static let repetitions = 20_000
  static let batches = 25

  static func main() throws {
    let compiled = Ring()
    let written = try FormulaGame(
      "Ring", parameters: ["t": Ring.threshold],
      definitions: ["s(z)": "1/(1 + exp(-12*(z - t)))"],
      players: (0..<Ring.players).map { i in
        let next = (i + 1) % Ring.players
        let last = (i + Ring.players - 1) % Ring.players
        return FormulaPlayer(
          "P\(i)", ["x\(i)": 0...1],
          payoff: "x\(i)*s((x\(next) + x\(last))/2) - x\(i)^2/2")
      })
    let levels = (0..<Ring.players).map { 0.3 + 0.05 * Double($0) }
    let box = levels.map { Interval($0 - 0.01...$0 + 0.01) }
    compare("payoff", compiled, written) { game in
      (0..<Ring.players).reduce(0) { $0 + game.payoff(of: $1, at: levels) }
    }
    compare("payoff enclosure", compiled, written) { game in
      (0..<Ring.players).reduce(0) {
        $0 + game.payoffEnclosure(of: $1, over: box).upper
      }
    }
    var gradient = levels
    var jacobian = Matrix(rows: levels.count, columns: levels.count)
    compare("pseudo-gradient and Jacobian", compiled, written) { game in
      game.pseudoGradient(at: levels, into: &gradient, jacobian: &jacobian)
      return gradient[0] + jacobian[0, 1]
    }
    compare("regret", compiled, written, share: 100) { game in
      game.regret(at: levels).upper
    }
    compare("all equilibria", compiled, written, share: 2_000) { game in
      Double(game.equilibria().equilibria.count)
    }
  }

  /// Prints the times of one evaluation and their ratio; both must agree.
  static func compare(
    _ name: String, _ compiled: Ring, _ written: FormulaGame, share: Int = 1,
    _ evaluate: (any Game) -> Double
  ) {
    let count = max(1, repetitions / share)
    precondition(abs(evaluate(compiled) - evaluate(written)) < 1e-9)
    let first = median(count) { evaluate(compiled) }
    let second = median(count) { evaluate(written) }
    print(
      name, "compiled", NumberText.significant(first), "µs, formulas",
      NumberText.significant(second), "µs, ratio",
      NumberText.significant(second / first))
  }

  /// The median time of one evaluation in µs.
  static func median(_ count: Int, _ evaluate: () -> Double) -> Double {
    var times: [Double] = []
    var sum = 0.0
    for _ in 0..<batches {
      let start = ContinuousClock.now
      for _ in 0..<count { sum += evaluate() }
      let time = ContinuousClock.now - start
      times.append(time / .microseconds(1) / Double(count))
    }
    precondition(sum.isFinite)
    return times.sorted()[batches / 2]
  }
}

/// `u_i = x_i s((x_i+1 + x_i−1) / 2) − x_i² / 2` on a ring, with
/// `s(z) = 1 / (1 + exp(−12 (z − t)))`.
struct Ring: Game {
  static let players = 4
  static let threshold = 0.5

  let strategies = StrategySpace(players: Ring.players, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let next = levels[(player + 1) % Ring.players]
    let last = levels[(player + Ring.players - 1) % Ring.players]
    let seen = (next + last) / 2
    let response = 1 / (1 + S.exp(-12 * (seen - S(Ring.threshold))))
    let own = levels[player]
    return own * response - S.pow(own, 2) / 2
  }
}
