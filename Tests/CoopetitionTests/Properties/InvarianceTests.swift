import Coopetition
import TestSupport
import Testing

/// What may not change the answer.
@Suite struct InvarianceTests {
  private static let seeds: Range<UInt64> = 100..<130

  @Test(arguments: seeds)
  func relabellingPermutesTheAnswer(seed: UInt64) throws {
    let cluster = try RandomCluster(firms: 2...8).cluster(seed: seed)
    var random = SplitMix64(seed: seed)
    let order = cluster.firms.indices.shuffled(using: &random)
    let usual = try cluster.analyze()
    let relabelled = try cluster.relabelled(order).analyze()
    #expect(usual.isComplete && relabelled.isComplete)
    #expect(usual.equilibria.count == relabelled.equilibria.count)
    for (one, other) in zip(usual.equilibria, relabelled.equilibria) {
      #expect(
        relativeDistance(order.map { one.levels[$0] }, other.levels) < 1e-11)
      #expect(
        relativeDistance(order.map { one.payoffs[$0] }, other.payoffs) < 1e-11)
      #expect(one.equilibrium.stability == other.equilibrium.stability)
    }
    #expect(
      relativeDistance(usual.optimum.welfare, relabelled.optimum.welfare)
        < 1e-11)
    #expect((usual.bargain == nil) == (relabelled.bargain == nil))
  }

  @Test(arguments: seeds)
  func unitsOfMoneyScaleTheAnswer(seed: UInt64) throws {
    let cluster = try RandomCluster(firms: 2...8).cluster(seed: seed)
    let usual = try cluster.analyze()
    let scaled = try cluster.inUnits(1000).analyze()
    #expect(usual.isComplete && scaled.isComplete)
    #expect(usual.equilibria.count == scaled.equilibria.count)
    for (one, other) in zip(usual.equilibria, scaled.equilibria) {
      #expect(relativeDistance(one.levels, other.levels) < 1e-11)
      #expect(
        relativeDistance(one.payoffs.map { 1000 * $0 }, other.payoffs) < 1e-11)
      #expect(abs(one.efficiency - other.efficiency) < 1e-9)
    }
    #expect(
      relativeDistance(1000 * usual.optimum.welfare, scaled.optimum.welfare)
        < 1e-11)
  }

  /// Who loses by a lever does not depend on what money is counted in.
  @Test(arguments: 100..<104 as Range<UInt64>, [0x1p-40, 0x1p40])
  func unitsOfMoneyScaleLevers(seed: UInt64, unit: Double) throws {
    let cluster = try RandomCluster(firms: 2...3).cluster(seed: seed)
    let usual = try Scenario.cluster(cluster).policies(step: 0.2)
    let scaled = try Scenario.cluster(cluster.inUnits(unit))
      .policies(step: 0.2)
    #expect(usual.today.equilibria == scaled.today.equilibria)
    for (one, other) in zip(usual.levers, scaled.levers) {
      #expect(one.name == other.name && one.losers == other.losers)
      #expect(relativeDistance(unit * one.worth, other.worth) < 1e-9)
    }
  }

  @Test func theSameInputGivesTheSameBits() throws {
    let cluster = try RandomCluster().cluster(seed: 7)
    let game = try SharingGame(cluster)
    let one = BranchAndPrune(threads: 1).equilibria(of: game)
    let two = BranchAndPrune(threads: 2).equilibria(of: game)
    #expect(one.equilibria.map(\.levels) == two.equilibria.map(\.levels))
    #expect(one.work == two.work)
  }
}

extension Cluster {
  /// The cluster with its firms in another order.
  fileprivate func relabelled(_ order: [Int]) throws -> Cluster {
    var other = self
    other.firms = order.map { firms[$0] }
    for family in [\Cluster.complementarity, \Cluster.rivalry] {
      let links = self[keyPath: family]
      other[keyPath: family] = Links(
        rows: order.map { i in order.map { links.weight(i, $0) } })
    }
    let rates = policy.subsidy.rates(count: firms.count)
    other.policy.subsidy = .perFirm(order.map { rates[$0] })
    return other
  }

  /// The cluster in a smaller unit of money, of which there are `scale` in
  /// one.
  fileprivate func inUnits(_ scale: Double) -> Cluster {
    var other = self
    other.premium.value *= scale
    other.policy.price = .uniform(policy.price.rate(of: 0) * scale)
    other.policy.subsidy = .perFirm(
      policy.subsidy.rates(count: firms.count).map { $0 * scale })
    for i in firms.indices {
      other.firms[i].opportunity *= scale
      other.firms[i].marketAtRisk *= scale
      other.firms[i].innovationCost *= scale
      other.firms[i].linearCost *= scale
      other.firms[i].quadraticCost *= scale
      other.firms[i].baseProfit *= scale
    }
    return other
  }
}
