import Games
import LinearAlgebra

/// Looks for profiles that leave nobody worse off than a disagreement.
///
/// A profile in which everybody gains is found by maximising the least gain.
/// From there sums of payoffs are maximised behind a logarithmic barrier that
/// keeps everybody above the disagreement (``GuardedSum``), which is lowered
/// step by step. For many players a barrier takes the place of the least gain
/// as well (``GuardedLeastGain``), and what cannot be met by anybody who
/// provably cannot gain is left to the others; everything then uses first
/// derivatives and products with Hessians.
public struct ImprovementSearch: Sendable {
  /// The search for the greatest least gain.
  public var egalitarian: EgalitarianMaximization
  /// The method for smooth functions.
  public var local: BoundedMaximization
  /// The largest number of players for whom the largest gain of each is
  /// sought; beyond, what interval arithmetic allows each is taken for it.
  public var idealLimit: Int
  /// The barrier at the end, relative to the gains.
  public var leastBarrier: Double
  /// The largest number of variables for which matrices are formed.
  public var denseLimit: Int
  /// The relative accuracy asked for beyond that.
  public var accuracy: Double
  /// How far each choice can be from the best.
  public var proof: GlobalMaximization
  /// Is asked now and then whether to go on; what is known is returned if not.
  public var monitor: Monitor

  /// A search with its limits.
  ///
  /// - Parameters:
  ///   - egalitarian: The search for the greatest least gain.
  ///   - local: The method for smooth functions.
  ///   - idealLimit: The largest number of players for whom the largest gain
  ///     of each is sought.
  ///   - leastBarrier: The barrier at the end, relative to the gains.
  ///   - denseLimit: The largest number of variables for matrices.
  ///   - accuracy: The relative accuracy asked for beyond that.
  ///   - proof: How far each choice can be from the best.
  ///   - monitor: Is asked now and then whether to go on.
  public init(
    egalitarian: EgalitarianMaximization = EgalitarianMaximization(),
    local: BoundedMaximization = BoundedMaximization(),
    idealLimit: Int = 40, leastBarrier: Double = 1e-11,
    denseLimit: Int = 150, accuracy: Double = 1e-5,
    proof: GlobalMaximization = ImprovementSearch.standardProof,
    monitor: Monitor = .unattended
  ) {
    self.egalitarian = egalitarian
    self.local = local
    self.idealLimit = idealLimit
    self.leastBarrier = leastBarrier
    self.denseLimit = denseLimit
    self.accuracy = accuracy
    self.proof = proof
    self.monitor = monitor
  }

  /// Whether the search goes on.
  var goesOn: Bool { monitor.continues("improvements", done: 0) }

  /// The proof by multipliers that a choice is the best, to within a millionth
  /// of what all gain.
  public static let standardProof = GlobalMaximization(
    tolerance: 1e-6, boxLimit: 100, usesStandardStarts: false,
    branchingLimit: 12)

  /// Looks for one improvement for each way of choosing.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - levels: The profile that is played if no agreement is reached.
  ///   - weights: What each player counts, positive; 1 each if nil.
  ///   - solutions: The ways of choosing.
  /// - Returns: The improvements in order; none if nobody can gain.
  /// - Precondition: There is a positive weight for each player.
  public func improvements(
    in game: some Game, over levels: [Double], weights: [Double]?,
    choosing solutions: [BargainingSolution]
  ) -> [Improvement] {
    let weights = weights ?? Array(repeating: 1, count: game.playerCount)
    precondition(
      weights.count == game.playerCount && weights.allSatisfy { $0 > 0 },
      "every player has a positive weight")
    guard game.strategies.dimension > denseLimit else {
      let run = DenseImprovement(self, game, over: levels, weights: weights)
      return solutions.compactMap { solution in
        run.choice(solution).map {
          conclude($0, solution, in: game, over: run.disagreement)
        }
      }
    }
    let run = BarrierImprovement(self, game, over: levels, weights: weights)
    return solutions.compactMap { solution in
      run.choice(solution).map {
        conclude($0, solution, in: game, over: run.disagreement)
      }
    }
  }

  /// A choice with what is known of it.
  private func conclude(
    _ choice: ImprovementChoice, _ solution: BargainingSolution,
    in game: some Game, over disagreement: [Double]
  ) -> Improvement {
    let payoffs = game.payoffs(at: choice.levels)
    let gains = zip(payoffs, disagreement).map { $0 - $1 }
    let size = zip(choice.multipliers, gains).reduce(0) {
      $0 + abs($1.0 * $1.1)
    }
    let gap = LagrangeBound(search: proof).excess(
      in: game, over: disagreement, multipliers: choice.multipliers,
      value: choice.value, at: choice.levels, size: size)
    return Improvement(
      solution: solution, levels: choice.levels, payoffs: payoffs,
      gains: gains, welfare: game.welfare(at: choice.levels),
      residual: game.projectedSlope(
        of: choice.multipliers, at: choice.levels) / size,
      multipliers: choice.multipliers, gap: gap,
      isProven: gap <= proof.tolerance * size)
  }
}

/// A profile that was chosen, with what makes it the best.
struct ImprovementChoice {
  var levels: [Double]
  /// What a unit of each payoff is worth.
  var multipliers: [Double]
  /// The weighted gains, `Σ m_i g_i`, of no profile that is better can be less
  /// than this: the value by Lagrange's bound.
  var value: Double
}

extension Game {
  /// The largest component of the projected gradient of a weighted sum of
  /// payoffs, in widths of the bounds.
  func projectedSlope(of weights: [Double], at levels: [Double]) -> Double {
    var gradient = levels
    weightedGradient(weights, at: levels, into: &gradient)
    let space = strategies
    return gradient.indices.reduce(0) { largest, v in
      let (lower, upper) = (space.lowerBounds[v], space.upperBounds[v])
      let slope = gradient[v] * (upper - lower)
      if levels[v] == lower && slope <= 0 { return largest }
      if levels[v] == upper && slope >= 0 { return largest }
      return max(largest, abs(slope))
    }
  }
}
