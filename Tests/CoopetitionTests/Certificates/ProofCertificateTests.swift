import Testing

@testable import Coopetition

/// Certificates hold, survive writing and reading, and are refused when any
/// claim is changed.
struct ProofCertificateTests {
  private func game() throws -> SharingGame {
    try SharingGame(Cluster(scenario: Golden.scenario("multi-204")))
  }

  private func certificate() throws -> ProofCertificate {
    try #require(ProofCertificate(game().analyze()))
  }

  @Test(arguments: ["case-100", "multi-204", "multi-218", "dilemma-300"])
  func whatIsSolvedIsVerified(name: String) throws {
    let game = try SharingGame(Cluster(scenario: Golden.scenario(name)))
    let proof = try #require(ProofCertificate(game.analyze()))
    #expect(proof.check(game) == .holds(.complete))
    #expect(proof.isComplete)
  }

  @Test func whatIsWrittenIsRead() throws {
    let proof = try certificate()
    let document = try YAMLDocument.parse(proof.json.description)
    let read = try ProofCertificate(
      ScenarioValue(node: document, place: nil))
    #expect(read == proof)
  }

  @Test(arguments: 0..<3)
  func aMissingEquilibriumIsNoticed(claim: Int) throws {
    var proof = try certificate()
    proof.claims.remove(at: claim)
    guard case .refused(let reason) = proof.check(try game()) else {
      Issue.record("claims to be complete without equilibrium \(claim)")
      return
    }
    #expect(reason.contains("may hold other equilibria"))
  }

  @Test func anInventedEquilibriumIsNoticed() throws {
    var proof = try certificate()
    proof.claims[1].levels[0] += 1e-6
    #expect(
      try proof.check(game()) == .refused("equilibrium 2 cannot be proven"))
    proof = try certificate()
    proof.claims.append(proof.claims[0])
    #expect(
      try proof.check(game())
        == .refused("what it claims of equilibrium 4 is not so"))
  }

  @Test func falseClaimsAreNoticed() throws {
    var proof = try certificate()
    proof.claims[0].stability = .unstable
    #expect(
      try proof.check(game())
        == .refused("what it claims of equilibrium 1 is not so"))
    proof = try certificate()
    proof.claims[1].index = 1
    #expect(
      try proof.check(game())
        == .refused("what it claims of equilibrium 2 is not so"))
    proof = try certificate()
    proof.scenario = "another"
    #expect(
      try proof.check(game())
        == .refused("it is about another, not about multi-204"))
  }

  @Test func aMovedEquilibriumIsNoticed() throws {
    for move in [1e-12, 5e-7] {
      var proof = try certificate()
      let free = try #require(
        proof.claims.firstIndex { !$0.box.allSatisfy(\.isPoint) })
      let variable = try #require(
        proof.claims[free].box.firstIndex { !$0.isPoint })
      proof.claims[free].levels[variable] += move
      guard case .refused = try proof.check(game()) else {
        Issue.record("an equilibrium moved by \(move) is accepted")
        return
      }
      // Nor with a box that was moved too.
      let level = proof.claims[free].levels[variable]
      proof.claims[free].box[variable] = Interval(
        lower: level - 1e-13, upper: level + 1e-13)
      guard case .refused = try proof.check(game()) else {
        Issue.record("an equilibrium and its box moved by \(move) pass")
        return
      }
    }
  }

  @Test func aFalseOptimumIsNoticed() throws {
    var proof = try certificate()
    let optimum = try #require(proof.optimum)
    proof.optimum?.bound = optimum.welfare * (1 - 1e-6)
    #expect(
      try proof.check(game()) == .refused("the optimum cannot be proven"))
    proof = try certificate()
    proof.optimum?.welfare = optimum.welfare * (1 + 1e-6)
    #expect(
      try proof.check(game()) == .refused("the optimum cannot be proven"))
    proof = try certificate()
    // The claims are in the order of welfare, best first.
    proof.optimum?.levels = proof.claims[proof.claims.count - 1].levels
    #expect(
      try proof.check(game()) == .refused("the optimum cannot be proven"))
  }

  @Test func aTheoremThatDoesNotHoldIsNoticed() throws {
    var proof = try certificate()
    proof.uniqueness = [.pMatrix]
    #expect(
      try proof.check(game())
        == .refused("the theorem pMatrix cannot be proven"))
  }

  @Test func theWorkHasALimit() throws {
    let proof = try certificate()
    let check = CompletenessCheck(boxLimit: 2)
    guard case .refused(let reason) = try proof.check(game(), by: check) else {
      Issue.record("a check without its end is accepted")
      return
    }
    #expect(reason.hasPrefix("the check ended after 2 of "))
  }

  @Test func theDigestIsOfTheGameNotOfTheFile() throws {
    let one = try Cluster(
      yaml: "firms: [{name: A}, {name: B}]\ncomplementarity: {uniform: 0.5}")
    let same = try Cluster(
      yaml: "{complementarity: [[0, 0.5], [0.5, 0]], "
        + "firms: [{name: A, knowledge: 1}, {name: B}]}")
    let other = try Cluster(
      yaml: "firms: [{name: A}, {name: B}]\ncomplementarity: {uniform: 0.25}")
    let digests = try [one, same, other].map { try SharingGame($0).digest }
    #expect(digests[0] == digests[1] && digests[0] != digests[2])
    #expect(digests[0].count == 64)
  }

  /// No two clusters have one digest that differ by whom one link joins.
  @Test(arguments: ["complementarity", "rivalry"])
  func theDigestIsOfEveryLink(network: String) throws {
    let digests = try (0..<9).map { place in
      let rows = (0..<3).map { i in
        (0..<3).map { i != $0 && 3 * i + $0 == place ? "0.5" : "0" }
      }
      let matrix = rows.map { "[\($0.joined(separator: ", "))]" }
      return try SharingGame(
        Cluster(
          yaml: "firms: [{name: A}, {name: B}, {name: C}]\n"
            + "\(network): [\(matrix.joined(separator: ", "))]")
      ).digest
    }
    // The three places of the diagonal make no link.
    #expect(Set(digests).count == 7)
  }

  @Test func anotherClusterIsNotCovered() throws {
    let proof = try certificate()
    var cluster = try Cluster(scenario: Golden.scenario("multi-204"))
    cluster.environment *= 1.01
    guard case .refused = proof.check(try SharingGame(cluster)) else {
      Issue.record("a certificate holds for another cluster")
      return
    }
  }

  @Test(arguments: [".", ". .", "9:0.5 . .", "0:0.5 .", "0:0.7,0.2 . . ."])
  func aTreeThatClosesNothingIsRefused(text: String) throws {
    var proof = try certificate()
    proof.tree = try SearchTree(text: text)
    guard case .refused = proof.check(try game()) else {
      Issue.record("the tree \(text) is accepted")
      return
    }
  }

  @Test(arguments: ["x", "1", "a:0.5", "0:nan", "0:inf", "0:1:2"])
  func textsThatAreNoTreesAreErrors(text: String) {
    #expect(throws: ScenarioError.self) { try SearchTree(text: text) }
  }

  @Test func whatIsNotDecidedIsNotClaimed() throws {
    let game = try FormulaGame(
      "Continuum",
      players: [
        FormulaPlayer("A", ["x": 0...1], payoff: "-(x+y-1)^2"),
        FormulaPlayer("B", ["y": 0...1], payoff: "-(x+y-1)^2"),
      ])
    let search = BranchAndPrune(boxLimit: 200)
    var proof = try #require(
      ProofCertificate(game.analyze(using: Analyzer(search: search))))
    guard case .holds(.incomplete) = proof.check(game) else {
      Issue.record("an honest remainder is refused")
      return
    }
    proof.isComplete = true
    guard case .refused = proof.check(game) else {
      Issue.record("a remainder passes as complete")
      return
    }
  }

  /// A keeps a constraint that B's answer leaves no way to keep.
  @Test func anOptimumUnderConstraintsIsNoClaim() throws {
    let game = try FormulaGame(
      yaml: """
        game: Nobody
        players:
        - {name: A, variables: {x: [0, 1]}, payoff: 'x - x^2 + x*y'}
        - {name: B, variables: {y: [-1, 0]}, payoff: '-(y + 0.5)^2'}
        constraints:
        - {formula: 'x - y <= 0', players: [A]}
        """)
    let analysis = game.analyze()
    #expect(analysis.optimum.isProven && analysis.equilibria.isEmpty)
    let proof = try #require(ProofCertificate(analysis))
    guard case .holds = proof.check(game) else {
      Issue.record("a certificate is refused")
      return
    }
  }
}
