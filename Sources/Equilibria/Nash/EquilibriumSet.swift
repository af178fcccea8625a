import Games

/// The equilibria of a game, what remains undecided, and the work it took.
///
/// Every part of the strategy space is accounted for: it was proven free of
/// equilibria, it holds exactly one of ``equilibria`` that is proven, or it is
/// covered by ``undecided``.
public struct EquilibriumSet: Sendable {
  /// The equilibria found, in lexicographic order of their levels.
  public var equilibria: [Equilibrium]
  /// Boxes that may hold further equilibria.
  public var undecided: [Box]
  /// Sets of equilibria, of each of which one is among ``equilibria``.
  public var components: [EquilibriumComponent] = []
  /// Theorems that prove by themselves that there is at most one equilibrium.
  public var uniqueness: [UniquenessTheorem]
  /// Why the search stopped.
  public var termination: Termination
  /// How much work it was.
  package var work: Work
  /// How the search divided the strategy space; nil if it did not.
  package var tree: SearchTree?

  /// Counts of what a search did.
  package struct Work: Sendable, Equatable {
    /// Boxes that were examined.
    package var boxes = 0
    /// Sweeps of contraction over a box.
    package var sweeps = 0
    /// Linear programs that bounded a level.
    package var programs = 0
    /// Newton runs from a starting profile.
    package var starts = 0

    /// No work.
    package init() {}
  }

  /// A set with what is known.
  package init(
    equilibria: [Equilibrium], undecided: [Box],
    uniqueness: [UniquenessTheorem] = [], termination: Termination,
    work: Work = Work(), tree: SearchTree? = nil
  ) {
    self.equilibria = equilibria
    self.undecided = undecided
    self.uniqueness = uniqueness
    self.termination = termination
    self.work = work
    self.tree = tree
  }

  /// Whether it is proven that there is no other equilibrium and that each one
  /// listed exists.
  public var isComplete: Bool {
    undecided.isEmpty && equilibria.allSatisfy(\.isProven)
  }

  /// The sum of the indices, which is 1 if the list is complete and no
  /// equilibrium is degenerate; nil if an index is undecided.
  public var indexSum: Int? {
    guard equilibria.allSatisfy({ $0.index != 0 }) else { return nil }
    return equilibria.reduce(0) { $0 + $1.index }
  }
}

/// A theorem whose condition holds over a whole strategy space and leaves at
/// most one equilibrium.
public enum UniquenessTheorem: String, Sendable, CaseIterable {
  /// Iterated interval best responses shrink the strategy space to a box in
  /// which the equilibrium is unique.
  case contraction
  /// The symmetrised Jacobian of the pseudo-gradient is negative definite
  /// (diagonal strict concavity: Rosen, Econometrica 33, 1965).
  case diagonalStrictConcavity
  /// The negative Jacobian is a P-matrix everywhere (Gale and Nikaido,
  /// Mathematische Annalen 159, 1965), shown by diagonal dominance.
  case pMatrix
}
