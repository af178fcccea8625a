import Testing

@testable import Coopetition

@Suite("Typical clusters on the five paths")
struct PathArchetypeTests {
  @Test(
    "Every one is nearest to its own path",
    arguments: InnovationPath.allCases)
  func nearest(path: InnovationPath) throws {
    for firms in 6...40 {
      for seed in [1, 2, 3] as [UInt64] {
        let archetype = PathArchetype(path, firms: firms, seed: seed)
        let structure = StructureFeatures(try archetype.cluster())
        let without = PathMatch(structure, uncertainty: nil)
        let with = PathMatch(structure, uncertainty: archetype.uncertainty)
        #expect(without.path == path && with.path == path)
        #expect(without.margin > 1.2)
      }
    }
  }

  @Test("The same seed gives the same cluster, another seed another one")
  func seeds() throws {
    let one = try PathArchetype(.fusion, firms: 9, seed: 5).cluster()
    #expect(try PathArchetype(.fusion, firms: 9, seed: 5).cluster() == one)
    #expect(try PathArchetype(.fusion, firms: 9, seed: 6).cluster() != one)
  }

  @Test("The source from outside is paid and takes nothing")
  func source() throws {
    let cluster = try PathArchetype(.introduced).cluster()
    let source = cluster.firms[0]
    #expect(source.name == "Source" && source.absorptiveCapacity == 0)
    #expect(cluster.policy.subsidy.rate(of: 0) == 0.1)
    #expect(StructureFeatures(cluster).outside > 0.8)
  }
}
