import Games

/// What a branch proven over a box of parameters says of an objective and of
/// constraints there.
struct BranchBound {
  let commitment: Commitment
  let branch: ProvenBranch
  let box: Box
  let centre: [Double]
  /// Encloses the equilibrium at the centre.
  let levels: Box

  /// What is known of a branch.
  init(
    commitment: Commitment, branch: ProvenBranch, box: Box,
    centre: [Double], levels: Box
  ) {
    (self.commitment, self.branch, self.box) = (commitment, branch, box)
    (self.centre, self.levels) = (centre, levels)
  }

  /// The branch through an equilibrium at the centre of a box; nil if it is
  /// not proven over all of it.
  init?(
    _ commitment: Commitment, through levels: [Double], at centre: [Double],
    over box: Box
  ) {
    let proof = BranchProof(family: commitment.family)
    guard
      let here = proof.branch(
        through: levels.map { Interval($0) }, at: centre,
        over: centre.map { Interval($0) }),
      let branch = proof.branch(through: here.levels, at: centre, over: box)
    else { return nil }
    self.init(
      commitment: commitment, branch: branch, box: box, centre: centre,
      levels: here.levels)
  }

  /// Encloses what a player of the graph earns along the branch: directly, and
  /// in mean value form about the centre, with the parameter's slope.
  func enclosure(of player: Int) -> (value: Interval, slopes: [Interval]?) {
    let graph = commitment.family.graph
    let n = commitment.family.dimension
    var weights = [Double](repeating: 0, count: graph.playerCount)
    weights[player] = 1
    var gradient = [Interval](repeating: .zero, count: n + box.count)
    let point = branch.levels + box
    let direct = graph.weightedEnclosure(
      weights, over: point, gradient: &gradient)
    guard let moves = branch.slopes else { return (direct, nil) }
    let here = graph.payoffEnclosure(
      of: player, over: levels + centre.map { Interval($0) })
    let slopes = box.indices.map { p in
      (0..<n).reduce(gradient[n + p]) { $0 + gradient[$1] * moves[$1][p] }
    }
    let mean = box.indices.reduce(here) {
      $0 + slopes[$1] * (box[$1] - Interval(centre[$1]))
    }
    return (direct.intersection(mean) ?? direct, slopes)
  }

  /// Whether a constraint is violated all over the box.
  var violatesConstraint: Bool {
    commitment.constraints.contains {
      enclosure(of: $0).value.isNegative
    }
  }
}
