import LinearAlgebra

/// A cluster with what its channels have in common: flows and their sums.
///
/// The flow coefficient `f_ij = α_i γ_ij τ_ij K_j` is the knowledge that firm
/// i uses of firm j per unit of j's sharing level.
public struct SharingData: Sendable {
  /// The cluster.
  public let cluster: Cluster
  /// The flow coefficients, receivers in rows; the diagonal is zero.
  public let flows: StructuredMatrix
  /// The rivalry `ρ_ij`; the diagonal is zero.
  public let rivalry: StructuredMatrix
  /// Each firm's share of the knowledge of the cluster, `K_i / Σ_j K_j`.
  public let knowledgeShares: [Double]

  /// What leaks to rivals per unit of each firm's level, `Σ_j ρ_ij f_ji`.
  public internal(set) var leaked: [Double]
  /// What others use per unit of each firm's level, `o_i = Σ_j A_ji`; empty if
  /// nobody pays for it and no platform carries it.
  public internal(set) var outflow: [Double]
  /// Each firm's share of the premium.
  public let premiumShares: [Double]
  /// The subsidy of each firm per unit of its level.
  public let subsidyRates: [Double]
  /// The price of each firm's knowledge.
  let prices: [Double]
  /// The position of the firm that operates the platform, if one does.
  let operatingFirm: Int?

  /// A bound on the relative error of a coefficient: a product of up to eight
  /// numbers, one of which may be a compensated sum of positive numbers.
  static let relativeError = 16 * Double.ulpOfOne

  /// Derives the flows of a cluster.
  ///
  /// - Complexity: One pass over the links; O(firms) if they are uniform.
  public init(_ cluster: Cluster) {
    self.cluster = cluster
    let firms = cluster.firms
    flows = cluster.usableLinks
      .scaledRows(by: firms.map(\.absorptiveCapacity))
      .scaledColumns(by: firms.map(\.knowledge))
    rivalry = cluster.rivalry.matrix(order: firms.count)
    leaked =
      cluster.rivalry == .uniform(0)
      ? firms.map { _ in 0 } : rivalry.diagonal(ofProductWith: flows)
    let hasOperator = cluster.platform.operator != .none
    outflow =
      cluster.policy.price.isZero && !hasOperator ? [] : flows.columnSums
    premiumShares = cluster.premium.shares.fractions(for: firms)
    subsidyRates = cluster.policy.subsidy.rates(count: firms.count)
    prices = cluster.policy.price.rates(count: firms.count)
    operatingFirm = cluster.platform.operatingFirm(among: firms)
    let total = firms.reduce(CompensatedSum()) { $0 + $1.knowledge }
    knowledgeShares = firms.map { $0.knowledge / total.value }
  }

  /// What a platform's operator earns per unit of each firm's level,
  /// `(μ_P p_i − k) o_i`; zeros if there is none.
  var operatingMargins: [Double] {
    let platform = cluster.platform
    guard platform.operator != .none else { return prices.map { _ in 0 } }
    return prices.indices.map {
      (platform.margin * prices[$0] - platform.linearCost) * outflow[$0]
    }
  }
}

extension Cluster {
  /// More links than this are not multiplied out: the factors of firms are
  /// kept beside the links, which the game then shares with the cluster.
  private static let mostProducts = 1 << 20

  /// The products `γ_ij τ_ij`.
  fileprivate var usableLinks: StructuredMatrix {
    let links = complementarity.matrix(order: firms.count)
    let rights = access.matrix(for: firms)
    if case .sparse(let links) = links, case .blockUniform(let rights) = rights,
      links.nonzeroCount > Self.mostProducts
    {
      return .scaled(ScaledSparseMatrix(links, factors: rights))
    }
    return links.elementwiseProduct(rights)
  }
}

extension StructuredMatrix {
  /// The sum of each column, compensated.
  var columnSums: [Double] {
    guard case .blockUniform(let matrix) = self else {
      var sums = [CompensatedSum](repeating: CompensatedSum(), count: columns)
      for i in 0..<rows { forEachElement(inRow: i) { sums[$0] += $1 } }
      return sums.map(\.value)
    }
    return matrix.transposed().rowSums
  }
}

extension Links {
  /// The links between `order` firms as a matrix without a diagonal.
  func matrix(order: Int) -> StructuredMatrix {
    switch self {
    case .uniform(let weight):
      .blockUniform(BlockUniformMatrix(uniform: weight, order: order))
    case .network(let matrix): .sparse(matrix)
    }
  }
}

extension Access {
  /// The rights of use between firms as a matrix without a diagonal.
  func matrix(for firms: [Firm]) -> StructuredMatrix {
    switch self {
    case .full: Links.uniform(1).matrix(order: firms.count)
    case .links(let links): links.matrix(order: firms.count)
    case .tiers(let access): .blockUniform(access.matrix(for: firms))
    }
  }
}

extension TierAccess {
  /// The rights between firms, one block for each pair of tiers.
  fileprivate func matrix(for firms: [Firm]) -> BlockUniformMatrix {
    let ones = [Double](repeating: 1, count: firms.count)
    return BlockUniformMatrix(
      rowScale: ones, block: Matrix(rows: rows), columnScale: ones,
      groups: firms.map { UInt8(($0.tier ?? .core).index) })
  }
}
