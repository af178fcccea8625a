import Networks
import TestSupport
import Testing

@Suite struct ShortestPathsTests {
  /// On a directed ring node i lies within chains of 2 links or more: of the
  /// n − 1 chains through it of each length d it is inside d − 1.
  @Test func ofARing() throws {
    let paths = ShortestPaths(of: try .ring(7))
    #expect(paths.betweenness.values.allSatisfy { abs($0 - 0.5) < 1e-15 })
    #expect(paths.closeness.values.allSatisfy { abs($0 - 6.0 / 21) < 1e-15 })
    #expect(paths.longest == 6)
    #expect(paths.reachableShare.value == 1)
    #expect(paths.isExact)
  }

  /// Two equal chains share what depends on them.
  @Test func sharesEqualChains() throws {
    let diamond = try DirectedNetwork(
      count: 4, links: [(0, 1), (0, 2), (1, 3), (2, 3)])
    let paths = ShortestPaths(of: diamond)
    #expect(paths.betweenness.values == [0, 1.0 / 12, 1.0 / 12, 0])
  }

  @Test func aWholeSampleIsExact() throws {
    let network = try DirectedNetwork.random(20, 0.2, seed: 1)
    var random = SplitMix64(seed: 3)
    let sampled = ShortestPaths(of: network, sampleSize: 50, using: &random)
    let exact = ShortestPaths(of: network)
    #expect(sampled.isExact)
    #expect(
      relativeDistance(sampled.closeness.values, exact.closeness.values)
        < 1e-14)
    #expect(
      relativeDistance(sampled.betweenness.values, exact.betweenness.values)
        < 1e-14)
    #expect(sampled.betweenness.errors.allSatisfy { $0 == 0 })
  }

  /// Estimates are about as often within two errors of the exact numbers, and
  /// beyond half an error, as normal ones are.
  @Test func errorsAreStandardErrors() throws {
    let network = try DirectedNetwork.random(60, 0.1, seed: 2)
    let exact = ShortestPaths(of: network)
    var random = SplitMix64(seed: 5)
    var scores: [[Double]] = [[], []]
    for _ in 0..<20 {
      let sample = ShortestPaths(of: network, sampleSize: 30, using: &random)
      #expect(sample.longest <= exact.longest)
      #expect(!sample.isExact)
      for i in 0..<60 {
        scores[0].append(score(sample.betweenness, exact.betweenness, i))
        scores[1].append(score(sample.closeness, exact.closeness, i))
      }
    }
    for scores in scores {
      let share = 1 / Double(scores.count)
      #expect(Double(scores.count { abs($0) < 2 }) * share > 0.85)
      #expect(Double(scores.count { abs($0) > 0.5 }) * share > 0.3)
    }
  }

  /// Who reaches nobody, or whom nobody reaches, is sure of it.
  @Test func withoutPathsThereIsNoError() throws {
    let star = try DirectedNetwork(count: 40, links: (1..<40).map { ($0, 0) })
    var random = SplitMix64(seed: 8)
    let sample = ShortestPaths(of: star, sampleSize: 20, using: &random)
    let closeness = sample.closeness
    #expect(closeness.values.contains(0))
    for (value, error) in zip(closeness.values, closeness.errors) {
      #expect(error.isFinite && (value > 0 || error == 0))
    }
  }

  /// One target says nothing of how far estimates spread.
  @Test func smallSamplesHaveFiniteErrors() throws {
    let ring = try DirectedNetwork.ring(9)
    var random = SplitMix64(seed: 9)
    for size in 2...3 {
      let sample = ShortestPaths(of: ring, sampleSize: size, using: &random)
      #expect(sample.closeness.errors.allSatisfy { $0.isFinite })
      #expect(sample.betweenness.errors.allSatisfy { $0.isFinite })
    }
  }

  private func score(
    _ estimate: ShortestPaths.Estimates, _ exact: ShortestPaths.Estimates,
    _ i: Int
  ) -> Double {
    let error = estimate.errors[i]
    return error > 0 ? (estimate.values[i] - exact.values[i]) / error : 0
  }
}
