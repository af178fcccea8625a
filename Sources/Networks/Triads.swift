import LinearAlgebra

/// What the triangles of a network, directions ignored, say about its nodes
/// and ties: one pass over all triangles serves every measure of closure.
///
/// With strengths p_ij = m_ij / Σₖ m_ik and relative strengths
/// r_ij = m_ij / maxₖ m_ik of the ties m.
public struct Triads: Sendable {
  /// The network.
  public let network: DirectedNetwork
  /// The number of triangles at each node.
  public private(set) var triangles: [Int]
  /// The number of common partners of the two nodes of each tie, in the order
  /// of the elements of `network.ties`.
  public private(set) var commonPartners: [Int32]
  /// What i invests in j through common partners, Σ_q p_iq p_qj, for each tie
  /// (i, j) in the order of the elements of `network.ties`.
  public private(set) var indirectInvestment: [Double]
  /// The redundancy Σⱼ Σ_q p_iq r_jq of the partners of each node i.
  public private(set) var redundancy: [Double]

  /// Visits the triangles of a network.
  ///
  /// - Complexity: O(nodes + ties^1.5); 40 bytes a tie and node.
  public init(of network: DirectedNetwork) {
    self.network = network
    let ties = network.ties
    triangles = Array(repeating: 0, count: ties.rows)
    commonPartners = Array(repeating: 0, count: ties.nonzeroCount)
    indirectInvestment = Array(repeating: 0, count: ties.nonzeroCount)
    redundancy = Array(repeating: 0, count: ties.rows)
    let shares = TieShares(of: ties)
    TriangleSearch(of: ties).forEachCorner { corner in
      triangles[corner.node] += 1
      add(corner, shares)
    }
  }

  /// Counts a triangle for the ties from one of its corners to the others.
  @inline(__always)
  private mutating func add(_ corner: TriangleCorner, _ shares: TieShares) {
    let (left, right) = (corner.left, corner.right)
    let toLeft = shares.investment(corner.node, left.there)
    let toRight = shares.investment(corner.node, right.there)
    commonPartners[left.there] += 1
    commonPartners[right.there] += 1
    indirectInvestment[left.there] +=
      toRight * shares.investment(right.node, corner.across.back)
    indirectInvestment[right.there] +=
      toLeft * shares.investment(left.node, corner.across.there)
    redundancy[corner.node] +=
      toLeft * shares.relative(right.node, corner.across.back)
      + toRight * shares.relative(left.node, corner.across.there)
  }
}

/// The ties of each node as shares of their sum and of the largest.
struct TieShares {
  let values: [Double]
  let inverseSums: [Double]
  let inverseMaxima: [Double]

  init(of ties: SparseMatrix) {
    values = ties.values
    inverseSums = ties.rowSums.map { $0 > 0 ? 1 / $0 : 0 }
    inverseMaxima = (0..<ties.rows).map { i in
      let largest = ties[row: i].reduce(0) { max($0, $1.value) }
      return largest > 0 ? 1 / largest : 0
    }
  }

  /// What a node invests in the tie at a position of its row.
  @inline(__always)
  func investment(_ node: Int, _ position: Int) -> Double {
    values[position] * inverseSums[node]
  }

  /// The strength of a node's tie relative to its strongest.
  @inline(__always)
  func relative(_ node: Int, _ position: Int) -> Double {
    values[position] * inverseMaxima[node]
  }
}
