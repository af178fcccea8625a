import Scalars

/// The most that one player can gain by a deviation, by branch and bound over
/// all of the player's own strategies.
///
/// Each box of own strategies gets an upper bound on the gain: from the range
/// of the payoff, from its gradient over the box (mean value form) and, where
/// the payoff is proven concave on the box, from its tangent. Boxes that
/// cannot beat a deviation already found by more than the tolerance are
/// closed; the others are halved. The result encloses the exact maximum even
/// when the limit on boxes is reached: it is then wider.
///
/// This is an oracle: it knows nothing of any solver.
public struct DeviationSearch: Sendable {
  /// How far the bound may lie above a deviation that was found, relative to
  /// 1 + |payoff|.
  public var tolerance: Double
  /// How many boxes may be examined for each player.
  public var boxLimit: Int

  /// A search with a relative tolerance and a limit on boxes.
  public init(tolerance: Double = 1e-10, boxLimit: Int = 100_000) {
    self.tolerance = tolerance
    self.boxLimit = boxLimit
  }

  /// Encloses `max_y u(y) − u(current)` over the box `strategies`.
  ///
  /// - Parameters:
  ///   - strategies: All strategies of the player.
  ///   - current: The strategy that is played, within `strategies`.
  ///   - payoff: Encloses payoff, gradient and Hessian over a box of own
  ///     strategies, the others' being fixed.
  /// - Complexity: A few evaluations where the payoff is concave; exponential
  ///   in the number of own variables in the worst case.
  /// - Returns: An enclosure of the largest gain.
  public func gain(
    over strategies: Box, from current: [Double],
    payoff: (Box) -> OwnEnclosure
  ) -> Interval {
    let here = payoff(current.map { Interval($0) })
    let slack = tolerance * (1 + here.value.magnitude)
    var best = 0.0
    var closed = 0.0
    var open = [strategies]
    var examined = 0
    while let box = open.popLast() {
      examined += 1
      let range = payoff(box)
      let face = steepestFace(of: box, gradient: range.gradient)
      let centre = face.map(\.midpoint)
      let middle = payoff(centre.map { Interval($0) })
      let rise = middle.value - here.value
      best = max(best, rise.lower)
      var upper = min(
        (range.value - here.value).upper,
        (rise + climb(range.gradient, from: centre, over: face)).upper)
      // A tangent bounds a payoff that is concave on a set with its point.
      if range.hessian.map({ -$0 }).isPositiveSemidefinite(order: box.count) {
        upper = min(
          upper, (rise + climb(middle.gradient, from: centre, over: face)).upper
        )
        if box.contains(current) {
          upper = min(
            upper, climb(here.gradient, from: current, over: face).upper)
        }
      }
      let halves = face.bisected
      if upper <= best + slack || examined >= boxLimit || halves.isEmpty {
        closed = max(closed, upper)
      } else {
        open.append(contentsOf: halves)
      }
    }
    return Interval(lower: best, upper: max(best, closed))
  }

  /// Encloses the largest gain of a player with one variable whose payoff lies
  /// below its tangent at the strategy that is played.
  ///
  /// - Parameters:
  ///   - strategies: All strategies of the player.
  ///   - current: The strategy that is played.
  ///   - slope: An enclosure of the slope of the payoff there.
  ///   - curvature: An enclosure of the curvature over all strategies.
  /// - Returns: The enclosure; nil unless the payoff is concave and the tangent
  ///   rises by no more than the tolerance.
  @inlinable
  func gain(
    over strategies: Interval, from current: Double, slope: Interval,
    curvature: Interval
  ) -> Interval? {
    guard curvature.isNonpositive else { return nil }
    let climb = Interval.zero + slope * (strategies - Interval(current))
    guard climb.upper <= tolerance else { return nil }
    return Interval(lower: 0, upper: max(0, climb.upper))
  }

  /// The part of the box where the payoff can be highest: a side of it along
  /// every variable whose slope has one sign.
  private func steepestFace(of box: Box, gradient: [Interval]) -> Box {
    box.indices.map { k in
      if gradient[k].lower >= 0 { return Interval(box[k].upper) }
      if gradient[k].upper <= 0 { return Interval(box[k].lower) }
      return box[k]
    }
  }

  /// Encloses `Σ_k slope_k (y_k − origin_k)` over a box of y.
  private func climb(
    _ slopes: [Interval], from origin: [Double], over box: Box
  ) -> Interval {
    box.indices.reduce(.zero) { sum, k in
      sum + slopes[k] * (box[k] - Interval(origin[k]))
    }
  }
}
