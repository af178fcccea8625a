import Games
import TestSupport
import Testing

@testable import Equilibria

/// Two players with a threshold at ½, `x' = 2 y − ½ + d z` and `y' = 2 x − ½`,
/// and two who follow each other, `z' = k w` and `w' = k z`: at (½, ½, 0, 0) the
/// followers are indifferent between staying at their bounds and leaving them.
private struct ThresholdWithFollowers: Game {
  let strategies = StrategySpace(players: 4, levels: 0...1)
  let following: Double
  let feedback: Double

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let aim: S =
      switch player {
      case 0: 2 * levels[1] - 0.5 + S(feedback) * levels[2]
      case 1: 2 * levels[0] - 0.5
      case 2: S(following) * levels[3]
      default: S(following) * levels[2]
      }
    return levels[player] * aim - S.pow(levels[player], 2) / 2
  }
}

/// Equilibria at which slopes are zero at bounds and the others are unstable,
/// so that no P-matrix proves them alone.
struct WeakCornerTests {
  private let levels = [0.5, 0.5, 0, 0]

  /// With a follower inside or not, `det(−J)` has the same sign.
  @Test(arguments: [1.0, -4], [0.25, 0.5])
  func theOnlyEquilibriumNearIsProven(
    feedback: Double, following: Double
  ) throws {
    let game = ThresholdWithFollowers(following: following, feedback: feedback)
    let proof = try #require(EquilibriumProof(game, levels: levels).result())
    #expect(proof.index == -1)
    #expect(proof.stability == .unstable)
    #expect(proof.region.allSatisfy { $0.width > 1e-8 })
    let set = BranchAndPrune().equilibria(of: game)
    #expect(set.isComplete)
    #expect(set.equilibria.contains { $0.levels == levels })
    #expect(set.equilibria.reduce(0) { $0 + $1.index } == 1)
    for equilibrium in set.equilibria {
      #expect(game.regret(at: equilibrium.levels).upper < 1e-9)
    }
  }

  /// Levels that miss the box of the proof by their last digits are replaced.
  @Test func levelsLieInTheirBox() throws {
    let game = ThresholdWithFollowers(following: 0.25, feedback: 1)
    let start = [0.5 + 2e-14, 0.5, 0, 0]
    let proof = try #require(EquilibriumProof(game, levels: start).result())
    #expect(proof.box.contains(proof.levels))
    #expect(abs(proof.levels[0] - 0.5) < 1e-15)
  }

  /// Followers who do just as much as each other, `z = w`, make a line of
  /// equilibria: no region is claimed for the one at its end, and no index.
  @Test func theEndOfALineIsNotAlone() {
    let game = ThresholdWithFollowers(following: 1, feedback: 0)
    let proof = EquilibriumProof(game, levels: levels).result()
    #expect(proof?.index ?? 0 == 0)
    #expect(proof.map { $0.region == $0.box } ?? true)
    #expect(!BranchAndPrune(boxLimit: 200).equilibria(of: game).isComplete)
  }
}
