import Games
import Scalars

extension AdjustmentProcess {
  /// How far beyond a computed best response the side is tried first, as a
  /// share of the bounds' distance: far enough for rounding errors.
  private static let beyondResponse = 1e-12

  /// A bound on the levels of the next period where the order is kept: nobody
  /// who starts from no more than given is above it, or who starts from no less
  /// is below it.
  ///
  /// Looser by some 1e-12 than ``next(over:)`` and much cheaper: one enclosure
  /// of each player's marginal payoff.
  ///
  /// - Parameters:
  ///   - levels: The bound on the levels.
  ///   - isUpper: Whether it is one from above.
  ///   - replies: Where best responses are looked for first; then the best
  ///     responses.
  /// - Precondition: The process is monotone.
  /// - Returns: The bound on the levels of the next period.
  func nextBound(
    _ levels: [Double], isUpper: Bool, from replies: inout [Double]
  ) -> [Double] {
    let points = levels.map { Interval($0) }
    guard adjustment.rule == .bestResponse, adjustment.order == .simultaneous
    else { return next(over: points).map { isUpper ? $0.upper : $0.lower } }
    let rate = Interval(adjustment.rate)
    let kept = 1 - rate
    let marginals = game.marginals(over: points)
    let middle = game.marginals(at: levels)
    return levels.indices.map { i in
      let whole = game.strategies.interval(of: i)
      let reply = responseBound(
        of: i, at: points[i], within: whole, isUpper: isUpper, marginals,
        middle, near: &replies[i])
      let moved = kept * points[i] + rate * Interval(reply)
      return isUpper
        ? min(moved.upper, whole.upper) : max(moved.lower, whole.lower)
    }
  }

  private func responseBound(
    of i: Int, at level: Interval, within whole: Interval, isUpper: Bool,
    _ marginals: any MarginalEnclosureSource, _ middle: any MarginalSource,
    near guess: inout Double
  ) -> Double {
    guard !whole.isPoint else { return whole.lower }
    let margin = Self.beyondResponse * whole.width
    guess = response(of: i, from: guess, middle)
    let tried = isUpper ? guess + margin : guess - margin
    if tried >= whole.upper { return whole.upper }
    if tried <= whole.lower { return whole.lower }
    let push = noisyMarginal(of: i, own: Interval(tried), marginals)
    if isUpper ? push.isNegative : push.isPositive { return tried }
    let reply = response(of: i, keeping: level, marginals, middle)
    return isUpper ? reply.upper : reply.lower
  }
}
