/// The derivative of a firm's payoff in one of its levels, all else held: a
/// falling, convex function, so that Newton's steps find its root without a
/// bracket.
struct LevelMarginal {
  /// How fast the firm's z rises with the level.
  let pull: Double
  /// How fast the openness of the cluster rises with it.
  let weight: Double
  private let innovation: DiminishingReturns
  private let premium: DiminishingReturns
  /// The factors of both slopes.
  private let gain, prize: Double
  /// What does not depend on levels, and how much it falls with the level.
  private let constant, fall: Double
  private let bounds: (lower: Double, upper: Double)

  /// The derivative in a level.
  ///
  /// - Parameters:
  ///   - variable: The place of the level.
  ///   - firm: The firm.
  ///   - game: The game.
  ///   - flow: What the firm uses of the partners of the class.
  init(
    of variable: Int, _ firm: Int, in game: DirectedSharingGame, flow: Double
  ) {
    let own = game.numbers[firm]
    let share = game.links.weights[variable]
    pull = game.cluster.model.reciprocity * flow
    weight = game.openness[variable]
    (innovation, premium) = (game.innovation, game.premium)
    gain = own.gain * pull
    prize = own.premiumShare * weight
    constant =
      game.subsidies[variable] - game.leakage[variable]
      + game.price * game.outflow[variable] - share * own.linearCost
    fall = share * own.quadraticCost
    bounds = (
      game.strategies.lowerBounds[variable],
      game.strategies.upperBounds[variable]
    )
  }

  /// The derivative at a level, and its own derivative there.
  ///
  /// - Parameters:
  ///   - level: The level.
  ///   - effect: The firm's z at it.
  ///   - open: The openness of the cluster at it.
  /// - Returns: Both.
  func value(
    at level: Double, effect: Double, open: Double
  ) -> (value: Double, slope: Double) {
    let returns = gain * innovation.slope(effect)
    var value = constant - fall * level + returns
    var slope =
      -fall - returns * pull * innovation.curvature / (1 + effect)
    if prize != 0 {
      let shared = prize * premium.slope(open)
      value += shared
      slope -= shared * weight * premium.curvature / (1 + open)
    }
    return (value, slope)
  }

  /// After so small a step the next is beyond what a sweep can tell, or left
  /// to the next sweep.
  private static let nearness = 1e-4
  private static let mostSteps = 100

  /// The best response by Newton's steps, so near that the next sweep finds
  /// the rest.
  ///
  /// - Parameters:
  ///   - start: The level now.
  ///   - effect: The firm's z now.
  ///   - open: The openness of the cluster now.
  /// - Returns: The level; the lower bound if all are as good.
  func response(
    from start: Double, effect: Double, open: Double
  ) -> Double {
    var level = start
    for _ in 0..<Self.mostSteps {
      let move = level - start
      let (value, slope) = value(
        at: level, effect: effect + pull * move, open: open + weight * move)
      let last = level
      level =
        slope < 0
        ? min(max(level - value / slope, bounds.lower), bounds.upper)
        : value > 0 ? bounds.upper : bounds.lower
      if abs(level - last) <= Self.nearness { break }
    }
    return level
  }
}
