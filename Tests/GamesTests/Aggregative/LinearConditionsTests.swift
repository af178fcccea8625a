import Games
import LinearAlgebra
import TestSupport
import Testing

/// `U_i = x_i (b_i + c tanh a_i) − x_i² / 2` with `a_i = Σ_j g_ij x_j`.
private struct Saturation: AggregativeGame {
  let strategies: StrategySpace
  let aggregates: [LinearAggregate]
  let base: [Double]
  let effect: Double

  init(players: Int, effect: Double, using random: inout SplitMix64) {
    strategies = StrategySpace(players: players, levels: 0...1)
    var links = Matrix(rows: players, columns: players)
    for i in 0..<players {
      for j in 0..<players where i != j {
        links[i, j] = random.number(in: -1...2)
      }
    }
    aggregates = [
      LinearAggregate(.network(.sparse(SparseMatrix(dense: links))))
    ]
    base = random.numbers(players, in: -1...0.5)
    self.effect = effect
  }

  func payoff<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    own * (S(base[player]) + S(effect) * S.tanh(aggregates[0]))
      - S.pow(own, 2) / 2
  }

  /// A profile of mutual best responses, if sweeps find one.
  func equilibrium(from start: [Double]) -> [Double]? {
    var levels = start
    for _ in 0..<500 {
      for i in levels.indices {
        let slope = pseudoGradient(at: levels)[i]
        levels[i] = min(max(levels[i] + slope, 0), 1)
      }
    }
    let slopes = pseudoGradient(at: levels)
    let isOne = levels.indices.allSatisfy {
      abs(min(max(levels[$0] + slopes[$0], 0), 1) - levels[$0]) < 1e-14
    }
    return isOne ? levels : nil
  }
}

struct LinearConditionsTests {
  /// Every condition over a box holds at each equilibrium in it.
  @Test(arguments: [1.5, -1.5])
  func equilibriaSatisfyThem(effect: Double) {
    var random = SplitMix64(seed: 3)
    var checked = 0
    for _ in 0..<60 {
      let game = Saturation(players: 4, effect: effect, using: &random)
      let start = random.numbers(4, in: 0...1)
      guard let levels = game.equilibrium(from: start) else { continue }
      for _ in 0..<20 {
        let box = levels.map { level in
          Interval(
            lower: random.happens(0.3) ? 0 : random.number(in: 0...1) * level,
            upper: level + random.number(in: 0...1) * (1 - level))
        }
        let sums = game.linearSums(over: box, where: []).map {
          var sum = $0
          let value = Self.value(of: sum.terms, at: levels).lower
          #expect(sum.least <= value + 1e-12)
          sum.least += random.number(in: 0...1) * (value - sum.least)
          return sum
        }
        for known in [[], sums] {
          for condition in game.linearConditions(over: box, where: known) {
            let sum = Self.value(of: condition.terms, at: levels)
            #expect(sum.lower <= condition.bound + 1e-12)
            checked += 1
          }
        }
      }
    }
    #expect(checked > 10_000)
  }

  private static func value(
    of terms: [LinearCondition.Term], at levels: [Double]
  ) -> Interval {
    terms.reduce(.zero) {
      $0 + $1.coefficient * Interval(levels[$1.variable])
    }
  }

  /// Player 0 rests below the threshold artanh ½ of what it sees: it sees at
  /// least what the sum says, and the line from there to the curve is steeper.
  @Test func whatAPlayerSeesSharpensTheConditions() throws {
    let game = Pair()
    let box = [Interval(0...0.2), Interval(0...1)]
    var sum = try #require(game.linearSums(over: box, where: []).first)
    #expect((sum.player, sum.aggregate, sum.sign) == (0, 0, 1))
    #expect(sum.least == 0)
    let highest = { (sums: [LinearSum]) -> Double in
      let conditions = game.linearConditions(over: box, where: sums)
      return conditions.compactMap { condition -> Double? in
        let own = condition.terms.first { $0.variable == 0 }?.coefficient
        let other = condition.terms.first { $0.variable == 1 }?.coefficient
        guard let own, own.isPositive else { return nil }
        return condition.bound - 0.5 * (other ?? .zero).midpoint
      }.min() ?? .infinity
    }
    // Where the other shares ½, the response is at most 0.
    let before = highest([])
    sum.least = 0.5
    let after = highest([sum])
    #expect(before > 0.05 && after < 0.01)
    #expect(game.linearSums(over: box, where: [sum]).first?.least == 0.5)
  }

  /// Player 0 shares `tanh a − ½` of what it sees beyond the threshold: the
  /// line from zero to the end of the curve bounds it below the threshold, or
  /// the one that touches the curve where `a sech² a = tanh a − ½`.
  @Test(arguments: [(1.0, 0.261_594), (3, 0.278_630)])
  func aLineReachesFromTheBoundToTheCurve(weight: Double, slope: Double) {
    let game = Pair(weight: weight)
    let conditions = game.linearConditions(
      over: [Interval(0...1), Interval(0...1)], where: [])
    let slopes = conditions.compactMap { condition -> Double? in
      let own = condition.terms.first { $0.variable == 0 }?.coefficient
      let other = condition.terms.first { $0.variable == 1 }?.coefficient
      guard let own, let other, own.isPositive, condition.bound < 1e-9
      else { return nil }
      return -other.midpoint / weight
    }
    let least = slopes.min() ?? .infinity
    #expect(slope - 1e-6 <= least && least < 1.03 * slope)
  }

  /// A player inside its bounds pins the aggregate: with b = −½, c = 1 it must
  /// lie at artanh(½ + x).
  @Test func theConditionsAreTight() throws {
    let game = Pair()
    let conditions = game.linearConditions(
      over: [Interval(0.1...0.11), Interval(0...1)], where: [])
    let coefficients = conditions.filter { $0.terms.count == 1 }
    let most = coefficients.compactMap { condition in
      condition.terms[0].coefficient.isPositive
        ? condition.bound / condition.terms[0].coefficient.midpoint : nil
    }
    let least = coefficients.compactMap { condition in
      condition.terms[0].coefficient.isNegative
        ? condition.bound / condition.terms[0].coefficient.midpoint : nil
    }
    // artanh(0.6) = ln 2, artanh(0.61) = 0.708921…
    #expect(abs(try #require(least.first) - 0.6931471805599453) < 4e-3)
    #expect(abs(try #require(most.first) - 0.7089213594) < 4e-3)
  }

  @Test func contradictionsAreUnsatisfiable() {
    // Player 0 above ½ would need tanh a ≥ 1.
    let conditions = Pair().linearConditions(
      over: [Interval(0.6...1), Interval(0...1)], where: [])
    #expect(conditions.contains { $0.terms.isEmpty && $0.bound < 0 })
  }
}

/// `U_0 = x_0 (tanh w x_1 − ½) − x_0² / 2`, and player 1 likes to share.
private struct Pair: AggregativeGame {
  let strategies = StrategySpace(players: 2, levels: 0...1)
  let aggregates: [LinearAggregate]

  init(weight: Double = 1) {
    let links = SparseMatrix(dense: Matrix(rows: [[0, weight], [weight, 0]]))
    aggregates = [LinearAggregate(.network(.sparse(links)))]
  }

  func payoff<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    player == 0
      ? own * (S.tanh(aggregates[0]) - 0.5) - S.pow(own, 2) / 2 : own
  }
}
