import Scalars

/// The best response as a function of one aggregate, where its shape is proven,
/// bounded from above by lines; everything is read as in ``ResponseSide``.
///
/// With the other aggregates at their ends, a level x solves `Φ(x, a) = 0`, and
/// x′ and x″ follow from the derivatives of Φ:
///
///     x′ = −Φ_a / Φ_x,   x″ = −(Φ_aa + 2 Φ_ax x′ + Φ_xx x′²) / Φ_x.
///
/// The sign of x″ is proven over pieces of the curve. A concave curve lies below
/// the polygon of its tangents; where the level is at its bound first, the line
/// from there that touches the polygon takes the place of those that pass below.
/// A convex curve lies below its chord.
@usableFromInline
struct ResponseCurve<G: AggregativeGame> {
  @usableFromInline typealias Jets = Jet<Jet<Interval, 2>, 2>

  /// A point of the curve: the level at `a` is at least `low` and at most
  /// `high`.
  @usableFromInline
  struct Point {
    @usableFromInline var a: Double
    @usableFromInline var low: Double
    @usableFromInline var high: Double

    @inlinable
    init(a: Double, low: Double, high: Double) {
      (self.a, self.low, self.high) = (a, low, high)
    }
  }

  @usableFromInline let side: ResponseSide<G>
  /// The aggregate's range.
  @usableFromInline let range: (low: Double, high: Double)
  /// The level's range.
  @usableFromInline let levels: (low: Double, high: Double)
  /// What the player sees of the others, without its own level, at the ends
  /// that are best for the level as it is read.
  @usableFromInline var others: Aggregates<Interval>

  @inlinable
  init(_ side: ResponseSide<G>) {
    self.side = side
    range = side.values[side.aggregate].ends(read: side.reading)
    levels = side.own.ends(read: side.side)
    others = side.values
    for l in 0..<side.game.marginalAggregateCount where l != side.aggregate {
      let weight = side.game.aggregates[l].ownWeightEnclosure(of: side.player)
      var value = side.values[l]
      if weight.magnitude > 0 { value = value.removing(weight * side.own) }
      let slope = side.slopes.aggregates[l]
      if slope.isNonnegative || slope.isNonpositive {
        let isUpper = slope.isNonnegative == (side.side > 0)
        value = isUpper ? value.upperEnd : value.lowerEnd
      }
      others[l] = value
    }
  }

  /// Where between the ends of the curve lines touch it.
  @inlinable static var shares: [Double] { [0, 0.08, 0.25, 0.5, 0.75, 1] }
  /// How near an end the first and last points may be.
  @inlinable static var inset: Double { 0x1p-8 }

  /// Lines that no level lies above; nil if no shape is proven.
  ///
  /// - Parameters:
  ///   - start: Where the level leaves the lower end of its range; it has to
  ///     unless that end is a bound of the strategies.
  ///   - end: Where it reaches the upper end; nil if it does not.
  ///   - isFree: Whether the lower end is no bound of the strategies.
  /// - Returns: The lines, or nil.
  @inlinable
  func lines(
    from start: Double, to end: Double?, isFree: Bool
  ) -> [Staircase.Line]? {
    let stop = end ?? range.high
    guard start < stop, levels.low < levels.high else { return nil }
    var points: [Point] = []
    for share in Self.shares {
      let isOpen = share == 0 ? start > range.low : share == 1 && end != nil
      let inside = isOpen ? abs(share - Self.inset) : share
      guard let point = point(at: start + inside * (stop - start)) else {
        return nil
      }
      points.append(point)
    }
    // What a line may not fall below at the ends of the curve.
    var corners: [Staircase.Corner] = []
    if start > range.low {
      corners.append(.init(a: isFree ? start : range.low, x: levels.low))
    }
    if end != nil { corners.append(.init(a: stop, x: levels.high)) }
    switch curvature(through: points, from: start, to: stop) {
    case .concave:
      let polygon = tangents(at: points, from: start, to: stop)
      guard !polygon.isEmpty else { return nil }
      return Staircase(polygon + corners).linesAbove
    case .convex:
      let ends = [points[0], points[points.count - 1]].filter {
        $0.a == range.low || $0.a == range.high
      }
      return chord(
        through: corners + ends.map { Staircase.Corner(a: $0.a, x: $0.high) })
    case .unknown: return nil
    }
  }

  /// Encloses the level at a value of the aggregate; nil if that fails.
  @inlinable
  func point(at a: Double) -> Point? {
    guard
      let high = side.game.responseEnd(
        isUpper: true, within: Interval(lower: levels.low, upper: levels.high),
        bound: levels.low, marginal: { side.marginal(at: $0, aggregate: a) })
    else { return nil }
    let reach = 2 * responseResolution * (levels.high - levels.low)
    let low = max(levels.low, high - reach)
    let value = jets(at: Interval(low), Interval(a)).value.value
    let isBelow = read(value, by: side.side).isNonnegative
    return isBelow ? Point(a: a, low: low, high: high) : nil
  }

  /// An interval times 1 or −1.
  @inlinable
  func read(_ interval: Interval, by sign: Double) -> Interval {
    sign > 0 ? interval : -interval
  }

  /// `Φ` as it is, with its derivatives in level and aggregate, as they are
  /// read in.
  @inlinable
  func jets(at x: Interval, _ a: Interval) -> Jets {
    let own = Jets(Jet(read(x, by: side.side), along: 0), along: 0)
    var trial = Aggregates<Jets>()
    for l in 0..<side.game.marginalAggregateCount {
      if l == side.aggregate {
        trial[l] = Jets(
          Jet(read(a, by: side.reading), along: 1), along: 1)
        continue
      }
      trial[l] = Jets(constant: Jet(constant: others[l]))
      let weight = side.game.aggregates[l].ownWeightEnclosure(of: side.player)
      if weight.magnitude > 0 {
        trial[l] += Jets(constant: Jet(constant: weight)) * own
      }
    }
    return side.game.marginal(of: side.player, own: own, aggregates: trial)
  }

  @usableFromInline
  enum Curvature { case concave, convex, unknown }

  /// The curvature that is proven between points, with whose levels those at
  /// the ends are joined.
  @inlinable
  func curvature(
    through points: [Point], from start: Double, to stop: Double
  ) -> Curvature {
    var points = points
    if let first = points.first, start < first.a {
      points.insert(
        Point(a: start, low: levels.low, high: levels.low), at: 0)
    }
    if let last = points.last, last.a < stop {
      points.append(Point(a: stop, low: levels.high, high: levels.high))
    }
    var (isConcave, isConvex) = (true, true)
    for (left, right) in zip(points, points.dropFirst())
    where isConcave || isConvex {
      let piece = signs(from: left, to: right, halvings: Self.halvings)
      isConcave = isConcave && piece.isConcave
      isConvex = isConvex && piece.isConvex
    }
    return isConcave ? .concave : isConvex ? .convex : .unknown
  }

  /// How often a piece of the curve is halved to see the sign of x″.
  @inlinable static var halvings: Int { 3 }

  /// What is proven of a piece of the curve, which is halved where the sign of
  /// x″ is not seen at once.
  @inlinable
  func signs(
    from left: Point, to right: Point, halvings: Int
  ) -> (isConcave: Bool, isConvex: Bool) {
    let bend = bend(
      Interval(lower: left.low, upper: max(left.low, right.high)),
      Interval(lower: left.a, upper: right.a))
    let (isConcave, isConvex) = (
      bend?.isNonpositive ?? false, bend?.isNonnegative ?? false
    )
    guard !isConcave, !isConvex, halvings > 0,
      let middle = point(at: left.a + (right.a - left.a) / 2)
    else { return (isConcave, isConvex) }
    let first = signs(from: left, to: middle, halvings: halvings - 1)
    guard first.isConcave || first.isConvex else { return (false, false) }
    let second = signs(from: middle, to: right, halvings: halvings - 1)
    return (
      first.isConcave && second.isConcave, first.isConvex && second.isConvex
    )
  }

  /// A number of the sign of x″ over a part of the plane; nil if the level is
  /// no function of the aggregate there.
  @inlinable
  func bend(_ x: Interval, _ a: Interval) -> Interval? {
    let jets = jets(at: x, a)
    let (own, other) = (jets.value.slopes[0], jets.value.slopes[1])
    guard own.isNegative else { return nil }
    let rise = -other / own
    let sum =
      jets.slopes[1].slopes[1]
      + rise * (2 * jets.slopes[0].slopes[1] + rise * jets.slopes[0].slopes[0])
    return read(sum, by: side.side)
  }

  /// The corners of the polygon above a concave curve whose sides are tangents.
  @inlinable
  func tangents(
    at points: [Point], from start: Double, to stop: Double
  ) -> [Staircase.Corner] {
    var corners: [Staircase.Corner] = []
    var last: (point: Point, line: Staircase.Line)?
    for point in points {
      guard let line = tangent(at: point, from: start) else { continue }
      if let last {
        let a = last.line.crossing(line, from: last.point.a, to: point.a)
        corners.append(
          .init(a: a, x: max(last.line.level(at: a), line.level(at: a))))
      } else {
        corners.append(.init(a: start, x: line.level(at: start)))
      }
      last = (point, line)
    }
    if let last { corners.append(.init(a: stop, x: last.line.level(at: stop))) }
    return corners
  }

  /// The tangent at a point, where the curve is concave.
  @inlinable
  func tangent(at point: Point, from start: Double) -> Staircase.Line? {
    let level = Interval(lower: point.low, upper: point.high)
    let jets = jets(at: level, Interval(point.a))
    guard jets.value.slopes[0].isNegative else { return nil }
    let rise = read(
      -jets.value.slopes[1] / jets.value.slopes[0],
      by: side.side * side.reading)
    guard rise.isBounded, rise.midpoint > 0 else { return nil }
    let slope = rise.midpoint
    var offset = -Double.infinity
    for a in [start, range.high] {
      let along =
        Interval(point.high) + rise * (Interval(a) - Interval(point.a))
      offset = max(offset, (along - Interval(slope) * Interval(a)).upper)
    }
    return Staircase.Line(slope: slope, offset: offset)
  }

  /// The line through two corners that lie above a convex curve.
  @inlinable
  func chord(through corners: [Staircase.Corner]) -> [Staircase.Line]? {
    guard let left = corners.min(by: { $0.a < $1.a }),
      let right = corners.max(by: { $0.a < $1.a }), left.a < right.a
    else { return nil }
    let slope = (right.x - left.x) / (right.a - left.a)
    guard slope > 0, slope.isFinite else { return nil }
    return [
      Staircase.Line(slope: slope, offset: -.infinity).raised(above: corners)
    ]
  }
}
