import Equilibria
import Testing

@Suite struct GuardedLeastGainTests {
  private let function = GuardedLeastGain(
    reference: [1, 0, -2], units: [1, 2, 0.5], barrier: 0.01)
  private let payoffs = [1.5, 0.8, -1.6]

  @Test func liesJustBelowTheLeastGain() {
    // Gains of 0.5, 0.4 and 0.8. The root t is below the least gain by 1 to 3
    // barriers, and each term is the barrier times a logarithm.
    let value = function.value(of: payoffs)
    #expect(value < 0.4 && value > 0.4 - 0.03 - 0.01 * 3 * 4.7)
    let shares = function.shares(at: payoffs)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    #expect(shares[1] > shares[0] && shares[0] > shares[2])
  }

  /// Two equal gains g: t = g − 2μ and Φ = g − 2μ + 2μ log(2μ).
  @Test func equalGainsAreKnown() {
    let equal = GuardedLeastGain(
      reference: [0, 0], units: [1, 1], barrier: 0.1)
    let gains: [Double] = [3, 3]
    let expected = 3 - 0.2 + 0.2 * Double.log(0.2)
    #expect(abs(equal.value(of: gains) - expected) < 1e-14)
    #expect(equal.shares(at: gains).allSatisfy { abs($0 - 0.5) < 1e-12 })
  }

  @Test func playersWithInfiniteUnitsDoNotCount() {
    let some = GuardedLeastGain(
      reference: [0, 5, 0], units: [1, .infinity, 1], barrier: 0.1)
    let all = GuardedLeastGain(
      reference: [0, 0], units: [1, 1], barrier: 0.1)
    let payoffs: [Double] = [3, -9, 4]
    let others: [Double] = [3, 4]
    #expect(some.value(of: payoffs) == all.value(of: others))
    #expect(some.slopes(at: payoffs)[1] == 0)
    #expect(some.curvatures(at: payoffs)[1] == 0)
  }

  @Test func derivativesAreThoseOfTheValue() {
    let step = 1e-6
    let slopes = function.slopes(at: payoffs)
    let curvatures = function.curvatures(at: payoffs)
    let coupled = function.coupledSlopes(at: payoffs)
    for i in payoffs.indices {
      var (up, down) = (payoffs, payoffs)
      up[i] += step
      down[i] -= step
      let slope = (function.value(of: up) - function.value(of: down)) / step / 2
      #expect(abs(slope - slopes[i]) < 1e-6)
      let (above, below) = (function.slopes(at: up), function.slopes(at: down))
      for j in payoffs.indices {
        let bend = (above[j] - below[j]) / step / 2
        let expected =
          (i == j ? curvatures[i] : 0)
          + function.slopeCoupling * coupled[i] * coupled[j]
        #expect(abs(bend - expected) < 1e-5 * max(1, abs(expected)))
      }
    }
  }
}
