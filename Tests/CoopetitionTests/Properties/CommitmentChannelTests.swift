import Coopetition
import LinearAlgebra
import TestSupport
import Testing

/// The channels of a commitment against the formulas as they stand, and the
/// propositions about them.
@Suite struct CommitmentChannelTests {
  private let random = RandomCluster(firms: 2...6, hasCommitment: true)

  private func game(_ cluster: Cluster) throws -> any ScenarioGame {
    try Scenario.cluster(cluster).game()
  }

  /// A cluster of each kind: with royalties, without, and with one price.
  private func clusters(seed: UInt64) throws -> [Cluster] {
    let full = try random.cluster(seed: seed)
    var (aggregative, uniform) = (full, full)
    aggregative.policy.royalty = 0
    uniform.policy.royalty = 0
    uniform.policy.price = .uniform(full.policy.price.rate(of: 0))
    return [full, aggregative, uniform]
  }

  @Test(arguments: 900..<930 as Range<UInt64>)
  func theyAgreeWithTheFormulas(seed: UInt64) throws {
    for cluster in try clusters(seed: seed) {
      var numbers = SplitMix64(seed: seed)
      let levels = cluster.firms.map { numbers.number(in: 0.01...$0.cap) }
      let (game, reference) = (try game(cluster), SpecificationGame(cluster))
      agrees(game.payoffs(at: levels), reference.payoffs(at: levels))
      agrees(
        game.pseudoGradient(at: levels), reference.pseudoGradient(at: levels))
      agrees(
        game.jacobian(at: levels).elements,
        reference.jacobian(at: levels).elements)
      agrees(
        game.payoffGradients(at: levels).elements,
        reference.payoffGradients(at: levels).elements)
      let sums = game.breakdown(at: levels).reduce(levels.map { _ in 0.0 }) {
        zip($0, $1.amounts).map(+)
      }
      agrees(sums, game.payoffs(at: levels))
    }
  }

  private func agrees(
    _ a: [Double], _ b: [Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(relativeDistance(a, b) <= 1e-11, sourceLocation: sourceLocation)
  }

  @Test(arguments: 930..<950 as Range<UInt64>)
  func payoffsAreConcaveInTheOwnLevel(seed: UInt64) throws {
    for cluster in try clusters(seed: seed) {
      let game = try game(cluster)
      var numbers = SplitMix64(seed: seed)
      for _ in 0..<20 {
        let levels = cluster.firms.map { numbers.number(in: 0...$0.cap) }
        let jacobian = game.jacobian(at: levels)
        for i in levels.indices { #expect(jacobian[i, i] <= 1e-12) }
      }
    }
  }

  @Test(arguments: 950..<970 as Range<UInt64>)
  func transfersDoNotMoveWelfare(seed: UInt64) throws {
    var cluster = try random.cluster(seed: seed)
    cluster.platform = Platform(operator: cluster.platform.operator)
    var numbers = SplitMix64(seed: seed)
    let levels = cluster.firms.map { numbers.number(in: 0...$0.cap) }
    let welfare = try game(cluster).welfare(at: levels)
    cluster.platform.margin = 0.4
    cluster.policy = Policy(
      subsidy: 0.3, price: 0.2, royalty: 0.6, contribution: 0.1)
    #expect(
      relativeDistance([try game(cluster).welfare(at: levels)], [welfare])
        < 1e-12)
    cluster.policy = Policy()
    cluster.platform = Platform()
    #expect(
      relativeDistance([try game(cluster).welfare(at: levels)], [welfare])
        < 1e-12)
  }

  @Test(arguments: 970..<990 as Range<UInt64>)
  func royaltiesFeesAndProfitSumToZero(seed: UInt64) throws {
    var cluster = try random.cluster(seed: seed)
    cluster.platform.linearCost = 0
    cluster.platform.fixedCost = 0
    let game = try game(cluster)
    let levels = cluster.firms.map { 0.7 * $0.cap }
    let channels = Dictionary(
      uniqueKeysWithValues: game.breakdown(at: levels).map {
        ($0.channel, $0.amounts.reduce(0, +))
      })
    let outcome = try #require(game.commitment(at: levels))
    let profit = try #require(outcome.profit)
    #expect(abs(channels["royalties"] ?? .nan) < 1e-12)
    #expect(abs((channels["fees"] ?? .nan) + profit) < 1e-12)
    if cluster.platform.operator != .service {
      #expect(abs((channels["platform"] ?? .nan) - profit) < 1e-12)
    }
  }

  /// "Nobody shares" is an equilibrium exactly if no firm's own rewards exceed
  /// its own costs there.
  @Test(arguments: 990..<1010 as Range<UInt64>)
  func whatEndsTheTrapAtZero(seed: UInt64) throws {
    let cluster = try random.cluster(seed: seed)
    let zeros = cluster.firms.map { _ in 0.0 }
    let gradient = try game(cluster).pseudoGradient(at: zeros)
    let n = cluster.firms.count
    func flow(_ i: Int, _ j: Int) -> Double {
      cluster.firms[i].absorptiveCapacity * cluster.firms[j].knowledge
        * cluster.complementarity.weight(i, j)
    }
    let (policy, platform) = (cluster.policy, cluster.platform)
    let total = cluster.firms.reduce(0) { $0 + $1.knowledge }
    let shares = cluster.premium.shares.fractions(for: cluster.firms)
    for (i, firm) in cluster.firms.enumerated() {
      var reward = policy.subsidy.rate(of: i)
      let price = policy.price.rate(of: i)
      var leakage = 0.0
      for k in 0..<n where k != i {
        let gain = cluster.environment * cluster.firms[k].opportunity
        reward += policy.royalty * gain * flow(k, i)
        reward += (1 - platform.margin) * price * flow(k, i)
        if platform.operator == .firm(firm.name) {
          reward +=
            (platform.margin * price - platform.linearCost) * flow(k, i)
        }
        leakage += cluster.rivalry.weight(i, k) * flow(k, i)
      }
      reward +=
        cluster.premium.value * firm.knowledge / total
        * ((1 - policy.contribution) * shares[i] + policy.contribution)
      let cost =
        firm.linearCost + firm.irreplaceability * firm.marketAtRisk * leakage
      #expect(abs(gradient[i] - (reward - cost)) < 1e-11)
    }
  }

  /// What ``SharingGame`` states of signs is enclosed over all strategies.
  @Test(arguments: 1010..<1030 as Range<UInt64>)
  func statedInfluencesHold(seed: UInt64) throws {
    var cluster = try random.cluster(seed: seed)
    // What linear aggregates do not carry has no ``SharingGame``.
    cluster.policy.royalty = 0
    cluster.policy.price = .uniform(0)
    let game = try SharingGame(cluster)
    var numbers = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let levels = cluster.firms.map { numbers.number(in: 0...$0.cap) }
      let state = AggregateState(
        game.aggregates, count: game.aggregates.count, at: levels)
      for i in levels.indices {
        let slopes = game.marginalSlopes(
          of: i, own: levels[i], aggregates: state.values(of: i, at: levels))
        for (k, influence) in game.influences.enumerated() {
          let slope = slopes.aggregates[k]
          switch influence {
          case .rising: #expect(slope >= 0)
          case .falling: #expect(slope <= 0)
          case .none: #expect(slope == 0)
          case .unknown: break
          }
        }
      }
    }
  }
}
