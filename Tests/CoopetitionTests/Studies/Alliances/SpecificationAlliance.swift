import Games
import TestSupport

@testable import Coopetition

/// The game between alliances written down once more, straight from its
/// formulas: loops over firms, no aggregates, no transformed cluster.
struct SpecificationAlliance: Game {
  let cluster: Cluster
  let blocks: [[Int]]
  let terms: AllianceTerms
  let strategies: StrategySpace
  /// The alliance of each firm.
  private let home: [Int?]

  init(_ cluster: Cluster, _ blocks: [[Int]], _ terms: AllianceTerms) {
    self.cluster = cluster
    self.blocks = blocks
    self.terms = terms
    var home = [Int?](repeating: nil, count: cluster.firms.count)
    for (place, members) in blocks.enumerated() {
      for member in members { home[member] = place }
    }
    self.home = home
    strategies = StrategySpace(
      levels: cluster.firms.enumerated().map { i, firm in
        home[i] == nil
          ? 0...firm.cap : min(terms.duty.level(of: i), firm.cap)...firm.cap
      })
  }

  private func areAllied(_ i: Int, _ j: Int) -> Bool {
    home[i] != nil && home[i] == home[j]
  }

  private func flow<S: Scalar>(_ i: Int, _ j: Int, _ s: Profile<S>) -> S {
    guard i != j else { return 0 }
    var usefulness = cluster.complementarity.weight(i, j)
    var right = cluster.access.right(of: i, to: j, among: cluster.firms)
    if areAllied(i, j) {
      usefulness *= terms.complementarity
      right = max(right, terms.access)
    }
    return S(
      cluster.firms[i].absorptiveCapacity * usefulness * right
        * cluster.firms[j].knowledge) * s[j]
  }

  private func inflow<S: Scalar>(_ i: Int, _ s: Profile<S>) -> S {
    s.indices.reduce(0) { $0 + flow(i, $1, s) }
  }

  private func rivalry(_ i: Int, _ j: Int) -> Double {
    cluster.rivalry.weight(i, j) * (areAllied(i, j) ? terms.rivalry : 1)
  }

  /// What innovation is worth to a firm, less the expected cost of failing.
  private func innovation<S: Scalar>(_ i: Int, _ s: Profile<S>) -> S {
    let firm = cluster.firms[i]
    let members = home[i].map { blocks[$0] } ?? [i]
    let success = cluster.success
    let z = inflow(i, s) * (1 + S(cluster.model.reciprocity) * s[i])
    let value =
      S(cluster.environment * firm.opportunity)
      * DiminishingReturns(curvature: cluster.model.curvature).value(z)
    guard success < 1 else { return value }
    let isPooled = terms.isPooling && home[i] != nil
    let tolerance =
      isPooled
      ? members.reduce(0) { $0 + cluster.firms[$1].riskTolerance }
      : firm.riskTolerance
    var failing = 1 - success
    if terms.isGuaranteed {
      for _ in members.dropFirst() { failing *= 1 - success }
    }
    let distress = S(failing * firm.distress)
    guard tolerance.isFinite else { return S(success) * value - distress }
    return -S(tolerance)
      * S.log(S(1 - success) + S(success) * S.exp(-value / S(tolerance)))
      - distress
  }

  func payoff<S: Scalar>(of i: Int, at s: Profile<S>) -> S {
    let firm = cluster.firms[i]
    let model = cluster.model
    let isAllied = home[i] != nil
    let q = inflow(i, s)
    let cost = isAllied ? terms.cost : 1
    var u = S(firm.baseProfit) + innovation(i, s)
    u += S(cluster.policy.subsidy.rate(of: i)) * s[i]
    u += S(cluster.environment * firm.innovationCost) * q / (1 + q)
    u += premium(of: i, at: s)
    u -= S(cost * firm.linearCost) * s[i]
    u -= S(cost * firm.quadraticCost) * s[i] * s[i] / 2
    let leakage = firm.irreplaceability * (isAllied ? terms.leakage : 1)
    for j in s.indices where j != i {
      let out = flow(j, i, s)
      let loss = S(rivalry(i, j) * firm.marketAtRisk)
      u -= S(leakage) * loss * out
      u -= S(model.stealing) * loss * (inflow(j, s) - out)
      u += S(cluster.policy.price.rate(of: i)) * out
      u -= S(cluster.policy.price.rate(of: j)) * flow(i, j, s)
    }
    if let place = home[i] {
      u -= S(
        terms.fixedOverhead / Double(blocks[place].count)
          + terms.memberOverhead)
    }
    return u
  }

  private func premium<S: Scalar>(of i: Int, at s: Profile<S>) -> S {
    let total = cluster.firms.reduce(0) { $0 + $1.knowledge }
    let openness = s.indices.reduce(0 as S) {
      $0 + S(cluster.firms[$1].knowledge / total) * s[$1]
    }
    let share = cluster.premium.shares.fractions(for: cluster.firms)[i]
    return S(share * cluster.premium.value)
      * DiminishingReturns(curvature: cluster.premium.curvature)
      .value(openness)
  }
}

/// Random clusters with risk, and random alliances of some of their firms.
enum RandomAlliance {
  /// A cluster of a seed in which innovations may fail.
  static func cluster(seed: UInt64, firms: ClosedRange<Int>) throws -> Cluster {
    var cluster = try RandomCluster(firms: firms).cluster(seed: seed)
    var random = TestSupport.SplitMix64(seed: seed &+ 1_000)
    if random.happens(0.5) {
      cluster.success = random.number(in: 0.3...0.95)
      for i in cluster.firms.indices {
        cluster.firms[i].distress = random.number(in: 0...0.5)
        if random.happens(0.7) {
          cluster.firms[i].riskTolerance = random.number(in: 0.5...4)
        }
      }
    }
    return cluster
  }

  /// One or two alliances, of two firms or more each.
  static func blocks(seed: UInt64, count: Int) -> [[Int]] {
    var random = TestSupport.SplitMix64(seed: seed &+ 2_000)
    let order = (0..<count).shuffled(using: &random)
    let first = Int.random(in: 2...count, using: &random)
    let rest = Array(order[first...])
    let blocks = [order[..<first].sorted()]
    return rest.count > 1 && random.happens(0.5)
      ? blocks + [rest.sorted()] : blocks
  }

  /// Terms of which each may change something.
  static func terms(seed: UInt64) -> AllianceTerms {
    var random = TestSupport.SplitMix64(seed: seed &+ 3_000)
    var terms = AllianceKind.allCases[Int(seed % 6)].terms
    terms.complementarity *= random.number(in: 0.5...1.5)
    terms.rivalry *= random.number(in: 0.5...1.5)
    terms.duty = .uniform(random.happens(0.3) ? 0.2 : 0)
    terms.fixedOverhead = random.number(in: -0.2...0.2)
    terms.memberOverhead = random.number(in: -0.1...0.1)
    terms.isPooling = random.happens(0.5)
    terms.isGuaranteed = random.happens(0.5)
    return terms
  }
}
