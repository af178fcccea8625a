import Equilibria
import Testing

struct BranchAndPruneTests {
  @Test func theSigmoidHasThree() {
    let found = SigmoidSharing(threshold: 0.5).equilibria()
    #expect(found.isComplete)
    let expected = [0.0025492357736855, 0.5, 0.9974507642263145]
    #expect(found.equilibria.count == 3)
    for (one, level) in zip(found.equilibria, expected) {
      #expect(one.levels.allSatisfy { abs($0 - level) < 1e-13 })
      #expect(one.regret.upper < 1e-9)
    }
    #expect(found.equilibria.map(\.stability) == [.stable, .unstable, .stable])
    #expect(found.indexSum == 1)
  }

  @Test(arguments: [(0.28, 1), (0.283, 3), (0.717, 3), (0.7173, 1)])
  func theSigmoidFolds(threshold: Double, count: Int) {
    let found = SigmoidSharing(threshold: threshold).equilibria()
    #expect(found.isComplete)
    #expect(found.equilibria.count == count)
  }

  @Test func theThresholdGameHasThree() {
    let found = Threshold().equilibria()
    #expect(found.isComplete)
    #expect(found.equilibria.map(\.levels.first) == [0, 0.4, 1])
  }

  @Test func aContinuumIsCovered() {
    let found = Continuum().equilibria(using: BranchAndPrune(boxLimit: 2000))
    #expect(!found.isComplete)
    #expect(found.equilibria.allSatisfy { !$0.isProven })
    #expect(found.components.contains { !$0.isProven })
    for k in 0...100 {
      let x = Double(k) / 100
      #expect(found.undecided.contains { $0.contains([x, 1 - x]) })
    }
  }

  @Test func theTrapHoldsNobody() {
    let found = Trap().equilibria()
    #expect(found.equilibria.map(\.levels) == [[0, 0], [1, 1]])
    #expect(found.equilibria.allSatisfy { $0.regret.upper < 1e-9 })
    let trap = Trap().regret(at: [0.5, 0.5])
    #expect(trap.contains(0.25) && trap.width < 1e-9)
  }

  @Test func publicGoodsOnAPath() {
    let found = PublicGood(
      neighbours: [[1], [0, 2], [1, 3], [2]], substitution: 0.8
    ).equilibria()
    #expect(found.isComplete)
    #expect(found.equilibria.count == 3)
  }

  @Test func publicGoodsOnACycle() {
    let found = PublicGood(
      neighbours: [[1, 4], [0, 2], [1, 3], [2, 4], [0, 3]], substitution: 0.8
    ).equilibria()
    #expect(found.isComplete)
    #expect(found.equilibria.count == 11)
  }

  /// `u_i = x_i x_j`: at 0 nobody gains by leaving, and nobody loses; it is
  /// alone, since as soon as one leaves it the other wants all.
  @Test func indifferentPlayersAreListed() {
    let found = Synergy().equilibria()
    #expect(found.isComplete)
    #expect(found.equilibria.map(\.stability) == [.unstable, .stable])
    #expect(found.equilibria.map(\.levels) == [[0, 0], [1, 1]])
    #expect(found.equilibria.map(\.isProven) == [true, true])
    #expect(found.equilibria[0].regret.upper == 0)
  }

  @Test func threadsDoNotChangeTheResult() {
    let game = PublicGood(
      neighbours: [[1, 4], [0, 2], [1, 3], [2, 4], [0, 3]], substitution: 0.8)
    let one = game.equilibria(using: BranchAndPrune(threads: 1))
    let four = game.equilibria(using: BranchAndPrune(threads: 4))
    #expect(one.equilibria.map(\.levels) == four.equilibria.map(\.levels))
    #expect(
      one.equilibria.map(\.certificate) == four.equilibria.map(\.certificate))
    #expect(one.work == four.work)
    #expect(one.tree == four.tree)
  }

  @Test func whoStopsTheSearchKeepsWhatIsKnown() {
    let game = SigmoidSharing(threshold: 0.5)
    let found = game.equilibria(
      using: BranchAndPrune(monitor: Monitor { $0.done < 1 }))
    #expect(found.termination == .cancelled)
    #expect(!found.isComplete)
    for level in [0.0025492357736855, 0.5, 0.9974507642263145] {
      let isListed = found.equilibria.contains { one in
        one.levels.allSatisfy { abs($0 - level) < 1e-9 }
      }
      #expect(
        isListed || found.undecided.contains { $0.contains([level, level]) })
    }
  }

  @Test func aCertificateNeedsNoSearch() throws {
    let game = SigmoidSharing(threshold: 0.5)
    let found = game.equilibria()
    let tree = try #require(found.tree)
    let claims = found.equilibria.compactMap(CompletenessCheck.Claim.init)
    let check = CompletenessCheck()
    #expect(check.verdict(on: claims, tree: tree, of: game) == .complete)
    let fewer = check.verdict(
      on: Array(claims.dropFirst()), tree: tree, of: game)
    guard case .incomplete = fewer else {
      Issue.record("a missing equilibrium passes: \(fewer)")
      return
    }
  }
}

private struct Synergy: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    levels[0] * levels[1]
  }
}
