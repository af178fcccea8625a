import LinearAlgebra

/// Adoption once enough of what a node could receive comes from adopters.
///
/// Node i adopts in period t + 1 if `Σ_j f_ij X_j(t) ≥ θ_i c_i > 0`, for good,
/// all at the same time. The final set is the least fixed point, whatever the
/// order.
///
/// Reference: Granovetter, American Journal of Sociology 83, 1978; Watts,
/// Proceedings of the National Academy of Sciences 99, 2002.
public struct ThresholdAdoption: Sendable {
  /// A sum is as good as a threshold that it misses by this share, since sums
  /// of decimal fractions are rounded.
  private static let tolerance = 1e-12

  /// When each node adopts, from 0; nil for never.
  public let times: [Int?]
  /// How many have adopted in each period, until nobody follows.
  public let adopters: [Int]

  /// Adoption from seeds.
  ///
  /// - Parameters:
  ///   - flows: What i (rows) receives of j (columns), not negative.
  ///   - capacities: What each node could receive at most.
  ///   - thresholds: The share of it that is needed, in [0, 1].
  ///   - seeds: The nodes that have adopted at the start.
  /// - Complexity: O(links).
  public init(
    flows: SparseMatrix, capacities: [Double], thresholds: [Double],
    seeds: [Int]
  ) {
    let receivers = flows.transposed()
    var received = [Double](repeating: 0, count: flows.rows)
    var times = [Int?](repeating: nil, count: flows.rows)
    for seed in seeds { times[seed] = 0 }
    var newest = times.indices.filter { times[$0] != nil }
    var adopters = [newest.count]
    // A threshold of zero needs no adopter.
    var candidates = Array(times.indices)
    while true {
      for j in newest {
        for (i, flow) in receivers[row: j] { received[i] += flow }
      }
      let period = adopters.count
      newest = candidates.filter { i in
        times[i] == nil && capacities[i] > 0
          && received[i]
            >= thresholds[i] * capacities[i] * (1 - Self.tolerance)
      }
      guard !newest.isEmpty else { break }
      for i in newest { times[i] = period }
      adopters.append(adopters[period - 1] + newest.count)
      candidates = Self.neighbours(of: newest, receivers)
    }
    self.times = times
    self.adopters = adopters
  }

  /// Those who receive from any of some nodes, in order.
  private static func neighbours(
    of nodes: [Int], _ receivers: SparseMatrix
  ) -> [Int] {
    var found: Set<Int> = []
    for j in nodes { for (i, _) in receivers[row: j] { found.insert(i) } }
    return found.sorted()
  }
}
