import Games

// Bounds for the worst equilibrium: branches proven to exist over boxes of
// parameters.
extension CommitmentSearch.Search {
  /// Halves boxes until the bound is near enough to the value.
  mutating func boundBranches() -> Termination {
    push(commitment.parameterBox, bound: parameters.knownBound, levels: [])
    return boundBoxes { $0.examine($1) }
  }

  /// Bounds a box by the branches through the equilibria at its centre, worst
  /// first, and halves it if that is not enough.
  private mutating func examine(_ node: CommitmentSearch.Node) {
    let centre = node.box.midpoint
    let known = equilibria(at: centre, node)
    var bound = node.bound
    var influences: [Double]?
    var hasBranch = false
    for levels in known.prefix(Self.branchesTried) {
      guard
        let branch = BranchBound(
          commitment, through: levels, at: centre, over: node.box)
      else { continue }
      hasBranch = true
      if branch.violatesConstraint { return }
      let (value, slopes) = branch.enclosure(of: commitment.objective)
      if value.upper < bound || influences == nil {
        influences = slopes?.map(\.magnitude)
      }
      bound = min(bound, value.upper)
      if closes(bound) { return }
    }
    if !hasBranch, isSmall(node.box) {
      let target = (incumbent?.value ?? -.infinity) + tolerance / 2
      bound = min(
        bound,
        CoverBound.ofAnyEquilibrium(
          commitment, over: node.box, target: target, replies: pool.replies))
      if bound == -.infinity || closes(bound) { return }
    }
    split(node.box, bound, known, influences)
  }

  /// Whether a box is so small that all equilibria may be covered.
  private func isSmall(_ box: Box) -> Bool {
    zip(box, commitment.family.ranges).allSatisfy { side, range in
      side.width <= Self.smallShare * (range.upperBound - range.lowerBound)
    }
  }

  /// The share of the ranges from which on a box without a branch is covered.
  private static var smallShare: Double { 1.0 / 64 }

  /// How many branches are tried to bound a box.
  private static var branchesTried: Int { 3 }

  /// The equilibria at a point, those that bound most first: infeasible ones,
  /// then the worst. All of them are searched for where the point may be a
  /// better commitment than the one known.
  private mutating func equilibria(
    at centre: [Double], _ node: CommitmentSearch.Node
  ) -> [[Double]] {
    let local = pool.local(at: centre, from: node.levels)
    let mayImprove = local.map { here in
      guard here.violation <= 0 else { return false }
      return here.value > incumbent?.value ?? -.infinity
    }
    guard mayImprove ?? true else { return pool.ordered(local) }
    let judged = judge(centre)
    offer(judged)
    return pool.ordered(judged)
  }

  private mutating func split(
    _ box: Box, _ bound: Double, _ levels: [[Double]], _ influences: [Double]?
  ) {
    let ranges = commitment.family.ranges
    func promise(_ p: Int) -> Double {
      let width = ranges[p].upperBound - ranges[p].lowerBound
      guard width > 0 else { return 0 }
      return influences.map { $0[p] * box[p].width } ?? box[p].width / width
    }
    let widths = box.indices.map {
      box[$0].width
        / max(
          ranges[$0].upperBound - ranges[$0].lowerBound, .leastNormalMagnitude)
    }
    let chosen = box.indices.filter { widths[$0] > Self.leastWidth }
      .max { promise($0) < promise($1) }
    guard let chosen, case let halves = box.bisected(along: chosen),
      !halves.isEmpty
    else {
      giveUp(bound)
      return
    }
    for half in halves { push(half, bound: bound, levels: levels) }
  }
}
