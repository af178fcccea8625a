import Equilibria
import LinearAlgebra
import TestSupport

/// Reciprocal sharing on a random network:
/// `u_i = log(1 + q_i (1 + κ x_i)) + B log(1 + D) − c x_i − e x_i² / 2`.
///
/// Best responses rise with the inflow q. With the benefit B = 0 the game is
/// one of strategic complements.
struct NetworkSharing: AggregativeGame {
  let strategies: StrategySpace
  let aggregates: [LinearAggregate]
  var cost: [Double]
  var reciprocity = 3.0
  var curvature = 0.5
  var benefit = 0.0

  init(players: Int, degree: Int, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var links = TripletList()
    for i in 0..<players {
      for _ in 0..<degree {
        let j = Int.random(in: 0..<players, using: &random)
        if i != j {
          links.append(row: i, column: j, value: random.number(in: 0.1...0.6))
        }
      }
    }
    let network = try SparseMatrix(
      rows: players, columns: players, triplets: links, duplicates: .sum)
    self.init(.sparse(network), cost: random.numbers(players, in: 0.1...0.9))
  }

  init(_ network: StructuredMatrix, cost: [Double]) {
    self.cost = cost
    strategies = StrategySpace(players: cost.count, levels: 0...1)
    let weights = [Double](
      repeating: 1 / Double(cost.count), count: cost.count)
    aggregates = [
      LinearAggregate(.network(network)),
      LinearAggregate(.weightedSum(weights)),
    ]
  }

  var influences: [AggregateInfluence] {
    [.rising, benefit > 0 ? .falling : .none]
  }

  func payoff<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    let inflow = aggregates[0]
    let gain = S.log(onePlus: inflow * (1 + S(reciprocity) * own))
    let open = S(benefit) * S.log(onePlus: aggregates[1])
    return gain + open - S(cost[player]) * own
      - S(curvature) * S.pow(own, 2) / 2
  }
}
