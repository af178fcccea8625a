import Games

extension CurveSystem {
  /// The variables beyond their bounds, or at a bound that they wish to leave,
  /// at the point evaluated last.
  func violations(
    at point: [Double], on face: Face, _ slack: Double
  ) -> [Int] {
    let bounds = bounds(at: point[dimension])
    return (0..<dimension).filter {
      bounds.lowerBounds[$0] < bounds.upperBounds[$0]
        && room(of: $0, at: point, on: face, bounds)
          < -slack * (face.sides[$0] == .free ? scale[$0] : unit(of: $0))
    }
  }

  /// How far a variable is inside its bounds, or how strictly it is held at
  /// the bound that it is at.
  func room(
    of variable: Int, at point: [Double], on face: Face,
    _ bounds: StrategySpace
  ) -> Double {
    switch face.sides[variable] {
    case .free:
      min(
        point[variable] - bounds.lowerBounds[variable],
        bounds.upperBounds[variable] - point[variable])
    case .lower: -gradient[variable]
    case .upper: gradient[variable]
    }
  }
}

extension CurveFollower {
  /// The first corner between two positions; nil if it was not found there.
  /// Leaves the system evaluated at the corner.
  mutating func corner(
    _ attempt: Attempt, _ violated: [Int], from here: Position
  ) -> Corner? {
    let next = attempt.position.point
    let after = rooms(of: violated, at: next, on: here.face)
    system.evaluate(at: here.point)
    let before = rooms(of: violated, at: here.point, on: here.face)
    let order = violated.indices.sorted {
      before[$0] / (before[$0] - after[$0])
        < before[$1] / (before[$1] - after[$1])
    }
    for k in order {
      let share = max(0, before[k] / (before[k] - after[k]))
      let start = zip(here.point, next).map { $0 + share * ($1 - $0) }
      let v = violated[k]
      let face = here.face.moving(v, to: side(of: v, at: next, here.face))
      var point = start
      system.snap(&point, to: face)
      guard
        let found = system.correct(point, on: face, closing: .component(v)),
        isBetween(found.point, here, attempt),
        system.violations(at: found.point, on: here.face, Corner.tolerance)
          .isEmpty
      else { continue }
      return Corner(system, at: found.point)
    }
    return nil
  }

  private func rooms(
    of variables: [Int], at point: [Double], on face: Face
  ) -> [Double] {
    let bounds = system.bounds(at: point[parameter])
    return variables.map {
      system.room(of: $0, at: point, on: face, bounds)
    }
  }

  /// The bound that a variable is at or has passed.
  private func side(
    of variable: Int, at point: [Double], _ face: Face
  ) -> Face.Side {
    guard face.sides[variable] == .free else { return face.sides[variable] }
    let bounds = system.bounds(at: point[parameter])
    return point[variable] < bounds.lowerBounds[variable] ? .lower : .upper
  }

  /// Whether a point lies between two positions, along the tangent.
  func isBetween(
    _ point: [Double], _ here: Position, _ attempt: Attempt
  ) -> Bool {
    func progress(_ point: [Double]) -> Double {
      point.indices.reduce(0) {
        $0 + here.direction[$1] * (point[$1] - here.point[$1])
          / system.scale[$1]
      }
    }
    let share = Self.margin * attempt.length
    let most = progress(attempt.position.point) + share
    // Not a range: where numbers overflow, its ends would be out of order.
    let reached = progress(point)
    return -share - Self.shortestStep <= reached
      && reached <= most + Self.shortestStep
  }

  /// How far beyond the ends of a step, as a share of it, a point may lie.
  private static let margin = 0.01

  /// The event at a corner, told for a rising parameter.
  func cornerEvent(
    _ corner: Corner, from here: Position, to next: Position
  ) -> BranchEvent {
    let isRising = here.heading > 0
    let isTurn = here.heading * next.heading < 0
    let changes = corner.variables.compactMap { v -> BranchEvent.Change? in
      guard here.face.sides[v] != next.face.sides[v] else { return nil }
      let reaches = (next.face.sides[v] == .free) != isRising
      return BranchEvent.Change(
        variable: v, isUpper: corner.face.sides[v] == .upper,
        reaches: isTurn ? nil : reaches)
    }
    var event = event(
      .corner, at: corner.point, isTurn ? (isRising ? .vanish : .appear) : .none
    )
    event.changes = changes
    if corner.variables.count == 1 {
      let enclosure = CornerProof(
        family: family, face: corner.face, variable: corner.variables[0]
      ).enclosure(around: corner.point, scale: system.scale)
      prove(&event, enclosure)
    }
    return event
  }
}
