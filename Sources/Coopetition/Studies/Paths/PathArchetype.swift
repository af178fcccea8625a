import LinearAlgebra

/// A typical cluster on one of the five innovation paths: the same numbers for
/// the same seed on every machine.
///
/// Numbers are drawn in thousandths within a fifth of their base: first firm
/// by firm knowledge, absorption, opportunity and market, then row by row the
/// weight of every link.
public struct PathArchetype: Sendable {
  /// The path.
  public var path: InnovationPath
  /// The number of firms.
  public var firms: Int
  /// The seed of all random numbers.
  public var seed: UInt64

  /// The fewest firms of an archetype.
  public static let fewestFirms = 6

  /// An archetype.
  ///
  /// - Precondition: There are at least six firms.
  public init(_ path: InnovationPath, firms: Int = 12, seed: UInt64 = 1) {
    precondition(firms >= Self.fewestFirms, "an archetype has six firms")
    self.path = path
    self.firms = firms
    self.seed = seed
  }

  /// What the cluster is called.
  public var name: String { "\(path.rawValue), \(firms) firms, seed \(seed)" }

  /// The spread of innovation's worth, the standard deviation of its
  /// logarithm.
  public var uncertainty: Double { path.features.uncertainty }

  /// The numbers that all clusters share.
  static let linearCost = 0.1
  static let quadraticCost = 0.8
  /// What the source from outside is paid per unit of its level.
  static let licence = 0.1

  /// The cluster.
  ///
  /// - Throws: `ScenarioError` never for admissible parameters.
  /// - Complexity: O(firms²).
  public func cluster() throws(ScenarioError) -> Cluster {
    var random = SplitMix64(seed: seed)
    let drawn = (0..<firms).map { firm($0, &random) }
    let weights = (0..<firms).map { i in
      (0..<firms).map { j in number(link(to: i, from: j), &random) }
    }
    let rivalry = (0..<firms).map { i in
      (0..<firms).map { j in i == j ? 0 : self.rivalry(i, j) }
    }
    return try Cluster(
      name: name, firms: drawn, complementarity: Links(rows: weights),
      rivalry: Links(rows: rivalry), policy: Policy(subsidy: subsidy))
  }

  private var subsidy: Rates {
    guard path == .introduced else { return .uniform(0) }
    return .perFirm((0..<firms).map { $0 == 0 ? Self.licence : 0 })
  }

  /// A number around a base, both in thousandths; no draw if that is 0.
  private func number(_ base: Int, _ random: inout SplitMix64) -> Double {
    guard base > 0 else { return 0 }
    let thousandths =
      4 * base / 5 + random.number(below: 2 * base / 5 + 1)
    return Double(thousandths) / 1000
  }

  private func firm(_ index: Int, _ random: inout SplitMix64) -> Firm {
    let base = path.bases
    let leads = index == 0 && path.hasLeader
    let numbers = [
      leads ? base.leader : base.knowledge, base.absorption, base.opportunity,
      base.market,
    ].map { number($0, &random) }
    if leads && path == .introduced {
      return Firm(
        "Source", knowledge: numbers[0], absorptiveCapacity: 0,
        opportunity: 0, marketAtRisk: 0)
    }
    return Firm(
      "F\(index + 1)",
      tier: path == .giant ? (leads ? .core : .ordinary) : nil,
      knowledge: numbers[0], absorptiveCapacity: numbers[1],
      opportunity: numbers[2], marketAtRisk: numbers[3],
      linearCost: Self.linearCost, quadraticCost: Self.quadraticCost)
  }

  /// The base of a link in thousandths; 0 if there is none.
  private func link(to i: Int, from k: Int) -> Int {
    guard i != k else { return 0 }
    let base = path.bases
    if path.hasLeader && k == 0 { return base.fromLeader }
    if path.hasLeader && i == 0 { return base.toLeader }
    return areLinked(i, k) ? base.peers : 0
  }

  /// Whether two firms that do not lead are linked.
  private func areLinked(_ i: Int, _ k: Int) -> Bool {
    switch path {
    case .giant: return false
    case .upgrade: return abs(i - k) == 1
    case .introduced: return ringDistance(i - 1, k - 1, of: firms - 1) == 1
    case .independent: return ringDistance(i, k, of: firms) <= 2
    case .fusion:
      let half = firms / 2
      guard (i < half) != (k < half) else { return false }
      return ringDistance(i % half, k % half, of: half) <= 1
    }
  }

  private func ringDistance(_ i: Int, _ k: Int, of size: Int) -> Int {
    let apart = abs(i - k)
    return min(apart, size - apart)
  }

  private func rivalry(_ i: Int, _ k: Int) -> Double {
    let isAmongOthers = i > 0 && k > 0
    switch path {
    case .giant: return isAmongOthers ? 0.2 : 0
    case .upgrade: return 0.2
    case .introduced: return isAmongOthers ? 0.3 : 0
    case .independent: return 0.4
    case .fusion: return (i < firms / 2) == (k < firms / 2) ? 0.5 : 0
    }
  }
}

extension InnovationPath {
  /// Whether the first firm leads.
  fileprivate var hasLeader: Bool { self == .giant || self == .introduced }

  /// The bases of an archetype's numbers, in thousandths.
  fileprivate struct Bases {
    var leader = 0
    var knowledge = 0
    var absorption = 0
    var opportunity = 0
    var market = 1000
    var fromLeader = 0
    var toLeader = 0
    var peers = 0
  }

  fileprivate var bases: Bases {
    switch self {
    case .giant:
      Bases(
        leader: 4000, knowledge: 600, absorption: 600, opportunity: 2500,
        fromLeader: 600, toLeader: 300)
    case .upgrade:
      Bases(knowledge: 1000, absorption: 600, opportunity: 3000, peers: 900)
    case .fusion:
      Bases(knowledge: 1000, absorption: 500, opportunity: 4000, peers: 500)
    case .introduced:
      Bases(
        leader: 5000, knowledge: 500, absorption: 400, opportunity: 3000,
        fromLeader: 500, peers: 400)
    case .independent:
      Bases(
        knowledge: 800, absorption: 700, opportunity: 4000, market: 1500,
        peers: 400)
    }
  }
}
