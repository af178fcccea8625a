import LinearAlgebra

/// The curve of growth nearest to a series by least squares, its numbers
/// within the ranges of `CurveRegression`.
public struct CurveFit: Sendable, Equatable {
  /// The curve.
  public var curve: GrowthCurve
  /// The first growth rate r a year.
  public var rate: Double
  /// The year of the middle of the curve.
  public var midpoint: Double
  /// The ceiling at the end, e^a.
  public var ceiling: Double
  /// The decay δ of the ceiling a year.
  public var decay: Double
  /// The standard deviation of what is left, in logarithms.
  public var residual: Double
  /// How far the end is along the curve, τ.
  public var tau: Double
  /// The years of the turning points.
  public var turningPoints: [Double]
  /// The standard errors of rate, midpoint, ceiling and decay; nil where a
  /// number is at an end of its range: the figures do not show it yet.
  public var standardErrors: [Double?]
  /// The series according to the curve.
  public var fitted: [Double]
}

extension CurveFit {
  /// The curve at a year.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - end: The last year of the series.
  /// - Returns: The number, in units of the series.
  func value(at year: Double, end: Double) -> Double {
    let u = rate * (year - midpoint)
    return ceiling
      * Double.exp(-decay * (year - end) + curve.logarithm(u))
  }
}

/// Finds a ``CurveFit`` by Gauss–Newton steps from the best point of a grid,
/// the linear numbers being eliminated (Golub and Pereyra 1973).
struct CurveFitter {
  private let regression: CurveRegression
  private let years: [Double]
  private var rest: [Double]
  private var logRate = 0.0
  private var place = 0.0
  private var squares = Double.infinity

  private static let gridSize = 60
  private static let stepLimit = 200
  private static let halvings = 40
  /// Steps that lower the squares by less than this part end the search.
  private static let tolerance = 1e-14

  init(_ curve: GrowthCurve, years: [Double], values: [Double]) {
    regression = CurveRegression(curve, years: years, values: values)
    self.years = years
    rest = Array(repeating: 0, count: years.count)
  }

  /// The fit.
  ///
  /// - Complexity: O(T) a point of the grid and a step.
  mutating func fit() -> CurveFit {
    start()
    for _ in 0..<Self.stepLimit where !step() { break }
    return answer()
  }

  private mutating func start() {
    let size = Self.gridSize
    for i in 0..<size {
      for j in 0..<size {
        let candidate = (
          CurveRegression.logRates.place(i, of: size),
          CurveRegression.places.place(j, of: size)
        )
        accept(candidate.0, candidate.1)
      }
    }
  }

  /// Moves to a point if it is better.
  @discardableResult
  private mutating func accept(_ logRate: Double, _ place: Double) -> Bool {
    let line = regression.boundedLine(
      rate: .exp(logRate), place: place, rest: &rest)
    guard line.squares < squares else { return false }
    (self.logRate, self.place, squares) = (logRate, place, line.squares)
    return true
  }

  /// A Gauss–Newton step, halved until it is better; false at the end.
  private mutating func step() -> Bool {
    guard let model = linearModel() else { return false }
    let before = squares
    var scale = 1.0
    for _ in 0..<Self.halvings {
      let logRates = CurveRegression.logRates
      let places = CurveRegression.places
      let next = logRate + scale * model.logRate
      let nextPlace = place + scale * model.place
      if accept(
        min(max(next, logRates.lowerBound), logRates.upperBound),
        min(max(nextPlace, places.lowerBound), places.upperBound))
      {
        return squares < before * (1 - Self.tolerance)
      }
      scale /= 2
    }
    return false
  }

  /// The series as a linear function of the numbers near the point.
  private struct LinearModel {
    var logRate: Double
    var place: Double
    var gram: Matrix?
    var count: Int
  }

  /// The residuals' linear model; nil if the numbers cannot be told apart.
  private mutating func linearModel() -> LinearModel? {
    let rate = Double.exp(logRate)
    let line = regression.boundedLine(rate: rate, place: place, rest: &rest)
    let slopes = regression.times.map {
      regression.curve.slope(place + rate * $0)
    }
    var columns = [
      zip(slopes, regression.times).map { $0 * $1 * rate }, slopes,
      slopes.map { _ in 1 },
    ]
    if !isTrendBound(line.trend) { columns.append(regression.times) }
    var design = Matrix(rows: slopes.count, columns: columns.count)
    for (k, column) in columns.enumerated() {
      for (t, value) in column.enumerated() { design[t, k] = value }
    }
    let residuals = regression.times.indices.map {
      rest[$0] - line.height - line.trend * regression.times[$0]
    }
    guard let fit = try? LeastSquares(design: design, response: residuals)
    else { return nil }
    return LinearModel(
      logRate: fit.coefficients[0], place: fit.coefficients[1],
      gram: fit.inverseGram, count: columns.count)
  }

  private func isTrendBound(_ trend: Double) -> Bool {
    trend == regression.trends.lowerBound
      || trend == regression.trends.upperBound
  }

  private mutating func answer() -> CurveFit {
    let rho = Double.exp(logRate)
    let line = regression.boundedLine(rate: rho, place: place, rest: &rest)
    let span = regression.span
    let end = years.last ?? 0
    let rate = rho / span
    let midpoint = end - place / rate
    let turn = regression.curve.turningPoint / rate
    let isBound = isTrendBound(line.trend)
    let degrees = regression.count - (isBound ? 3 : 4)
    var fit = CurveFit(
      curve: regression.curve, rate: rate, midpoint: midpoint,
      ceiling: .exp(line.height), decay: -line.trend / span,
      residual: (line.squares / Double(degrees)).squareRoot(), tau: place,
      turningPoints: [midpoint - turn, midpoint + turn],
      standardErrors: [nil, nil, nil, nil], fitted: [])
    fit.fitted = years.map { fit.value(at: $0, end: end) }
    if isInside, let gram = linearModel()?.gram {
      fit.standardErrors = errors(of: fit, gram, isBound: isBound)
    }
    return fit
  }

  /// Whether rate and place are off the ends of their ranges.
  private var isInside: Bool {
    let (rates, places) = (CurveRegression.logRates, CurveRegression.places)
    return logRate > rates.lowerBound && logRate < rates.upperBound
      && place > places.lowerBound && place < places.upperBound
  }

  /// The standard errors by the delta method.
  private func errors(
    of fit: CurveFit, _ gram: Matrix, isBound: Bool
  ) -> [Double?] {
    let (span, rho) = (regression.span, Double.exp(logRate))
    // The midpoint is t_T − span τ / ϱ.
    let (byLogRate, byPlace) = (span * place / rho, -span / rho)
    let midpoint =
      byLogRate * byLogRate * gram[0, 0]
      + 2 * byLogRate * byPlace * gram[0, 1] + byPlace * byPlace * gram[1, 1]
    let sigma = fit.residual
    return [
      sigma * fit.rate * gram[0, 0].squareRoot(),
      sigma * midpoint.squareRoot(),
      sigma * fit.ceiling * gram[2, 2].squareRoot(),
      isBound ? nil : sigma * gram[3, 3].squareRoot() / span,
    ]
  }
}

extension ClosedRange<Double> {
  /// One of some equally spaced points, both ends among them.
  fileprivate func place(_ index: Int, of count: Int) -> Double {
    lowerBound + (upperBound - lowerBound) * Double(index) / Double(count - 1)
  }
}
