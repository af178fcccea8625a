/// How much of the variance of an output each uncertain input explains.
///
/// With outputs at two independent samples A and B and, for input j, at A with
/// input j taken from B,
///
///     S_j = Σ (f_B − f̄)(f_ABj − f_A) / (N V)     first order, alone,
///     T_j = Σ (f_A − f_ABj)² / (2 N V)            total, with all its company,
///
/// f̄ and V the mean and variance of f_A and f_B together. Intervals are 95
/// percent percentile bootstrap intervals over samples.
///
/// References: Saltelli et al., Variance based sensitivity analysis of model
/// output, Computer Physics Communications 181 (2010), S; Jansen, Computer
/// Physics Communications 117 (1999), T; Archer, Saltelli and Sobol, Journal
/// of Statistical Computation and Simulation 58 (1997), intervals.
struct SobolIndices: Sendable, Equatable {
  /// How many samples there are.
  let samples: Int
  /// The variance of the output; 0 if it is constant but for rounding.
  let variance: Double
  /// The indices of first order; empty for a constant output.
  let first: [Double]
  /// The total indices; empty for a constant output.
  let total: [Double]
  /// The ends of the interval of each index of first order.
  let firstIntervals: [[Double]]
  /// The ends of the interval of each total index.
  let totalIntervals: [[Double]]

  /// How often the bootstrap draws.
  private static let resamples = 1000
  /// Values closer than this share of their size are one.
  private static let rounding = 1e-12

  /// The indices of an output.
  ///
  /// - Parameters:
  ///   - values: for each sample the outputs at A, at B, and at A with each
  ///     input from B in turn
  ///   - inputs: how many inputs there are
  ///   - seed: what the bootstrap draws from
  /// - Precondition: every sample has `inputs + 2` outputs.
  /// - Complexity: O(1000 · samples · inputs).
  init(_ values: [[Double]], inputs: Int, seed: UInt64) {
    precondition(values.allSatisfy { $0.count == inputs + 2 })
    samples = values.count
    let centre =
      values.reduce(0) { $0 + $1[0] + $1[1] } / Double(2 * max(1, samples))
    let outputs = Outputs(
      values.flatMap { $0.map { $0 - centre } }, inputs: inputs)
    let whole = outputs.estimate(over: 0..<samples)
    let size = values.lazy.joined().reduce(0) { max($0, abs($1)) }
    let least = Self.rounding * size
    guard samples > 0, whole.variance > least * least else {
      (variance, first, total) = (0, [], [])
      (firstIntervals, totalIntervals) = ([], [])
      return
    }
    (variance, first, total) = (whole.variance, whole.first, whole.total)
    let drawn = outputs.resampled(Self.resamples, seed: seed)
      .filter { $0.variance > least * least }
    firstIntervals = (0..<inputs).map { j in
      Self.interval(drawn.map { $0.first[j] })
    }
    totalIntervals = (0..<inputs).map { j in
      Self.interval(drawn.map { $0.total[j] })
    }
  }

  /// The percentiles 2.5 and 97.5.
  private static func interval(_ values: [Double]) -> [Double] {
    let sorted = values.sorted()
    return [0.025, 0.975].map {
      SampleStatistics.quantile($0, ofSorted: sorted)
    }
  }
}

/// The outputs of all samples, less their mean, sample by sample.
private struct Outputs {
  let values: [Double]
  let inputs: Int

  init(_ values: [Double], inputs: Int) {
    self.values = values
    self.inputs = inputs
  }

  /// What some samples, each possibly several times, say.
  struct Estimate {
    var variance = 0.0
    var first: [Double]
    var total: [Double]
  }

  /// The estimate from samples given by their places.
  func estimate(over places: some Collection<Int>) -> Estimate {
    let stride = inputs + 2
    let count = Double(places.count)
    var mean = 0.0
    for i in places {
      mean += values[i * stride] + values[i * stride + 1]
    }
    mean /= 2 * count
    var estimate = Estimate(
      first: .init(repeating: 0, count: inputs),
      total: .init(repeating: 0, count: inputs))
    for i in places {
      let (a, b) = (values[i * stride], values[i * stride + 1])
      estimate.variance +=
        (a - mean) * (a - mean) + (b - mean) * (b - mean)
      for j in 0..<inputs {
        let change = values[i * stride + 2 + j] - a
        estimate.first[j] += (b - mean) * change
        estimate.total[j] += change * change
      }
    }
    estimate.variance /= 2 * count
    for j in 0..<inputs {
      estimate.first[j] /= count * estimate.variance
      estimate.total[j] /= 2 * count * estimate.variance
    }
    return estimate
  }

  /// The estimates from samples drawn with replacement: pick q of resample r
  /// is output `r N + q` of the seed's generator, times N over 2⁶⁴.
  func resampled(_ count: Int, seed: UInt64) -> [Estimate] {
    let samples = UInt64(values.count / (inputs + 2))
    return (0..<count).map { r in
      let picks = (0..<samples).map { q in
        let bits = SplitMix64.output(UInt64(r) * samples + q, ofSeed: seed)
        return Int(bits.multipliedFullWidth(by: samples).high)
      }
      return estimate(over: picks)
    }
  }
}
