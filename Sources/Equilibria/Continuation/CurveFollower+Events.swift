import Games

extension CurveFollower {
  /// Records the fold between two positions, unless a stop lies between one of
  /// them and the fold, and the step can be shorter.
  ///
  /// - Returns: Whether it was recorded.
  mutating func recordFold(_ attempt: Attempt, from here: Position) -> Bool {
    let isRising = here.heading > 0
    let next = attempt.position
    let nearer =
      abs(next.direction[parameter]) < abs(here.direction[parameter])
      ? next : here
    let solver = FoldSolver(family: family, face: here.face)
    var fold = event(.fold, at: nearer.point, isRising ? .vanish : .appear)
    if let found = solver.fold(
      near: nearer.point, along: nearer.direction, scale: system.scale),
      isBetween(found.point, here, attempt)
    {
      place(&fold, at: found.point)
      prove(&fold, found.enclosure)
    } else {
      let (before, after) = bracket(attempt, from: here) {
        ($0.heading > 0) == isRising
      }
      place(&fold, between: before.point, after.point)
      place(&fold, atTurnBetween: before, after)
    }
    let ends = [here.point[parameter], next.point[parameter], fold.parameter]
    let crossed = Interval(lower: ends.min() ?? 0, upper: ends.max() ?? 0)
    let isCrossing = stops.contains {
      $0 != here.point[parameter] && crossed.lower < $0 && $0 < crossed.upper
    }
    guard !isCrossing || attempt.length <= Self.passingLength else {
      return false
    }
    record(
      CurveNode(
        point: fold.levels + [fold.parameter], stability: .undecided,
        event: fold, isTurn: true))
    return true
  }

  /// Records where the stability changes between two positions.
  mutating func recordStabilityChange(
    _ attempt: Attempt, _ next: Position, from here: Position
  ) {
    guard here.stability != .undecided, next.stability != .undecided,
      here.stability != next.stability
    else { return }
    let (old, follower) = (here.stability, self)
    let (before, after) = bracket(attempt, from: here) {
      follower.stability(at: $0) == old
    }
    var change = event(.stability, at: before.point, .none)
    place(&change, between: before.point, after.point)
    StabilityChangeProof(family: family).prove(
      &change, old, next.stability,
      isRising: here.heading > 0, width: Self.foldWidth)
    record(
      CurveNode(
        point: change.levels + [change.parameter], stability: .undecided,
        event: change))
  }

  /// The end of the curve between two positions if somebody gains by leaving
  /// the second one.
  mutating func firstDeviation(
    _ attempt: Attempt, from here: Position
  ) -> CurveNode? {
    guard somebodyGains(at: attempt.position) else { return nil }
    let follower = self
    let (before, after) = bracket(attempt, from: here) {
      !follower.somebodyGains(at: $0)
    }
    let isRising = here.heading > 0
    var end = event(
      .deviation, at: before.point, isRising ? .vanish : .appear)
    place(&end, between: before.point, after.point)
    return CurveNode(
      point: end.levels + [end.parameter], stability: .undecided, event: end,
      isEnd: true)
  }

  /// Whether a deviation is proven to gain more than rounding explains.
  private func somebodyGains(at position: Position) -> Bool {
    let game = family.game(at: position.point[parameter])
    // A corrected point may lie outside the strategies by its last digits.
    let levels = game.strategies.clamped(Array(position.point.dropLast()))
    let size = game.payoffs(at: levels).reduce(1) { $0 + abs($1) }
    return game.regret(at: levels).lower > Self.leastGain * size
  }

  /// Gains up to this, relative to 1 + the payoffs, count as none.
  private static let leastGain = 1e-10

  /// The node at which a curve is given up.
  func lostNode(_ here: Position) -> CurveNode {
    CurveNode(
      point: here.point, stability: .undecided,
      event: event(
        .lost, at: here.point,
        here.heading > 0 ? .vanish : .appear),
      isEnd: true)
  }

  /// Halves a step between a position where a condition holds and one where
  /// it does not.
  private mutating func bracket(
    _ attempt: Attempt, from here: Position,
    while condition: (Position) -> Bool
  ) -> (before: Position, after: Position) {
    var (before, after) = (here, attempt.position)
    var (low, high) = (0.0, attempt.length)
    for _ in 0..<Self.halvings {
      let middle = (low + high) / 2
      guard let next = advance(from: here, middle)?.position else { break }
      if condition(next) {
        (before, low) = (next, middle)
      } else {
        (after, high) = (next, middle)
      }
    }
    return (before, after)
  }

  /// Halvings that shrink the longest step below 1e-12.
  private static let halvings = 42
  /// The width within which an event is enclosed.
  private static let foldWidth = 1e-8

  func event(
    _ kind: BranchEvent.Kind, at point: [Double],
    _ effect: BranchEvent.Effect
  ) -> BranchEvent {
    BranchEvent(
      kind: kind, effect: effect, parameter: point[parameter],
      enclosure: Interval(point[parameter]), isProven: false,
      levels: Array(point.dropLast()))
  }

  private func place(_ event: inout BranchEvent, at point: [Double]) {
    event.parameter = point[parameter]
    event.enclosure = Interval(point[parameter])
    event.levels = Array(point.dropLast())
  }

  private func place(
    _ event: inout BranchEvent, between a: [Double], _ b: [Double]
  ) {
    place(&event, at: a)
    event.enclosure = Interval(
      lower: min(a[parameter], b[parameter]),
      upper: max(a[parameter], b[parameter]))
  }

  /// Places a fold where the parabola through two positions turns.
  ///
  /// With `t′` the slopes at distances a and b before and after the turn,
  /// `a : b = |t′₁| : |t′₂|` and `t = t₁ + a t′₁ / 2` there.
  private func place(
    _ event: inout BranchEvent, atTurnBetween before: Position,
    _ after: Position
  ) {
    let slope = before.direction[parameter]
    let sum = abs(slope) + abs(after.direction[parameter])
    guard sum > 0 else { return }
    let share = abs(slope) / sum
    let length = before.point.indices.reduce(0) {
      let step = (after.point[$1] - before.point[$1]) / system.scale[$1]
      return $0 + step * step
    }
    let rise = share * length.squareRoot() * slope / 2
    event.parameter = before.point[parameter] + rise * system.scale[parameter]
    event.enclosure = event.enclosure.hull(Interval(event.parameter))
    event.levels = event.levels.indices.map {
      before.point[$0] + share * (after.point[$0] - before.point[$0])
    }
  }

  /// Takes over an enclosure that is narrow enough.
  func prove(_ event: inout BranchEvent, _ enclosure: Box?) {
    guard let interval = enclosure?[parameter],
      interval.width <= Self.foldWidth
    else { return }
    event.enclosure = interval
    event.isProven = true
  }
}
