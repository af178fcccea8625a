import LinearAlgebra
import TestSupport
import Testing

@testable import Games

/// `U_i = x_i (2 a_i − 0.8) − e x_i² / 2`, the aggregate being the level of the
/// other of two players: with e = 0 the equilibria are 0, 0.4 and 1 for both.
private struct Threshold: AggregativeGame {
  let strategies = StrategySpace(players: 2, levels: 0...1)
  let aggregates: [LinearAggregate]
  var sign = 1.0

  init(sign: Double = 1) {
    let links = SparseMatrix(
      dense: Matrix(rows: [[0, sign], [sign, 0]]))
    aggregates = [LinearAggregate(.network(.sparse(links)))]
    self.sign = sign
  }

  func payoff<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    own * (S(2 * sign) * aggregates[0] - 0.8)
  }
}

struct PropagationTests {
  @Test(arguments: [1.0, -1.0])
  func playersInsideFixWhatTheySee(sign: Double) {
    var box = [Interval(0.1...0.9), Interval(0.1...0.9)]
    let isLeft = Threshold(sign: sign).propagateConditions(in: &box)
    #expect(isLeft)
    for interval in box {
      #expect(interval.contains(0.4) && interval.width < 1e-3)
    }
  }

  /// The marginal payoff `c − e s` falls to 0 at c/e: no best response lies
  /// beyond on the side that is asked for, and little is left before.
  @Test(arguments: [(0.3, 1.0), (0.05, 0.5), (1.9, 2.0)])
  func responsesEndAtTheRoot(constant: Double, slope: Double) throws {
    let game = Threshold()
    let own = Interval(0...1)
    for isUpper in [true, false] {
      let end = try #require(
        game.responseEnd(
          isUpper: isUpper, within: own, bound: isUpper ? 0 : 1,
          marginal: { constant - slope * $0 }))
      let beyond = (end - constant / slope) * (isUpper ? 1 : -1)
      #expect(beyond >= 0 && beyond < 0.01)
    }
    // Whoever gains by more at the upper end may stay there.
    let all = game.responseEnd(isUpper: true, within: own, bound: 0) { _ in 1 }
    #expect(all == 1)
    // Whoever loses by any is at the bound, or nowhere.
    func none(_ bound: Double) -> Double? {
      game.responseEnd(isUpper: true, within: own, bound: bound) { _ in -1 }
    }
    #expect(none(0) == 0 && none(-1) == nil)
  }

  @Test func whoStaysBelowSeesLittle() {
    var box = [Interval(0...0.9), Interval(0...1)]
    let isLeft = Threshold().propagateConditions(in: &box)
    #expect(isLeft)
    #expect(box[0] == Interval(0...0.9))
    #expect(box[1].lower == 0 && abs(box[1].upper - 0.4) < 1e-3)
  }

  @Test func whoStaysAboveSeesMuch() {
    var box = [Interval(0.1...1), Interval(0...1)]
    let isLeft = Threshold().propagateConditions(in: &box)
    #expect(isLeft)
    #expect(box[1].upper == 1 && abs(box[1].lower - 0.4) < 1e-3)
  }

  @Test func contradictionsAreFound() {
    var tooMuch = [Interval(0...0.3), Interval(0.5...0.9)]
    let isMuchLeft = Threshold().propagateConditions(in: &tooMuch)
    #expect(!isMuchLeft)
    var tooLittle = [Interval(0.1...1), Interval(0...0.3)]
    let isLittleLeft = Threshold().propagateConditions(in: &tooLittle)
    #expect(!isLittleLeft)
  }

  @Test func aBoxThatTouchesAllBoundsSaysNothing() {
    var box = [Interval(0...1), Interval(0...1)]
    let isLeft = Threshold().propagateConditions(in: &box)
    #expect(isLeft && box == [Interval(0...1), Interval(0...1)])
  }

  /// No box around an equilibrium loses it.
  @Test(arguments: [0.0, 0.4, 1.0])
  func noEquilibriumIsLost(level: Double) {
    var random = SplitMix64(seed: 11)
    for _ in 0..<500 {
      var box = (0..<2).map { _ in
        Interval(
          lower: random.number(in: 0...1) * level,
          upper: level + random.number(in: 0...1) * (1 - level))
      }
      let isLeft = Threshold().propagateConditions(in: &box)
      #expect(isLeft)
      #expect(box.allSatisfy { $0.contains(level) })
    }
  }
}
