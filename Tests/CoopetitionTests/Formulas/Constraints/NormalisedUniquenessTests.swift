import Games
import Testing

@testable import Coopetition

@Suite struct NormalisedUniquenessTests {
  private func isProven(_ text: String) throws -> Bool {
    AuctioneerGame(try FormulaGame(yaml: text)).hasAtMostOne
  }

  private static func pair(_ coupling: String) -> String {
    """
    game: g
    players:
    - {name: A, variables: {x: [-1, 1]}, payoff: "-(x - 1)^2 + \(coupling)*x*y"}
    - {name: B, variables: {y: [-1, 1]}, payoff: "-(y - 1)^2 + \(coupling)*x*y"}

    """
  }

  /// The symmetrised Jacobian is [[−4, 2 c], [2 c, −4]].
  @Test(arguments: [("1.9", true), ("-1.9", true), ("2.1", false)])
  func theThresholdOfCoupling(coupling: String, isProven: Bool) throws {
    let text = Self.pair(coupling) + "constraints: [x + y <= 1]"
    #expect(try self.isProven(text) == isProven)
  }

  /// What some ignore, what is not convex and what is no affine equation.
  @Test(arguments: [
    ("x + y <= 1", true), ("x^2 + y^2 <= 1", true), ("x = y", true),
    ("x^2 + y^2 >= 1", false), ("x*y <= 1/4", false), ("x^2 = y", false),
  ])
  func theShapeOfConstraints(constraint: String, isProven: Bool) throws {
    let text = Self.pair("1") + "constraints: [\(constraint)]"
    #expect(try self.isProven(text) == isProven)
  }

  @Test func aConstraintOfSomeIsNotEnough() throws {
    let text =
      Self.pair("1") + "constraints: [{formula: x + y <= 1, players: [A]}]"
    #expect(try !isProven(text))
  }

  /// Thirty firms under a cap on emissions: proven without a search, and
  /// verified.
  @Test func thirtyFirmsUnderACap() throws {
    let names = (0..<30).map { "q\($0)" }
    let players = names.enumerated().map { i, name in
      "- {name: F\(i), variables: {\(name): [0, 50]}, payoff: "
        + "\(name)*(100 - Q) - \(5 + i)*\(name) - \(name)^2/2}"
    }
    let cap = names.enumerated().map { "\(10 + $0)/10*\($1)" }
    let game = try FormulaGame(
      yaml: """
        game: Cap
        define: {Q: \(names.joined(separator: " + "))}
        players:
        \(players.joined(separator: "\n"))
        constraints: [\(cap.joined(separator: " + ")) <= 60]
        """)
    let analysis = game.analyze()
    #expect(analysis.isComplete)
    #expect(analysis.uniqueness == [.diagonalStrictConcavity])
    let outcome = try #require(analysis.equilibria.first)
    #expect(outcome.constraints[0].multiplier.isPositive)
    #expect(outcome.equilibrium.regret.upper < 1e-8)
    let proof = try #require(ProofCertificate(analysis))
    #expect(proof.isComplete)
    #expect(proof.check(game) == .holds(.complete))
  }
}
