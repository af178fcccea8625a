import Games

/// What all equilibria of a box of levels and parameters say of an objective.
struct CoverBound {
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

extension CoverBound {
  /// Bounds what the committer may earn in an equilibrium over a box of
  /// parameters, whichever it is, where no branch of equilibria is proven: at a
  /// cusp, say, where one equilibrium is about to become three.
  ///
  /// Every feasible equilibrium lies in one of the boxes of levels that are
  /// examined, so that none earns more than the greatest of their bounds.
  ///
  /// - Parameters:
  ///   - commitment: The commitment.
  ///   - parameters: The box of parameters.
  ///   - target: What need not be bounded any lower.
  ///   - replies: Tells boxes of levels that a follower would leave.
  /// - Returns: The bound; negative infinity if no equilibrium can satisfy the
  ///   constraints.
  static func ofAnyEquilibrium(
    _ commitment: Commitment, over parameters: Box, target: Double,
    replies: FollowerReplies
  ) -> Double {
    let contraction = CorrespondenceContraction(
      commitment.family, over: parameters)
    var bound = -Double.infinity
    var open = [contraction.bounds.whole]
    var examined = 0
    while let levels = open.popLast() {
      guard let rest = contraction.contracted(levels),
        !replies.excludeEquilibria(in: rest, over: parameters)
      else { continue }
      examined += 1
      let cover = CoverBound(
        commitment: commitment, levels: rest, parameters: parameters,
        slopes: nil, equilibrium: nil)
      guard !cover.violatesConstraint else { continue }
      let value = cover.enclosure(of: commitment.objective).upper
      let widest = rest.indices.max { rest[$0].width < rest[$1].width }
      guard value > max(target, bound), examined < mostBoxes,
        let widest, case let halves = rest.bisected(along: widest),
        !halves.isEmpty
      else {
        bound = max(bound, value)
        continue
      }
      open += halves
    }
    return bound
  }

  /// How many boxes of levels are examined.
  private static let mostBoxes = 100
}
