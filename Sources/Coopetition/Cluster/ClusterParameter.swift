/// A number of a cluster that has an address, to vary it or to differentiate
/// with respect to it.
///
/// An address is the number's path in a scenario: `environment`,
/// `model.reciprocity`, `premium.value`, `firms[2].absorption`,
/// `firms[Beta].cost.linear`, `policy.price`, `policy.subsidy`, or
/// `policy.subsidy[2]` for one firm's. `complementarity` and `rivalry` stand
/// for a factor on all links, which is 1 in the cluster at hand. A firm's key
/// alone, `absorption`, stands for the number of every firm, `core.absorption`
/// for that of every firm of a tier, and `Beta.absorption` for
/// `firms[Beta].absorption`.
public struct ClusterParameter: Sendable, Hashable, CustomStringConvertible {
  /// Where a number lives.
  enum Target: Hashable {
    /// The number of a key in ``Cluster/scalarKeys``.
    case cluster(key: Int)
    /// The number of a key in ``Firm/scalarKeys``.
    case firm(Int, key: Int)
    /// The number of a key in ``Firm/scalarKeys``, the same for every firm.
    case everyFirm(key: Int)
    /// The number of a key in ``Firm/scalarKeys``, the same for every firm of a
    /// tier.
    case tier(Tier, key: Int)
    /// The number of every firm in ``Cluster/rateFamilies``.
    case rates(family: Int)
    /// The number of one firm in ``Cluster/rateFamilies``.
    case firmRate(Int, family: Int)
    /// A factor on all links of a matrix in ``Cluster/linkFamilies``.
    case linkScale(Int)
  }

  /// The address, a firm given by its position.
  public let path: String
  let target: Target

  init(_ path: String, _ target: Target) {
    self.path = path
    self.target = target
  }

  /// The address.
  public var description: String { path }

  /// Every parameter of a cluster: those of the cluster, then firm by firm.
  ///
  /// Numbers of a commitment are listed where the scenario makes one.
  ///
  /// - Complexity: O(firms).
  public static func all(of cluster: Cluster) -> [ClusterParameter] {
    let known = shared(of: cluster) + cluster.firms.indices.flatMap(ofFirm)
    return known.filter { $0.isShown(in: cluster) }
  }

  /// The parameters that do not belong to one firm.
  static func shared(of cluster: Cluster) -> [ClusterParameter] {
    let scalars = Cluster.scalarKeys.enumerated().map {
      ClusterParameter($1.path, .cluster(key: $0))
    }
    let rates = Cluster.rateFamilies.enumerated()
      .filter {
        !cluster[keyPath: $1.property].isPerFirm
          && $1.rates(in: cluster) == nil
      }
      .map { ClusterParameter($1.path, .rates(family: $0)) }
    let scales = Cluster.linkFamilies.enumerated().map {
      ClusterParameter($1.path, .linkScale($0))
    }
    return scalars + rates + scales
  }

  /// The parameters that set the same number for every firm.
  static var ofEveryFirm: [ClusterParameter] {
    Firm.scalarKeys.enumerated().map {
      ClusterParameter($1.path, .everyFirm(key: $0))
    }
  }

  /// The parameters that set the same number for every firm of a tier, for the
  /// tiers that have firms.
  static func ofTiers(in cluster: Cluster) -> [ClusterParameter] {
    let tiers = Set(cluster.firms.compactMap(\.tier))
    return Tier.allCases.filter(tiers.contains).flatMap { tier in
      Firm.scalarKeys.enumerated().map {
        ClusterParameter("\(tier.rawValue).\($1.path)", .tier(tier, key: $0))
      }
    }
  }

  /// The parameters of one firm.
  static func ofFirm(_ firm: Int) -> [ClusterParameter] {
    let scalars = Firm.scalarKeys.enumerated().map {
      ClusterParameter("firms[\(firm)].\($1.path)", .firm(firm, key: $0))
    }
    let rates = Cluster.rateFamilies.enumerated().map {
      ClusterParameter("\($1.path)[\(firm)]", .firmRate(firm, family: $0))
    }
    return scalars + rates
  }

  /// Whether the number is listed among those of a cluster.
  private func isShown(in cluster: Cluster) -> Bool {
    switch target {
    case .cluster(let key):
      Cluster.scalarKeys[key].isShown
        || value(in: cluster) != Cluster.scalarKeys[key].defaultValue
    case .firm(_, let key), .everyFirm(let key), .tier(_, let key):
      Firm.scalarKeys[key].isShown
        || value(in: cluster) != Firm.scalarKeys[key].defaultValue
    case .firmRate(_, let family):
      Cluster.rateFamilies[family].rates(in: cluster) == nil
        && (Cluster.rateFamilies[family].isShown
          || cluster[keyPath: Cluster.rateFamilies[family].property].isPerFirm)
    case .rates, .linkScale: true
    }
  }
}

extension Cluster {
  /// The matrices of links that a factor can scale.
  static let linkFamilies:
    [(path: String, property: any WritableKeyPath<Cluster, Links> & Sendable)] =
      [
        ("complementarity", \.complementarity),
        ("rivalry", \.rivalry),
      ]
}
