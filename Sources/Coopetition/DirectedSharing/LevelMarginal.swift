/// The derivative of a firm's payoff in one of its levels, all else held: a
/// falling, convex function, so that Newton's steps find its root without a
/// bracket.
struct LevelMarginal: Sendable {
  /// How fast the openness of the cluster rises with the level.
  let weight: Double
  /// What a unit of innovation and of the premium's returns is worth.
  private let gain, prize: Double
  /// What does not depend on levels, and how much it falls with the level.
  private let constant, fall: Double
  private let lower: Double
  /// The largest level.
  let cap: Double

  /// The derivative in the level of a variable of a firm.
  init(of variable: Int, _ firm: Int, in game: DirectedSharingGame) {
    let own = game.numbers[firm]
    weight = game.openness[variable]
    gain = own.gain
    prize = own.premiumShare * weight
    constant = game.ownSlope(of: variable, own, at: 0.0)
    fall = game.links.weights[variable] * own.quadraticCost
    lower = game.strategies.lowerBounds[variable]
    cap = game.strategies.upperBounds[variable]
  }

  /// The derivative at a level, and its own derivative there.
  private func value(
    at level: Double, pull: Double, _ standing: DirectedStanding
  ) -> (value: Double, slope: Double) {
    let gained = gain * pull
    let value =
      constant - fall * level + gained * standing.innovation.slope
      + prize * standing.premium.slope
    let slope =
      -fall - gained * pull * standing.innovation.fall
      - prize * weight * standing.premium.fall
    return (value, slope)
  }

  /// The most steps to a response.
  private static let mostSteps = 100

  /// The best response.
  ///
  /// - Parameters:
  ///   - start: The level now.
  ///   - pull: How fast the firm's z rises with the level: κ times what it uses
  ///     of the partners of the class.
  ///   - standing: The firm's z and openness at the level; moved with it.
  ///   - nearness: The search ends after a step as short as this; the error is
  ///     of the order of its square.
  /// - Returns: The level; the lower bound if all are as good.
  func response(
    from start: Double, pull: Double, in standing: inout DirectedStanding,
    nearness: Double
  ) -> Double {
    var level = start
    for _ in 0..<Self.mostSteps {
      let (value, slope) = value(at: level, pull: pull, standing)
      let rests = value > 0 ? level == cap : value < 0 && level == lower
      if rests { break }
      let last = level
      level =
        slope < 0
        ? min(max(level - value / slope, lower), cap)
        : value > 0 ? cap : lower
      if level == last { break }
      standing.move(
        effect: pull * (level - last), open: weight * (level - last))
      if abs(level - last) <= nearness { break }
    }
    return level
  }
}

/// How innovation and the premium rise with what they rise with, the same for
/// all firms.
struct DirectedReturns: Sendable {
  /// How much sharing strengthens what is received, κ.
  let reciprocity: Double
  let innovation: DiminishingReturns
  let premium: DiminishingReturns
  /// Whether there is a premium.
  let hasPremium: Bool
}

/// Where a firm stands: its z and the openness of the cluster, with the slopes
/// of what rises with them.
struct DirectedStanding {
  /// The slope of diminishing returns, and how fast it falls.
  typealias Slope = (slope: Double, fall: Double)

  private let returns: DirectedReturns
  private var effect = 0.0
  private(set) var open: Double
  private(set) var innovation: Slope = (1, 0)
  private(set) var premium: Slope = (0, 0)

  init(_ returns: DirectedReturns, effect: Double = 0, open: Double) {
    (self.returns, self.open) = (returns, open)
    setEffect(effect)
    setOpen(open)
  }

  /// Sets the firm's z.
  mutating func setEffect(_ effect: Double) {
    self.effect = effect
    innovation = Self.slope(of: returns.innovation, at: effect)
  }

  /// Moves with a level.
  mutating func move(effect change: Double, open more: Double) {
    setEffect(effect + change)
    setOpen(open + more)
  }

  private mutating func setOpen(_ open: Double) {
    self.open = open
    if returns.hasPremium {
      premium = Self.slope(of: returns.premium, at: open)
    }
  }

  private static func slope(
    of returns: DiminishingReturns, at level: Double
  ) -> Slope {
    let slope = returns.slope(level)
    return (slope, slope * returns.curvature / (1 + level))
  }
}
