import Equilibria
import TestSupport
import Testing

@Suite struct NondominatedFilterTests {
  private static func vectors(
    _ count: Int, of length: Int, seed: UInt64, grid: Double
  ) -> [[Double]] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      random.numbers(length, in: 0...1).map { ($0 * grid).rounded() / grid }
    }
  }

  /// Nobody dominates what is kept, and of equals the first stays.
  private static func definition(_ vectors: [[Double]]) -> [Int] {
    vectors.indices.filter { k in
      !vectors.indices.contains { other in
        dominates(vectors[other], vectors[k])
          || other < k && vectors[other] == vectors[k]
      }
    }
  }

  @Test(arguments: 1...5, [3.0, 20, 1e6])
  func agreesWithTheDefinition(length: Int, grid: Double) {
    for seed in 1...20 as ClosedRange<UInt64> {
      let vectors = Self.vectors(60, of: length, seed: seed, grid: grid)
      #expect(
        NondominatedFilter.indices(vectors) == Self.definition(vectors))
    }
  }

  @Test func nothingOfNothing() {
    #expect(NondominatedFilter.indices([]).isEmpty)
    #expect(NondominatedFilter.indices([[1, 2]]) == [0])
    #expect(NondominatedFilter.indices([[1, 2], [1, 2]]) == [0])
  }

  @Test(arguments: [2, 3]) func amongFiftyThousandNoneIsDominated(length: Int) {
    let vectors = Self.vectors(50_000, of: length, seed: 7, grid: 1e9)
    let kept = NondominatedFilter.indices(vectors).map { vectors[$0] }
    #expect(!kept.isEmpty)
    #expect(NondominatedFilter.indices(kept).count == kept.count)
    #expect(
      vectors.prefix(2_000).allSatisfy { vector in
        kept.contains { zip($0, vector).allSatisfy(>=) }
      })
  }
}
