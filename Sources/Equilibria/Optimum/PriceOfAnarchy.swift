import Games

/// How much welfare is lost because everybody decides alone, with the bounds
/// that the proofs allow.
///
/// The price of anarchy is the welfare of the optimum over that of the worst
/// equilibrium, the price of stability the same over the best one; both are at
/// least 1. They mean something where every equilibrium has positive welfare,
/// and are infinite where there is none at all in an equilibrium.
///
/// Reference: Koutsoupias and Papadimitriou, Worst-case equilibria, 1999;
/// Anshelevich et al., The price of stability for network design, 2004.
public struct PriceOfAnarchy: Sendable, Equatable {
  /// `W(optimum) / W(worst equilibrium)`.
  public var anarchy: Interval
  /// `W(optimum) / W(best equilibrium)`.
  public var stability: Interval

  /// Whether there is no welfare at all in the worst equilibrium.
  public var isInfinite: Bool { Self.isInfinite(anarchy) }

  /// Whether a price is that of equilibria without any welfare.
  package static func isInfinite(_ price: Interval) -> Bool {
    price.lower == .greatestFiniteMagnitude
  }
}

extension EquilibriumSet {
  /// The prices of anarchy and of stability.
  ///
  /// Equilibria that are proven count with the welfare of the boxes that hold
  /// them, undecided boxes with any welfare that they may have.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - optimum: Its social optimum, with its bound.
  /// - Returns: Intervals that are proven to hold the prices; nil if no
  ///   equilibrium is proven or if welfare may not be positive.
  public func priceOfAnarchy(
    in game: some Game, optimum: SocialOptimum
  ) -> PriceOfAnarchy? {
    let welfare = JointObjective.welfare(of: game)
    func enclosure(_ box: Box) -> Interval {
      var gradient = [Interval](repeating: .zero, count: box.count)
      return welfare.enclosure(over: box, gradient: &gradient)
    }
    let proven = equilibria.compactMap { equilibrium -> Interval? in
      guard case .proven(let box, _) = equilibrium.certificate else {
        return nil
      }
      return enclosure(box)
    }
    guard let first = proven.first, undecided.allSatisfy(game.isDefined)
    else { return nil }
    let possible = proven + undecided.map(enclosure)
    let reached = enclosure(optimum.levels.map { Interval($0) }).lower
    let best = Interval(
      lower: reached, upper: max(reached, optimum.upperBound))
    let worst = Interval(
      lower: possible.reduce(first.lower) { min($0, $1.lower) },
      upper: proven.reduce(first.upper) { min($0, $1.upper) })
    let top = possible.reduce(first.upper) { max($0, $1.upper) }
    let least = proven.reduce(first.lower) { max($0, $1.lower) }
    let highest = Interval(
      lower: least, upper: max(least, min(top, best.upper)))
    guard best.isPositive, let anarchy = best.price(of: worst),
      let stability = best.price(of: highest)
    else { return nil }
    return PriceOfAnarchy(anarchy: anarchy, stability: stability)
  }
}

extension Interval {
  /// The ratio to a welfare that is positive, or infinity if it is zero; nil
  /// otherwise.
  fileprivate func price(of welfare: Interval) -> Interval? {
    if welfare == .zero { return Interval(lower: .infinity, upper: .infinity) }
    return welfare.isPositive ? (self / welfare).atLeastOne : nil
  }

  /// The part from 1 on; 1 if there is none but for rounding.
  fileprivate var atLeastOne: Interval {
    Interval(lower: Double.maximum(1, lower), upper: Double.maximum(1, upper))
  }
}
