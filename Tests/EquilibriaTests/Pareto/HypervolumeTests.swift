import Equilibria
import TestSupport
import Testing

@Suite struct HypervolumeTests {
  @Test func boxesAndTheirUnion() {
    #expect(Hypervolume.of([[2, 3]], over: [0, 0]) == 6)
    #expect(Hypervolume.of([[2, 3], [3, 1]], over: [0, 0]) == 7)
    #expect(Hypervolume.of([[2, 3], [1, 1], [2, 3]], over: [1, 1]) == 2)
    #expect(Hypervolume.of([[1, 2, 3], [3, 2, 1]], over: [0, 0, 0]) == 10)
    #expect(Hypervolume.of([[4]], over: [1]) == 3)
  }

  @Test func whatDoesNotExceedTheReferenceDoesNotCount() {
    #expect(Hypervolume.of([], over: [0, 0]) == 0)
    #expect(Hypervolume.of([[1, -1], [-1, 5], [0, 9]], over: [0, 0]) == 0)
  }

  /// By inclusion and exclusion over all subsets.
  private func definition(_ vectors: [[Double]], length: Int) -> Double {
    var total = 0.0
    for subset in 1..<(1 << vectors.count) {
      var corner = [Double](repeating: .infinity, count: length)
      for (k, vector) in vectors.enumerated() where subset >> k & 1 == 1 {
        for i in 0..<length { corner[i] = min(corner[i], vector[i]) }
      }
      let sign = subset.nonzeroBitCount % 2 == 1 ? 1.0 : -1
      total += sign * corner.reduce(1, *)
    }
    return total
  }

  @Test(arguments: 1...6) func agreesWithInclusionAndExclusion(length: Int) {
    for seed in 1...10 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      let vectors = (0..<9).map { _ in random.numbers(length, in: 0...1) }
      let volume = Hypervolume.of(
        vectors, over: Array(repeating: 0, count: length))
      #expect(abs(volume - definition(vectors, length: length)) < 1e-12)
    }
  }

  @Test func fortyVectorsOfSixObjectives() {
    var random = SplitMix64(seed: 3)
    let vectors = (0..<40).map { _ in
      let raw = random.numbers(6, in: 0.01...1)
      let norm = raw.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return raw.map { $0 / norm }
    }
    let volume = Hypervolume.of(
      vectors, over: Array(repeating: 0, count: 6))
    // Less than the positive orthant of the unit ball, π³/6/64.
    #expect(volume > 0.01 && volume < 0.0808)
  }
}
