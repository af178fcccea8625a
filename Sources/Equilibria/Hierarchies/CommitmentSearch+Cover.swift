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
      let levels = contraction.contracted(Array(node.box[..<dimension]))
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

/// Shrinks a box of levels without losing an equilibrium at any parameter of a
/// box.
private struct CorrespondenceContraction {
  let family: GameFamily
  let parameters: Box
  let bounds: LevelBounds

  /// The limit on sweeps, and the gain of the last one that is worth another.
  private static let sweepLimit = 20
  private static let leastGain = 0.1

  init(_ family: GameFamily, over parameters: Box) {
    self.family = family
    self.parameters = parameters
    bounds = LevelBounds(family, over: parameters)
  }

  /// What is left of a box; nil if nothing.
  func contracted(_ start: Box) -> Box? {
    var box = start
    for _ in 0..<Self.sweepLimit {
      let before = box
      guard contractByMarginals(&box), contractByMap(&box) else { return nil }
      let gained = zip(box, before).contains {
        $0.width < (1 - Self.leastGain) * $1.width
      }
      if !gained { break }
    }
    return box
  }

  /// By each variable's own condition, where its bounds stand still.
  private func contractByMarginals(_ box: inout Box) -> Bool {
    let whole = bounds.whole
    var marginals = [MarginalBounds](
      repeating: .unknown, count: box.count + parameters.count)
    family.graph.marginalBounds(over: box + parameters, into: &marginals)
    for v in box.indices where !box[v].isPoint {
      guard bounds.lower[v].isPoint, bounds.upper[v].isPoint else { continue }
      guard let rest = marginals[v].rest(of: box[v], in: whole[v])
      else { return false }
      box[v] = rest
    }
    return true
  }

  /// By the natural map, whose fixed points the equilibria are.
  private func contractByMap(_ box: inout Box) -> Bool {
    guard let map = NaturalMap(family, over: box, parameters, bounds) else {
      return true
    }
    guard !map.excludesEquilibria,
      let rest = box.intersection(map.image)
    else { return false }
    box = rest
    return true
  }
}

/// What all equilibria of a box of levels and parameters say of an objective.
private struct CoverBound {
  let commitment: Commitment
  let levels: Box
  let parameters: Box
  /// How equilibria move with the parameters, if that is known.
  let slopes: [[Interval]]?
  /// Encloses an equilibrium of the box at the centre of the parameters.
  let equilibrium: Box?

  /// Encloses what a player of the graph earns in them.
  func enclosure(of player: Int) -> Interval {
    if let slopes, let equilibrium {
      let branch = ProvenBranch(levels: levels, slopes: slopes)
      return BranchBound(
        commitment: commitment, branch: branch, box: parameters,
        centre: parameters.midpoint, levels: equilibrium
      ).enclosure(of: player).value
    }
    let graph = commitment.family.graph
    let box = levels + parameters
    var weights = [Double](repeating: 0, count: graph.playerCount)
    weights[player] = 1
    var gradient = [Interval](repeating: .zero, count: box.count)
    let direct = graph.weightedEnclosure(
      weights, over: box, gradient: &gradient)
    let centre = box.midpoint.map { Interval($0) }
    let here = graph.payoffEnclosure(of: player, over: centre)
    let mean = box.indices.reduce(here) {
      $0 + gradient[$1] * (box[$1] - centre[$1])
    }
    return direct.intersection(mean) ?? direct
  }

  /// Whether a constraint is violated in all of them.
  var violatesConstraint: Bool {
    commitment.constraints.contains { enclosure(of: $0).isNegative }
  }

  /// What is earned in the equilibrium at the centre, if it is feasible.
  var feasibleValue: Double? {
    guard let equilibrium else { return nil }
    let point = equilibrium + parameters.midpoint.map { Interval($0) }
    let graph = commitment.family.graph
    let isFeasible = commitment.constraints.allSatisfy {
      graph.payoffEnclosure(of: $0, over: point).lower >= 0
    }
    guard isFeasible else { return nil }
    return graph.payoffEnclosure(of: commitment.objective, over: point).lower
  }
}
