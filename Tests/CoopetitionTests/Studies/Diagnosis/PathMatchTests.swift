import Testing

@testable import Coopetition

@Suite struct PathMatchTests {
  /// A cluster in which incumbents improve along the chain.
  private func upgrade() throws -> PathMatch {
    var structure = StructureFeatures(
      try Cluster(firms: [Firm("A"), Firm("B")]))
    (structure.leadership, structure.outside) = (0.03, 0)
    (structure.reciprocity, structure.exposure) = (0.89, 0.5)
    structure.breadth = 0.45
    return PathMatch(structure, uncertainty: nil)
  }

  /// Coordination is what a trap is left by; a dilemma is not.
  @Test(
    arguments: [
      (nil, "; try first: coordination (a hypothesis)"),
      (.trap, "; try first: coordination (a hypothesis)"),
      (
        .dilemma,
        "; try first: money or rules, since coordination leaves no dilemma"
      ),
      (.aligned, "; coordination has little to gain"),
    ] as [(ClusterStateKind?, String)])
  func adviceFollowsTheState(
    state: ClusterStateKind?, advice: String
  ) throws {
    let match = try upgrade()
    #expect(match.path == .upgrade)
    #expect(match.sentence(given: state).hasSuffix(advice))
  }
}
