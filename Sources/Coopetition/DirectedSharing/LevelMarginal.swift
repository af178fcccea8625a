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

  /// The derivative in a level of a firm.
  ///
  /// - Parameters:
  ///   - own: What all levels of the firm have in common.
  ///   - share: The share of the firm's partners for whom the level holds.
  ///   - constant: The derivative at 0 of what the level costs and brings by
  ///     itself.
  @inline(__always)
  init(of own: FirmMarginals, share: Double, constant: Double) {
    weight = share * own.knowledgeShare
    gain = own.gain
    prize = own.premiumShare * weight
    self.constant = constant
    fall = share * own.quadraticCost
    (lower, cap) = (own.lower, own.cap)
  }

  /// The derivative at a level.
  private func value(
    at level: Double, pull: Double, _ standing: DirectedStanding
  ) -> Double {
    constant - fall * level + gain * pull * standing.innovation.slope
      + prize * standing.premium.slope
  }

  /// How fast the derivative changes with the level.
  private func slope(pull: Double, _ standing: DirectedStanding) -> Double {
    -fall - gain * pull * pull * standing.innovation.fall
      - prize * weight * standing.premium.fall
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
  /// - Returns: The level; the start, or the least level if that is higher, if
  ///   all are as good.
  @inline(__always)
  func response(
    from start: Double, pull: Double, in standing: inout DirectedStanding,
    nearness: Double
  ) -> Double {
    var level = start
    for _ in 0..<Self.mostSteps {
      let value = value(at: level, pull: pull, standing)
      let rests = value > 0 ? level == cap : value == 0 || level == lower
      if rests { break }
      let last = level
      level = step(from: last, value, slope(pull: pull, standing))
      if level == last { break }
      standing.move(
        effect: pull * (level - last), open: weight * (level - last))
      if abs(level - last) <= nearness { break }
    }
    return max(level, lower)
  }

  /// Where Newton's step leads within the bounds. It divides only if that is
  /// between them.
  @inline(__always)
  private func step(
    from level: Double, _ value: Double, _ slope: Double
  ) -> Double {
    if value > 0 {
      guard value < slope * (level - cap) else { return cap }
    } else {
      guard value > slope * (level - lower) else { return lower }
    }
    return min(max(level - value / slope, lower), cap)
  }
}

/// What the derivatives of a firm's payoff in all its levels have in common.
struct FirmMarginals: Sendable {
  let gain, premiumShare, knowledgeShare, quadraticCost: Double
  /// The least and the largest level.
  let lower, cap: Double

  init(_ own: FirmNumbers, within range: ClosedRange<Double>) {
    (gain, premiumShare) = (own.gain, own.premiumShare)
    (knowledgeShare, quadraticCost) = (own.knowledgeShare, own.quadraticCost)
    (lower, cap) = (range.lowerBound, range.upperBound)
  }
}
