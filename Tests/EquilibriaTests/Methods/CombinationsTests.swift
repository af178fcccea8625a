import Equilibria
import Testing

@Suite struct CombinationsTests {
  /// All of them once, each rising, in lexicographic order.
  @Test(arguments: 0...6)
  func areAllSubsetsInOrder(size: Int) {
    let count = 6
    let found = Array(Combinations(of: count, choosing: size))
    let known = (0..<(1 << count)).map { set in
      (0..<count).filter { set >> $0 & 1 == 1 }
    }
    .filter { $0.count == size }
    .sorted { $0.lexicographicallyPrecedes($1) }
    #expect(found == known)
    #expect(Combinations.count(of: count, choosing: size) == known.count)
  }

  @Test(arguments: [(52, 5, 2_598_960), (66, 2, 2_145), (40, 38, 780)])
  func areCountedByBinomialCoefficients(count: Int, size: Int, known: Int) {
    #expect(Combinations.count(of: count, choosing: size) == known)
  }

  @Test func whatIsBeyondCountingIsTheLargestInteger() {
    #expect(Combinations.count(of: 200, choosing: 100) == Int.max)
  }
}
