import Equilibria
import Testing

@Suite struct EpsilonIndicatorTests {
  @Test func theLeastRaiseThatReachesEverything() {
    let set = [[0.0, 1], [1, 0]]
    #expect(EpsilonIndicator.additive(of: set, against: set) == 0)
    #expect(EpsilonIndicator.additive(of: set, against: [[0.5, 0.5]]) == 0.5)
    #expect(EpsilonIndicator.additive(of: set, against: [[2, 0]]) == 1)
    #expect(
      EpsilonIndicator.additive(of: [[1, 1]], against: [[0.5, 0.75]]) == -0.25)
    #expect(EpsilonIndicator.additive(of: [], against: set) == .infinity)
  }
}
