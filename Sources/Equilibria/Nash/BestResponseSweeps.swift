import Games
import LinearAlgebra

/// Sweeps of best responses, player after player, for aggregative games of any
/// size.
///
/// Each player moves to its best response to what the others play now, found by
/// a safeguarded Newton step in one dimension; the aggregates are kept up to
/// date in place. Players who stay at a bound are left out of most sweeps, if
/// they would go beyond it by more than the others still move; the search ends
/// when nobody at all would move.
///
/// Where every best response rises with what others play, plain sweeps from
/// the highest profile fall to the highest equilibrium and from the lowest
/// rise to the lowest. Convergence is linear; its rate is that of the
/// contraction of best responses, and near a fold of equilibria slow: see
/// `NewtonKrylov`. Where it is fast, later sweeps carry players a little
/// beyond their best responses (see ``overrelaxes``), which saves a quarter of
/// the sweeps.
///
/// The same game and parameters give the same bits. ``Order/blocks(threads:)``
/// gives other bits than ``Order/sequential``, but the same for any number of
/// threads.
///
/// Reference: Milgrom and Roberts, Rationalizability, learning, and equilibrium
/// in games with strategic complementarities, Econometrica 58, 1990.
public struct BestResponseSweeps: AggregativeNashSolver {
  /// Where sweeps start if no profile is given.
  public enum Start: Sendable, Equatable {
    /// Everybody at the lower bound.
    case lowest
    /// Everybody at the upper bound.
    case highest
  }

  /// Who sees whose moves within a sweep.
  public enum Order: Sendable, Equatable {
    /// Each player sees the moves of all before it.
    case sequential
    /// Players are split into blocks that move at the same time, on a number
    /// of threads, or as many as the machine has if nil; see `SweepProfile`.
    case blocks(threads: Int?)
  }

  /// Where to start if no profile is given.
  public var start: Start
  /// The distance from a best response, in units of levels, at which to stop.
  public var tolerance: Double
  /// The limit on sweeps.
  public var sweepLimit: Int
  /// Who sees whose moves.
  public var order: Order
  /// Whether players are carried beyond their best responses once the
  /// distances fall by half or more in each sweep: by up to a sixth of the way,
  /// in place of what the next sweeps would add.
  public var overrelaxes: Bool

  /// Sweeps with the given parameters.
  ///
  /// - Parameters:
  ///   - start: Where to start if no profile is given.
  ///   - tolerance: The distance from a best response at which to stop.
  ///   - sweepLimit: The limit on sweeps.
  ///   - order: Who sees whose moves.
  ///   - overrelaxes: Whether players are carried beyond their best responses
  ///     where sweeps converge fast.
  public init(
    from start: Start = .highest, tolerance: Double = 1e-12,
    sweepLimit: Int = 10_000, order: Order = .sequential,
    overrelaxes: Bool = true
  ) {
    self.start = start
    self.tolerance = tolerance
    self.sweepLimit = sweepLimit
    self.order = order
    self.overrelaxes = overrelaxes
  }

  /// Sweeps until nobody moves; see ``AggregativeNashSolver``.
  ///
  /// - Parameters:
  ///   - game: The game; payoffs are concave in the own level.
  ///   - start: Where to start; see ``start`` if nil.
  /// - Returns: The profile, with the distance of the players from their best
  ///   responses as residual and sweeps as iterations.
  /// - Complexity: O(players + links) a sweep.
  public func solve<G: AggregativeGame>(
    _ game: G, from start: [Double]?
  ) -> NashSolution {
    var profile = SweepProfile(
      game, at: start ?? self.start.profile(of: game.strategies),
      inBlocks: order != .sequential)
    var sweeps = 0
    let termination = run(game, &profile, &sweeps)
    profile.refresh()
    profile.activateEverybody()
    let outcome = profile.sweep(game, threads: order.threads, isTrial: true)
    return NashSolution(
      levels: profile.levels, termination: termination,
      residual: outcome.distance, tolerance: tolerance, iterations: sweeps)
  }

  /// Sweeps until nobody moves; says why it stopped.
  func run<G: AggregativeGame>(
    _ game: G, _ profile: inout SweepProfile, _ sweeps: inout Int
  ) -> Termination {
    var nextFull = 1
    var relaxation = Overrelaxation(isUsed: overrelaxes)
    var last = Double.infinity
    while sweeps < sweepLimit {
      guard !Cancellation.isRequested else { return .cancelled }
      if sweeps + 1 >= nextFull {
        profile.activateEverybody()
        nextFull = 2 * (sweeps + 1)
      }
      let isFull = profile.activeCount == game.playerCount
      let outcome = profile.sweep(
        game, threads: order.threads, relaxation: relaxation.factor,
        restMargin: Self.restMargin * last)
      sweeps += 1
      guard outcome.isFinite else { return .notFinite }
      last = outcome.distance
      relaxation.observe(last)
      guard last <= tolerance else { continue }
      if isFull { return .converged }
      nextFull = sweeps + 1
    }
    return .iterationLimit
  }

  /// A player at a bound is left out if it would go beyond by more than this
  /// many times the last distance: the others, whose moves at least halve
  /// from sweep to sweep, will not move farther than once that distance.
  private static let restMargin = 4.0
}

extension BestResponseSweeps.Start {
  /// The profile that the sweeps start from.
  func profile(of strategies: StrategySpace) -> [Double] {
    self == .lowest ? strategies.lowerBounds : strategies.upperBounds
  }
}

extension BestResponseSweeps.Order {
  /// The number of threads, nil for as many as the machine has.
  fileprivate var threads: Int? {
    switch self {
    case .sequential: 1
    case .blocks(let threads): threads
    }
  }
}
