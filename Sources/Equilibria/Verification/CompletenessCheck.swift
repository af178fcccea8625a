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
  }

  /// What is claimed of one equilibrium.
  public struct Claim: Sendable, Equatable {
    /// The levels.
    public var levels: [Double]
    /// Whether it is stable, unstable or undecided.
    public var stability: Stability
    /// The sign of the determinant of the negative Jacobian of the free part.
    public var index: Int

    /// A claim.
    public init(levels: [Double], stability: Stability, index: Int) {
      self.levels = levels
      self.stability = stability
      self.index = index
    }
  }

  /// A check.
  public init() {}

  /// Checks claims about a game.
  ///
  /// - Parameters:
  ///   - claims: The equilibria that are said to exist.
  ///   - tree: How the search divided the strategy space.
  ///   - game: The game.
  /// - Returns: What holds.
  public func verdict<G: Game>(
    on claims: [Claim], tree: SearchTree, of game: G
  ) -> Verdict {
    guard tree.isWellFormed else { return .malformed }
    var proofs: [EquilibriumProof.Result] = []
    for (k, claim) in claims.enumerated() {
      guard game.strategies.contains(claim.levels),
        let proof = EquilibriumProof(game, levels: claim.levels).result()
      else { return .unproven(claim: k) }
      let isSame = proof.stability == claim.stability
      let isNew = !proofs.contains {
        $0.box.intersection(proof.box) != nil
      }
      guard isSame, proof.index == claim.index, isNew else {
        return .contradicted(claim: k)
      }
      proofs.append(proof)
    }
    let open = openParts(of: tree, in: game, proofs)
    return open == 0 ? .complete : .incomplete(openParts: open)
  }

  /// How many leaves of the tree are not closed.
  private func openParts<G: Game>(
    of tree: SearchTree, in game: G, _ proofs: [EquilibriumProof.Result]
  ) -> Int {
    var root = game.strategies.box
    var sweeps = 0
    let outcome = Contraction().contract(&root, of: game, sweeps: &sweeps)
    if outcome == .empty { return 0 }
    let closure = BoxClosure(game: game, proofs: proofs)
    // Nil stands for parts of what is closed, which are passed over.
    var open: [Box?] = [root]
    var count = 0
    for node in tree.nodes {
      guard let next = open.popLast() else { return count + 1 }
      let rest = next.flatMap { closure.rest(of: $0) }
      switch node {
      case .leaf:
        if rest != nil { count += 1 }
      case .cut(let variable, let points):
        guard variable >= 0, variable < root.count else { return count + 1 }
        let cut = Cut(variable: variable, points: points)
        let parts =
          rest.map { cut.parts(of: $0) }
          ?? [Box?](repeating: nil, count: node.partCount)
        open += parts.reversed()
      }
    }
    return count
  }
}

/// Closes boxes in which there is no equilibrium beside those that are proven.
private struct BoxClosure<G: Game> {
  let game: G
  let proofs: [EquilibriumProof.Result]

  /// What is left of a box; nil if it is closed.
  func rest(of start: Box) -> Box? {
    var box = start
    var sweeps = 0
    if isKnown(box) { return nil }
    let outcome = Contraction.ofParts.contract(
      &box, of: game, sweeps: &sweeps)
    if outcome == .empty || isKnown(box) { return nil }
    guard LinearRelaxation.shrink(&box, of: game),
      let image = Krawczyk.shrink(&box, of: game)
    else { return nil }
    if isKnown(box) { return nil }
    let holdsAProof = proofs.contains { box.contains($0.box) }
    if image.holdsOne && holdsAProof { return nil }
    let isLeft = (0..<game.playerCount).contains {
      DeviationProof(game, player: $0, around: box).provesGain()
    }
    return isLeft ? nil : box
  }

  private func isKnown(_ box: Box) -> Bool {
    proofs.contains { $0.region.contains(box) }
  }
}
