import Games

/// Shrinks a box without losing an equilibrium, variable by variable.
///
/// At an equilibrium `x_v` is a best response: each interval is cut to where it
/// can be one, by its ``MarginalBounds``. What is cut off contains no
/// equilibrium; for a game whose best responses contract, the sweeps converge to
/// its only equilibrium.
///
/// A sweep costs one pass over the links of an aggregative game.
///
/// Reference: Hansen and Walster, Global Optimization Using Interval Analysis,
/// 2004, chapters 9 and 11.
package struct Contraction: Sendable {
  /// What became of a box.
  package enum Outcome: Sendable, Equatable {
    /// No equilibrium lies in it.
    case empty
    /// It was shrunk, perhaps not at all.
    case box
  }

  /// Sweeps stop when none shrinks any interval by more than this share.
  package var leastGain: Double
  /// The limit on sweeps.
  package var sweepLimit: Int
  /// Sweeps stop once no interval is wider than this share of the levels of
  /// its variable: Newton's operator is faster then.
  package var leastWidth: Double

  /// A contraction with its stopping rules.
  package init(
    leastGain: Double = 0.01, sweepLimit: Int = 1_000, leastWidth: Double = 0
  ) {
    self.leastGain = leastGain
    self.sweepLimit = sweepLimit
    self.leastWidth = leastWidth
  }

  /// The contraction of the parts of a strategy space.
  static let ofParts = Contraction(leastGain: 0.02, sweepLimit: 100)

  /// Shrinks a box in place.
  ///
  /// - Parameters:
  ///   - box: A part of the strategy space.
  ///   - game: The game.
  ///   - sweeps: Is increased by the number of sweeps.
  /// - Returns: Whether an equilibrium can lie in what is left.
  package func contract<G: Game>(
    _ box: inout Box, of game: G, sweeps: inout Int
  ) -> Outcome {
    var bounds = [MarginalBounds](repeating: .unknown, count: box.count)
    for _ in 0..<sweepLimit {
      sweeps += 1
      game.marginalBounds(over: box, into: &bounds)
      var gained = false
      for v in box.indices where !box[v].isPoint {
        let whole = game.strategies.interval(of: v)
        guard let rest = bounds[v].rest(of: box[v], in: whole) else {
          return .empty
        }
        gained =
          gained || rest.width < (1 - leastGain) * box[v].width
        box[v] = rest
      }
      let before = box
      guard game.propagateConditions(in: &box) else { return .empty }
      gained =
        gained
        || box.indices.contains {
          box[$0].width < (1 - leastGain) * before[$0].width
        }
      if !gained || isNarrow(box, in: game.strategies) { break }
    }
    return Self.contradicts(box, game, bounds) ? .empty : .box
  }

  private func isNarrow(_ box: Box, in space: StrategySpace) -> Bool {
    leastWidth > 0
      && box.indices.allSatisfy {
        box[$0].isPoint
          || box[$0].width <= leastWidth * space.interval(of: $0).width
      }
  }

  /// Whether a variable that is a point has a pseudo-gradient that forbids it.
  private static func contradicts<G: Game>(
    _ box: Box, _ game: G, _ bounds: [MarginalBounds]
  ) -> Bool {
    box.indices.contains { v in
      box[v].isPoint
        && bounds[v].forbids(box[v], in: game.strategies.interval(of: v))
    }
  }
}
