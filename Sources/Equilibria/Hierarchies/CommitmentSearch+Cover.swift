import Games

// Bounds for the best equilibrium, and for one chosen by a measure: a cover of
// all equilibria over all parameters by boxes of both.
extension CommitmentSearch.Search {
  private var dimension: Int { commitment.family.dimension }

  /// Halves boxes of levels and parameters until the bound is near enough to
  /// the value.
  mutating func boundCover() -> Termination {
    let box = commitment.parameterBox
    let levels = LevelBounds(commitment.family, over: box).whole
    push(levels + box, bound: parameters.knownBound, levels: [])
    return boundBoxes { $0.cover($1) }
  }

  private mutating func cover(_ node: CommitmentSearch.Node) {
    let parameters = Array(node.box[dimension...])
    let contraction = CorrespondenceContraction(
      commitment.family, over: parameters)
    guard
      let levels = contraction.contracted(Array(node.box[..<dimension])),
      !pool.replies.excludeEquilibria(in: levels, over: parameters)
    else { return }
    let map = NaturalMap(
      commitment.family, over: levels, parameters, contraction.bounds)
    let slopes = map?.slopes
    let centre = parameters.midpoint
    let bound = CoverBound(
      commitment: commitment, levels: levels, parameters: parameters,
      slopes: slopes, equilibrium: candidate(in: levels, at: centre))
    guard !bound.violatesConstraint else { return }
    let value = min(node.bound, bound.enclosure(of: commitment.objective).upper)
    if let here = bound.feasibleValue,
      here > (incumbent?.value ?? -.infinity) + tolerance * Self.improvement
    {
      offer(judge(centre))
    }
    guard !closes(value) else { return }
    let isBranch = slopes != nil && bound.equilibrium != nil
    splitCover(levels, parameters, value, alongParameters: isBranch)
  }

  /// A better equilibrium counts if it gains this share of the gap.
  private static var improvement: Double { 0.1 }

  /// The equilibrium at the centre that Newton's method finds in a box, proven.
  private func candidate(in levels: Box, at centre: [Double]) -> Box? {
    func open<G: Game>(_ game: G) -> [Double]? {
      let solution = SemismoothNewton().solve(game, from: levels.midpoint)
      return solution.termination == .converged ? solution.levels : nil
    }
    let game = commitment.family.game(at: centre)
    guard let found = open(game), levels.contains(found),
      let branch = BranchProof(family: commitment.family).branch(
        through: found.map { Interval($0) }, at: centre,
        over: centre.map { Interval($0) })
    else { return nil }
    return levels.contains(branch.levels) ? branch.levels : nil
  }

  private mutating func splitCover(
    _ levels: Box, _ parameters: Box, _ bound: Double,
    alongParameters: Bool
  ) {
    let graph = commitment.family.graph.strategies
    let box = levels + parameters
    func width(_ v: Int) -> Double {
      let whole = graph.interval(of: v).width
      return whole > 0 ? box[v].width / whole : 0
    }
    let all = alongParameters ? dimension..<box.count : 0..<box.count
    let chosen = all.max { width($0) < width($1) }
    guard let chosen, width(chosen) > Self.leastWidth,
      case let halves = box.bisected(along: chosen), !halves.isEmpty
    else {
      giveUp(bound)
      return
    }
    for half in halves { push(half, bound: bound, levels: []) }
  }
}
