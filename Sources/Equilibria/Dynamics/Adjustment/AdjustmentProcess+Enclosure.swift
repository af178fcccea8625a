import Games
import Scalars

extension AdjustmentProcess {
  /// Distances from a computed best response at which its side is tried.
  private static let margins = [
    0, 1e-16, 1e-15, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6,
    1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1,
  ]

  /// How far past the zero of a secant a bound is tried.
  private static let beyondSecant = 1.01

  /// Encloses the levels of the next period from anywhere in a box.
  package func next(over box: Box) -> Box {
    var result = box
    switch adjustment.order {
    case .simultaneous:
      let marginals = game.marginals(over: box)
      let middle = game.marginals(at: box.midpoint)
      for i in box.indices {
        result[i] = moved(i, from: box[i], marginals, middle)
      }
    case .sequential:
      for i in box.indices {
        result[i] = moved(
          i, from: result[i], game.marginals(over: result),
          game.marginals(at: result.midpoint))
      }
    }
    return result
  }

  private func moved(
    _ i: Int, from level: Interval, _ marginals: any MarginalEnclosureSource,
    _ middle: any MarginalSource
  ) -> Interval {
    let whole = game.strategies.interval(of: i)
    let rate = Interval(adjustment.rate)
    switch adjustment.rule {
    case .bestResponse:
      let response = response(of: i, keeping: level, marginals, middle)
      guard adjustment.rate < 1 else { return response }
      return within(whole, (1 - rate) * level + rate * response)
    case .gradient:
      let slope = noisyMarginal(of: i, own: level, marginals)
      return within(whole, level + rate * slope)
    case .imitation:
      return imitated(i, level, rate, marginals)
    }
  }

  /// The part of an interval within bounds, the nearer bound if there is none.
  private func within(_ whole: Interval, _ moved: Interval) -> Interval {
    Interval.min(
      Interval.max(moved, Interval(whole.lower)), Interval(whole.upper))
  }

  /// `x e^g / (1 + (x/c)(e^g − 1))`, which rises with x and g.
  private func imitated(
    _ i: Int, _ level: Interval, _ rate: Interval,
    _ marginals: any MarginalEnclosureSource
  ) -> Interval {
    let cap = Interval(game.strategies.upperBounds[i])
    let whole = game.strategies.interval(of: i)
    if level.isPoint, level.lower == 0 || level.lower == whole.upper {
      return level
    }
    let push = rate * cap * noisyMarginal(of: i, own: level, marginals)
    guard push.isBounded else { return whole }
    func end(_ level: Double, _ push: Double) -> Interval {
      if level == 0 || level == whole.upper { return Interval(level) }
      let (x, g) = (Interval(level), Interval(push))
      return x * Interval.exp(g)
        / (1 + x / cap * Interval.expMinusOne(g))
    }
    return within(
      whole, end(level.lower, push.lower).hull(end(level.upper, push.upper)))
  }

  /// Encloses `F_i − (η/c) log(x/(c − x))`.
  func noisyMarginal(
    of i: Int, own: Interval, _ marginals: any MarginalEnclosureSource
  ) -> Interval {
    let value = marginals.marginal(of: i, own: own)
    guard noise > 0 else { return value }
    let cap = Interval(game.strategies.upperBounds[i])
    return value
      - Interval(noise) / cap
      * (Interval.log(own) - Interval.log(cap - own))
  }

  /// Encloses a best response to others in a box, by the sign of the marginal
  /// payoff a little below and above a computed one.
  func response(
    of i: Int, keeping level: Interval,
    _ marginals: any MarginalEnclosureSource, _ middle: any MarginalSource
  ) -> Interval {
    let whole = game.strategies.interval(of: i)
    guard !whole.isPoint else { return whole }
    let guess = response(of: i, from: level.midpoint, middle)
    func slope(_ level: Double) -> Interval {
      noise > 0 && (level <= whole.lower || level >= whole.upper)
        ? .entire : noisyMarginal(of: i, own: Interval(level), marginals)
    }
    let low = Self.bound(beyond: guess, to: whole.lower, of: whole.width) {
      slope($0).lower
    }
    let high = Self.bound(beyond: guess, to: whole.upper, of: whole.width) {
      -slope($0).upper
    }
    return Interval(lower: min(low, high), upper: max(low, high))
  }

  /// A level between a computed best response and an end from which `push`, a
  /// lower bound of what drives the player back, is above 0; the end if there
  /// is none.
  ///
  /// Of the distances that are tried the first is shortened to where the
  /// secant of the push vanishes: enclosures that widen at every step would
  /// otherwise lose a path near a tipping point.
  private static func bound(
    beyond guess: Double, to end: Double, of size: Double,
    _ push: (Double) -> Double
  ) -> Double {
    let direction = end < guess ? -size : size
    func level(_ margin: Double) -> Double { guess + margin * direction }
    let margin = margins.first {
      abs(level($0) - guess) < abs(end - guess) && push(level($0)) > 0
    }
    guard let margin else { return end }
    let (near, far) = (push(guess), push(level(margin)))
    let shorter = margin * beyondSecant * near / (near - far)
    guard shorter < margin, push(level(shorter)) > 0 else {
      return level(margin)
    }
    return level(shorter)
  }
}
