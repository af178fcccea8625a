import Games
import TestSupport
import Testing

struct DominanceTests {
  @Test func nobodyLosesAndSomebodyGains() {
    #expect(dominates([1, 2], [1, 1]))
    #expect(dominates([2, 2], [1, 1]))
    #expect(!dominates([1, 1], [1, 1]))
    #expect(!dominates([2, 0], [1, 1]))
    #expect(!dominates([], []))
  }

  @Test func smallDifferencesCountAsNone() {
    #expect(dominates([1 - 1e-9, 2], [1, 1], tolerance: 1e-6))
    #expect(!dominates([1, 1 + 1e-9], [1, 1], tolerance: 1e-6))
    #expect(!dominates([1 - 1e-3, 2], [1, 1], tolerance: 1e-6))
  }

  @Test func notANumberDominatesNothing() {
    #expect(!dominates([.nan, 2], [1, 1]))
    #expect(!dominates([1, 2], [1, .nan]))
  }

  @Test func dominanceIsAStrictOrder() {
    var random = SplitMix64(seed: 11)
    let points = (0..<60).map { _ in
      (0..<3).map { _ in Double(Int.random(in: 0...3, using: &random)) }
    }
    for a in points {
      #expect(!dominates(a, a))
      for b in points where dominates(a, b) {
        #expect(!dominates(b, a))
        for c in points where dominates(b, c) { #expect(dominates(a, c)) }
      }
    }
  }

  // Cournot's duopoly: half the monopoly output each beats the equilibrium.
  @Test func profilesAreComparedByTheirPayoffs() {
    let game = Cournot(players: 2)
    #expect(game.dominates([0.25, 0.25], [1.0 / 3, 1.0 / 3]))
    #expect(!game.dominates([1.0 / 3, 1.0 / 3], [0.25, 0.25]))
    #expect(!game.dominates([0.5, 0], [0.25, 0.25]))
  }

  @Test func payoffsOfDifferentGamesAreRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = dominates([1], [1, 2])
    }
  }
}
