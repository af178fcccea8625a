import LinearAlgebra
import TestSupport
import Testing

@testable import Coopetition

@Suite("Features of structure")
struct StructureFeaturesTests {
  private func firms(
    _ count: Int, using random: inout TestSupport.SplitMix64
  ) -> [Firm] {
    (0..<count).map {
      Firm(
        "F\($0)", tier: Tier.allCases[$0 % 3],
        knowledge: random.number(in: 0.5...2),
        absorptiveCapacity: random.happens(0.2)
          ? 0 : random.number(in: 0.2...1),
        cap: random.number(in: 0.5...1))
    }
  }

  /// In whatever unit knowledge is counted.
  @Test(arguments: [0x1p-900, 0x1p900])
  func featuresHaveNoUnit(unit: Double) throws {
    var random = TestSupport.SplitMix64(seed: 77)
    var cluster = try Cluster(
      firms: firms(5, using: &random), complementarity: .uniform(0.4),
      rivalry: .uniform(0.2))
    let features = StructureFeatures(cluster)
    for i in cluster.firms.indices { cluster.firms[i].knowledge *= unit }
    #expect(StructureFeatures(cluster) == features)
    #expect(features.breadth > 0)
  }

  /// The features by their definitions, element by element.
  private func byDefinition(_ cluster: Cluster) -> [Double] {
    let firms = cluster.firms
    let places = firms.indices
    let a = places.map { i in
      places.map { j in
        i == j
          ? 0
          : firms[i].absorptiveCapacity * cluster.complementarity.weight(i, j)
            * cluster.access.right(of: i, to: j, among: firms)
            * firms[j].knowledge * firms[j].cap
      }
    }
    let total = a.joined().reduce(0, +)
    let n = Double(firms.count)
    let out = places.map { j in places.reduce(0) { $0 + a[$1][j] } }
    let inflow = a.map { $0.reduce(0, +) }
    func sum(_ term: (Int, Int) -> Double) -> Double {
      places.reduce(0) { s, i in places.reduce(s) { $0 + term(i, $1) } }
    }
    let rho = sum { $0 == $1 ? 0 : cluster.rivalry.weight($0, $1) }
    let x = sum { a[$0][$1] * cluster.rivalry.weight($1, $0) } / total
    let mean = rho / (n * (n - 1))
    return [
      ((out.max() ?? 0) / total - 1 / n) / (1 - 1 / n),
      places.reduce(0) { $0 + (inflow[$1] == 0 ? out[$1] : 0) } / total,
      sum { min(a[$0][$1], a[$1][$0]) } / total,
      mean == 0 ? 0 : x / (x + mean),
      places.reduce(0) { s, i in
        guard inflow[i] > 0 else { return s }
        let squares = a[i].reduce(0) { $0 + $1 * $1 }
        return s + inflow[i] * (1 - squares / (inflow[i] * inflow[i]))
      } / total,
      Double(a.joined().count { $0 > 0 }),
    ]
  }

  private func numbers(_ features: StructureFeatures) -> [Double] {
    [
      features.leadership, features.outside, features.reciprocity,
      features.exposure, features.breadth, Double(features.links),
    ]
  }

  @Test("They agree with their definitions, for networks and for tiers")
  func definitions() throws {
    var random = TestSupport.SplitMix64(seed: 31)
    for trial in 0..<20 {
      let count = 3 + trial % 6
      let matrix = (0..<count).map { _ in
        (0..<count).map { _ in
          random.happens(0.5) ? random.number(in: 0.1...1) : 0
        }
      }
      for links in [Links(rows: matrix), .uniform(0.4)] {
        for access in [Access.full, .tiers(.standard)] {
          let cluster = try Cluster(
            firms: firms(count, using: &random), complementarity: links,
            rivalry: trial % 2 == 0 ? .uniform(0.3) : Links(rows: matrix),
            access: access)
          let found = StructureFeatures(cluster)
          guard found.links > 0 else { continue }
          #expect(
            relativeDistance(numbers(found), byDefinition(cluster)) < 1e-12)
        }
      }
    }
  }

  @Test("Nothing flows: all is 0")
  func nothing() throws {
    let found = StructureFeatures(try Cluster(firms: [Firm("A"), Firm("B")]))
    #expect(numbers(found) == [0, 0, 0, 0, 0, 0])
    let alone = StructureFeatures(
      try Cluster(firms: [Firm("A")], complementarity: .uniform(1)))
    #expect(numbers(alone) == [0, 0, 0, 0, 0, 0])
  }

  @Test("Scaling all flows or all rivalry changes nothing")
  func scaling() throws {
    var random = TestSupport.SplitMix64(seed: 32)
    var cluster = try Cluster(
      firms: firms(6, using: &random), complementarity: .uniform(0.2),
      rivalry: .uniform(0.1))
    let before = numbers(StructureFeatures(cluster))
    cluster.complementarity = .uniform(0.8)
    cluster.rivalry = .uniform(0.3)
    let after = numbers(StructureFeatures(cluster))
    #expect(relativeDistance(before, after) < 1e-13)
  }
}
