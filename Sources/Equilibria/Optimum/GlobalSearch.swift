import Games
import HeapModule
import LinearAlgebra

/// The state of one ``GlobalMaximization``.
struct GlobalSearch<Function: Objective> {
  let parameters: GlobalMaximization
  let objective: Function
  /// A part of the box that holds a global maximum.
  private(set) var root: Box
  private var best: Maximum
  /// An enclosure of the exact value at the best point; nil without one.
  private var height: Interval?
  /// A lower bound on the exact value at the best points.
  private var floor = -Double.infinity
  /// The value at the profile nearest to zero; not a number if there was no
  /// time for it.
  private let origin: Double
  private var open = Heap<OpenBox>()
  private var created = 0
  private var boxes = 0
  /// The largest bound of what was dropped.
  private var dropped = -Double.infinity
  /// Whether the function is proven to be defined on all of the box: nothing is
  /// proven otherwise.
  private let isTotal: Bool

  init(_ parameters: GlobalMaximization, _ objective: Function) {
    self.parameters = parameters
    self.objective = objective
    root = objective.strategies.box
    isTotal = objective.isTotal(over: root)
    origin =
      Cancellation.isRequested
      ? .nan
      : objective.value(at: objective.strategies.nearestToZero)
    best = Maximum(
      levels: root.midpoint, value: -.infinity, termination: .stalled,
      residual: .infinity, tolerance: parameters.local.tolerance, iterations: 0)
  }

  /// Puts variables in which the function is proven monotone over all of the
  /// box at their better end, as long as that goes on; of many variables, as
  /// long as it does for one in a thousand.
  mutating func narrow() {
    guard isTotal else { return }
    var gradient = [Interval](repeating: .zero, count: root.count)
    for _ in 0..<Self.narrowingLimit where !Cancellation.isRequested {
      _ = objective.enclosure(over: root, gradient: &gradient)
      let free = root.count { !$0.isPoint }
      guard root.moveToBetterEnds(gradient) else { return }
      let moved = free - root.count { !$0.isPoint }
      guard moved > root.count / Self.narrowingShare else { return }
    }
  }

  /// Starts the local method from several points of the narrowed box. Of those
  /// that are given none is passed over, nor any where variables are few; it
  /// may stay where it is for want of time.
  mutating func findCandidates(from starts: [[Double]]) {
    let bounds = StrategySpace(levels: root.map { $0.lower...$0.upper })
    var seen: [[Double]] = []
    let standard = parameters.starts(in: root)
    for (k, start) in (starts + standard).enumerated() {
      let clamped = bounds.clamped(start)
      if seen.contains(clamped) { continue }
      if Cancellation.isRequested, hasManyVariables, k >= starts.count,
        !seen.isEmpty
      {
        break
      }
      seen.append(clamped)
      consider(climbed(from: clamped, within: bounds))
    }
    if !hasManyVariables { flipCorners(within: bounds) }
  }

  private var hasManyVariables: Bool {
    root.count > GlobalMaximization.manyVariables
  }

  /// What the local method finds, or the start itself if work is to stop.
  private func climbed(
    from start: [Double], within bounds: StrategySpace
  ) -> Maximum {
    Cancellation.isRequested
      ? unmoved(start)
      : parameters.local.maximize(objective, within: bounds, from: start)
  }

  /// A start that there was no time to go on from.
  private func unmoved(_ start: [Double]) -> Maximum {
    Maximum(
      levels: start, value: objective.value(at: start),
      termination: .cancelled, residual: .infinity,
      tolerance: parameters.local.tolerance, iterations: 0)
  }

  /// Tries the other end for each variable that ended at one, from the best
  /// point, as long as that improves it.
  private mutating func flipCorners(within bounds: StrategySpace) {
    for _ in 0..<Self.flipLimit {
      let before = best.value
      for v in root.indices where !root[v].isPoint {
        var trial = best.levels
        let isLow = trial[v] < root[v].midpoint
        trial[v] = isLow ? root[v].upper : root[v].lower
        guard objective.value(at: trial) > best.value else { continue }
        consider(climbed(from: trial, within: bounds))
      }
      guard best.value > before else { return }
    }
  }

  private mutating func consider(_ found: Maximum) {
    guard found.value > best.value else { return }
    best = found
    let height = objective.enclosure(over: found.levels.map { Interval($0) })
    floor = max(floor, height.lower)
    self.height = height
  }

  /// What the tolerance is relative to; see ``GlobalMaximization/size``.
  private var size: Double { size(of: best.value) }

  private func size(of value: Double) -> Double {
    parameters.size(of: value, over: origin, least: objective.leastSize)
  }

  /// Values up to this need not be distinguished from the best one.
  private var cutoff: Double { floor + parameters.tolerance * size }

  /// Bounds the function over the narrowed box.
  mutating func prove() -> GlobalMaximum {
    guard isTotal else {
      dropped = .infinity
      return conclude(.stalled)
    }
    guard !Cancellation.isRequested else {
      dropped = .infinity
      return conclude(.cancelled)
    }
    guard parameters.boxLimit > 0 else {
      dropped = .infinity
      return conclude(.iterationLimit)
    }
    let bound = objective.upperBound(
      over: root, about: best.levels, slack: parameters.tolerance * size / 2)
    if bound <= cutoff {
      dropped = bound
      return conclude(.converged)
    }
    let free = root.count { !$0.isPoint }
    guard free <= parameters.branchingLimit, root.count <= Self.matrixLimit
    else {
      dropped = min(bound, slopeBound())
      return conclude(.iterationLimit)
    }
    push(root, bound: bound)
    let termination = examineAll()
    for node in open.unordered { dropped = max(dropped, node.bound) }
    return conclude(termination)
  }

  private mutating func examineAll() -> Termination {
    let examiner = MaximumExaminer(objective)
    while let node = open.popMax() {
      guard node.bound > cutoff else {
        dropped = max(dropped, node.bound)
        continue
      }
      let stop: Termination? =
        boxes >= parameters.boxLimit
        ? .iterationLimit
        : Cancellation.isRequested ? .cancelled : nil
      if let stop {
        dropped = max(dropped, node.bound)
        return stop
      }
      boxes += 1
      take(examiner.examine(node.box, above: cutoff), of: node)
    }
    return .converged
  }

  private mutating func take(
    _ result: MaximumExaminer<Function>.Result, of node: OpenBox
  ) {
    let bound = min(result.bound, node.bound)
    if let candidate = result.candidate,
      objective.value(at: candidate) > best.value + parameters.tolerance * size
    {
      consider(parameters.local.maximize(objective, from: candidate))
    }
    guard bound > cutoff, !result.parts.isEmpty else {
      dropped = max(dropped, bound)
      return
    }
    for part in result.parts { push(part, bound: bound) }
  }

  private mutating func push(_ box: Box, bound: Double) {
    open.insert(OpenBox(box: box, bound: bound, order: created))
    created += 1
  }

  /// Bounds the function over the root by its range and its slopes.
  private func slopeBound() -> Double {
    var gradient = [Interval](repeating: .zero, count: root.count)
    let range = objective.enclosure(over: root, gradient: &gradient)
    guard let height else { return range.upper }
    let rise = root.indices.reduce(height) {
      $0 + gradient[$1] * (root[$1] - Interval(best.levels[$1]))
    }
    return min(range.upper, rise.upper)
  }

  private func conclude(_ termination: Termination) -> GlobalMaximum {
    let bound = max(dropped, floor)
    // A value above its bound by more is the rounding of large terms.
    let isRead = best.value <= bound + parameters.tolerance * size(of: bound)
    return GlobalMaximum(
      levels: best.levels, value: best.value, upperBound: bound,
      isProven: best.value.isFinite && bound <= cutoff && isRead,
      termination: termination, local: best, boxes: boxes)
  }

  /// How often the root is narrowed by the signs of slopes.
  private static var narrowingLimit: Int { 50 }
  /// Of how many variables at least one must be moved to go on.
  private static var narrowingShare: Int { 1_000 }
  /// The largest number of variables for which Hessians are enclosed.
  private static var matrixLimit: Int { 500 }
  /// How many rounds of flips are tried.
  private static var flipLimit: Int { 5 }
}

extension Box {
  /// Puts each variable whose slope has one sign at the end where a function
  /// with these slopes is larger; returns whether any moved.
  mutating func moveToBetterEnds(_ slopes: [Interval]) -> Bool {
    var moved = false
    for v in indices where !self[v].isPoint {
      if slopes[v].isNonnegative {
        self[v] = Interval(self[v].upper)
      } else if slopes[v].isNonpositive {
        self[v] = Interval(self[v].lower)
      } else {
        continue
      }
      moved = true
    }
    return moved
  }
}
