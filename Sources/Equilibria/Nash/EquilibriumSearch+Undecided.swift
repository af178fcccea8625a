import Games

extension EquilibriumSearch {
  /// Profiles without regret in isolated undecided boxes, such as those where
  /// a deviation is worth exactly as much; each once, the one of least regret.
  var unproven: [Equilibrium] {
    var distinct: [Equilibrium] = []
    for found in isolated.sorted(by: { $0.regret.upper < $1.regret.upper }) {
      let others = known.map(\.levels) + distinct.map(\.levels)
      if !others.contains(where: { isSame($0, found.levels) }) {
        distinct.append(found)
      }
    }
    return distinct
  }

  /// Whether profiles are too near for two that no proof tells apart: beside a
  /// multiple root, or a proven equilibrium, there are profiles of next to no
  /// regret.
  private func isSame(_ a: [Double], _ b: [Double]) -> Bool {
    a.indices.allSatisfy { v in
      let width = game.strategies.interval(of: v).width
      return abs(a[v] - b[v]) <= BranchAndPrune.distinction * width
    }
  }

  private var isolated: [Equilibrium] {
    BoxClusters(undecided).hulls.compactMap { hull in
      guard relativeWidth(hull) <= BranchAndPrune.isolation,
        boxes.places(meeting: hull).isEmpty
      else { return nil }
      let newton = parameters.multiStart.solver
        .solve(game, from: hull.midpoint).levels
      return [snapped(hull), newton].lazy
        .filter { isNear($0, hull) }
        .compactMap { withoutRegret($0, in: hull) }.first
    }
  }

  /// The middle of a box, with the variables that touch a bound at it.
  private func snapped(_ box: Box) -> [Double] {
    box.indices.map { v in
      let whole = game.strategies.interval(of: v)
      if box[v].lower == whole.lower { return whole.lower }
      return box[v].upper == whole.upper ? whole.upper : box[v].midpoint
    }
  }

  private func isNear(_ levels: [Double], _ hull: Box) -> Bool {
    zip(levels, hull).allSatisfy {
      abs($0 - $1.midpoint) <= $1.width + BranchAndPrune.isolation
    }
  }

  /// The profile as an equilibrium that is not proven, if the bound on its
  /// regret is that small.
  private func withoutRegret(
    _ levels: [Double], in hull: Box
  ) -> Equilibrium? {
    let payoff = game.payoffs(at: levels).reduce(0) { max($0, abs($1)) }
    let regret = game.regret(at: levels)
    let most = parameters.multiStart.regretTolerance * (1 + payoff)
    guard regret.upper <= most else { return nil }
    return Equilibrium(
      levels: levels, certificate: .undecided(box: hull), regret: regret,
      stability: StabilityProof.stability(of: game, at: levels, over: hull),
      index: 0)
  }
}
