import Games

/// Where the pseudo-gradient along a segment changes its sign.
struct SignChanges<G: Game> {
  let game: G

  /// How many parts of a segment are looked at.
  private static var parts: Int { 32 }
  /// How often a part with a change is halved.
  private static var halvings: Int { 20 }

  init(_ game: G) { self.game = game }

  /// The points of change on the segment between two profiles.
  ///
  /// - Complexity: A pseudo-gradient for each part and halving.
  func points(_ start: [Double], _ end: [Double]) -> [[Double]] {
    func point(_ share: Double) -> [Double] {
      zip(start, end).map { $0 + share * ($1 - $0) }
    }
    func slope(_ share: Double) -> Double {
      let gradient = game.pseudoGradient(at: point(share))
      return gradient.indices.reduce(0) {
        $0 + gradient[$1] * (end[$1] - start[$1])
      }
    }
    // The ends are equilibria, or corners: what counts is what is next to them.
    let shares = (0..<Self.parts).map {
      (Double($0) + Self.inset) / (Double(Self.parts - 1) + 2 * Self.inset)
    }
    let slopes = shares.map(slope)
    return (1..<Self.parts).compactMap { k in
      guard (slopes[k - 1] < 0) != (slopes[k] < 0) else { return nil }
      var (low, high) = (shares[k - 1], shares[k])
      for _ in 0..<Self.halvings {
        let middle = (low + high) / 2
        if (slope(middle) < 0) == (slopes[k - 1] < 0) {
          low = middle
        } else {
          high = middle
        }
      }
      return point((low + high) / 2)
    }
  }

  /// How far from the ends of a segment the outer points are, in parts.
  private static var inset: Double { 1e-3 }
}
