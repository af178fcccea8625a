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

  /// Along a chain node i lies between the i before it and all after it, and
  /// levels are far more than nodes at one of them.
  @Test func ofAChain() throws {
    let n = 200
    let chain = try DirectedNetwork(
      count: n, links: (1..<n).map { ($0 - 1, $0) })
    let paths = ShortestPaths(of: chain)
    let pairs = Double((n - 1) * (n - 2))
    for (i, value) in paths.betweenness.values.enumerated() {
      #expect(relativeDistance(value, Double(i * (n - 1 - i)) / pairs) < 1e-14)
    }
    for (i, value) in paths.closeness.values.enumerated() {
      let r = Double(n - 1 - i)
      #expect(
        relativeDistance(value, r > 0 ? 2 * r / (r + 1) / 199 : 0) < 1e-14)
    }
    #expect(paths.longest == n - 1)
    #expect(relativeDistance(paths.reachableShare.value, 0.5) < 1e-14)
  }

  /// Chains are counted where nodes are few at a distance and where they are
  /// many: what the definition says, from distances and numbers of chains.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func agreesWithTheDefinition(seed: UInt64) throws {
    let network = try DirectedNetwork.random(
      70, seed % 2 == 0 ? 0.03 : 0.15, seed: seed)
    let chains = (0..<70).map { ChainCounts(from: $0, in: network) }
    let paths = ShortestPaths(of: network)
    for v in 0..<70 {
      var sum = 0.0
      for s in 0..<70 where s != v {
        for t in 0..<70 where t != v && t != s {
          sum += chains[s].share(to: t, through: v, chains[v])
        }
      }
      let got = paths.betweenness.values[v]
      #expect(abs(got - sum / (69 * 68)) <= 1e-13 * (1 + got))
    }
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

/// Distances and numbers of shortest chains from a node, by relaxing every link
/// until nothing changes.
private struct ChainCounts {
  private var distances: [Int]
  private var counts: [Double]

  init(from source: Int, in network: DirectedNetwork) {
    let n = network.nodeCount
    distances = Array(repeating: Int.max, count: n)
    counts = Array(repeating: 0, count: n)
    (distances[source], counts[source]) = (0, 1)
    for distance in 0..<n {
      for i in 0..<n where distances[i] == distance {
        for (j, _) in network.outgoing[row: i] where distances[j] > distance {
          distances[j] = distance + 1
          counts[j] += counts[i]
        }
      }
    }
  }

  /// The share of the shortest chains to a node that pass another, given those
  /// from there.
  func share(to target: Int, through node: Int, _ rest: Self) -> Double {
    guard distances[target] < Int.max, distances[node] < distances[target],
      rest.distances[target] == distances[target] - distances[node]
    else { return 0 }
    return counts[node] * rest.counts[target] / counts[target]
  }
}
