import LinearAlgebra
import TestSupport
import Testing

@testable import Equilibria

@Suite("The best division")
struct DivisionSearchTests {
  @Test(
    "It is the best of all divisions, and proven",
    arguments: [(false, nil), (true, nil), (false, 1), (true, 1), (true, 2)]
      as [(Bool, Int?)])
  func enumeration(offers: Bool, limit: Int?) {
    var random = SplitMix64(seed: 11)
    for _ in 0..<12 {
      let problem = CollectionProblem.random(
        firms: 4, topics: 3, offers: offers, limit: limit, using: &random)
      let found = DivisionSearch().optimum(of: problem)
      let best = problem.everyDivision.map { problem.welfare($0) }.max() ?? 0
      #expect(abs(found.welfare - best) <= 1e-12 * max(1, abs(best)))
      #expect(found.bound >= best)
      #expect(found.gap <= 1e-9 * max(1, abs(best)))
      #expect(problem.welfare(found.division) == found.welfare)
    }
  }

  @Test(
    "Whatever money is counted in, the same division is proven",
    arguments: [0x1p-40, 0x1p40])
  func units(unit: Double) {
    var random = SplitMix64(seed: 12)
    for _ in 0..<12 {
      let problem = CollectionProblem.random(
        firms: 4, topics: 3, offers: true, limit: 2, using: &random)
      var counted = problem
      for k in counted.values.elements.indices {
        counted.values.elements[k] *= unit
        counted.costs.elements[k] *= unit
      }
      for j in counted.market.costs.indices { counted.market.costs[j] *= unit }
      let (found, other) = (
        DivisionSearch().optimum(of: problem),
        DivisionSearch().optimum(of: counted)
      )
      #expect(other.division == found.division)
      #expect(other.welfare == unit * found.welfare)
      #expect(other.gap <= 1e-9 * counted.size(of: other.welfare))
    }
  }

  @Test("Many firms without limits: proven, no step improves")
  func manyFirms() {
    var random = SplitMix64(seed: 3)
    let problem = CollectionProblem.random(
      firms: 30, topics: 4, using: &random)
    let found = DivisionSearch().optimum(of: problem)
    #expect(found.termination == .converged)
    #expect(found.gap <= 1e-9 * found.welfare)
    var climb = DivisionClimb(problem, from: found.division)
    climb.climb()
    #expect(climb.division == found.division)
  }

  @Test("Hours on offer, a higher limit and more reach never do harm")
  func monotone() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<6 {
      let problem = CollectionProblem.random(
        firms: 4, topics: 3, offers: true, limit: 1, using: &random)
      let found = DivisionSearch().optimum(of: problem).welfare
      var offered = problem
      offered.market.offers[0] += 1
      var free = problem
      free.limits = [2, 2, 2, 2]
      var open = problem
      for k in open.reach.elements.indices {
        open.reach.elements[k] = min(1, open.reach.elements[k] * 1.2)
      }
      for better in [offered, free, open] {
        #expect(
          DivisionSearch().optimum(of: better).welfare >= found - 1e-12)
      }
    }
  }

  @Test("A search that is stopped gives what it has and a bound on the rest")
  func effort() {
    var random = SplitMix64(seed: 21)
    let problem = CollectionProblem.random(
      firms: 12, topics: 8, offers: true, limit: 1, using: &random)
    let short = DivisionSearch(effort: 900).optimum(of: problem)
    #expect(short.termination == .iterationLimit)
    #expect(short.bound > short.welfare)
    let stopped = DivisionSearch(monitor: Monitor { _ in false })
      .optimum(of: problem)
    #expect(stopped.termination == .cancelled)
    #expect(stopped.bound >= short.welfare && short.bound >= stopped.welfare)
  }

  @Test("Firms that cannot collect leave nothing")
  func noRoom() {
    var random = SplitMix64(seed: 2)
    let problem = CollectionProblem.random(
      firms: 3, topics: 2, limit: 0, using: &random)
    let found = DivisionSearch().optimum(of: problem)
    #expect(found.division == [[], []] && found.welfare == 0)
    #expect(found.gap == 0)
  }
}
