import LinearAlgebra
import Scalars

/// Makes runs of a diffusion.
struct Sampler: Sendable {
  let diffusion: Diffusion
  let values: [Double]
  let seed: UInt64
  private let influence: SparseMatrix
  private let isPassage: Bool

  init(_ diffusion: Diffusion, values: [Double], seed: UInt64) {
    self.diffusion = diffusion
    self.values = values
    self.seed = seed
    influence = diffusion.pressure.transposed()
    isPassage = !diffusion.isAbandoned && !diffusion.interacts
  }

  /// When each node adopts and drops each innovation.
  func times(_ run: Int) -> (adopted: [[Double]], dropped: [[Double]]) {
    let count = diffusion.innovations.count
    guard isPassage else {
      let events = AdoptionEvents(
        diffusion, influence: influence,
        random: CounterRandom(seed: seed, run: run))
      let n = diffusion.nodeCount
      func split(_ times: [Double]) -> [[Double]] {
        (0..<count).map { Array(times[($0 * n)..<(($0 + 1) * n)]) }
      }
      return (split(events.adopted), split(events.dropped))
    }
    let adopted = diffusion.innovations.indices.map { a in
      FirstPassage(diffusion.innovations[a], influence: influence)
        .times(CounterRandom(seed: seed, run: run * count + a))
    }
    return (adopted, [])
  }

  /// The numbers of one run, innovation by innovation.
  func run(_ run: Int) -> [RunNumbers] {
    let (adopted, dropped) = times(run)
    return adopted.indices.map {
      RunNumbers(
        adopted[$0], dropped: dropped.isEmpty ? [] : dropped[$0], diffusion,
        values: values)
    }
  }
}

/// The numbers of one innovation in one run.
struct RunNumbers {
  var share: [Double]
  var reach: [Double]
  var delay: [Double]
  var times: [Double]
  var area: Double
  var gain: Double

  init(
    _ adopted: [Double], dropped: [Double], _ diffusion: Diffusion,
    values: [Double]
  ) {
    let horizon = diffusion.horizon
    let n = Double(adopted.count)
    let steps = AdoptionCourse.steps
    var counts = [Double](repeating: 0, count: steps + 1)
    for time in adopted where time <= horizon {
      let place = (time / horizon * Double(steps)).rounded(.up)
      counts[min(steps, Int(place))] += 1
    }
    for k in 1...steps { counts[k] += counts[k - 1] }
    share = counts.map { $0 / n }
    reach = adopted.map { $0 <= horizon ? 1 : 0 }
    delay = adopted.map { min($0, horizon) }
    let sorted = adopted.sorted()
    times = AdoptionCourse.percentages.map {
      sorted[AdoptionCourse.nodes($0, of: adopted.count) - 1]
    }
    area = 1 - delay.reduce(0, +) / n / horizon
    gain = 0
    for i in values.indices where values[i] != 0 && adopted[i] < horizon {
      let end = dropped.isEmpty ? horizon : min(dropped[i], horizon)
      gain +=
        values[i] * Self.worth(adopted[i], end, diffusion.discount)
    }
  }

  /// `∫ exp(−ρt) dt` from one time to another.
  private static func worth(
    _ start: Double, _ end: Double, _ rate: Double
  ) -> Double {
    guard rate > 0 else { return end - start }
    return -Double.exp(-rate * start)
      * Double.expMinusOne(-rate * (end - start)) / rate
  }
}

/// Sums and sums of squares over runs.
struct RunSums: Sendable {
  private var runs = 0
  private var innovations: [Sums]

  private struct Sums {
    var share, reach, delay, times: Moments
    var scalars = Moments(count: 2)
    /// Final share, area and gain of each run.
    var samples: [[Double]] = []
  }

  init(_ diffusion: Diffusion) {
    let n = diffusion.nodeCount
    innovations = diffusion.innovations.map { _ in
      Sums(
        share: Moments(count: AdoptionCourse.steps + 1),
        reach: Moments(count: n), delay: Moments(count: n),
        times: Moments(count: AdoptionCourse.percentages.count))
    }
  }

  mutating func add(_ numbers: [RunNumbers]) {
    runs += 1
    for (a, run) in numbers.enumerated() {
      innovations[a].share.add(run.share)
      innovations[a].reach.add(run.reach)
      innovations[a].delay.add(run.delay)
      innovations[a].times.add(run.times)
      innovations[a].scalars.add([run.area, run.gain])
      innovations[a].samples.append(
        [run.share.last ?? 0, run.area, run.gain])
    }
  }

  mutating func add(_ other: RunSums) {
    runs += other.runs
    for a in innovations.indices {
      innovations[a].share.add(other.innovations[a].share)
      innovations[a].reach.add(other.innovations[a].reach)
      innovations[a].delay.add(other.innovations[a].delay)
      innovations[a].times.add(other.innovations[a].times)
      innovations[a].scalars.add(other.innovations[a].scalars)
      innovations[a].samples += other.innovations[a].samples
    }
  }

  /// Means and standard errors.
  func outcome(of diffusion: Diffusion) -> DiffusionSimulation.Outcome {
    let steps = AdoptionCourse.steps
    let times = (0...steps).map {
      diffusion.horizon * Double($0) / Double(steps)
    }
    let courses = innovations.map { sums in
      AdoptionCourse(
        times: times, share: sums.share.means(runs), rate: [],
        reach: sums.reach.means(runs), delay: sums.delay.means(runs), use: [],
        expectedTimes: sums.times.means(runs).map { $0.isFinite ? $0 : nil })
    }
    let errors = innovations.map { sums in
      let share = sums.share.errors(runs)
      let scalars = sums.scalars.errors(runs)
      return AdoptionErrors(
        share: share, reach: sums.reach.errors(runs),
        delay: sums.delay.errors(runs),
        expectedTimes: sums.times.errors(runs).map { $0.isFinite ? $0 : nil },
        final: share[steps], area: scalars[0], gain: scalars[1])
    }
    return DiffusionSimulation.Outcome(
      runs: runs, courses: courses,
      gains: innovations.map { $0.scalars.means(runs)[1] }, errors: errors,
      samples: innovations.map(\.samples))
  }
}

/// Sums and sums of squares of several numbers, none of them large beside its
/// spread.
private struct Moments: Sendable {
  private var sums: [Double]
  private var squares: [Double]

  init(count: Int) {
    sums = [Double](repeating: 0, count: count)
    squares = sums
  }

  mutating func add(_ numbers: [Double]) {
    for k in sums.indices {
      sums[k] += numbers[k]
      squares[k] += numbers[k] * numbers[k]
    }
  }

  mutating func add(_ other: Moments) {
    for k in sums.indices {
      sums[k] += other.sums[k]
      squares[k] += other.squares[k]
    }
  }

  func means(_ runs: Int) -> [Double] { sums.map { $0 / Double(runs) } }

  /// Infinite or not a number where a run is infinite.
  func errors(_ runs: Int) -> [Double] {
    let n = Double(runs)
    guard runs > 1 else { return sums.map { _ in .nan } }
    return sums.indices.map { k in
      let mean = sums[k] / n
      let rest = max(0, squares[k] - n * mean * mean)
      return sums[k].isFinite ? (rest / (n - 1) / n).squareRoot() : .infinity
    }
  }
}
