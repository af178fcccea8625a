import Coopetition
import Testing

@Suite struct FormulaGraphHingesTests {
  /// The slope of a payoff in x and its own slope there, at y = 0.
  private func slopes(
    of payoff: String, over x: Interval
  ) throws -> (slope: Interval, curvature: Interval) {
    let game = try FormulaGame.single(payoff)
    var gradient = [Interval](repeating: .zero, count: 2)
    var jacobian = [Interval](repeating: .zero, count: 4)
    game.pseudoGradientEnclosure(
      over: [x, .zero], into: &gradient, jacobian: &jacobian)
    return (gradient[0], jacobian[0])
  }

  /// Slopes over a box with the hinge inside, from the formulas by hand.
  @Test(arguments: [
    ("max(0, x)^2", 0.0...2, 0...2),
    ("max(x, 0)^2", 0...2, 0...2),
    ("min(x, 0)^2", -2...0, 0...2),
    ("3*min(0, -x)^2", 0...6, 0...6),
    ("-max(0, 2*x)^2", -8...0, -8...0),
    ("max(0, x)^3", 0...3, 0...6),
    ("max(0, x)^2.5", 0...2.5, 0...3.75),
    ("max(0, x)*max(0, x)", 0...2, 0...2),
    ("max(0, x + y)^2", 0...2, 0...2),
  ])
  func squaresHaveBoundedCurvatures(
    payoff: String, slope: ClosedRange<Double>, curvature: ClosedRange<Double>
  ) throws {
    let found = try slopes(of: payoff, over: Interval(-1...1))
    #expect(found.slope.contains(Interval(slope)))
    #expect(found.slope.width <= slope.upperBound - slope.lowerBound + 1e-9)
    #expect(found.curvature.contains(Interval(curvature)))
    #expect(
      found.curvature.width
        <= curvature.upperBound - curvature.lowerBound + 1e-9)
  }

  /// Slopes that jump, and such that rise without bound.
  @Test(arguments: ["max(0, x)", "max(0, x)^1.5", "max(0.5, x)^2"])
  func otherStepsStay(payoff: String) throws {
    let found = try slopes(of: payoff, over: Interval(-1...1))
    #expect(!found.curvature.isBounded)
  }

  @Test(arguments: [-0.5, 0.5])
  func slopesAtPointsAreThoseOfTheSide(x: Double) throws {
    let found = try slopes(of: "max(0, x)^2 - min(x, 0)^3", over: Interval(x))
    let (slope, curvature) = x > 0 ? (2 * x, 2.0) : (-3 * x * x, -6 * x)
    #expect(found.slope.contains(slope) && found.slope.width < 1e-12)
    #expect(found.curvature.contains(curvature))
    #expect(found.curvature.width < 1e-12)
  }
}
