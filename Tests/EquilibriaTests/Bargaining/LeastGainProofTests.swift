import Equilibria
import Testing

/// Payoffs x and 1 − x²: the least gain over (0, 0) is greatest, `(√5 − 1)/2`,
/// where they are equal.
private struct Tradeoff: Game {
  let strategies = StrategySpace(variables: [[0...1], []])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    player == 0 ? levels[0] : 1 - levels[0] * levels[0]
  }
}

@Suite struct LeastGainProofTests {
  private let golden = (5.0.squareRoot() - 1) / 2

  /// The multipliers at the maximum: `λ_1 = 2x λ_2`.
  private var shares: [Double] {
    [2 * golden / (1 + 2 * golden), 1 / (1 + 2 * golden)]
  }

  private func bound(
    _ proof: LeastGainProof = LeastGainProof(), shares: [Double],
    floor: Double
  ) -> LeastGainProof.Bound {
    proof.bound(
      Tradeoff(), over: [0, 0], units: [1, 1], shares: shares, floor: floor)
  }

  @Test func aKnownMaximumIsProven() {
    let bound = bound(shares: shares, floor: golden)
    #expect(bound.termination == .converged)
    #expect(bound.upperBound >= golden && bound.upperBound <= golden + 1e-9)
    #expect(bound.boxes < 30)
  }

  /// Shares and floor help, but the bound does not rest on them.
  @Test(arguments: [[1.0, 0], [0, 1], [0.5, 0.5]], [0.3, 0.6])
  func theBoundHoldsWhateverIsClaimed(shares: [Double], floor: Double) {
    let bound = bound(shares: shares, floor: floor)
    #expect(bound.upperBound >= golden)
    #expect(bound.upperBound <= 1)
  }

  @Test func limitsAreKept() {
    let few = bound(
      LeastGainProof(boxLimit: 1), shares: [1, 0], floor: golden)
    #expect(few.termination == .iterationLimit && few.boxes == 1)
    #expect(few.upperBound > golden)
    let none = bound(
      LeastGainProof(branchingLimit: 0), shares: shares, floor: golden)
    #expect(none.upperBound == .infinity && none.boxes == 0)
  }

  /// Twice the unit halves the gains.
  @Test func gainsAreCountedInUnits() {
    let bound = LeastGainProof().bound(
      Tradeoff(), over: [0, 0], units: [2, 2], shares: shares,
      floor: golden / 2)
    #expect(bound.termination == .converged)
    #expect(abs(bound.upperBound - golden / 2) < 2e-9)
  }
}
