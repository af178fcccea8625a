import Games
import TestSupport
import Testing

@testable import Coopetition

@Suite struct StickBreakingTests {
  private static func game() throws -> FormulaGame {
    try FormulaGame(
      yaml: """
        game: g
        players:
        - {name: A, variables: {x: [0, 2]}, simplex: [p, q, r], payoff: x*p + 2*q*s + r}
        - {name: B, simplex: [s, t], payoff: s*q - x*t}
        """)
  }

  @Test func profilesAreSharesOfOne() throws {
    let broken = StickBreaking(try Self.game())
    #expect(broken.game.strategies.dimension == 4)
    let game = try Self.game()
    let space = broken.game.strategies
    var random = TestSupport.SplitMix64(seed: 3)
    for _ in 0..<100 {
      let levels = space.box.map {
        Double.random(in: $0.lower...$0.upper, using: &random)
      }
      let profile = broken.profile(levels)
      let sums = [profile[1...3].reduce(0, +), profile[4...5].reduce(0, +)]
      #expect(sums.allSatisfy { abs($0 - 1) < 1e-12 })
      #expect(profile.allSatisfy { $0 >= 0 })
      let a = broken.game.payoffs(at: levels)
      let b = game.payoffs(at: profile)
      #expect(abs(a[0] - b[0]) < 1e-12)
      #expect(abs(a[1] - b[1]) < 1e-12)
      let back = broken.profile(broken.levels(profile))
      #expect(zip(back, profile).allSatisfy { abs($0 - $1) < 1e-12 })
    }
  }

  /// Where nothing is left to break off, any share does.
  @Test func pureProfilesAreFoundAgain() throws {
    let broken = StickBreaking(try Self.game())
    for pure in [[2, 1, 0, 0, 0, 1], [0, 0, 0, 1.0, 1, 0]] {
      #expect(broken.profile(broken.levels(pure)) == pure)
    }
  }

  @Test func cornersArePure() throws {
    let broken = StickBreaking(try Self.game())
    #expect(broken.profile([2, 0, 1, 0]) == [2, 0, 1, 0, 0, 1])
    #expect(broken.profile([0, 1, 1, 1]) == [0, 1, 0, 0, 1, 0])
  }
}
