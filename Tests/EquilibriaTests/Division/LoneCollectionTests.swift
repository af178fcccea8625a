import LinearAlgebra
import TestSupport
import Testing

@testable import Equilibria

@Suite("What firms collect alone")
struct LoneCollectionTests {
  /// Every division in which nobody gains by another choice.
  private func equilibria(of problem: CollectionProblem) -> Set<Division> {
    let all = problem.everyDivision
    return Set(
      all.filter { division in
        (0..<problem.firms).allSatisfy { firm in
          let own = problem.payoffAlone(firm, division)
          return problem.choices(of: firm).allSatisfy { choice in
            let other = division.indices.map { topic in
              (division[topic].filter { $0 != firm }
                + (choice.contains(topic) ? [firm] : [])).sorted()
            }
            return problem.payoffAlone(firm, other) <= own + 1e-12
          }
        }
      })
  }

  private func divisions(
    _ equilibria: LoneCollection.Equilibria
  ) -> Set<Division> {
    switch equilibria.form {
    case .profiles(let profiles): return Set(profiles)
    case .topics(let topics):
      var all: [Division] = [[]]
      for sets in topics {
        all = all.flatMap { division in sets.map { division + [$0] } }
      }
      return Set(all)
    }
  }

  @Test(
    "All pure equilibria and no others", arguments: [nil, 1, 2] as [Int?])
  func enumeration(limit: Int?) {
    var random = SplitMix64(seed: 17)
    for _ in 0..<25 {
      let problem = CollectionProblem.random(
        firms: 4, topics: 2, limit: limit, using: &random)
      let found = LoneCollection().equilibria(of: problem)
      #expect(found.isComplete)
      #expect(divisions(found) == equilibria(of: problem))
    }
  }

  @Test("Without links the only equilibrium is the optimum")
  func noLinks() {
    var random = SplitMix64(seed: 4)
    var problem = CollectionProblem.random(
      firms: 5, topics: 3, using: &random)
    problem.reach = .identity(order: 5)
    let found = divisions(LoneCollection().equilibria(of: problem))
    #expect(found == [DivisionSearch().optimum(of: problem).division])
  }

  @Test("A tie is not called complete")
  func tie() {
    let problem = CollectionProblem(
      reach: .identity(order: 1), values: Matrix(rows: [[1]]),
      costs: Matrix(rows: [[1]]))
    #expect(!LoneCollection().equilibria(of: problem).isComplete)
  }
}

extension CollectionProblem {
  /// The sets of topics that a firm can collect.
  fileprivate func choices(of firm: Int) -> [[Int]] {
    (0..<1 << topics).map { set in
      (0..<topics).filter { set >> $0 & 1 == 1 }
    }.filter { $0.count <= limits[firm] }
  }
}
