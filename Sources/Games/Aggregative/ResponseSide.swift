import Scalars

/// One side of a player's level at the equilibria of a box, as a function of
/// one aggregate.
///
/// At an equilibrium, a level x above its lower bound has `F(x) ≥ 0`. If F
/// falls with the own level and rises with the aggregate a, then each x needs
/// an a that is large enough: the points (a, x) lie below a rising
/// ``Staircase``, hence below the lines over it. A level below its upper bound
/// has `F(x) ≤ 0`: the same case, with the axes reversed. So a and x are *read*
/// with signs such that every case is the first.
@usableFromInline
struct ResponseSide<G: AggregativeGame> {
  @usableFromInline let game: G
  @usableFromInline let player: Int
  /// The place of the aggregate.
  @usableFromInline let aggregate: Int
  /// The player's level.
  @usableFromInline let own: Interval
  /// What the player sees of the box.
  @usableFromInline let values: Aggregates<Interval>
  /// The slopes of the marginal payoff over the box.
  @usableFromInline let slopes: Slopes<Interval>
  /// 1 to bound levels from above, −1 to bound them from below: how levels are
  /// read.
  @usableFromInline let side: Double
  /// 1 or −1: how the aggregate is read.
  @usableFromInline let reading: Double

  /// The upper side or the lower one.
  ///
  /// - Precondition: The marginal payoff falls with the own level and has a
  ///   slope of known sign in the aggregate, all over the box.
  @inlinable
  init(
    _ game: G, of player: Int, aggregate: Int, own: Interval,
    values: Aggregates<Interval>, slopes: Slopes<Interval>, isUpper: Bool
  ) {
    self.game = game
    self.player = player
    self.aggregate = aggregate
    self.own = own
    self.values = values
    self.slopes = slopes
    side = isUpper ? 1 : -1
    reading = slopes.aggregates[aggregate].isNonnegative ? side : -side
  }

  /// How many steps the staircase has.
  @inlinable static var steps: Int { 8 }
  /// The share of the aggregate's range up to which a step is located.
  @inlinable static var resolution: Double { 1.0 / 256 }
  /// The limit on evaluations that locate a step.
  @inlinable static var evaluationLimit: Int { 12 }

  /// The bound of the strategies where a level may stay whatever it sees, as it
  /// is read.
  @inlinable
  var bound: Double {
    side * game.strategies.bound(of: player, isUpper: side < 0)
  }

  /// The linear conditions on the player's level and the aggregate.
  @inlinable
  var conditions: [LinearCondition] {
    let range = values[aggregate].ends(read: reading)
    let levels = own.ends(read: side)
    let isFree = levels.low > bound
    guard
      let start = leastAggregate(
        from: range.low, to: range.high, at: levels.low)
    else { return isFree ? [.unsatisfiable] : [] }
    let end = leastAggregate(from: start, to: range.high, at: levels.high)
    let lines =
      ResponseCurve(self).lines(from: start, to: end, isFree: isFree)
      ?? staircase.linesAbove
    var conditions = lines.map { line in
      LinearCondition(
        terms(times: -line.slope * reading) + [
          .init(variable: player, coefficient: Interval(side))
        ], atMost: line.offset)
    }
    if isFree, start > range.low {
      conditions.append(
        LinearCondition(terms(times: -reading), atMost: -start))
    }
    return conditions
  }

  /// The aggregate as it is read, if the level may stay at its bound; nil if it
  /// cannot or must.
  @inlinable
  var sum: LinearSum? {
    let range = values[aggregate].ends(read: reading)
    let levels = own.ends(read: side)
    guard !own.isPoint, levels.low <= bound else { return nil }
    return LinearSum(
      player: player, aggregate: aggregate, sign: reading,
      terms: terms(times: reading), least: range.low)
  }

  /// The corners of the staircase: up to how much of the aggregate each level
  /// is impossible. A level at its lower bound needs none.
  @inlinable
  var staircase: Staircase {
    let range = values[aggregate].ends(read: reading)
    let levels = own.ends(read: side)
    var stairs = Staircase()
    if levels.low <= bound {
      stairs.corners.append(.init(a: range.low, x: levels.low))
    }
    let count = own.isPoint ? 1 : Self.steps
    var (a, x) = (range.low, levels.low)
    for step in 1...count {
      guard let needed = leastAggregate(from: a, to: range.high, at: x)
      else { break }
      let share = Double(step) / Double(count)
      let next = levels.low + share * (levels.high - levels.low)
      a = needed
      x = step == count ? levels.high : next
      stairs.corners.append(.init(a: a, x: x))
    }
    return stairs
  }

  /// The terms of the aggregate times a factor.
  @inlinable
  func terms(times factor: Double) -> [LinearCondition.Term] {
    let sum = game.aggregates[aggregate]
    var terms: [LinearCondition.Term] = []
    sum.forEachCoefficient(of: player) { variable, coefficient in
      guard coefficient != 0 else { return }
      let weight = Interval(coefficient, relativeError: sum.relativeError)
      terms.append(
        .init(variable: variable, coefficient: Interval(factor) * weight))
    }
    return terms
  }

  /// A lower bound on the aggregate at an equilibrium whose level is x or more,
  /// all as they are read; nil if there is none.
  ///
  /// Regula falsi with halved values (the Illinois rule) for the end that
  /// stays, on an upper bound of the marginal payoff as it is read.
  @inlinable
  func leastAggregate(
    from low: Double, to high: Double, at x: Double
  ) -> Double? {
    var (excluded, possible) = (low, high)
    var below = marginal(at: x, aggregate: low)
    guard below < 0 else { return low }
    var above = marginal(at: x, aggregate: high)
    if above < 0 { return nil }
    let tolerance = Self.resolution * (high - low)
    for _ in 0..<Self.evaluationLimit {
      guard possible - excluded > tolerance else { break }
      let share = below / (below - above)
      let middle = excluded + (possible - excluded) * min(max(share, 0), 1)
      guard excluded < middle, middle < possible else { break }
      let value = marginal(at: x, aggregate: middle)
      if value < 0 {
        (excluded, below) = (middle, value)
        above /= 2
      } else {
        (possible, above) = (middle, value)
        below /= 2
      }
    }
    return excluded
  }

  /// The greatest marginal payoff that is possible at a level and a value of
  /// the aggregate, all as they are read.
  @inlinable
  func marginal(at x: Double, aggregate a: Double) -> Double {
    var trial = values
    trial[aggregate] = Interval(reading * a)
    return side
      * game.marginalBound(
        of: player, own: Interval(side * x), insteadOf: own, aggregates: trial,
        slopes, isUpper: side > 0)
  }
}

extension Interval {
  /// The ends of the interval times 1 or −1, in rising order.
  @inlinable
  func ends(read sign: Double) -> (low: Double, high: Double) {
    sign > 0 ? (lower, upper) : (-upper, -lower)
  }
}
