import Games

/// Follows one curve of equilibria from a point until it ends.
///
/// Each step predicts along the tangent and corrects by Newton's method normal
/// to it (pseudo-arclength continuation); steps end exactly at the stops.
/// Within a step the follower looks for corners, folds, changes of stability
/// and deviations that gain, and locates what it finds.
///
/// Reference: Allgower and Georg, Introduction to Numerical Continuation
/// Methods, 2003; for active sets Rakowska, Haftka and Watson, SIAM Journal on
/// Optimization 1, 1991.
struct CurveFollower {
  /// Where the follower is.
  struct Position {
    var point: [Double]
    var face: Face
    var direction: [Double]
    var stability = Stability.undecided
    /// Whether the parameter rises, 1, or falls, −1; where the curve is level,
    /// what it did before.
    var heading = 0

    /// Sets the heading from the direction, if it has one.
    mutating func setHeading(after last: Int) {
      let slope = direction[direction.count - 1]
      heading =
        abs(slope) <= CurveFollower.levelSlope ? last : slope > 0 ? 1 : -1
    }
  }

  let family: GameFamily
  /// Parameters at which the curve is recorded, by rising value, the ends of
  /// the range included.
  let stops: [Double]
  /// The longest step, in scaled units.
  let longestStep: Double
  /// How many steps may be made.
  let stepLimit: Int
  /// Is asked before each step whether to go on.
  let mayStep: () -> Bool

  var system: CurveSystem
  /// The curve so far.
  private(set) var path = CurvePath()

  /// A direction whose part along the parameter is this small is level.
  static let levelSlope = 1e-9
  /// A stop at which the direction has less of the parameter is passed over:
  /// it is too close to a fold.
  static let stopSlope = 1e-3
  /// A step is made this many times longer if it then ends at a stop, so that
  /// rounding leaves no step to be made to it that is too short.
  private static let stretch = 1.01
  /// Steps this short may pass over a stop.
  static let passingLength = 1e-5
  /// The shortest step, in scaled units.
  static let shortestStep = 1e-9
  /// The cosine of the angle by which a step may turn.
  private static let leastCosine = 0.95
  /// The step is made longer after a correction of this many iterations.
  private static let easyIterations = 4

  init(
    _ family: GameFamily, stops: [Double], longestStep: Double, stepLimit: Int,
    mayStep: @escaping () -> Bool
  ) {
    self.family = family
    self.stops = stops
    self.longestStep = longestStep
    self.stepLimit = stepLimit
    self.mayStep = mayStep
    system = CurveSystem(family)
  }

  /// The position of the parameter in a point.
  var parameter: Int { system.dimension }

  /// Follows the curve; `joins` says whether it ends at a point at a stop
  /// because that was passed before.
  mutating func follow(
    from start: Position, stop: Int?,
    joins: (_ stop: Int, _ point: [Double]) -> CurvePath.Outcome?
  ) -> CurvePath {
    var here = start
    here.stability = stability(at: here)
    here.setHeading(after: 0)
    path = CurvePath()
    path.nodes = [CurveNode(here, stop: stop)]
    var length = longestStep / 4
    for _ in 0..<stepLimit {
      guard mayStep() else {
        path.outcome = .cancelled
        return path
      }
      guard let attempt = attempt(from: here, length) else {
        length /= 2
        if length < Self.shortestStep { return lose(here) }
        continue
      }
      switch settle(attempt, from: here) {
      case .retry:
        length = min(length, attempt.length) / 2
        if length < Self.shortestStep { return lose(here) }
      case .ended: return path
      case .reached(let next):
        if attempt.isEasy { length = min(1.5 * length, longestStep) }
        if next.face != here.face { length = longestStep / 4 }
        here = next
        guard let stop = path.nodes[path.nodes.count - 1].stop else { continue }
        if stop == 0 || stop == stops.count - 1 { return path }
        if let outcome = joins(stop, here.point) {
          path.outcome = outcome
          return outcome == .joined ? lose(here) : path
        }
      }
    }
    return lose(here)
  }

  /// A step that Newton's method could make.
  struct Attempt {
    var position: Position
    /// How far it went, in scaled units along the tangent.
    var length: Double
    var stop: Int?
    var isEasy: Bool
  }

  /// A step of at most a length, or exactly to the next stop.
  private mutating func attempt(
    from here: Position, _ length: Double
  ) -> Attempt? {
    guard let stop = nextStop(from: here) else {
      return advance(from: here, length)
    }
    let speed = here.direction[parameter] * system.scale[parameter]
    let distance = (stops[stop] - here.point[parameter]) / speed
    // A stop at which the equations are singular is passed over.
    let isInner = stop > 0 && stop < stops.count - 1
    let mayPass = isInner && length <= Self.passingLength
    if distance <= Self.stretch * length {
      let arrival = arrive(at: stop, from: here, distance)
      if arrival != nil || !mayPass { return arrival }
    }
    guard let attempt = advance(from: here, length) else { return nil }
    let before = here.point[parameter] - stops[stop]
    let after = attempt.position.point[parameter] - stops[stop]
    guard before * after <= 0, !mayPass else { return attempt }
    return arrive(at: stop, from: here, length * before / (before - after))
  }

  /// The first stop ahead.
  private func nextStop(from here: Position) -> Int? {
    let slope = here.direction[parameter]
    let heading = abs(slope) <= Self.levelSlope ? 0 : slope
    let here = here.point[parameter]
    let margin =
      Self.shortestStep * Self.shortestStep
      * system.scale[parameter] + 4 * here.ulp
    if heading > 0 { return stops.firstIndex { $0 > here + margin } }
    if heading < 0 { return stops.lastIndex { $0 < here - margin } }
    return nil
  }

  /// A step of a length along the curve.
  mutating func advance(from here: Position, _ length: Double) -> Attempt? {
    let predicted = system.step(
      length, along: here.direction, from: here.point, on: here.face)
    return correct(predicted, .plane(here.direction), from: here, length)
  }

  /// A step to a stop.
  private mutating func arrive(
    at stop: Int, from here: Position, _ length: Double
  ) -> Attempt? {
    var predicted = system.step(
      length, along: here.direction, from: here.point, on: here.face)
    predicted[parameter] = stops[stop]
    system.snap(&predicted, to: here.face)
    var along = [Double](repeating: 0, count: parameter + 1)
    along[parameter] = 1
    guard var attempt = correct(predicted, .plane(along), from: here, length),
      attempt.position.direction[parameter] * here.direction[parameter] > 0,
      abs(attempt.position.direction[parameter]) > Self.stopSlope
    else { return nil }
    attempt.position.point[parameter] = stops[stop]
    attempt.stop = stop
    return attempt
  }

  private mutating func correct(
    _ predicted: [Double], _ closing: CurveSystem.Closing,
    from here: Position, _ length: Double
  ) -> Attempt? {
    guard
      let found = system.correct(predicted, on: here.face, closing: closing),
      let tangent = system.tangent(on: here.face, ahead: here.direction)
    else { return nil }
    let cosine = zip(tangent, here.direction).reduce(0) { $0 + $1.0 * $1.1 }
    guard cosine >= Self.leastCosine else { return nil }
    var position = Position(
      point: found.point, face: here.face, direction: tangent)
    position.setHeading(after: here.heading)
    return Attempt(
      position: position, length: length, stop: nil,
      isEasy: found.iterations <= Self.easyIterations)
  }

  // MARK: What a step met

  private enum Settlement {
    case retry
    case ended
    case reached(Position)
  }

  /// Records what lies between two positions, and the second one.
  private mutating func settle(
    _ attempt: Attempt, from here: Position
  ) -> Settlement {
    system.evaluate(at: attempt.position.point)
    let violated = system.violations(
      at: attempt.position.point, on: here.face, Self.slack)
    if !violated.isEmpty {
      return turn(attempt, violated, from: here)
    }
    var next = attempt.position
    next.stability = stability(at: next)
    let isFold = next.heading * here.heading < 0
    if isFold, !recordFold(attempt, from: here) { return .retry }
    if let gain = firstDeviation(attempt, from: here) {
      path.nodes.append(gain)
      return .ended
    }
    if !isFold { recordStabilityChange(attempt, next, from: here) }
    path.nodes.append(CurveNode(next, stop: attempt.stop))
    return .reached(next)
  }

  /// Goes round a corner.
  private mutating func turn(
    _ attempt: Attempt, _ violated: [Int], from here: Position
  ) -> Settlement {
    guard let corner = corner(attempt, violated, from: here),
      let arrival = system.tangent(on: here.face, ahead: here.direction)
    else { return .retry }
    var end = Position(point: corner.point, face: here.face, direction: arrival)
    end.setHeading(after: here.heading)
    if end.heading * here.heading < 0, !recordFold(attempt, from: here) {
      return .retry
    }
    let ways = system.ways(from: corner).filter { way in
      way.face != here.face
        || zip(way.direction, arrival).reduce(0) { $0 + $1.0 * $1.1 } > 0
    }
    guard let way = ways.first else {
      _ = lose(end)
      return .ended
    }
    var next = Position(
      point: corner.point, face: way.face, direction: way.direction)
    next.setHeading(after: end.heading)
    let event = cornerEvent(corner, from: end, to: next)
    path.nodes.append(
      CurveNode(
        point: corner.point, stability: .undecided, event: event,
        isTurn: event.effect != .none))
    path.branchings += ways.dropFirst().map {
      Position(point: corner.point, face: $0.face, direction: $0.direction)
    }
    return .reached(next)
  }

  /// How far a variable or a component may be beyond its bound without having
  /// passed it, in units of each.
  static let slack = 1e-12

  /// The stability of the equilibrium at a position.
  func stability(at position: Position) -> Stability {
    family.game(at: position.point[parameter])
      .stability(at: Array(position.point.dropLast()))
  }

  /// Ends the path where it cannot be followed.
  private mutating func lose(_ here: Position) -> CurvePath {
    path.nodes.append(lostNode(here))
    return path
  }

  /// Adds what was found between two positions.
  mutating func record(_ node: CurveNode) { path.nodes.append(node) }
}
