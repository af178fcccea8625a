import TestSupport
import Testing

@testable import Equilibria

@Suite("Bounties and fees")
struct DivisionBountiesTests {
  @Test(
    "They make the optimum an equilibrium", arguments: [nil, 1] as [Int?])
  func implementation(limit: Int?) {
    var random = SplitMix64(seed: 29)
    for _ in 0..<20 {
      let problem = CollectionProblem.random(
        firms: 5, topics: 3, limit: limit, using: &random)
      let division = DivisionSearch().optimum(of: problem).division
      let payments = DivisionBounties(problem, division, hourPrice: nil)
      for firm in 0..<problem.firms {
        let own = payoff(problem, division, payments, firm)
        for set in 0..<1 << problem.topics {
          let other = division.indices.map { topic in
            (division[topic].filter { $0 != firm }
              + (set >> topic & 1 == 1 ? [firm] : [])).sorted()
          }
          let count = other.count { $0.contains(firm) }
          guard count <= problem.limits[firm] else { continue }
          #expect(payoff(problem, other, payments, firm) <= own + 1e-9)
        }
      }
      if limit == nil {
        #expect(payments.fees.allSatisfy { $0.allSatisfy { $0 < 1e-12 } })
      }
      #expect(payments.bounties.allSatisfy { $0.allSatisfy { $0 >= 0 } })
    }
  }

  private func payoff(
    _ problem: CollectionProblem, _ division: Division,
    _ payments: DivisionBounties, _ firm: Int
  ) -> Double {
    division.indices.reduce(problem.payoffAlone(firm, division)) {
      guard division[$1].contains(firm) else { return $0 }
      return $0 + payments.bounties[firm][$1] - payments.fees[firm][$1]
    }
  }
}
