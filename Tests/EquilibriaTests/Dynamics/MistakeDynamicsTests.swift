import Games
import LinearAlgebra
import Scalars
import TestSupport
import Testing

@testable import Equilibria

/// Everybody gains `gain` for each other who takes the upper action, and pays
/// `cost` for its own.
private struct Coordination: Game {
  let gains: [Double]
  let costs: [Double]

  var strategies: StrategySpace {
    StrategySpace(players: gains.count, levels: 0...1)
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var others = S.zero
    for j in levels.indices where j != player { others += levels[j] }
    return levels[player] * (S(gains[player]) * others - S(costs[player]))
  }
}

/// Two players whose costs of ½ are known up to a relative error.
private struct RoundedCoordination: Game {
  let error: Double
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let cost = S(0.5, relativeError: error)
    return levels[player] * (S(1.01) * levels[1 - player] - cost)
  }
}

@Suite struct MistakeDynamicsTests {
  /// Kandori, Mailath and Rob (1993): of two strict equilibria of two players
  /// the risk-dominant one survives.
  @Test func riskDominanceDecidesBetweenTwo() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<50 {
      let costs = (0..<2).map { _ in Double.random(in: 0.1...1, using: &random)
      }
      let extra = (0..<2).map { _ in Double.random(in: 0.1...1, using: &random)
      }
      let game = Coordination(
        gains: zip(costs, extra).map { $0 + $1 }, costs: costs)
      let choices = BinaryChoices(game)
      #expect(choices.equilibria == [0, 3])
      let costly = MistakeDynamics(choices, .costly)
      #expect(costly.classes == [[0], [3]])
      let (up, down) = (costs.min() ?? 0, extra.min() ?? 0)
      #expect(abs(costly.radius[0] - up) < 1e-12)
      #expect(abs(costly.coradius[0] - down) < 1e-12)
      #expect(costly.stable == [up > down ? 0 : 1])
      #expect(MistakeDynamics(choices, .uniform).stable == [0, 1])
    }
  }

  /// Leaving costs ½, or 0.51 the other way; where ½ is known to a tenth
  /// neither is told from the other.
  @Test(arguments: [(0.0, [1]), (0.1, [0, 1])])
  func whatAccuracyCannotTellApartIsListed(error: Double, stable: [Int]) {
    let game = RoundedCoordination(error: error)
    let dynamics = MistakeDynamics(BinaryChoices(game), .costly)
    #expect(dynamics.classes == [[0], [3]])
    #expect(dynamics.stable == stable)
  }

  /// Identical players have an exact potential, `P(m) = Σ_{k<m} (g k − c)`:
  /// the long run of logit choice has m at the upper action with probability
  /// `C(n, m) exp(P(m)/η)/Z`.
  @Test func logitChainOfIdenticalPlayersFollowsThePotential() {
    let (n, gain, cost, noise) = (6, 0.4, 0.9, 0.3)
    let game = Coordination(
      gains: Array(repeating: gain, count: n),
      costs: Array(repeating: cost, count: n))
    let choices = BinaryChoices(game)
    let found = LogitChain(choices, noise: noise).stationary
    let weights = (0..<(1 << n)).map { profile in
      let m = profile.nonzeroBitCount
      return Double.exp(
        (0..<m).reduce(0.0) { $0 + gain * Double($1) - cost } / noise)
    }
    let total = weights.reduce(0, +)
    for (weight, probability) in zip(weights, found) {
      #expect(abs(probability * total / weight - 1) < 1e-12)
    }
    let costly = MistakeDynamics(choices, .costly)
    #expect(costly.stable == [1])
    #expect(abs(costly.costs[0][1] - 1.5) < 1e-12)
    #expect(abs(costly.costs[1][0] - 2.1) < 1e-12)
  }

  @Test func playersWithoutChoiceDoNotCount() {
    struct Fixed: Game {
      let strategies = StrategySpace(levels: [0...1, 0.5...0.5])
      func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
        levels[player] * levels[1]
      }
    }
    let choices = BinaryChoices(Fixed())
    #expect(choices.players == [0])
    #expect(choices.equilibria == [1])
    #expect(choices.actions(1, of: 2) == [1, 0])
    let costly = MistakeDynamics(choices, .costly)
    #expect(costly.classes == [[1]])
    #expect(costly.radius == [.infinity])
  }

  /// All trees of a few nodes, tried one by one.
  @Test func leastInTreeIsTheLeastOfAll() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<100 {
      let n = 2 + Int.random(in: 0..<4, using: &random)
      let costs = (0..<n).map { _ in
        (0..<n).map { _ in Double(Int.random(in: 0..<9, using: &random)) }
      }
      let trees = MinimumInTree(costs)
      for root in 0..<n {
        #expect(trees.cost(to: root) == Self.least(costs, to: root))
      }
    }
  }

  private static func least(_ costs: [[Double]], to root: Int) -> Double {
    let n = costs.count
    var best = Double.infinity
    var choice = [Int](repeating: 0, count: n)
    func leads(_ node: Int) -> Bool {
      var node = node
      for _ in 0..<n where node != root { node = choice[node] }
      return node == root
    }
    func extend(_ node: Int, _ sum: Double) {
      guard node < n else {
        if (0..<n).allSatisfy(leads) { best = min(best, sum) }
        return
      }
      guard node != root else { return extend(node + 1, sum) }
      for other in 0..<n where other != node {
        choice[node] = other
        extend(node + 1, sum + costs[node][other])
      }
    }
    extend(0, 0)
    return best
  }

  @Test func stationaryDistributionOfABirthAndDeathChain() {
    let (up, down) = ([0.5, 1e-9, 2.0], [1.0, 3.0, 1e-6])
    var rates = Matrix(rows: 4, columns: 4)
    var weights = [1.0]
    for k in 0..<3 {
      rates[k, k + 1] = up[k]
      rates[k + 1, k] = down[k]
      weights.append(weights[k] * up[k] / down[k])
    }
    let total = weights.reduce(0, +)
    let found = StationaryDistribution(rates).probabilities
    for (a, b) in zip(found, weights) {
      #expect(abs(a * total / b - 1) < 1e-14)
    }
  }
}
