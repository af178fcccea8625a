import Games
import LinearAlgebra

/// Newton's method for aggregative games of any size, between sweeps of best
/// responses.
///
/// Sweeps settle who is at a bound; a Newton step then solves
///
///     Σ_w ∂F_v/∂x_w d_w = −F_v
///
/// over the players who are not, by GMRES on products with the networks, no
/// matrix being formed. A step after which the next sweep moves somebody
/// farther than the last sweep did is taken back, and more sweeps follow
/// before the next. Where sweeps alone converge slowly, near a fold of
/// equilibria, a few steps take the place of hundreds of sweeps.
///
/// A step may leave the monotone path of the sweeps: what it ends in is an
/// equilibrium near their path, which need not be the highest or the lowest.
///
/// Reference: Knoll and Keyes, Jacobian-free Newton–Krylov methods, Journal of
/// Computational Physics 193, 2004.
package struct NewtonKrylov: AggregativeNashSolver {
  /// The sweeps: where they start, when they stop and how many there may be.
  package var sweeps: BestResponseSweeps
  /// The method for the linear systems.
  package var linearSolver: GMRES
  /// How many sweeps come before the first Newton step.
  package var openingSweeps: Int

  /// Newton's method with the given parameters.
  ///
  /// - Parameters:
  ///   - sweeps: Where to start, when to stop, and the limit on sweeps.
  ///   - linearSolver: The method for the linear systems.
  ///   - openingSweeps: How many sweeps come before the first Newton step.
  package init(
    sweeps: BestResponseSweeps = BestResponseSweeps(),
    linearSolver: GMRES = GMRES(tolerance: 1e-6, maximumIterations: 120),
    openingSweeps: Int = 10
  ) {
    self.sweeps = sweeps
    self.linearSolver = linearSolver
    self.openingSweeps = openingSweeps
  }

  /// Looks for an equilibrium; see ``AggregativeNashSolver``.
  ///
  /// - Parameters:
  ///   - game: The game; payoffs are concave in the own level.
  ///   - start: Where to start; see ``BestResponseSweeps/start`` if nil.
  /// - Returns: The profile, with the distance of the players from their best
  ///   responses as residual; iterations are sweeps.
  /// - Complexity: O(players + links) a sweep and a step of GMRES, which keeps
  ///   one vector a step.
  package func solve<G: AggregativeGame>(
    _ game: G, from start: [Double]?
  ) -> NashSolution {
    let start = start ?? sweeps.start.profile(of: game.strategies)
    var search = Search(
      self, game, SweepProfile(game, at: start, inBlocks: false))
    let termination = search.run()
    return NashSolution(
      levels: search.profile.levels, termination: termination,
      residual: search.distance, tolerance: sweeps.tolerance,
      iterations: search.count)
  }
}

/// The state of one run of ``NewtonKrylov``.
private struct Search<G: AggregativeGame>: ~Copyable {
  let method: NewtonKrylov
  let game: G
  var profile: SweepProfile
  var distance = Double.infinity
  var count = 0

  init(_ method: NewtonKrylov, _ game: G, _ profile: consuming SweepProfile) {
    self.method = method
    self.game = game
    self.profile = profile
  }

  /// Alternates steps and sweeps; says why it stopped.
  mutating func run() -> Termination {
    sweep(max(1, method.openingSweeps))
    var pace = 1
    while !(distance <= method.sweeps.tolerance) {
      guard distance.isFinite else { return .notFinite }
      guard count < method.sweeps.sweepLimit else { return .iterationLimit }
      guard !Cancellation.isRequested else { return .cancelled }
      if !step() {
        pace *= 2
        sweep(pace)
      }
    }
    return .converged
  }

  /// Sweeps, the last time over everybody, as long as needed and allowed.
  mutating func sweep(_ limit: Int) {
    let end = min(count + limit, method.sweeps.sweepLimit)
    while count < end {
      if count == end - 1 { profile.activateEverybody() }
      let isFull = profile.activeCount == game.playerCount
      let outcome = profile.sweep(game)
      count += 1
      distance = outcome.isFinite ? outcome.distance : .nan
      if distance.isNaN { return }
      if distance <= method.sweeps.tolerance && isFull { return }
    }
  }

  /// Takes a Newton step and sweeps; takes it back if the sweep moves somebody
  /// farther than the last one did.
  mutating func step() -> Bool {
    let levels = profile.levels
    let before = distance
    let system = NewtonSystem(game, at: levels)
    guard let target = system.target(using: method.linearSolver) else {
      return false
    }
    profile.replace(by: target)
    sweep(1)
    if distance < before { return true }
    profile.replace(by: levels)
    distance = before
    return false
  }
}
