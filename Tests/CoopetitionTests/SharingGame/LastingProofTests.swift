import Testing

@testable import Coopetition

@Suite struct LastingProofTests {
  @Test func isMadeOnceItSucceeds() {
    let proof = LastingProof()
    var tries = 0
    for success in [false, false, true, false] {
      let holds = proof.holds {
        tries += 1
        return success
      }
      #expect(holds == (tries == 3))
    }
    #expect(tries == 3)
  }

  /// Payoffs beyond the doubles are no longer defined for all strategies.
  @Test func aChangedGameIsProvenAnew() throws {
    let cluster = try Cluster(
      firms: (0..<3).map { Firm("F\($0)", quadraticCost: 1) },
      complementarity: .uniform(0.5))
    var game = try SharingGame(cluster)
    #expect(game.isDefined(over: game.strategies.box))
    let copy = game
    var large = cluster
    large.firms[1].quadraticCost = .greatestFiniteMagnitude
    large.firms[1].linearCost = .greatestFiniteMagnitude
    game.updateNumbers(of: 1, from: SharingData(large))
    #expect(!game.isDefined(over: game.strategies.box))
    #expect(copy.isDefined(over: copy.strategies.box))
  }
}
