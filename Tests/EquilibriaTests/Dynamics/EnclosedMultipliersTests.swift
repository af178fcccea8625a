import Games
import LinearAlgebra
import Scalars
import TestSupport
import Testing

@testable import Equilibria

/// `x_i (b_i + Σ_j a_ij x_j) − x_i²/2`, with levels between −1 and 1.
private struct Linear: RespondingGame {
  let slopes: [[Double]]
  var bases: [Double]

  var strategies: StrategySpace {
    StrategySpace(players: bases.count, levels: -1...1)
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var sum = S(bases[player])
    for j in levels.indices where j != player {
      sum += S(slopes[player][j]) * levels[j]
    }
    return levels[player] * sum - levels[player] * levels[player] / 2
  }

  /// All at 0, in the middle of a box.
  static func box(_ count: Int, radius: Double = 1e-9) -> Box {
    Array(repeating: Interval(lower: -radius, upper: radius), count: count)
  }
}

@Suite struct EnclosedMultipliersTests {
  private func game(_ count: Int, seed: UInt64, signs: Bool) -> Linear {
    var random = TestSupport.SplitMix64(seed: seed)
    let most = 0.8 / Double(count)
    return Linear(
      slopes: (0..<count).map { _ in
        (0..<count).map { _ in
          random.number(in: signs ? -most...most : 0...most)
        }
      }, bases: Array(repeating: 0, count: count))
  }

  /// `Σ_i M_ij` is the same for all on a ring: `1/(1 − 0.8) = 5`.
  @Test func aRingIsEnclosed() throws {
    var slopes = [[Double]](
      repeating: [Double](repeating: 0, count: 5), count: 5)
    for i in 0..<5 {
      slopes[i][(i + 1) % 5] = 0.375
      slopes[i][(i + 4) % 5] = 0.375
    }
    let ring = Linear(slopes: slopes, bases: Array(repeating: 0, count: 5))
    let found = try #require(
      EnclosedMultipliers(AdjustmentProcess(ring), over: Linear.box(5)))
    for value in found.multipliers {
      #expect(value.contains(Double(4)) && value.width < 1e-12)
    }
    let gain = try #require(found.loopGain)
    let most = try #require(found.amplification)
    #expect(gain.contains(Double(0.75)) && gain.width < 1e-11)
    #expect(most.contains(Double(4)) && most.width < 1e-10)
  }

  @Test(arguments: [false, true], [1, 2, 7, 20, 64])
  func enclosuresHoldTheComputedNumbers(signs: Bool, count: Int) throws {
    for seed in UInt64(0)..<5 {
      let game = game(count, seed: seed, signs: signs)
      let process = AdjustmentProcess(game)
      let numbers = try #require(
        ResponseMultipliers(process, at: Array(repeating: 0, count: count)))
      let found = try #require(
        EnclosedMultipliers(process, over: Linear.box(count)))
      for (value, number) in zip(found.multipliers, numbers.multipliers) {
        #expect(value.contains(number) && value.width < 1e-12)
      }
      for (value, number) in zip(found.own, numbers.own) {
        #expect(value.contains(number) && value.width < 1e-12)
      }
      let gain = try #require(found.loopGain)
      #expect(abs(gain.midpoint - numbers.loopGain) <= gain.radius + 1e-12)
      #expect(gain.width < 1e-8)
      let most = try #require(found.amplification)
      #expect(
        abs(most.midpoint - numbers.largest.factor) <= most.radius + 1e-12)
      #expect(most.width < 1e-8)
    }
  }

  /// Wide boxes of slopes hold the multipliers of every game within.
  @Test func enclosuresHoldForEveryMatrixWithin() throws {
    var random = TestSupport.SplitMix64(seed: 3)
    let middle = Matrix(rows: [[1, 0.2, -0.1], [0.3, 1, 0.2], [0, -0.2, 1]])
    var wide = IntervalMatrix(order: 3)
    for i in 0..<3 {
      for j in 0..<3 {
        wide[i, j] = Interval(
          lower: middle[i, j] - 0.02, upper: middle[i, j] + 0.02)
      }
    }
    let inverse = try #require(wide.inverse)
    let radius = try #require(wide.spectralRadius)
    for _ in 0..<200 {
      var matrix = middle
      for k in matrix.elements.indices {
        matrix.elements[k] += random.number(in: -0.02...0.02)
      }
      let exact = try LUFactorization(matrix).inverse
      for i in 0..<3 {
        for j in 0..<3 { #expect(inverse[i, j].contains(exact[i, j])) }
      }
      let values = try GeneralEigendecomposition.eigenvalues(of: matrix)
      let size = values.reduce(0) {
        max($0, ($1.real * $1.real + $1.imaginary * $1.imaginary).squareRoot())
      }
      #expect(radius.contains(size))
    }
  }

  @Test func whatHasNoInverseHasNoEnclosure() {
    var matrix = IntervalMatrix(order: 2)
    for i in 0..<2 { for j in 0..<2 { matrix[i, j] = 1 } }
    #expect(matrix.inverse == nil)
  }

  /// Chains without a way back have no loops; a rotation has them of one size.
  @Test func radiiOfChainsAndRotations() throws {
    var chain = IntervalMatrix(order: 3)
    (chain[0, 1], chain[1, 2]) = (0.7, 0.9)
    #expect(chain.spectralRadius == Interval(0))
    var rotation = IntervalMatrix(order: 2)
    (rotation[0, 1], rotation[1, 0]) = (-0.5, 0.5)
    let radius = try #require(rotation.spectralRadius)
    #expect(radius.contains(Double(0.5)) && radius.width < 1e-14)
  }

  /// Whoever is pushed against a bound does not respond; whoever is there
  /// without a push might.
  @Test func boundsCountWhereTheyAreStrict() throws {
    let slopes = [[0, 0.5], [0.5, 0]]
    let held = AdjustmentProcess(Linear(slopes: slopes, bases: [3, -0.5]))
    let box = [Interval(1), Interval(lower: -1e-9, upper: 1e-9)]
    let found = try #require(EnclosedMultipliers(held, over: box))
    #expect(found.loopGain == Interval(0))
    #expect(found.multipliers[0].contains(Double(1.5)))
    #expect(found.multipliers[1].contains(Double(1)))
    let idle = AdjustmentProcess(Linear(slopes: slopes, bases: [1, -0.5]))
    #expect(EnclosedMultipliers(idle, over: box) == nil)
  }

  @Test func manyPlayersAreLeftToProducts() {
    let count = EnclosedMultipliers.playerLimit + 1
    let game = game(count, seed: 1, signs: false)
    #expect(
      EnclosedMultipliers(AdjustmentProcess(game), over: Linear.box(count))
        == nil)
  }
}
