import Scalars

/// How far a payoff rises above a linear function of what it depends on.
///
/// For one player, with `z = (x, a_1, …, a_K)` the own level and the
/// aggregates, the search bounds `max u(z) − g·z` over a box of z by branch and
/// bound in these few dimensions. With g the slopes at some `z*`, the maximum
/// is taken at `z*` if the payoff lies below its tangent there: in particular
/// if it is concave, but that is not needed.
///
/// Over a part whose range does not tell enough, arguments in which the
/// difference is monotone are put at their better end; the difference is bounded
/// by its range, by the mean value
/// theorem and, where the curvature is proven to be negative semidefinite, by
/// the tangent.
@usableFromInline
struct TangentSearch<G: AggregativeGame> {
  /// The own level, then the aggregates.
  @usableFromInline typealias Part = InlineArray<5, Interval>

  @usableFromInline let game: G
  @usableFromInline let dimensions: Int
  @usableFromInline var player = 0
  /// The slopes g.
  @usableFromInline var slopes = InlineArray<5, Double>(
    repeating: 0)
  /// The point `z*`.
  @usableFromInline var point = InlineArray<5, Double>(
    repeating: 0)

  /// How many parts are halved for one player.
  @inlinable static var effort: Int { 256 }
  /// How many parts are halved for all players together.
  @inlinable static var totalEffort: Int { 1 << 22 }

  /// A search for the players of a game, one after the other.
  @inlinable
  init(_ game: G) {
    self.game = game
    dimensions = game.aggregates.count + 1
  }

  /// Turns to a player and the tangent of its payoff at a point.
  @inlinable
  mutating func turn(
    to player: Int, own: Double, aggregates: Aggregates<Double>,
    slopes payoff: Slopes<Double>
  ) {
    self.player = player
    (slopes[0], point[0]) = (payoff.own, own)
    for k in 0..<(dimensions - 1) {
      (slopes[k + 1], point[k + 1]) = (payoff.aggregates[k], aggregates[k])
    }
  }

  /// An upper bound on `u(z) − g·z` over a box; within `slack` of the value at
  /// `z*` if the search proves that.
  ///
  /// - Parameters:
  ///   - whole: The box.
  ///   - slack: How far above the value at `z*` the bound may be.
  ///   - effort: How many parts may be halved; what was is deducted.
  /// - Returns: No point of the box has a greater difference.
  @inlinable
  func upperBound(
    over whole: Part, slack: Double, effort: inout Int
  ) -> Double {
    let floor = value(over: thin(whole)).lower
    var open = [whole]
    var bound = floor
    let reserve = effort - min(effort, Self.effort)
    while let part = open.popLast() {
      var rest = part
      let (most, direction) = examine(&rest, above: floor + slack)
      if most <= floor + slack || direction == nil || effort <= reserve {
        bound = max(bound, most)
      } else if let direction {
        effort -= 1
        let middle = rest[direction].midpoint
        let (low, high) = (rest[direction].lower, rest[direction].upper)
        rest[direction] = Interval(lower: low, upper: middle)
        open.append(rest)
        rest[direction] = Interval(lower: middle, upper: high)
        open.append(rest)
      }
    }
    return bound
  }

  /// Bounds the difference over a part and says where to halve it.
  @inlinable
  func examine(
    _ part: inout Part, above cutoff: Double
  ) -> (bound: Double, direction: Int?) {
    let whole = value(over: part)
    if whole.upper <= cutoff { return (whole.upper, nil) }
    var expansion = expansion(over: part)
    while moveToBetterEnds(&part, expansion) {
      expansion = self.expansion(over: part)
    }
    let range = expansion.value - linear(part)
    if range.upper <= cutoff { return (range.upper, nil) }
    let centre = thin(part)
    let middle = payoff(at: centre)
    let isConcave = isConcave(expansion, over: part)
    var tangent = middle.value - linear(centre)
    var widest: (direction: Int, reach: Double)?
    for k in 0..<dimensions where !part[k].isPoint {
      let spread = expansion.slope(k) - Interval(slopes[k])
      let slope = isConcave ? middle.slope(k) - Interval(slopes[k]) : spread
      tangent += slope * (part[k] - centre[k])
      let reach = spread.isBounded ? spread.width * part[k].width : .infinity
      if reach > widest?.reach ?? 0 { widest = (k, reach) }
    }
    return (min(range.upper, tangent.upper), widest?.direction)
  }

  /// Puts arguments in which the difference is monotone at their better end.
  @inlinable
  func moveToBetterEnds(
    _ part: inout Part, _ expansion: Expansion<Interval>
  ) -> Bool {
    var moved = false
    for k in 0..<dimensions where !part[k].isPoint && part[k].isBounded {
      let slope = expansion.slope(k) - Interval(slopes[k])
      if slope.isNonnegative {
        part[k] = Interval(part[k].upper)
      } else if slope.isNonpositive {
        part[k] = Interval(part[k].lower)
      } else {
        continue
      }
      moved = true
    }
    return moved
  }

  /// Whether the curvature is proven to be negative semidefinite over a part:
  /// Cholesky's method on the arguments whose curvature is not zero.
  @inlinable
  func isConcave(_ expansion: Expansion<Interval>, over part: Part) -> Bool {
    var rows = InlineArray<5, InlineArray<5, Interval>>(
      repeating: InlineArray(repeating: .zero))
    var curved = InlineArray<5, Int>(repeating: 0)
    var count = 0
    for k in 0..<dimensions where !part[k].isPoint {
      let isLinear = (0..<dimensions).allSatisfy {
        part[$0].isPoint || expansion.curvature(k, $0) == .zero
      }
      if !isLinear {
        curved[count] = k
        count += 1
      }
    }
    for i in 0..<count {
      for j in 0..<count {
        rows[i][j] = -expansion.curvature(curved[i], curved[j])
      }
    }
    for k in 0..<count {
      guard rows[k][k].isPositive else { return false }
      for i in (k + 1)..<count {
        let factor = rows[i][k] / rows[k][k]
        for j in (k + 1)...i { rows[i][j] -= factor * rows[j][k] }
      }
    }
    return true
  }

  /// The point of a part that is nearest to `z*`.
  @inlinable
  func thin(_ part: Part) -> Part {
    var result = part
    for k in 0..<dimensions {
      result[k] = Interval(min(max(point[k], part[k].lower), part[k].upper))
    }
    return result
  }

  /// The range of `u(z) − g·z`.
  @inlinable
  func value(over part: Part) -> Interval {
    game.payoff(of: player, own: part[0], aggregates: aggregates(part))
      - linear(part)
  }

  /// `g·z`.
  @inlinable
  func linear(_ part: Part) -> Interval {
    var sum = Interval.zero
    for k in 0..<dimensions { sum += Interval(slopes[k]) * part[k] }
    return sum
  }

  @inlinable
  func payoff(at part: Part) -> Slopes<Interval> {
    game.payoffSlopes(
      of: player, own: part[0], aggregates: aggregates(part))
  }

  @inlinable
  func expansion(over part: Part) -> Expansion<Interval> {
    game.expansion(of: player, own: part[0], aggregates: aggregates(part))
  }

  @inlinable
  func aggregates(_ part: Part) -> Aggregates<Interval> {
    var result = Aggregates<Interval>()
    for k in 1..<dimensions { result[k - 1] = part[k] }
    return result
  }
}
