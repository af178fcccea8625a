/// How probable each phase of life is, given a series.
///
/// The curves are alike beforehand, log ϱ is uniform on [0, log 60], τ on
/// [−6, 6], the trend on its range, the height flat, σ² ∝ 1/σ². Given ϱ and τ
/// the other three integrate out: the weight is `RSS^(−(n−2)/2)` times the
/// probability, by Student's t with n − 2 degrees, that the trend is in its
/// range; decline likewise is a part of that range. The plane of ϱ and τ is
/// integrated by quadrature over what lies within `e^(−30)` of the top.
struct PhasePosterior: Sendable {
  /// The probability of each phase, in their order; nil where no curve in the
  /// ranges has a weight.
  let probabilities: [Double]?
  /// The probability of each curve.
  let curves: [Double]

  /// The posterior of a series.
  ///
  /// - Parameters:
  ///   - years: The years, rising, three or more.
  ///   - values: The numbers, positive.
  ///   - decline: A fall faster than this a year is decline.
  init(years: [Double], values: [Double], decline: Double) {
    let masses = GrowthCurve.allCases.map { curve in
      CurveMass(
        CurveRegression(curve, years: years, values: values),
        decline: decline)
    }
    let top = masses.reduce(-Double.infinity) { max($0, $1.logTop) }
    let scales = masses.map { Double.exp($0.logTop - top) }
    let weights = zip(masses, scales).map { $0.phases.reduce(0, +) * $1 }
    let total = weights.reduce(0, +)
    curves = weights.map { $0 / total }
    guard total > 0 else {
      probabilities = nil
      return
    }
    probabilities = LifeCyclePhase.allCases.indices.map { phase in
      zip(masses, scales).reduce(0) { $0 + $1.0.phases[phase] * $1.1 } / total
    }
  }
}

/// The weight of one curve by phases, relative to its top.
private struct CurveMass {
  private let regression: CurveRegression
  private let student: StudentDistribution
  private let decline: Double
  private var rest: [Double]
  /// The logarithm of the greatest weight met.
  private(set) var logTop = -Double.infinity
  /// The mass of each phase, in units of the top.
  private(set) var phases = [Double](
    repeating: 0, count: LifeCyclePhase.allCases.count)

  /// What lies this much below the top, in logarithms, is left out.
  private static let depth = 30.0
  /// The points a side of the grids that look for the box.
  private static let gridSize = 96
  /// The most times that the box is shrunk.
  private static let shrinkLimit = 30
  /// The box is left when it shrinks less than to this part of a side.
  private static let settled = 0.8
  /// The panels a side of the quadrature, each with sixteen nodes.
  private static let panels = 14
  private static let rule = GaussLegendre(count: 16)

  init(_ regression: CurveRegression, decline: Double) {
    self.regression = regression
    self.decline = decline
    student = StudentDistribution(degrees: regression.count - 2)
    rest = Array(repeating: 0, count: regression.count)
    integrate(over: box())
  }

  /// The logarithm of the weight of a rate and a place, and which part of it
  /// is decline.
  private mutating func weight(
    logRate: Double, place: Double
  ) -> (log: Double, decline: Double) {
    let rate = Double.exp(logRate)
    let line = regression.line(rate: rate, place: place, rest: &rest)
    let degrees = Double(regression.count - 2)
    func below(_ trend: Double) -> Double {
      student.probability(below: (trend - line.trend) / line.trendError)
    }
    let range = regression.trends
    let (low, high) = (below(range.lowerBound), below(range.upperBound))
    guard high > low else { return (-.infinity, 0) }
    let border =
      -decline * regression.span - rate * regression.curve.slope(place)
    let cut = min(max(border, range.lowerBound), range.upperBound)
    return (
      -degrees / 2 * Double.log(line.squares) + Double.log(high - low),
      (below(cut) - low) / (high - low)
    )
  }

  private typealias Box = (
    rates: ClosedRange<Double>, places: ClosedRange<Double>
  )

  /// The part of the plane with all but a negligible weight.
  private mutating func box() -> Box {
    var box: Box = (CurveRegression.logRates, CurveRegression.places)
    for _ in 0..<Self.shrinkLimit {
      let smaller = shrunk(box)
      let isSettled =
        smaller.rates.width > Self.settled * box.rates.width
        && smaller.places.width > Self.settled * box.places.width
      box = smaller
      if isSettled { break }
    }
    return box
  }

  private mutating func shrunk(_ box: Box) -> Box {
    let size = Self.gridSize
    var logs = [Double](repeating: 0, count: size * size)
    for i in 0..<size {
      for j in 0..<size {
        logs[i * size + j] =
          weight(
            logRate: box.rates.point(i, of: size),
            place: box.places.point(j, of: size)
          ).log
      }
    }
    let top = logs.max() ?? 0
    logTop = max(logTop, top)
    var (rows, columns) = (Set<Int>(), Set<Int>())
    for k in logs.indices where logs[k] > top - Self.depth {
      rows.insert(k / size)
      columns.insert(k % size)
    }
    return (
      box.rates.part(from: rows, of: size),
      box.places.part(from: columns, of: size)
    )
  }

  private mutating func integrate(over box: Box) {
    let turn = regression.curve.turningPoint
    let cuts = [-turn, turn].filter { box.places.contains($0) }
    let ends = [box.places.lowerBound] + cuts + [box.places.upperBound]
    let rates = Self.rule.panels(
      from: box.rates.lowerBound, to: box.rates.upperBound, count: Self.panels)
    for (start, end) in zip(ends, ends.dropFirst()) where start < end {
      let middle = (start + end) / 2
      let phase = middle < -turn ? 0 : middle < turn ? 1 : 2
      let places = Self.rule.panels(from: start, to: end, count: Self.panels)
      for (place, placeWeight) in places {
        for (rate, rateWeight) in rates {
          let (log, decline) = weight(logRate: rate, place: place)
          let mass = Double.exp(log - logTop) * placeWeight * rateWeight
          phases[phase] += mass * (1 - decline)
          phases[3] += mass * decline
        }
      }
    }
  }
}

extension ClosedRange<Double> {
  /// The length.
  fileprivate var width: Double { upperBound - lowerBound }

  /// The middle of one of some equal cells.
  fileprivate func point(_ cell: Int, of count: Int) -> Double {
    lowerBound + width * (Double(cell) + 0.5) / Double(count)
  }

  /// The range around some cells, one more on each side.
  fileprivate func part(from cells: Set<Int>, of count: Int) -> Self {
    guard let first = cells.min(), let last = cells.max() else { return self }
    let cell = width / Double(count)
    return Swift.max(
      lowerBound, lowerBound + cell * Double(first - 1))...Swift
      .min(upperBound, lowerBound + cell * Double(last + 2))
  }
}
