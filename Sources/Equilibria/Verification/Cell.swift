import Games

/// A part of a strategy space: a box and, for each of some directions w, a band
/// `w·x ∈ [b, c]` between parallel planes.
struct Cell: Sendable {
  var box: Box
  /// One for each direction.
  var bands: [Interval]

  /// A box with bands that hold all of it.
  init(_ box: Box, _ directions: [[Double]]) {
    self.box = box
    bands = directions.map { Self.range(of: $0, over: box) }
  }

  /// Encloses `w·x` over a box.
  static func range(of direction: [Double], over box: Box) -> Interval {
    zip(direction, box).reduce(.zero) { $0 + Interval($1.0) * $1.1 }
  }

  /// The conditions `w·x ≤ c` and `−w·x ≤ −b` of the bands.
  func conditions(_ directions: [[Double]]) -> [LinearCondition] {
    zip(directions, bands).flatMap { direction, band in
      [1.0, -1].map { sign in
        LinearCondition(
          direction.indices.filter { direction[$0] != 0 }.map {
            .init(variable: $0, coefficient: Interval(sign * direction[$0]))
          }, atMost: sign > 0 ? band.upper : -band.lower)
      }
    }
  }

  /// Shrinks the bands to the box and the box to the bands; false if nothing is
  /// left.
  mutating func tighten(_ directions: [[Double]]) -> Bool {
    for (k, direction) in directions.enumerated() {
      let range = Self.range(of: direction, over: box)
      guard let common = bands[k].intersection(range) else { return false }
      bands[k] = common
      for sign in [1.0, -1] {
        let condition = CombinedCondition(
          coefficients: direction.map { Interval(sign * $0) },
          bound: sign > 0 ? common.upper : -common.lower)
        guard condition.propagate(in: &box) else { return false }
      }
    }
    return true
  }
}
