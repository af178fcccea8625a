import Games
import LinearAlgebra

/// Follows every equilibrium of a family of games through its parameter.
///
/// At a few values of the parameter every equilibrium is found with proof;
/// each one that is on no curve yet starts a curve, which is followed both
/// ways: through corners, where a variable reaches or leaves a bound, and
/// round folds. Curves are then cut into branches at the folds.
///
/// Folds and simple corners are proven by Krawczyk's operator.
public struct BranchTracer: Sendable {
  /// At how many evenly spaced parameters branches are reported, the ends of
  /// the range included.
  public var points: Int
  /// At how many evenly spaced parameters every equilibrium is looked for.
  public var checks: Int
  /// The longest step, where the width of each variable's interval and of the
  /// parameter's range is 1.
  public var longestStep: Double
  /// How many steps a curve may take.
  public var stepLimit: Int
  /// The search for all equilibria at one parameter.
  public var search: BranchAndPrune
  /// Is asked before each step whether to go on, with the number of steps; what
  /// is known so far is returned when it says no.
  public var monitor: Monitor

  /// A tracer with its limits.
  public init(
    points: Int = 41, checks: Int = 11, longestStep: Double = 0.05,
    stepLimit: Int = 20_000, search: BranchAndPrune = BranchAndPrune(),
    monitor: Monitor = .unattended
  ) {
    self.points = points
    self.checks = checks
    self.longestStep = longestStep
    self.stepLimit = stepLimit
    self.search = search
    self.monitor = monitor
  }

  /// The branches of a family over the range of its parameter.
  package func trace(_ family: GameFamily) -> EquilibriumTrace {
    var run = TraceRun(self, family)
    return run.trace()
  }
}

/// The state of one trace.
private struct TraceRun {
  let tracer: BranchTracer
  let family: GameFamily
  let stops: [Double]
  let scale: [Double]
  /// The profiles passed at each stop.
  var passed: [[[Double]]]
  var assembly: TraceAssembly
  var checks: [TraceCheck] = []
  var branchings: [CurveFollower.Position] = []
  var termination = Termination.converged
  let steps = StepCounter()

  /// Profiles this close, in units of the strategies, are the same.
  private static let sameness = 1e-6

  init(_ tracer: BranchTracer, _ family: GameFamily) {
    self.tracer = tracer
    self.family = family
    stops = Self.merged(
      Self.grid(family.range, tracer.points)
        + Self.grid(family.range, tracer.checks), family.range)
    scale = CurveSystem(family).scale
    passed = Array(repeating: [], count: stops.count)
    assembly = TraceAssembly(dimension: family.dimension)
  }

  mutating func trace() -> EquilibriumTrace {
    for parameter in Self.grid(family.range, tracer.checks) {
      guard termination == .converged else { break }
      let stop = stops.indices.min {
        abs(stops[$0] - parameter) < abs(stops[$1] - parameter)
      }
      if let stop { check(at: stop) }
    }
    while let start = branchings.popLast(), termination == .converged {
      let path = follow(from: start, stop: nil)
      if path.outcome != .joined { assembly.add(path.nodes) }
    }
    for k in checks.indices {
      let stop = stops.firstIndex(of: checks[k].parameter)
      checks[k].branchCount = stop.map { passed[$0].count } ?? 0
    }
    return assembly.trace(
      range: family.range, checks: checks, termination: termination)
  }

  /// Finds every equilibrium at a stop and follows those that are new.
  private mutating func check(at stop: Int) {
    let game = family.game(at: stops[stop])
    let found = game.equilibria(using: tracer.search)
    if found.termination == .cancelled { termination = .cancelled }
    checks.append(
      TraceCheck(
        parameter: stops[stop], count: found.equilibria.count,
        isComplete: found.isComplete, branchCount: 0))
    for one in found.equilibria where termination == .converged {
      if !wasPassed(one.levels, at: stop) {
        start(one, at: stop)
      }
    }
  }

  /// Follows a new curve both ways.
  private mutating func start(_ equilibrium: Equilibrium, at stop: Int) {
    let point = equilibrium.levels + [stops[stop]]
    passed[stop].append(equilibrium.levels)
    var system = CurveSystem(family)
    system.evaluate(at: point)
    let corner = Corner(system, at: point)
    let ways = system.ways(from: corner).filter {
      let heading = $0.direction[family.dimension]
      // A fold at a check is found from the other checks.
      guard !corner.variables.isEmpty || abs(heading) > CurveFollower.stopSlope
      else { return false }
      return !(stop == 0 && heading < 0)
        && !(stop == stops.count - 1 && heading > 0)
    }
    var halves: [CurvePath] = []
    for way in ways {
      let path = follow(
        from: CurveFollower.Position(
          point: corner.point, face: way.face, direction: way.direction),
        stop: stop)
      branchings += path.branchings
      halves.append(path)
      if path.outcome == .closed { break }
    }
    guard let first = halves.first else {
      // A fold or a corner at the end of the range, or a fold at a check.
      guard equilibrium.isProven else { return }
      let alone = CurveFollower.Position(
        point: point, face: corner.face, direction: [])
      return assembly.add([CurveNode(alone, stop: stop)])
    }
    let others = halves.dropFirst()
    let second = others.first?.nodes.dropFirst().reversed() ?? []
    assembly.add(second + first.nodes, isClosed: first.outcome == .closed)
    for rest in others.dropFirst() { assembly.add(rest.nodes) }
  }

  private mutating func follow(
    from start: CurveFollower.Position, stop: Int?
  ) -> CurvePath {
    let (monitor, steps) = (tracer.monitor, steps)
    var follower = CurveFollower(
      family, stops: stops, longestStep: tracer.longestStep,
      stepLimit: tracer.stepLimit
    ) { monitor.continues("steps along branches", done: steps.next()) }
    let path = follower.follow(from: start, stop: stop) { other, point in
      let levels = Array(point.dropLast())
      guard wasPassed(levels, at: other) else { return nil }
      return other == stop && isSame(levels, start.point) ? .closed : .joined
    }
    if path.outcome == .cancelled { termination = .cancelled }
    if path.outcome == .joined { return path }
    for node in path.nodes.dropFirst() {
      guard let stop = node.stop else { continue }
      let levels = Array(node.point.dropLast())
      if !wasPassed(levels, at: stop) { passed[stop].append(levels) }
    }
    return path
  }

  private func wasPassed(_ levels: [Double], at stop: Int) -> Bool {
    passed[stop].contains { isSame(levels, $0) }
  }

  private func isSame(_ a: [Double], _ b: [Double]) -> Bool {
    (0..<family.dimension).allSatisfy {
      abs(a[$0] - b[$0]) <= Self.sameness * scale[$0]
    }
  }

  /// Evenly spaced numbers, the ends included.
  private static func grid(
    _ range: ClosedRange<Double>, _ count: Int
  ) -> [Double] {
    guard count > 1 else { return [range.lowerBound, range.upperBound] }
    let steps = Double(count - 1)
    return (0..<count).map { k in
      if k == 0 { return range.lowerBound }
      let step = Double(k)
      let sum = range.lowerBound * (steps - step) + range.upperBound * step
      return min(max(sum / steps, range.lowerBound), range.upperBound)
    }
  }

  /// Numbers in order, those that differ by rounding only once.
  private static func merged(
    _ numbers: [Double], _ range: ClosedRange<Double>
  ) -> [Double] {
    let least = sameness * (range.upperBound - range.lowerBound)
    var result: [Double] = []
    for number in numbers.sorted() {
      if let last = result.last, number - last <= least { continue }
      result.append(number)
    }
    // The upper end is what the last grid points differ from by rounding.
    if result.count > 1 { result[result.count - 1] = range.upperBound }
    return result
  }
}

/// Counts steps.
private final class StepCounter {
  private var count = 0

  func next() -> Int {
    count += 1
    return count
  }
}
