import LinearAlgebra

/// A way to grow.
public enum GrowthMode: String, Sendable, CaseIterable {
  /// Capital, labour and land.
  case factors
  /// Productivity and research.
  case efficiency
  /// Data.
  case data
}

/// The yearly contributions of the modes of growth, and how sure it is which
/// of them is the largest.
///
/// Mean contributions are normal around their estimates. With estimated
/// elasticities their covariance is that of the elasticities, through which
/// contributions are linear; else it is that of the mean of yearly rates with
/// serial correlation (Newey and West 1987), lag `⌊4 (n/100)^(2/9)⌋`.
public struct GrowthModes: Sendable, Equatable {
  /// The contribution of each mode, in their order.
  public let values: [Double]
  /// The covariance of the contributions; nil with fewer than four periods.
  public let covariance: Matrix?
  /// The modes compared: without data there are two.
  public let compared: [GrowthMode]

  /// The fewest periods from which a covariance is taken.
  static let fewestPeriods = 4

  /// The modes of some periods, uncertain by how rates differ from year to
  /// year.
  init(
    _ factors: [ProductionFactor], _ periods: [GrowthAccount.Period],
    _ years: Double
  ) {
    let rates = periods.map { period in
      Self.sums(factors, period).map { $0 / period.years }
    }
    let values = Self.means(factors, periods, years)
    self.values = values
    compared = Self.compared(factors)
    covariance =
      periods.count < Self.fewestPeriods
      ? nil : Self.neweyWest(rates, around: values)
  }

  /// The modes of some periods, uncertain as elasticities are.
  init(
    _ factors: [ProductionFactor], _ periods: [GrowthAccount.Period],
    _ years: Double, estimate: ElasticityEstimate, changes: [Double]
  ) {
    values = Self.means(factors, periods, years)
    compared = Self.compared(factors)
    var map = Matrix(rows: 3, columns: factors.count)
    for (k, factor) in factors.enumerated() {
      guard let row = factor.mode.map({ Self.place(of: $0) }) else { continue }
      map[row, k] = changes[k]
      map[Self.place(of: .efficiency), k] = -changes[k]
    }
    covariance = map.congruence(estimate.covariance)
  }

  /// The standard error of each mode; nil with too few periods.
  public var standardErrors: [Double]? {
    covariance.map { matrix in
      (0..<3).map { max(0, matrix[$0, $0]).squareRoot() }
    }
  }

  /// The modes by falling contribution, the first of equals first.
  private var order: [GrowthMode] {
    compared.sorted {
      (self[$0], Self.place(of: $1)) > (self[$1], Self.place(of: $0))
    }
  }

  /// The contribution of a mode.
  public subscript(mode: GrowthMode) -> Double { values[Self.place(of: mode)] }

  /// The mode that contributes most.
  public var mode: GrowthMode { order[0] }

  /// The mode that contributes second most.
  public var next: GrowthMode { order[1] }

  /// How much the first contributes more than the second.
  public var margin: Double { self[mode] - self[next] }

  /// The standard error of the margin; nil with too few periods.
  public var marginError: Double? {
    covariance.map { _ in difference(mode, next).deviation }
  }

  /// The probability that each mode contributes most; nil with too few
  /// periods.
  public var probabilities: [Double]? {
    guard covariance != nil else { return nil }
    return GrowthMode.allCases.map { mode in
      let others = compared.filter { $0 != mode }
      return compared.contains(mode) ? probability(mode, above: others) : 0
    }
  }

  private func probability(
    _ mode: GrowthMode, above others: [GrowthMode]
  ) -> Double {
    let gaps = others.map { difference(mode, $0) }
    let first = gaps[0]
    guard let second = gaps.dropFirst().first else { return first.isPositive }
    guard first.deviation > 0, second.deviation > 0, let covariance else {
      return first.isPositive * second.isPositive
    }
    let (i, j, k) = (
      Self.place(of: mode), Self.place(of: others[0]),
      Self.place(of: others[1])
    )
    let shared =
      covariance[i, i] - covariance[i, j] - covariance[i, k]
      + covariance[j, k]
    let correlation = shared / (first.deviation * second.deviation)
    return BivariateNormal.probability(
      above: -first.mean / first.deviation,
      and: -second.mean / second.deviation,
      correlation: min(max(correlation, -1), 1))
  }

  /// A normal number.
  private struct Gap {
    var mean: Double
    var deviation: Double

    /// The probability that it is positive.
    var isPositive: Double {
      deviation > 0
        ? NormalDistribution.probability(atMost: mean / deviation)
        : mean > 0 ? 1 : mean < 0 ? 0 : 0.5
    }
  }

  private func difference(_ a: GrowthMode, _ b: GrowthMode) -> Gap {
    let (i, j) = (Self.place(of: a), Self.place(of: b))
    let variance = covariance.map { $0[i, i] + $0[j, j] - 2 * $0[i, j] } ?? 0
    return Gap(
      mean: values[i] - values[j], deviation: max(0, variance).squareRoot())
  }

  static func place(of mode: GrowthMode) -> Int {
    switch mode {
    case .factors: 0
    case .efficiency: 1
    case .data: 2
    }
  }

  private static func compared(
    _ factors: [ProductionFactor]
  ) -> [GrowthMode] {
    factors.contains(.data) ? GrowthMode.allCases : [.factors, .efficiency]
  }

  /// The contributions of a period by mode.
  static func sums(
    _ factors: [ProductionFactor], _ period: GrowthAccount.Period
  ) -> [Double] {
    var sums = [0, period.productivity, 0]
    for (k, factor) in factors.enumerated() {
      sums[place(of: factor.mode ?? .efficiency)] += period.contributions[k]
    }
    return sums
  }

  private static func means(
    _ factors: [ProductionFactor], _ periods: [GrowthAccount.Period],
    _ years: Double
  ) -> [Double] {
    let sums = periods.map { Self.sums(factors, $0) }
    return (0..<3).map { mode in sums.reduce(0) { $0 + $1[mode] } / years }
  }

  /// The covariance of the mean of serially correlated rates.
  private static func neweyWest(
    _ rates: [[Double]], around means: [Double]
  ) -> Matrix {
    let n = rates.count
    let lag = Int(4 * Double.pow(Double(n) / 100, 2.0 / 9))
    let deviations = rates.map { zip($0, means).map { $0 - $1 } }
    var sum = Matrix(rows: 3, columns: 3)
    for shift in 0...min(lag, n - 1) {
      let weight = 1 - Double(shift) / Double(lag + 1)
      for t in shift..<n {
        for i in 0..<3 {
          for j in 0..<3 {
            let product = deviations[t][i] * deviations[t - shift][j]
            sum[i, j] += weight * product
            if shift > 0 { sum[j, i] += weight * product }
          }
        }
      }
    }
    let count = Double(n) * Double(n - 1)
    for k in sum.elements.indices { sum.elements[k] /= count }
    return sum
  }
}

extension ProductionFactor {
  /// The mode that the factor belongs to; nil for research, which counts as
  /// efficiency whatever its elasticity.
  fileprivate var mode: GrowthMode? {
    switch self {
    case .capital, .labour, .land: .factors
    case .data: .data
    case .research: nil
    }
  }
}
