import Games

/// How likely each state is when numbers of the scenario are uncertain, and
/// what it would be worth to know them.
public struct StateRisk: Sendable, Equatable {
  /// The probability of each state, in their order.
  public var probabilities: [Double]
  /// The 95 % interval of each probability by Wilson's formula; nil with one
  /// uncertain number, where thresholds give the probabilities.
  public var intervals: [ClosedRange<Double>]?
  /// With one uncertain number: its values at which the state changes.
  public var thresholds: [Double]
  /// The mean welfare of the worst equilibrium, of the best, and of the
  /// optimum.
  public var expected: [Double]
  /// The optimum with every number at its mean.
  public var commitment: [Double]
  /// `E[max_s W(s; x) − W(s°; x)]`, the expected regret of the commitment s°.
  public var valueOfInformation: Double
  /// Whether that is the expected value of perfect information, since welfare
  /// is linear in each number; else it is an upper bound of it.
  public var isExact: Bool
  /// How many samples were drawn.
  public var samples: Int
}

/// Samples a scenario with uncertain numbers.
struct RiskSampler {
  /// The scenario.
  let scenario: Scenario
  /// The uncertain numbers.
  let numbers: [UncertainNumber]
  var search = StateSearch()
  var samples = 512
  var seed: UInt64 = 1
  var monitor = Monitor.unattended

  /// Addresses in which welfare is linear.
  private static let linearKeys: Set<String> = [
    "environment", "premium.value", "rivalry", "policy.price",
    "policy.subsidy", "opportunity", "market", "irreplaceability",
    "innovationCost", "cost.linear", "cost.quadratic", "base",
  ]

  private struct Draw {
    var values: [Double]
    var state: ClusterState
    var regret: Double
  }

  /// The risk; nil if no sample has an equilibrium.
  ///
  /// - Throws: an error if a number cannot take a value that was drawn.
  func risk() throws(ScenarioError) -> StateRisk? {
    let means = numbers.map(\.distribution.truncatedMean)
    let commitment = try game(means).socialOptimum(using: search.maximization)
      .levels
    let draws = try draw(commitment)
    guard !draws.isEmpty else { return nil }
    let count = Double(draws.count)
    func mean(_ value: (Draw) -> Double) -> Double {
      draws.reduce(0) { $0 + value($1) } / count
    }
    let shares = ClusterStateKind.allCases.map { kind in
      SampleShare(
        successes: draws.count { $0.state.kind == kind }, count: draws.count)
    }
    var risk = StateRisk(
      probabilities: shares.map(\.share),
      intervals: shares.map { $0.interval.lower...$0.interval.upper },
      thresholds: [],
      expected: [
        mean(\.state.worst.welfare), mean(\.state.best.welfare),
        mean(\.state.optimum.welfare),
      ], commitment: commitment, valueOfInformation: mean(\.regret),
      isExact: numbers.allSatisfy { Self.isLinear($0.number.path) },
      samples: draws.count)
    if numbers.count == 1 { try locateThresholds(in: draws, &risk) }
    return risk
  }

  /// The game with other values of the numbers.
  private func game(
    _ values: [Double]
  ) throws(ScenarioError) -> any ScenarioGame {
    var changed = scenario
    for (number, value) in zip(numbers, values) {
      try number.number.set(value, in: &changed.subject)
    }
    return try changed.game()
  }

  /// Whether welfare is linear in a number.
  private static func isLinear(_ address: String) -> Bool {
    let key =
      address.split(separator: "[").first == "firms"
      ? address.drop { $0 != "." }.dropFirst() : address[...]
    let base = key.prefix { $0 != "[" }
    return linearKeys.contains(String(base))
      || linearKeys.contains { base.hasSuffix(".\($0)") }
  }

  private func draw(_ commitment: [Double]) throws(ScenarioError) -> [Draw] {
    let points = SamplePoints(dimension: numbers.count, seed: seed)
    var draws: [Draw] = []
    for sample in 0..<samples {
      guard monitor.continues("samples", done: sample, of: samples) else {
        break
      }
      let values = numbers.indices.map {
        numbers[$0].distribution.quantile(points[sample, $0])
      }
      let game = try game(values)
      guard let state = search.sampledState(of: game, from: [commitment]) else {
        continue
      }
      let missed = state.optimum.welfare - game.welfare(at: commitment)
      draws.append(
        Draw(values: values, state: state, regret: max(0, missed)))
    }
    return draws
  }

  /// Finds where the state changes between neighbouring samples of the one
  /// uncertain number, and with that the probabilities.
  private func locateThresholds(
    in draws: [Draw], _ risk: inout StateRisk
  ) throws(ScenarioError) {
    let sorted = draws.sorted { $0.values[0] < $1.values[0] }
    let (address, distribution) = (numbers[0].address, numbers[0].distribution)
    var (probabilities, below) = ([0.0, 0, 0], 0.0)
    var kind = sorted[0].state.kind
    for (left, right) in zip(sorted, sorted.dropFirst())
    where left.state.kind != right.state.kind {
      let changes = try changes(
        of: address, from: (left.values[0], left.state.kind),
        to: (right.values[0], right.state.kind))
      for (value, next) in changes {
        let share = distribution.probability(atMost: value)
        probabilities[Self.place(of: kind)] += share - below
        (below, kind) = (share, next)
        risk.thresholds.append(value)
      }
    }
    probabilities[Self.place(of: kind)] += 1 - below
    risk.probabilities = probabilities
    risk.intervals = nil
  }

  private static func place(of kind: ClusterStateKind) -> Int {
    ClusterStateKind.allCases.firstIndex(of: kind) ?? 0
  }

  private typealias Label = (value: Double, kind: ClusterStateKind)

  /// How many boxes are looked into for the branches between two samples.
  private static let tracedBoxes = 1_000
  /// The distance from an event at which states are compared, as a part of the
  /// range.
  private static let nearness = 1e-5
  /// How often a range is halved.
  private static let halvings = 40

  /// The values between two at which the state changes, and what it changes
  /// to. At a fold or a corner of a branch the value is that of the event.
  private func changes(
    of address: String, from left: Label, to right: Label
  ) throws(ScenarioError) -> [Label] {
    var quick = search.search
    quick.boxLimit = min(quick.boxLimit, Self.tracedBoxes)
    let tracer = BranchTracer(points: 3, checks: 2, search: quick)
    let range = left.value...right.value
    let events = tracer.trace(
      try scenario.family(varying: address, over: range)
    ).events
      .map(\.parameter)
    let distance = Self.nearness * (right.value - left.value)
    var stops: [(label: Label, event: Double?)] = [(left, nil)]
    for event in events.sorted() {
      for side in [event - distance, event + distance]
      where side > (stops.last?.label.value ?? left.value)
        && side < right.value
      {
        guard let kind = try kind(at: side) else { continue }
        stops.append(((side, kind), side > event ? event : nil))
      }
    }
    stops.append((right, nil))
    var found: [Label] = []
    for (a, b) in zip(stops, stops.dropFirst())
    where a.label.kind != b.label.kind {
      if let event = b.event {
        found.append((event, b.label.kind))
      } else {
        found.append((try crossing(a.label, b.label), b.label.kind))
      }
    }
    return found
  }

  private func kind(
    at value: Double
  ) throws(ScenarioError) -> ClusterStateKind? {
    search.sampledState(of: try game([value]), from: [])?.kind
  }

  /// Where the state changes between two values, by bisection.
  private func crossing(
    _ left: Label, _ right: Label
  ) throws(ScenarioError) -> Double {
    var (low, high) = (left.value, right.value)
    for _ in 0..<Self.halvings {
      let middle = low + (high - low) / 2
      if try kind(at: middle) == left.kind {
        low = middle
      } else {
        high = middle
      }
    }
    return low + (high - low) / 2
  }
}

extension Distribution {
  /// The mean between the ends: exact where they cut nothing off, else by the
  /// middles of equal shares.
  var truncatedMean: Double {
    switch family {
    case .uniform, .triangular: return mean
    case .normal, .lognormal:
      guard truncated.mass < 1 else { return mean }
      let sum = (0..<Self.shares).reduce(0.0) {
        $0 + quantile((Double($1) + 0.5) / Double(Self.shares))
      }
      return sum / Double(Self.shares)
    }
  }

  private static let shares = 4096
}
