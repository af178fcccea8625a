import Games

/// Checks claims about the equilibria of a game without searching for any.
///
/// Each claimed equilibrium is proven anew from its levels. Then the tree is
/// walked once: every part of the strategy space must be closed, because
/// contraction or Krawczyk's operator leaves nothing of it, because it lies
/// where a proven equilibrium is alone, or because somebody is proven to gain
/// by leaving it. No profile is searched for, no box is chosen, nothing is
/// repeated until it works: a claim that is false cannot pass.
///
/// - Complexity: O(nodes of the tree) contractions.
public struct CompletenessCheck: Sendable {
  /// What a check found.
  public enum Verdict: Sendable, Equatable {
    /// The claimed equilibria exist and there is no other.
    case complete
    /// The claimed equilibria exist; some parts of the strategy space, this
    /// many, are not closed.
    case incomplete(openParts: Int)
    /// The claim at this place cannot be proven.
    case unproven(claim: Int)
    /// What is claimed of the equilibrium at this place is not what is proven.
    case contradicted(claim: Int)
    /// The tree is none.
    case malformed
    /// The check ended after this many boxes of the tree.
    case interrupted(boxes: Int)
  }

  /// How many boxes of a tree are looked at.
  public var boxLimit: Int
  /// Is asked now and then whether to go on.
  public var monitor: Monitor

  /// What is claimed of one equilibrium.
  package struct Claim: Sendable, Equatable {
    /// The levels.
    package var levels: [Double]
    /// A box around the levels that holds this equilibrium and no other.
    package var box: Box
    /// Whether it is stable, unstable or undecided.
    package var stability: Stability
    /// The sign of the determinant of the negative Jacobian of the free part.
    package var index: Int

    /// A claim.
    package init(
      levels: [Double], box: Box, stability: Stability, index: Int
    ) {
      self.levels = levels
      self.box = box
      self.stability = stability
      self.index = index
    }

    /// What is claimed of a proven equilibrium; nil if it is none.
    ///
    /// The box is twice as wide as the one of the proof, as far as the region
    /// of uniqueness goes, so that a proof on another machine lies in it.
    package init?(_ equilibrium: Equilibrium) {
      guard case .proven(let box, let region) = equilibrium.certificate else {
        return nil
      }
      let levels = equilibrium.levels
      let wide = levels.indices.map { v in
        let hull = box[v].hull(Interval(levels[v]))
        guard !hull.isPoint else { return hull }
        return Interval(
          lower: max(region[v].lower, hull.lower - hull.width),
          upper: min(region[v].upper, hull.upper + hull.width))
      }
      self.init(
        levels: levels, box: wide, stability: equilibrium.stability,
        index: equilibrium.index)
    }
  }

  /// A check with its limit.
  ///
  /// - Parameters:
  ///   - boxLimit: How many boxes of a tree are looked at.
  ///   - monitor: Is asked now and then whether to go on.
  public init(boxLimit: Int = .max, monitor: Monitor = .unattended) {
    self.boxLimit = boxLimit
    self.monitor = monitor
  }

  /// Checks claims about a game.
  ///
  /// - Parameters:
  ///   - claims: The equilibria that are said to exist.
  ///   - tree: How the search divided the strategy space.
  ///   - game: The game.
  /// - Returns: What holds.
  package func verdict<G: Game>(
    on claims: [Claim], tree: SearchTree, of game: G
  ) -> Verdict {
    guard tree.isWellFormed(dimension: game.strategies.dimension) else {
      return .malformed
    }
    var proofs: [EquilibriumProof.Result] = []
    for (k, claim) in claims.enumerated() {
      guard game.strategies.contains(claim.levels),
        let proof = EquilibriumProof(game, levels: claim.levels).result()
      else { return .unproven(claim: k) }
      let isSame =
        proof.stability == claim.stability && claim.box.contains(claim.levels)
        && claim.box.contains(proof.box) && proof.region.contains(claim.box)
      let isNew = !proofs.contains {
        $0.box.intersection(proof.box) != nil
      }
      guard isSame, proof.index == claim.index, isNew else {
        return .contradicted(claim: k)
      }
      proofs.append(proof)
    }
    guard let open = openParts(of: tree, in: game, proofs) else {
      return .interrupted(boxes: min(boxLimit, tree.nodes.count))
    }
    return open == 0 ? .complete : .incomplete(openParts: open)
  }

  /// The theorems of uniqueness among some that can be proven anew.
  package func proven<G: Game>(
    _ theorems: [UniquenessTheorem], of game: G, claims: [Claim]
  ) -> [UniquenessTheorem] {
    var root = game.strategies.box
    var sweeps = 0
    guard game.isTotal(over: root),
      Contraction().contract(&root, of: game, sweeps: &sweeps) == .box
    else { return [] }
    var proven = UniquenessTests(game, over: root).theorems
    let isContracted = claims.contains { claim in
      EquilibriumProof(game, levels: claim.levels).result()?.region
        .contains(root) ?? false
    }
    if isContracted { proven.append(.contraction) }
    return theorems.filter(proven.contains)
  }

  /// How many boxes are looked at between two questions whether to go on.
  private static let roundSize = 64

  /// How many leaves of the tree are not closed; nil if not all were looked at.
  private func openParts<G: Game>(
    of tree: SearchTree, in game: G, _ proofs: [EquilibriumProof.Result]
  ) -> Int? {
    var root = game.strategies.box
    var work = EquilibriumSet.Work()
    let isTotal = game.isTotal(over: root)
    let outcome =
      isTotal
      ? Contraction().contract(&root, of: game, sweeps: &work.sweeps) : .box
    if outcome == .empty { return 0 }
    if proofs.count == 1, !UniquenessTests(game, over: root).theorems.isEmpty {
      return 0
    }
    let closure = CellClosure(
      game: game, directions: tree.directions, isTotal: isTotal,
      boxes: BoxList(proofs.map(\.box)),
      regions: BoxList(proofs.map(\.region)))
    // Nil stands for parts of what is closed, which are passed over.
    var open: [Cell?] = [Cell(root, tree.directions)]
    var count = 0
    for (k, node) in tree.nodes.enumerated() {
      let isRound = k % Self.roundSize == 0
      guard k < boxLimit,
        !isRound
          || monitor.continues("boxes checked", done: k, of: tree.nodes.count)
      else { return nil }
      guard let next = open.popLast() else { return count + 1 }
      let rest = next.flatMap { closure.rest(of: $0, work: &work)?.cell }
      guard let cut = node.cut else {
        if let rest, !closure.isLeft(rest.box) { count += 1 }
        continue
      }
      let parts =
        rest.map { cut.parts(of: $0) }
        ?? [Cell?](repeating: nil, count: node.partCount)
      open += parts.reversed()
    }
    return count
  }
}
