import LinearAlgebra

/// A directed network whose links have positive weights.
///
/// A link j → i of weight a_ij says that node j provides something to node i.
/// Zero weights are no links, and no node is linked to itself. Two nodes are
/// *partners* if there is a link between them in either direction; their *tie*
/// weighs m_ij = a_ij + a_ji.
///
/// The network keeps its links by user, by provider and as ties: 12 bytes for
/// each, so that 10⁷ links take about half a gigabyte.
public struct DirectedNetwork: Sendable, Equatable {
  /// The matrix A: element (i, j) is the weight of the link j → i.
  public let incoming: SparseMatrix
  /// The matrix Aᵀ: element (j, i) is the weight of the link j → i.
  public let outgoing: SparseMatrix
  /// The symmetric matrix M = A + Aᵀ of the ties.
  public let ties: SparseMatrix

  /// The network of a matrix of weights; its diagonal and its zeros are
  /// ignored.
  ///
  /// - Parameter weights: element (i, j) is the weight of the link j → i.
  /// - Precondition: the matrix is square, its elements finite and not
  ///   negative.
  /// - Complexity: O(nodes + links).
  public init(incoming weights: SparseMatrix) {
    precondition(weights.rows == weights.columns, "the matrix must be square")
    precondition(
      weights.values.allSatisfy { $0 >= 0 && $0.isFinite },
      "a weight is finite and not negative")
    incoming = weights.filter { $0 != $1 && $2 != 0 }
    outgoing = incoming.transposed()
    ties = incoming + outgoing
  }

  /// The number of nodes.
  public var nodeCount: Int { incoming.rows }

  /// The number of links.
  public var linkCount: Int { incoming.nonzeroCount }

  /// The number of pairs of partners.
  public var pairCount: Int { ties.nonzeroCount / 2 }
}
