import Testing

@testable import Coopetition

@Suite struct CurveRegressionTests {
  /// A series that is the curve itself leaves no residual, and yet its squares
  /// have a logarithm, of which likelihoods are made.
  @Test(arguments: GrowthCurve.allCases)
  func anExactSeriesHasALogarithmOfItsSquares(curve: GrowthCurve) {
    let value = Double.exp(curve.logarithm(0))
    let regression = CurveRegression(
      curve, years: [0, 1, 3, 4], values: [value, value, value, value])
    var rest = [0.0, 0, 0, 0]
    let line = regression.line(rate: 0, place: 0, rest: &rest)
    #expect(rest == [0, 0, 0, 0] && line.trend == 0 && line.mean == 0)
    #expect(line.squares > 0 && line.squares < 1e-300)
    #expect(Double.log(line.squares).isFinite)
  }
}
