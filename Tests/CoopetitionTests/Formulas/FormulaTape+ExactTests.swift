import Testing

@testable import Coopetition

@Suite struct FormulaTapeExactTests {
  /// The slope of a payoff in x at a point, where nothing on the way is rounded.
  private func slope(
    of payoff: String, x: Double, y: Double
  ) throws -> Double? {
    let game = try FormulaGame.single(payoff)
    return game.program.marginal(of: 0, owner: 0)
      .exactValue(parameters: [3], levels: [x, y])
  }

  @Test(arguments: [
    ("sqrt(x)*(1 + y) - x", 1.0, 1.0, 0.0),
    ("x*(3*y - 3*(1 - y)) + (1 - x)*(3*y - 5*(1 - y))", 0.3, 1, 0),
    ("x^3/3 - p*x", 2, 0, 1), ("f(x, y)^2/2", 0.5, 0.25, 0.25),
    ("max(x, y)*2", 1, 0, 2), ("min(x, y)", 1, 0, 0), ("-x/4", 7, 0, -0.25),
  ])
  func exactSlopesAreFound(
    payoff: String, x: Double, y: Double, expected: Double
  ) throws {
    #expect(try slope(of: payoff, x: x, y: y) == expected)
  }

  /// Rounded, at a step, or undefined.
  @Test(arguments: [
    ("x*y/3", 0.0, 1.0), ("sqrt(x)", 2, 0), ("max(x, y)", 1, 1),
    ("exp(x)", 1, 0), ("sqrt(x)", 0, 0), ("x*y*0.1", 1, 0.3),
  ])
  func otherSlopesAreNotKnown(payoff: String, x: Double, y: Double) throws {
    #expect(try slope(of: payoff, x: x, y: y) == nil)
  }

  @Test func zerosAtCornersAreExactInEnclosures() throws {
    let game = try FormulaGame.single("sqrt(x)*(1 + y) - x")
    var gradient = [Interval](repeating: .entire, count: 2)
    game.pseudoGradientEnclosure(
      over: [Interval(1), Interval(1)], into: &gradient)
    #expect(gradient[0] == .zero)
  }
}
