import Games
import LinearAlgebra
import TestSupport
import Testing

@testable import Equilibria

/// `u_i = v_i log(1 + q_i (1 + κ x_i)) − c_i x_i − ½ e_i x_i²` with
/// `q_i = Σ_j a_ij x_j` over a few sources: thresholds between nobody and many.
private struct Tipping: AggregativeGame {
  let strategies: StrategySpace
  let aggregates: [LinearAggregate]
  let links: Matrix
  let values: [Double]
  let costs: [Double]
  let curvatures: [Double]

  init(players: Int, using random: inout SplitMix64) {
    strategies = StrategySpace(players: players, levels: 0...1)
    var links = Matrix(rows: players, columns: players)
    for i in 0..<players {
      for _ in 0..<4 {
        let j = Int.random(in: 0..<players, using: &random)
        if j != i { links[i, j] = random.number(in: 0.05...0.5) }
      }
    }
    self.links = links
    aggregates = [
      LinearAggregate(.network(.sparse(SparseMatrix(dense: links))))
    ]
    values = random.numbers(players, in: 1...4)
    costs = random.numbers(players, in: 0.02...0.4)
    curvatures = random.numbers(players, in: 0.3...1.2)
  }

  func payoff<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    let gain = S.log(onePlus: aggregates[0] * (1 + S(0.8) * own))
    return S(values[player]) * gain - S(costs[player]) * own
      - S(curvatures[player]) * S.pow(own, 2) / 2
  }

  /// The level at which the marginal payoff is zero, or the bound: by
  /// bisection, from the formula as it stands.
  func response(of player: Int, to levels: [Double]) -> Double {
    let inflow = levels.indices.reduce(0) {
      $0 + links[player, $1] * levels[$1]
    }
    func marginal(_ x: Double) -> Double {
      0.8 * values[player] * inflow / (1 + inflow * (1 + 0.8 * x))
        - costs[player] - curvatures[player] * x
    }
    if marginal(0) <= 0 { return 0 }
    if marginal(1) >= 0 { return 1 }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if marginal(middle) > 0 { low = middle } else { high = middle }
    }
    return low
  }
}

/// The complete search against another that shares no code with it.
struct CompleteSearchTests {
  @Test(arguments: 1...30)
  func nothingIsMissedAndNothingIsFalse(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let game = Tipping(players: 3 + seed % 10, using: &random)
    let found = game.equilibria()
    #expect(found.isComplete)
    for levels in found.equilibria.map(\.levels) {
      for i in levels.indices {
        #expect(abs(game.response(of: i, to: levels) - levels[i]) < 1e-9)
      }
    }
    for limit in limits(of: game, &random) {
      #expect(
        found.equilibria.contains { distance($0.levels, limit) < 1e-6 })
    }
  }

  @Test(arguments: [1, 2])
  func certificatesWithSlicesHoldAndTamperedOnesDoNot(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let game = Tipping(players: 16, using: &random)
    let found = game.equilibria()
    #expect(found.isComplete)
    var tree = try #require(found.tree)
    let claims = found.equilibria.compactMap { CompletenessCheck.Claim($0) }
    let check = CompletenessCheck()
    #expect(check.verdict(on: claims, tree: tree, of: game) == .complete)
    guard let slice = tree.nodes.firstIndex(where: isSlice) else { return }
    let directions = tree.directions
    tree.directions = directions.map { $0.map { -2 * $0 } }
    if case .complete = check.verdict(on: claims, tree: tree, of: game) {
      // Whatever the planes, the parts cover the cell: no harm is done.
      #expect(found.equilibria.count == claims.count)
    }
    tree.directions = []
    #expect(check.verdict(on: claims, tree: tree, of: game) == .malformed)
    tree.directions = directions.map { Array($0.dropLast()) }
    #expect(check.verdict(on: claims, tree: tree, of: game) == .malformed)
    tree.directions = directions
    tree.nodes = Array(tree.nodes[..<slice]) + [.leaf]
    #expect(check.verdict(on: claims, tree: tree, of: game) != .complete)
    if claims.count > 1 {
      let fewer = Array(claims.dropLast())
      let whole = try #require(found.tree)
      #expect(check.verdict(on: fewer, tree: whole, of: game) != .complete)
    }
  }

  private func isSlice(_ node: SearchTree.Node) -> Bool {
    if case .slice = node { true } else { false }
  }

  /// Where sweeps of responses end from random profiles.
  private func limits(
    of game: Tipping, _ random: inout SplitMix64
  ) -> [[Double]] {
    let count = game.strategies.dimension
    var limits: [[Double]] = []
    for _ in 0..<40 {
      var levels = random.numbers(count, in: 0...1)
      var move = 1.0
      for _ in 0..<5_000 where move > 1e-12 {
        move = 0
        for i in levels.indices {
          let next = game.response(of: i, to: levels)
          move = max(move, abs(next - levels[i]))
          levels[i] = next
        }
      }
      if move <= 1e-12 { limits.append(levels) }
    }
    return limits
  }

  private func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }
}
