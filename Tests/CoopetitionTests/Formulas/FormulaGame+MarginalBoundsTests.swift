import Coopetition
import TestSupport
import Testing

@Suite struct FormulaGameMarginalBoundsTests {
  @Test func boundsHoldAtPointsOfTheBox() throws {
    for game in HandwrittenGame.all {
      let formulas = try game.formulas()
      for box in game.boxes(14, seed: 1) {
        var bounds = [MarginalBounds](repeating: .unknown, count: 3)
        formulas.marginalBounds(over: box, into: &bounds)
        var random = SplitMix64(seed: 2)
        for _ in 0..<6 {
          let point = box.map {
            Double.random(in: $0.lower...$0.upper, using: &random)
          }
          let jacobian = game.jacobian(at: point)
          for v in 0..<3 {
            var end = point
            end[v] = box[v].lower
            let atLower = game.pseudoGradient(at: end)[v]
            end[v] = box[v].upper
            let atUpper = game.pseudoGradient(at: end)[v]
            let slack = 1e-13 * max(1, abs(atLower), abs(atUpper))
            let range = Interval(lower: -slack, upper: slack)
            #expect((bounds[v].atLower + range).contains(atLower))
            #expect((bounds[v].atUpper + range).contains(atUpper))
            let slope = jacobian[v, v]
            #expect(
              (bounds[v].slope + Interval(lower: -1e-12, upper: 1e-12)
                * Interval(max(1, abs(slope)))).contains(slope))
          }
        }
      }
    }
  }

  @Test func monotoneSlopesAreBoundedSharply() throws {
    // F = 1/(1 + y) − x, falling in y; plain interval arithmetic loses
    // nothing here, but y/(1 + y) names y twice.
    let game = try FormulaGame(
      "g",
      players: [
        FormulaPlayer("A", ["x": 0...1], payoff: "x*y/(1 + y) - x^2/2"),
        FormulaPlayer("B", ["y": 0...1], payoff: "y"),
      ])
    var bounds = [MarginalBounds](repeating: .unknown, count: 2)
    game.marginalBounds(
      over: [Interval(0...1), Interval(0.25...1)], into: &bounds)
    #expect(abs(bounds[0].atLower.lower - 0.2) < 1e-14)
    #expect(abs(bounds[0].atLower.upper - 0.5) < 1e-14)
    #expect(abs(bounds[0].atUpper.lower + 0.8) < 1e-14)
    #expect(abs(bounds[0].atUpper.upper + 0.5) < 1e-14)
    #expect(bounds[0].slope.contains(-1.0))
    #expect(bounds[0].slope.width < 1e-14)
  }
}
