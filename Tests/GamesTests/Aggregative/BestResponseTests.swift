import Games
import TestSupport
import Testing

/// `U = x (b − Σ_j x_j) − e x²`, the total being an aggregate.
private struct Quantities: AggregativeGame {
  let strategies: StrategySpace
  let aggregates: [LinearAggregate]
  let demand: Double
  let cost: Double

  init(players: Int, demand: Double, cost: Double) {
    strategies = StrategySpace(players: players, levels: 0...1)
    let ones = [Double](repeating: 1, count: players)
    aggregates = [LinearAggregate(.weightedSum(ones))]
    self.demand = demand
    self.cost = cost
  }

  func payoff<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    own * (S(demand) - aggregates[0]) - S(cost) * own * own
  }
}

/// `U = a log(1 + b x) − x`, strictly concave.
private struct Logarithm: AggregativeGame {
  let strategies = StrategySpace(players: 1, levels: 0...1)
  let aggregates: [LinearAggregate] = []
  let gain: Double
  let rate: Double

  func payoff<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    S(gain) * S.log(onePlus: S(rate) * own) - own
  }
}

struct BestResponseTests {
  // The slope in x is b − R − 2x − 2ex for the others' total R, computed to
  // the rounding of its largest term.
  @Test(arguments: [0.0, 0.1, 0.5, 1.0])
  func quadraticPayoffs(start: Double) {
    for demand in [-1.0, 0.3, 1, 2, 9] {
      for rest in [0.0, 0.2, 1.7] {
        let game = Quantities(players: 3, demand: demand, cost: 0.5)
        var others = Aggregates<Double>()
        others[0] = rest
        let exact = min(1, max(0, (demand - rest) / 3))
        let found = game.bestResponse(of: 1, to: others, from: start)
        #expect(abs(found - exact) <= max(1, abs(demand), rest).ulp)
      }
    }
  }

  // a b / (1 + b x) = 1 at x = a − 1/b: steep near 0 for a large b.
  @Test(arguments: [1e-3, 0.5, 3.0, 1e3, 1e9, 1e15])
  func steepPayoffs(rate: Double) {
    for gain in [1e-3, 0.25, 0.9, 2] {
      let game = Logarithm(gain: gain, rate: rate)
      let exact = min(1, max(0, gain - 1 / rate))
      for start in [0, 1e-9, 0.3, 1] {
        let found = game.bestResponse(of: 0, to: Aggregates(), from: start)
        #expect(relativeDistance(found, exact) < 1e-14)
      }
    }
  }

  @Test func linearPayoffsEndAtABound() {
    for (demand, expected) in [(2.0, 1.0), (-2.0, 0.0)] {
      let game = Quantities(players: 1, demand: demand, cost: -1)
      for start in [0, 0.5, 1] {
        let found = game.bestResponse(of: 0, to: Aggregates(), from: start)
        #expect(found == expected)
      }
    }
  }

  @Test func indifferenceStaysWhereItIs() {
    let game = Quantities(players: 1, demand: 0, cost: -1)
    #expect(game.bestResponse(of: 0, to: Aggregates(), from: 0.25) == 0.25)
  }
}
