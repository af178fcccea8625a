import Games
import LinearAlgebra
import TestSupport
import Testing

/// `U_i = log(1 + q_i (1 + κ x_i)) − c x_i`: an innovation that pays more to
/// those who share, `q_i = Σ_j g_ij x_j`. It is not concave where
/// `q (1 + κ x) < 1`.
private struct Innovation: AggregativeGame {
  let strategies: StrategySpace
  let aggregates: [LinearAggregate]
  let reciprocity: Double
  let cost: Double

  init(
    players: Int, strength: Double, reciprocity: Double, cost: Double,
    using random: inout SplitMix64
  ) {
    strategies = StrategySpace(players: players, levels: 0...1)
    var links = Matrix(rows: players, columns: players)
    for i in 0..<players {
      for j in 0..<players where i != j {
        links[i, j] = random.number(in: 0...2) * strength / Double(players)
      }
    }
    aggregates = [
      LinearAggregate(.network(.sparse(SparseMatrix(dense: links))))
    ]
    self.reciprocity = reciprocity
    self.cost = cost
  }

  func payoff<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    let share = 1 + S(reciprocity) * own
    return S.log(onePlus: aggregates[0] * share) - S(cost) * own
  }
}

struct TangentSearchTests {
  /// Whatever the tangents touch, no profile of the box lies above the bound.
  @Test(arguments: Clubs.all)
  func theBoundHolds(clubs: Clubs) {
    var random = SplitMix64(seed: 8)
    let n = clubs.strategies.dimension
    for _ in 0..<3 {
      let box = (0..<n).map { _ in
        let ends = random.numbers(2, in: 0...1).sorted()
        return Interval(lower: ends[0], upper: ends[1])
      }
      let weights = random.numbers(n, in: 0...2)
      let charges = random.numbers(n, in: -1...1)
      func point() -> [Double] {
        box.map { random.number(in: $0.lower...$0.upper) }
      }
      let bound = clubs.weightedUpperBound(
        weights, charges: charges, about: point(), over: box, slack: 1e-6)
      #expect(bound < .infinity)
      for _ in 0..<200 {
        let levels = point()
        var value = 0.0
        for (i, payoff) in clubs.payoffs(at: levels).enumerated() {
          value += weights[i] * payoff - charges[i] * levels[i]
        }
        #expect(value <= bound + 1e-12)
      }
    }
  }

  /// With much inflow the payoff lies below its tangent though it is not
  /// concave everywhere, so the bound is the value at the maximum.
  @Test(arguments: [5, 40])
  func itIsSharpAtAMaximum(players: Int) {
    var random = SplitMix64(seed: 2)
    let game = Innovation(
      players: players, strength: 6, reciprocity: 1.5, cost: 0.01,
      using: &random)
    let all = [Double](repeating: 1, count: players)
    let bound = game.weightedUpperBound(
      all, charges: [], about: all, over: game.strategies.box, slack: 1e-8)
    let welfare = game.welfare(at: all)
    #expect(bound >= welfare && bound <= welfare + 2e-8)
  }

  /// Where sharing pays little, the tangent at a maximum is crossed, and the
  /// bound says so.
  @Test func itIsNotSharpWhereTheTangentIsCrossed() {
    var random = SplitMix64(seed: 2)
    let game = Innovation(
      players: 6, strength: 0.3, reciprocity: 4, cost: 0, using: &random)
    let none = [Double](repeating: 0, count: 6)
    let all = [Double](repeating: 1, count: 6)
    let bound = game.weightedUpperBound(
      all, charges: [], about: none, over: game.strategies.box, slack: 1e-8)
    #expect(bound >= game.welfare(at: all))
    #expect(game.welfare(at: none) == 0)
  }

  @Test func negativeWeightsHaveNoBound() {
    var random = SplitMix64(seed: 2)
    let game = Innovation(
      players: 2, strength: 1, reciprocity: 1, cost: 0, using: &random)
    let bound = game.weightedUpperBound(
      [1, -1], charges: [], about: [0, 0], over: game.strategies.box, slack: 0)
    #expect(bound == .infinity)
  }
}
