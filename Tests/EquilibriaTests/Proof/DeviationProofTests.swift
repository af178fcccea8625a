import Games
import LinearAlgebra
import TestSupport
import Testing

@testable import Equilibria

/// `u_i = v_i log(1 + q_i (1 + κ x_i)) − c_i x_i − ½ x_i²` with
/// `q_i = Σ_j a_ij x_j`: concave in each level, not in all together.
private struct Sharing: AggregativeGame {
  let strategies: StrategySpace
  let aggregates: [LinearAggregate]
  let values: [Double]
  let costs: [Double]

  init(players: Int, using random: inout SplitMix64) {
    strategies = StrategySpace(players: players, levels: 0...1)
    var links = Matrix(rows: players, columns: players)
    for i in 0..<players {
      for j in 0..<players where i != j {
        links[i, j] = random.number(in: 0...2) / Double(players)
      }
    }
    aggregates = [
      LinearAggregate(.network(.sparse(SparseMatrix(dense: links))))
    ]
    values = random.numbers(players, in: 0.3...1)
    costs = random.numbers(players, in: 0...0.3)
  }

  func payoff<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    let gain = S.log(onePlus: aggregates[0] * (1 + S(0.8) * own))
    return S(values[player]) * gain - S(costs[player]) * own
      - S.pow(own, 2) / 2
  }
}

/// A player who owns several variables: a block of others.
struct DeviationProofTests {
  /// The best joint levels of a block leave nothing to gain; search proves it.
  @Test(arguments: [2, 3, 5, 8])
  func blocksGainNothingAtTheirOptimum(players: Int) {
    var random = SplitMix64(seed: UInt64(players))
    var proven = 0
    for _ in 0..<5 {
      let members = Sharing(players: players, using: &random)
      let block = AggregativeGroups(members, [Array(0..<players)])
      let optimum = members.socialOptimum(from: [])
      let levels = SemismoothNewton().solve(block, from: optimum.levels).levels
      let regret = block.regret(at: levels)
      #expect(regret.contains(0.0) && regret.upper < 1e-8)
      if EquilibriumProof(block, levels: levels).result() != nil { proven += 1 }
    }
    #expect(proven >= 4)
  }

  /// Where the block gains, the oracle says so, and no equilibrium is proven.
  @Test func blocksThatGainAreNotProven() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<5 {
      let members = Sharing(players: 3, using: &random)
      let block = AggregativeGroups(members, [Array(0..<3)])
      let levels = random.numbers(3, in: 0...0.2)
      let best = members.socialOptimum(from: [])
      let gain = best.welfare - members.welfare(at: levels)
      let regret = block.regret(at: levels)
      #expect(regret.lower - 1e-9 <= gain && gain <= regret.upper + 1e-9)
      #expect(EquilibriumProof(block, levels: levels).result() == nil)
    }
  }
}
