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
    let inverse = 1 / (1 + level)
    let slope = returns.curvature == 1 ? inverse : returns.slope(level)
    return (slope, slope * returns.curvature * inverse)
  }
}
