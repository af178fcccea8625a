import Equilibria
import LinearAlgebra
import Synchronization
import Testing

/// A search that is stopped anywhere says what it knows and claims no more.
@Suite struct CancelledSearchTests {
  private let game = SigmoidSharing(threshold: 0.5)

  /// The equilibria of a search that is told to stop at a question.
  private func equilibria(untilQuestion last: Int) -> EquilibriumSet {
    let asked = Atomic(0)
    return Cancellation.asking({
      asked.add(1, ordering: .relaxed).newValue > last
    }) {
      BranchAndPrune().equilibria(of: game)
    }
  }

  @Test func nothingIsClaimedWithoutWork() {
    let found = equilibria(untilQuestion: 0)
    #expect(found.termination == .cancelled)
    #expect(!found.isComplete)
  }

  @Test(arguments: 0..<40)
  func whatIsProvenHoldsWhereverItStops(last: Int) {
    let whole = BranchAndPrune().equilibria(of: game)
    #expect(whole.isComplete)
    let found = equilibria(untilQuestion: last)
    for one in found.equilibria where one.isProven {
      #expect(game.regret(at: one.levels).lower <= 1e-12)
      #expect(
        whole.equilibria.contains {
          zip($0.levels, one.levels).allSatisfy { abs($0 - $1) < 1e-9 }
        })
    }
    #expect(
      !found.isComplete || found.equilibria.count == whole.equilibria.count)
  }
}
