import Games
import LinearAlgebra

/// Turns a candidate into a proven equilibrium, or fails.
///
/// With A the variables at a bound and S the others, it proves over a small
/// box around the candidate that
///
/// 1. `F_v < 0` for v in A at a lower bound and `F_v > 0` at an upper one,
/// 2. Krawczyk's operator maps the box of S into its interior, so that exactly
///    one zero of `F_S` lies in it,
/// 3. each player's payoff is concave in its own variables over all its
///    strategies, so that the first-order conditions are sufficient; failing
///    that, that no deviation anywhere gains.
///
/// Then it widens the box to a region in which no other equilibrium lies.
struct EquilibriumProof {
  /// A proven equilibrium.
  struct Result {
    var levels: [Double]
    /// Contains the equilibrium and no other.
    var box: Box
    /// A wider box that contains no other.
    var region: Box
    var stability: Stability
    var index: Int
  }

  /// Radii of the box in which existence is tried, as shares of each interval.
  private static let radii = [
    1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6,
  ]
  /// The radii of the region of uniqueness: from the first, grown this often.
  private static let regionStart = 0x1p-24
  private static let regionGrowth = 4.0
  private static let regionSteps = 12
  /// How much of the way to a bound a region may reach.
  private static let inset = 0.98

  let game: any Game
  let levels: [Double]
  /// The variables that are not at a bound.
  let free: [Int]

  init(_ game: any Game, levels: [Double]) {
    self.game = game
    self.levels = levels
    let strategies = game.strategies
    free = levels.indices.filter {
      strategies.lowerBounds[$0] < levels[$0]
        && levels[$0] < strategies.upperBounds[$0]
    }
  }

  /// The proof; nil if it fails.
  func result() -> Result? {
    for radius in Self.radii {
      let box = box(radius: radius)
      let enclosure = enclosure(over: box)
      guard boundsHold(enclosure.gradient),
        let tight = existence(enclosure, over: box)
      else { continue }
      guard isEquilibrium(over: tight) else { return nil }
      return conclude(tight, enclosure.jacobian.submatrix(free))
    }
    return nil
  }

  private func conclude(_ box: Box, _ block: IntervalMatrix) -> Result {
    let negative = IntervalMatrix(
      order: block.order, elements: block.elements.map { -$0 })
    return Result(
      levels: levels, box: box, region: region() ?? box,
      stability: StabilityProof.stability(of: block),
      index: negative.determinantSign)
  }

  private func enclosure(over box: Box) -> Krawczyk.Enclosure {
    func open<G: Game>(_ game: G) -> Krawczyk.Enclosure {
      Krawczyk.Enclosure(game, over: box, centre: levels)
    }
    return open(game)
  }

  /// The candidate, with the free variables widened.
  private func box(radius: Double) -> Box {
    var box = levels.map { Interval($0) }
    for v in free {
      let whole = game.strategies.interval(of: v)
      let reach = max(radius * whole.width, 4 * levels[v].ulp)
      box[v] = Interval(
        lower: levels[v] - reach, upper: levels[v] + reach)
    }
    return box
  }

  /// Condition 1: strict signs at the bounds. Bounds that coincide leave no
  /// choice.
  private func boundsHold(_ gradient: [Interval]) -> Bool {
    let strategies = game.strategies
    return levels.indices.allSatisfy { v in
      let whole = strategies.interval(of: v)
      if whole.isPoint { return true }
      if levels[v] == whole.lower { return gradient[v].isNegative }
      if levels[v] == whole.upper { return gradient[v].isPositive }
      return true
    }
  }

  /// Condition 2: the box in which exactly one zero lies.
  private func existence(
    _ enclosure: Krawczyk.Enclosure, over box: Box
  ) -> Box? {
    guard !free.isEmpty else { return box }
    let strategies = game.strategies
    guard
      let image = Krawczyk.apply(enclosure, over: box, variables: free)
    else { return nil }
    var tight = box
    for (k, v) in free.enumerated() {
      guard image.intervals[k].isInterior(to: box[v]),
        image.intervals[k].isInterior(to: strategies.interval(of: v))
      else { return nil }
      tight[v] = image.intervals[k]
    }
    return tight
  }

  /// Condition 3, for the others anywhere in the box.
  private func isEquilibrium(over box: Box) -> Bool {
    func open<G: Game>(_ game: G) -> Bool {
      (0..<game.playerCount).allSatisfy { player in
        DeviationProof(game, player: player, around: box).excludesGains()
      }
    }
    return open(game)
  }

  /// The largest region tried in which the equilibrium is the only one.
  private func region() -> Box? {
    var best: Box?
    var radius = Self.regionStart
    for _ in 0...Self.regionSteps {
      guard let wider = region(radius: radius) else { break }
      best = wider
      radius *= Self.regionGrowth
    }
    return best
  }

  /// A region of a radius, if the equilibrium is proven the only one there:
  /// the signs at bounds hold over all of it, so that any equilibrium has the
  /// same variables at bounds, and the Jacobian of the others is regular.
  private func region(radius: Double) -> Box? {
    let strategies = game.strategies
    var region = levels.map { Interval($0) }
    for v in levels.indices {
      let whole = strategies.interval(of: v)
      let reach = radius * whole.width
      let low = levels[v] - whole.lower
      let high = whole.upper - levels[v]
      let inset = low > 0 && high > 0 ? Self.inset : 1
      region[v] = Interval(
        lower: max(whole.lower, levels[v] - min(reach, inset * low)),
        upper: min(whole.upper, levels[v] + min(reach, inset * high)))
    }
    guard boundsHold(enclosure(over: region).gradient) else { return nil }
    var face = region
    let chosen = Set(free)
    for v in levels.indices where !chosen.contains(v) {
      face[v] = Interval(levels[v])
    }
    guard !free.isEmpty else { return region }
    let image = Krawczyk.apply(
      enclosure(over: face), over: face, variables: free)
    return image?.isRegular == true ? region : nil
  }
}
