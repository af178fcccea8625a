import LinearAlgebra

/// The stationary distribution of a walk along the links.
///
/// From a node the walk follows, with probability `damping`, a link chosen in
/// proportion to the weights, or jumps anywhere if there is none; otherwise it
/// jumps anywhere:
///
///     x_i = (1 − d)/n + d Σⱼ a_ij x_j / Σₖ a_kj + d/n Σ{x_j: j provides nothing}
///
/// See Brin and Page, Computer Networks 30 (1998) 107-117.
public struct PageRank: Sendable {
  /// The probability d to follow a link.
  public var damping: Double
  /// The change Σ|Δx| of a step at which the iteration ends. The error that
  /// is left is at most d/(1 − d) times as large.
  public var tolerance: Double

  /// A method with the given parameters.
  ///
  /// - Precondition: the damping lies in 0..<1, the tolerance is positive.
  public init(damping: Double = 0.85, tolerance: Double = 1e-14) {
    precondition(damping >= 0 && damping < 1, "the damping lies in 0..<1")
    precondition(tolerance > 0, "the tolerance is positive")
    self.damping = damping
    self.tolerance = tolerance
  }

  /// The rank of each node; they add up to 1.
  ///
  /// A step shrinks the distance to the solution by the damping at least, so
  /// that log(tolerance)/log(damping) steps are enough, up to rounding.
  ///
  /// - Complexity: O(nodes + links) a step.
  public func callAsFunction(_ network: DirectedNetwork) -> [Double] {
    let count = network.nodeCount
    guard count > 0 else { return [] }
    let shares = network.outStrengths.map { $0 > 0 ? 1 / $0 : 0 }
    var rank = Array(repeating: 1 / Double(count), count: count)
    var (sent, received) = (rank, rank)
    // No step changes more than this, whatever the rounding.
    var largestChange = 2.0
    while largestChange > tolerance {
      largestChange *= damping
      var idle = 0.0
      for j in 0..<count {
        sent[j] = rank[j] * shares[j]
        if shares[j] == 0 { idle += rank[j] }
      }
      network.incoming.multiply(sent, into: &received, concurrently: true)
      let jump = (1 - damping + damping * idle) / Double(count)
      let change = advance(&rank, received, jump)
      if change <= tolerance { break }
    }
    return rank
  }

  /// Takes the next ranks and makes up for rounding; returns Σ|Δx|.
  private func advance(
    _ rank: inout [Double], _ received: [Double], _ jump: Double
  ) -> Double {
    var change = 0.0
    for i in rank.indices {
      let next = jump + damping * received[i]
      change += abs(next - rank[i])
      rank[i] = next
    }
    let total = rank.reduce(CompensatedSum()) { $0 + $1 }.value
    for i in rank.indices { rank[i] /= total }
    return change
  }
}
