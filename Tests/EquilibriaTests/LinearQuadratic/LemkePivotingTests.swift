import Equilibria
import LinearAlgebra
import TestSupport
import Testing

@Suite struct LemkePivotingTests {
  private func game(
    _ count: Int, interaction: Double, seed: UInt64
  ) -> LinearQuadraticGame {
    var random = SplitMix64(seed: seed)
    return LinearQuadraticGame(
      benefits: random.numbers(count, in: -1...2), interaction: interaction,
      network: TestNetworks.random(count, seed: seed + 50), levels: 0.25...1)
  }

  /// Complements, substitutes, and interactions far beyond contraction.
  @Test(arguments: [0.1, -0.1, 0.8, -0.8, -5])
  func endsInAnEquilibrium(interaction: Double) {
    for seed in 1...20 as ClosedRange<UInt64> {
      let game = game(14, interaction: interaction, seed: seed)
      let found = LemkePivoting().solve(game)
      #expect(found.termination == .converged)
      #expect(game.strategies.contains(found.levels))
      #expect(game.regret(at: found.levels).upper < 1e-9)
    }
  }

  @Test func agreesWithSweepsWhereTheEquilibriumIsUnique() {
    let game = game(60, interaction: -0.02, seed: 3)
    let found = LemkePivoting().solve(game)
    let swept = game.solve(BestResponseSweeps())
    #expect(found.levels.contains(0.25) && found.levels.contains(1))
    #expect(relativeDistance(found.levels, swept.levels) < 1e-12)
  }

  @Test func everybodyAtABound() {
    let low = LinearQuadraticGame(
      benefits: [-1, -1], interaction: 0.5,
      network: .sparse(SparseMatrix(dense: Matrix(rows: [[0, 1], [1, 0]]))),
      levels: 0...1)
    #expect(LemkePivoting().solve(low).levels == [0, 0])
    #expect(LemkePivoting().solve(low).iterations == 0)
    let high = LinearQuadraticGame(
      benefits: [2, 2], interaction: 0.5, network: low.network, levels: 0...1)
    #expect(LemkePivoting().solve(high).levels == [1, 1])
  }

  /// Everybody is alike: all ratios tie.
  @Test func tiesDoNotCycle() {
    let clique = BlockUniformMatrix(uniform: 1, order: 12)
    for interaction in [-0.3, 0.05] {
      let game = LinearQuadraticGame(
        benefits: Array(repeating: 1, count: 12), interaction: interaction,
        network: .blockUniform(clique), levels: 0...5)
      let found = LemkePivoting().solve(game)
      #expect(found.termination == .converged)
      let exact = 1 / (1 - interaction * 11)
      #expect(found.levels.allSatisfy { abs($0 - exact) < 1e-12 })
    }
  }

  @Test func saysThatPivotsRanOut() {
    let game = game(14, interaction: 0.1, seed: 1)
    let found = LemkePivoting(pivotLimit: 1).solve(game)
    #expect(found.termination == .iterationLimit)
    #expect(found.residual > 0)
  }
}
