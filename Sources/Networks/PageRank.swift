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
  /// The change Σ|Δx| of a sweep, as a share of Σx, at which the iteration ends.
  /// The error that is left is about d/(1 − d) times as large.
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
  /// Ranks are found by Gauss-Seidel sweeps as if who provides nothing jumped
  /// nowhere, which only scales them. A sweep shrinks what is left to do by the
  /// damping at least. See Gleich, SIAM Review 57 (2015) 321-363.
  ///
  /// - Complexity: O(nodes + links) a sweep.
  public func callAsFunction(_ network: DirectedNetwork) -> [Double] {
    let count = network.nodeCount
    guard count > 0 else { return [] }
    var rank = Array(repeating: 1 / Double(count), count: count)
    let shares = network.outStrengths.map { $0 > 0 ? damping / $0 : 0 }
    var sent = zip(rank, shares).map { $0 * $1 }
    // No sweep changes more than this, whatever the rounding.
    var largestChange = 2 / (1 - damping)
    while largestChange > tolerance {
      largestChange *= damping
      let (change, total) = sweep(&rank, &sent, shares, network.incoming)
      if change <= tolerance * total { break }
    }
    let total = rank.reduce(CompensatedSum()) { $0 + $1 }.value
    return rank.map { $0 / total }
  }

  /// Takes the next rank of one node after the other; returns Σ|Δx| and Σx.
  private func sweep(
    _ rank: inout [Double], _ sent: inout [Double], _ shares: [Double],
    _ links: SparseMatrix
  ) -> (change: Double, total: Double) {
    let jump = (1 - damping) / Double(rank.count)
    var (change, total) = (0.0, 0.0)
    links.withUnsafeRows { links in
      sent.withUnsafeMutableBufferPointer { sent in
        for i in rank.indices {
          let next = jump + links.product(i, UnsafeBufferPointer(sent))
          change += abs(next - rank[i])
          total += next
          rank[i] = next
          sent[i] = next * shares[i]
        }
      }
    }
    return (change, total)
  }
}
