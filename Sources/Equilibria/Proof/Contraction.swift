import Games

/// Shrinks a box without losing an equilibrium, variable by variable.
///
/// At an equilibrium `x_v` is a best response, so `F_v(x) = 0`, or `F_v ≤ 0`
/// at the lower bound of the strategy space, or `F_v ≥ 0` at the upper one.
/// With `S ∌ 0` an enclosure of `∂F_v/∂x_v` over the box `X`, and y either end
/// of `X_v`, the mean value theorem puts every zero into `y − F_v(y) / S`. If
/// `S < 0`, a best response at a bound is a zero beyond it, so
///
///     x_v ∈ X_v ∩ clamp(y − F_v(y) / S).
///
/// If `S > 0`, the payoff is strictly convex in `x_v`, and only its bounds can
/// be best responses. If S contains 0, only the sign of `F_v` over the box is
/// used. What is cut off contains no equilibrium; for a game whose best
/// responses contract, the sweeps converge to its only equilibrium.
///
/// A sweep costs one pass over the links of an aggregative game.
///
/// Reference: Hansen and Walster, Global Optimization Using Interval Analysis,
/// 2004, chapters 9 and 11.
public struct Contraction: Sendable {
  /// What became of a box.
  public enum Outcome: Sendable, Equatable {
    /// No equilibrium lies in it.
    case empty
    /// It was shrunk, perhaps not at all.
    case box
  }

  /// Sweeps stop when none shrinks any interval by more than this share.
  public var leastGain: Double
  /// The limit on sweeps.
  public var sweepLimit: Int

  /// A contraction with its stopping rules.
  public init(leastGain: Double = 0.01, sweepLimit: Int = 1_000) {
    self.leastGain = leastGain
    self.sweepLimit = sweepLimit
  }

  /// The contraction of the parts of a strategy space.
  static let ofParts = Contraction(leastGain: 0.02, sweepLimit: 100)

  /// Shrinks a box in place.
  ///
  /// - Parameters:
  ///   - box: A part of the strategy space.
  ///   - game: The game.
  ///   - sweeps: Is increased by the number of sweeps.
  /// - Returns: Whether an equilibrium can lie in what is left.
  public func contract<G: Game>(
    _ box: inout Box, of game: G, sweeps: inout Int
  ) -> Outcome {
    var bounds = [MarginalBounds](repeating: .unknown, count: box.count)
    for _ in 0..<sweepLimit {
      sweeps += 1
      game.marginalBounds(over: box, into: &bounds)
      var gained = false
      for v in box.indices where !box[v].isPoint {
        let whole = game.strategies.interval(of: v)
        guard let rest = Self.rest(of: box[v], in: whole, bounds[v]) else {
          return .empty
        }
        gained =
          gained || rest.width < (1 - leastGain) * box[v].width
        box[v] = rest
      }
      let before = box
      guard game.propagateConditions(in: &box) else { return .empty }
      gained =
        gained
        || box.indices.contains {
          box[$0].width < (1 - leastGain) * before[$0].width
        }
      if !gained { break }
    }
    return Self.contradicts(box, game, bounds) ? .empty : .box
  }

  /// What is left of the interval of one variable; nil if nothing.
  static func rest(
    of interval: Interval, in whole: Interval, _ bounds: MarginalBounds
  ) -> Interval? {
    let (low, high) = (bounds.atLower, bounds.atUpper)
    if bounds.slope.upper < 0 {
      let fromLower = Interval(interval.lower) - low / bounds.slope
      let fromUpper = Interval(interval.upper) - high / bounds.slope
      return interval.intersection(fromLower.clamped(to: whole))?
        .intersection(fromUpper.clamped(to: whole))
    }
    if bounds.slope.isPositive {
      return atBounds(interval, of: whole).flatMap {
        bySign($0, in: whole, bounds, from: interval)
      }
    }
    return bySign(interval, in: whole, bounds, from: interval)
  }

  /// What the bounds of the strategies leave of an interval.
  private static func atBounds(
    _ interval: Interval, of whole: Interval
  ) -> Interval? {
    let ends = [whole.lower, whole.upper].filter { interval.contains($0) }
    guard let first = ends.first, let last = ends.last else { return nil }
    return Interval(lower: first, upper: last)
  }

  /// What the sign of `F_v` over the box leaves of an interval.
  private static func bySign(
    _ rest: Interval, in whole: Interval, _ bounds: MarginalBounds,
    from interval: Interval
  ) -> Interval? {
    let (low, high) = (bounds.atLower, bounds.atUpper)
    let width = Interval(interval.upper) - Interval(interval.lower)
    let reach = Interval(lower: 0, upper: width.upper)
    let rising = low + bounds.slope * reach
    let falling = high - bounds.slope * reach
    guard let range = rising.intersection(falling) else { return nil }
    if range.isNegative { return rest.intersection(Interval(whole.lower)) }
    if range.isPositive { return rest.intersection(Interval(whole.upper)) }
    return rest
  }

  /// Whether a variable that is a point has a pseudo-gradient that forbids it.
  private static func contradicts<G: Game>(
    _ box: Box, _ game: G, _ bounds: [MarginalBounds]
  ) -> Bool {
    box.indices.contains { v in
      guard box[v].isPoint else { return false }
      let whole = game.strategies.interval(of: v)
      return box[v].lower > whole.lower && bounds[v].atLower.isNegative
        || box[v].upper < whole.upper && bounds[v].atUpper.isPositive
    }
  }
}

extension StrategySpace {
  /// The interval of one variable.
  func interval(of variable: Int) -> Interval {
    Interval(lower: lowerBounds[variable], upper: upperBounds[variable])
  }
}

extension Interval {
  /// The image under the projection on another interval.
  func clamped(to whole: Interval) -> Interval {
    Interval.min(
      Interval.max(self, Interval(whole.lower)), Interval(whole.upper))
  }
}
