/// How an innovation reaches nodes over time.
public struct AdoptionCourse: Sendable {
  /// The times at which the share is known, rising from 0 to the horizon.
  public var times: [Double]
  /// The expected share of nodes that ever adopted, at each time.
  public var share: [Double]
  /// The derivative of the share; empty if it is not known.
  public var rate: [Double]
  /// The probability that each node adopts up to the horizon.
  public var reach: [Double]
  /// The expectation of `min(T_i, horizon)` for each node, T_i its adoption.
  public var delay: [Double]
  /// `∫ exp(−discount t) P(i uses it at t) dt` up to the horizon.
  public var use: [Double]
  /// The expected first times that 10, 50 and 90 % of the nodes have adopted,
  /// rounded up to whole nodes; nil where that is not sure.
  public var expectedTimes: [Double?]

  /// Into how many even steps the told times divide the horizon; tenths of it
  /// are among them.
  public static let steps = 200

  /// The shares of nodes whose times are told, in percent.
  public static let percentages = [10, 50, 90]

  /// How many of `count` nodes are a percentage of them, rounded up.
  static func nodes(_ percentage: Int, of count: Int) -> Int {
    (count * percentage + 99) / 100
  }

  /// The expected share at the horizon.
  public var final: Double { share.last ?? 0 }

  /// `1 − mean delay / horizon`: 1 if all adopt at once, 0 if nobody does.
  public var area: Double {
    let horizon = times.last ?? 1
    return 1 - delay.reduce(0, +) / Double(delay.count) / horizon
  }

  /// The Gini coefficient of the delays: 0 if all wait equally long.
  public var inequality: Double {
    let sorted = delay.sorted()
    let total = sorted.reduce(0, +)
    guard total > 0 else { return 0 }
    let n = Double(sorted.count)
    var weighted = 0.0
    for (k, value) in sorted.enumerated() {
      weighted += (2 * Double(k + 1) - n - 1) * value
    }
    return max(0, weighted / (n * total))
  }

  /// `Σ_i value_i use_i`.
  public func gain(values: [Double]) -> Double {
    zip(values, use).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// When the expected share passes a threshold; nil if it does not up to the
  /// horizon.
  ///
  /// Between two times the share is taken for a cubic with its derivatives at
  /// both, or for a line if they are not known.
  public func crossing(_ threshold: Double) -> Double? {
    guard let first = share.first else { return nil }
    if first >= threshold { return times[0] }
    guard
      let k = share.indices.dropFirst().first(where: {
        share[$0] >= threshold
      })
    else { return nil }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<52 {
      let middle = (low + high) / 2
      if share(between: k - 1, at: middle) < threshold {
        low = middle
      } else {
        high = middle
      }
    }
    return times[k - 1] + high * (times[k] - times[k - 1])
  }

  /// The share at a fraction of the way from one time to the next.
  private func share(between k: Int, at x: Double) -> Double {
    let (a, b) = (share[k], share[k + 1])
    guard !rate.isEmpty else { return a + x * (b - a) }
    let width = times[k + 1] - times[k]
    let (u, v) = (rate[k] * width, rate[k + 1] * width)
    let y = 1 - x
    return a * y * y * (1 + 2 * x) + b * x * x * (1 + 2 * y)
      + u * x * y * y - v * x * x * y
  }

  /// The largest growth of the expected share per period, and when.
  public var peak: (rate: Double, time: Double) {
    guard rate.isEmpty else { return smoothPeak }
    var best = (rate: 0.0, time: 0.0)
    for k in times.indices.dropFirst() {
      let width = times[k] - times[k - 1]
      let slope = (share[k] - share[k - 1]) / width
      if slope > best.rate { best = (slope, times[k - 1] + width / 2) }
    }
    return best
  }

  /// The vertex of the parabola through the largest rate and its neighbours.
  private var smoothPeak: (rate: Double, time: Double) {
    guard let k = rate.indices.max(by: { rate[$0] < rate[$1] }) else {
      return (0, 0)
    }
    guard rate.count >= 3 else { return (rate[k], times[k]) }
    let m = min(max(k, 1), rate.count - 2)
    let (a, b, c) = (rate[m - 1], rate[m], rate[m + 1])
    let curvature = a - 2 * b + c
    guard curvature < 0 else { return (rate[k], times[k]) }
    let offset = min(max((a - c) / (2 * curvature), -1), 1)
    let value =
      b - (a - c) * offset / 4
      + (offset * offset - offset * (a - c) / (2 * curvature)) * curvature / 2
    return (max(value, rate[k]), times[m] + offset * (times[m + 1] - times[m]))
  }
}
