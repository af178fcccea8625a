/// A series of positive numbers over time against a curve of growth,
/// `ln Y = a + b x + ln S(τ + ϱ x)` with `x = (t − t_T) / span` in [−1, 0].
struct CurveRegression: Sendable {
  let curve: GrowthCurve
  /// The logarithms of the series.
  let logarithms: [Double]
  /// The times x.
  let times: [Double]
  /// The years of the series.
  let span: Double
  /// The mean of the times, and the times less it.
  private let middle: Double
  private let centred: [Double]
  private let variation: Double

  /// The fastest decay a year, and what it makes of b.
  static let fastestDecay = 0.1
  /// The ranges of log ϱ and τ.
  static let logRates = 0...Double.log(60)
  static let places = -6.0...6.0

  /// The range of b, from the fastest decay to none.
  var trends: ClosedRange<Double> { -Self.fastestDecay * span...0 }

  init(_ curve: GrowthCurve, years: [Double], values: [Double]) {
    self.curve = curve
    let last = years.last ?? 0
    let span = last - (years.first ?? 0)
    let times = years.map { ($0 - last) / span }
    let mean = times.reduce(0, +) / Double(times.count)
    self.times = times
    self.span = span
    middle = mean
    centred = times.map { $0 - mean }
    variation = centred.reduce(0) { $0 + $1 * $1 }
    logarithms = values.map { Double.log($0) }
  }

  /// The number of observations.
  var count: Int { times.count }

  /// The line through what the curve leaves: its trend, its height at the
  /// middle, the squares of the residuals and the error of the trend.
  struct Line {
    var trend: Double
    var mean: Double
    var squares: Double
    var trendError: Double
  }

  /// The line at a rate and a place; what is left of the series is returned in
  /// `rest`.
  ///
  /// - Complexity: O(T), without allocation.
  func line(rate: Double, place: Double, rest: inout [Double]) -> Line {
    var (sum, product) = (0.0, 0.0)
    for t in times.indices {
      let value = logarithms[t] - curve.logarithm(place + rate * times[t])
      rest[t] = value
      sum += value
      product += value * centred[t]
    }
    let (mean, trend) = (sum / Double(count), product / variation)
    var squares = 0.0
    for t in times.indices {
      let residual = rest[t] - mean - trend * centred[t]
      squares += residual * residual
    }
    squares = max(squares, .leastNormalMagnitude)
    return Line(
      trend: trend, mean: mean, squares: squares,
      trendError: (squares / (Double(count - 2) * variation)).squareRoot())
  }

  /// The line with its trend moved into its range.
  func boundedLine(
    rate: Double, place: Double, rest: inout [Double]
  ) -> (trend: Double, height: Double, squares: Double) {
    let line = line(rate: rate, place: place, rest: &rest)
    let trend = min(max(line.trend, trends.lowerBound), trends.upperBound)
    let excess = line.trend - trend
    return (
      trend, line.mean - trend * middle,
      line.squares + excess * excess * variation
    )
  }
}
