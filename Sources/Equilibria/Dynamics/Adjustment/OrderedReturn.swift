import Games
import LinearAlgebra

/// Whether displaced levels come back to an equilibrium of many players, where
/// best responses rise with what others play.
///
/// The path of the process is followed, and between its periods bounded. From
/// levels s below the equilibrium x, best responses that may only fall settle
/// at w ≤ s, from where all levels rise; the path stays above those that
/// rise from w, and if these come to x at any pace, so does the path. Best
/// responses that may only rise settle at z ≥ s, below which the path stays; if
/// z is not x, it does not come back. The same holds upside down.
///
/// So a slow return past an unstable equilibrium is told by sweeps of those
/// few who move, and not by the periods that it takes.
///
/// Numerical: sweeps end at moves of a share of 10⁻⁶, and single responses are
/// known to the square of short steps.
///
/// Reference: Milgrom and Roberts, Econometrica 58, 1990; Hirsch and Smith,
/// Monotone Dynamical Systems, 2005.
struct OrderedReturn<G: AggregativeGame>: ReturnTest {
  private let network: FrontierNetwork<G>
  /// The share of the way to the best response a period.
  private let rate: Double
  private let equilibria: [[Double]]
  private let regions: [Box?]

  /// The period in which a path is bounded for the second time, after its
  /// start; the next ones double.
  private static var secondTime: Int { 4 }

  /// The test of a process of best responses without noise.
  ///
  /// - Precondition: Best responses rise with what others play.
  init(
    _ game: G, rate: Double, equilibria: [[Double]], regions: [Box?]
  ) {
    network = FrontierNetwork(game)
    self.rate = rate
    self.equilibria = equilibria
    self.regions = regions
  }

  func returns(
    to place: Int, from start: [Double], limit: Int
  ) -> Bool? {
    guard let side = side(of: start, from: place) else { return nil }
    var periods = FrontierPeriods(network, from: start, rate: rate)
    var next = 0
    for period in 0...limit where !Cancellation.isRequested {
      if period == next || periods.isAtRest {
        let answer = verdict(on: periods.levels, side)
        if answer != nil || periods.isAtRest { return answer }
        next = max(Self.secondTime, 2 * period)
      }
      periods.advance()
    }
    return nil
  }

  func follow(
    from start: [Double], limit: Int, _ show: (Int, [Double]) -> Bool
  ) {
    var periods = FrontierPeriods(network, from: start, rate: rate)
    for period in 0...limit where !Cancellation.isRequested {
      guard show(period, periods.levels), !periods.isAtRest else { return }
      periods.advance()
    }
  }
}

// MARK: Bounds on a path

extension OrderedReturn {
  /// What lies on either side of levels that were displaced one way.
  private struct Side {
    /// The equilibrium.
    var goal: [Double]
    /// The bounds of the strategies on the other side.
    var far: [Double]
    /// From where on levels are sure to come to the equilibrium.
    var mark: FrontierSweeps<G>.Mark
    /// What comes so near to the equilibrium may be there but for the moves at
    /// which sweeps end.
    var vicinity: FrontierSweeps<G>.Mark
  }

  /// The side of an equilibrium on which levels lie; nil if they lie on both.
  private func side(of levels: [Double], from place: Int) -> Side? {
    let space = network.game.strategies
    let goal = equilibria[place]
    let isBelow = zip(levels, goal).allSatisfy { $0 <= $1 }
    guard isBelow || zip(levels, goal).allSatisfy({ $0 >= $1 }) else {
      return nil
    }
    func mark(
      _ share: Double, _ region: Box?
    ) -> FrontierSweeps<G>.Mark {
      let levels = goal.indices.map { i in
        let gap = share * (space.upperBounds[i] - space.lowerBounds[i])
        return isBelow
          ? min(goal[i] - gap, region?[i].lower ?? goal[i])
          : max(goal[i] + gap, region?[i].upper ?? goal[i])
      }
      return FrontierSweeps<G>.Mark(levels: levels, isFromBelow: isBelow)
    }
    return Side(
      goal: goal, far: isBelow ? space.lowerBounds : space.upperBounds,
      mark: mark(Self.arrival, regions[place]),
      vicinity: mark(Self.vicinity, nil))
  }

  /// How near to an equilibrium without a proven region levels are there, as a
  /// share of the bounds' distance: above the one at which sweeps end.
  private static var arrival: Double { 1e-5 }
  /// How near they may be there, however slowly sweeps settle.
  private static var vicinity: Double { 1e-4 }

  /// How much work goes into the bound beyond the levels, as a share of what
  /// went into the others: while they are looked for, and once they do not
  /// tell.
  private static var shares: (first: Double, last: Double) { (0.25, 1) }

  /// Whether a path comes back from levels; nil if its bounds do not tell.
  private func verdict(on levels: [Double], _ side: Side) -> Bool? {
    var beyond = sweeps(levels, between: levels, side.goal, until: side.mark)
    var retreat = sweeps(levels, between: side.far, levels)
    while !retreat.isOver {
      retreat.sweep()
      keepPace(&beyond, with: retreat.work)
      if staysAway(beyond, side) { return false }
    }
    let lowest = retreat.levels
    var approach = sweeps(lowest, between: lowest, side.goal, until: side.mark)
    while !approach.isOver {
      approach.sweep()
      keepPace(&beyond, with: retreat.work + approach.work)
      if staysAway(beyond, side) { return false }
    }
    if approach.isArrived { return true }
    let work = retreat.work + approach.work
    keepPace(&beyond, with: work, share: Self.shares.last)
    return staysAway(beyond, side) ? false : nil
  }

  private func keepPace(
    _ sweeps: inout FrontierSweeps<G>, with work: Int,
    share: Double = Self.shares.first
  ) {
    while !sweeps.isOver, Double(sweeps.work) < share * Double(work) {
      sweeps.sweep()
    }
  }

  /// Whether the bound beyond the levels does not come to the equilibrium.
  private func staysAway(
    _ beyond: borrowing FrontierSweeps<G>, _ side: Side
  ) -> Bool {
    beyond.isSettled && beyond.isShort(of: side.vicinity)
  }

  private func sweeps(
    _ levels: [Double], between a: [Double], _ b: [Double],
    until mark: FrontierSweeps<G>.Mark? = nil
  ) -> FrontierSweeps<G> {
    let bounds = StrategySpace(
      levels: zip(a, b).map { min($0, $1)...max($0, $1) })
    return FrontierSweeps(network, from: levels, within: bounds, until: mark)
  }
}
