import Games
import LinearAlgebra

/// A box around a profile of an aggregative game on which the best responses
/// are proven to contract: exactly one equilibrium lies in it.
///
/// With `d_i = −∂F_i/∂x_i > 0`, the best response of i moves by at most
/// `Σ_j |∂F_i/∂x_j| / d_i |x_j − y_j|`. If positive weights w and a radius r
/// are such that for every player over the box `|x_i − x̂_i| ≤ r w_i`
///
///     |F_i(x̂)| + r Σ_{j≠i} |∂F_i/∂x_j| w_j  <  r w_i d_i,
///
/// and payoffs are concave in the own level over all of its strategies, best
/// responses map the box into itself and contract in the norm
/// `max |x_i| / w_i`. A player whose marginal payoff has one sign over the box
/// stays at its bound and counts for nothing. The weights solve
/// `(I − B) w = 1`, where B is the matrix of those slopes at the profile; they
/// are positive if and only if its spectral radius is below 1.
///
/// All conditions are checked with intervals. The eigenvalues of the free part
/// of the Jacobian then have negative real parts by Gershgorin's theorem.
///
/// Reference: Neumaier, Interval Methods for Systems of Equations, 1990,
/// sections 3.6 and 5.1; Cottle, Pang and Stone, The Linear Complementarity
/// Problem, 1992, section 3.11.
package struct LocalContraction: Sendable {
  /// The box, within the bounds of the strategies.
  package let box: Box
  /// No level of the equilibrium in the box is farther than this from the
  /// profile.
  package let distanceBound: Double
  /// Whether every player at a bound is proven to be there strictly, so that
  /// the equilibrium is stable.
  package let isStrict: Bool
  /// What is known of best responses to the box.
  fileprivate let replies: ReplyBounds
}

/// The boxes around a profile on which best responses may be proven to
/// contract; the weights of their sides are found once.
///
/// A wide box tells more of uniqueness, a narrow one of distance and of
/// players that are near a bound.
package struct LocalContractions<G: AggregativeGame> {
  private let game: G
  private let levels: [Double]
  private let weights: ContractionWeights

  /// The boxes around a profile; nil if best responses do not contract there.
  ///
  /// - Parameters:
  ///   - game: The game; coefficients of its aggregates are not negative.
  ///   - levels: The profile, very near an equilibrium.
  /// - Complexity: A few passes over the links.
  package init?(_ game: G, around levels: [Double]) {
    guard game.isDefined(over: game.strategies.box),
      let weights = ContractionWeights(game, at: levels)
    else { return nil }
    self.game = game
    self.levels = levels
    self.weights = weights
  }

  /// The first box that can be proven, of those in which no level moves by
  /// more than given; nil if none can.
  ///
  /// - Complexity: Three evaluations over intervals a player for each box.
  package func first(within moves: [Double]) -> LocalContraction? {
    for move in moves where !Cancellation.isRequested {
      let box = box(move)
      let replies = ReplyBounds(
        to: box, around: levels, radius: move / weights.largest, in: game,
        weights)
      if let proof = replies.flatMap({ proof(box, $0, move) }) { return proof }
    }
    return nil
  }

  /// The widest box that can be proven, of five of which each is a hundredth
  /// of the one before.
  package func widest(within move: Double = 1e-6) -> LocalContraction? {
    first(within: [1, 1e-2, 1e-4, 1e-6, 1e-8].map { move * $0 })
  }

  /// The narrowest box that can be proven, of some up to 1e-7.
  package var narrowest: LocalContraction? {
    first(within: narrowMoves)
  }

  /// The narrowest box that can be proven within one that is.
  ///
  /// - Precondition: That one is around the same profile.
  /// - Complexity: One evaluation over intervals for each player who may leave
  ///   a bound: what is known of the whole box holds within it.
  package func narrowest(within whole: LocalContraction) -> LocalContraction? {
    precondition(
      whole.replies.levels == levels, "both boxes are around one profile")
    for move in narrowMoves where move <= whole.distanceBound {
      let box = box(move)
      let replies = whole.replies.sharpened(to: box, in: game)
      if let proof = proof(box, replies, move) { return proof }
    }
    return nil
  }

  private func box(_ move: Double) -> Box {
    weights.box(
      around: levels, radius: move / weights.largest, in: game.strategies)
  }

  private func proof(
    _ box: Box, _ replies: ReplyBounds, _ move: Double
  ) -> LocalContraction? {
    let radius = move / weights.largest
    return replies.contract(within: radius).map { isStrict in
      LocalContraction(
        box: box, distanceBound: radius * weights.largest * (1 + .ulpOfOne),
        isStrict: isStrict, replies: replies)
    }
  }
}

/// How far levels move in narrow boxes.
private let narrowMoves = [1e-11, 1e-9, 1e-7]
