/// What a sample says about a number.
struct SampleStatistics: Sendable, Equatable {
  /// How many values there are.
  let count: Int
  /// The mean.
  let mean: Double
  /// The standard deviation, of divisor `count − 1`; 0 for one value.
  let deviation: Double
  /// The least value.
  let least: Double
  /// The values below which ``shares`` of the sample lie.
  let quantiles: [Double]
  /// The greatest value.
  let greatest: Double

  /// The shares of a sample whose quantiles are told.
  static let shares = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// The statistics of some values; nil if there are none.
  ///
  /// - Complexity: O(n log n) for n values.
  init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    count = values.count
    let mean = values.reduce(0, +) / Double(count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    deviation = count > 1 ? (squares / Double(count - 1)).squareRoot() : 0
    let sorted = values.sorted()
    (least, greatest) = (sorted[0], sorted[count - 1])
    quantiles = Self.shares.map { Self.quantile($0, ofSorted: sorted) }
  }

  /// `deviation / √count`: the standard deviation of the mean of as many
  /// independent values.
  var standardError: Double { deviation / Double(count).squareRoot() }

  /// The value below which a share of the sample lies.
  ///
  /// - Precondition: the share is one of ``shares``.
  func quantile(_ share: Double) -> Double {
    guard let k = Self.shares.firstIndex(of: share) else {
      preconditionFailure("the quantile of this share is not kept")
    }
    return quantiles[k]
  }

  /// A quantile by linear interpolation between order statistics, type 7 of
  /// Hyndman and Fan, Sample quantiles in statistical packages, The American
  /// Statistician 50 (1996).
  ///
  /// - Precondition: there is a value; the share is in [0, 1].
  static func quantile(
    _ share: Double, ofSorted values: [Double]
  ) -> Double {
    let place = share * Double(values.count - 1)
    let below = min(Int(place), values.count - 1)
    let above = min(below + 1, values.count - 1)
    let part = place - Double(below)
    return values[below] + part * (values[above] - values[below])
  }
}

/// How often something was so in a sample.
struct SampleShare: Sendable, Equatable {
  /// How often it was so.
  let successes: Int
  /// How often it was looked at; at least once.
  let count: Int

  /// The share.
  var share: Double { Double(successes) / Double(count) }

  /// The interval of probabilities that agree with the share, at 95 percent:
  /// Wilson, Probable inference, Journal of the American Statistical
  /// Association 22 (1927).
  var interval: (lower: Double, upper: Double) {
    let z = NormalDistribution.quantile(0.975)
    let (n, p) = (Double(count), share)
    let centre = p + z * z / (2 * n)
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return (
      successes == 0 ? 0 : (centre - half) / scale,
      successes == count ? 1 : (centre + half) / scale
    )
  }
}
