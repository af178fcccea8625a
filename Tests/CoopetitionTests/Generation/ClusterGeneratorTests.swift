import Coopetition
import Foundation
import Testing

@Suite struct ClusterGeneratorTests {
  /// Calls `body` with a folder that is removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cluster-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test(arguments: NetworkKind.allCases, [false, true])
  func folderAndMemoryAgree(kind: NetworkKind, hasTiers: Bool) throws {
    let generator = ClusterGenerator(
      firms: 350, degree: 7, kind: kind, seed: 7, hasTiers: hasTiers)
    let cluster = try generator.cluster()
    try withFolder { folder in
      try generator.write(to: folder)
      let read = try Cluster(scenario: "\(folder)/cluster.yaml")
      #expect(read == cluster)
    }
    guard case .network(let links) = cluster.complementarity else {
      Issue.record("the links are a network")
      return
    }
    #expect(links.nonzeroCount == 350 * 7)
    #expect((0..<350).allSatisfy { links[row: $0].count == 7 })
    #expect(links.values.allSatisfy { 0.07 < $0 && $0 < 0.22 })
  }

  @Test func seedsAndKindsDiffer() throws {
    let one = ClusterGenerator(firms: 60, degree: 3, kind: .regional, seed: 1)
    var other = one
    other.seed = 2
    #expect(try one.cluster() == one.cluster())
    #expect(try one.cluster() != other.cluster())
    other.seed = 1
    other.kind = .hub
    #expect(
      try one.cluster().complementarity != other.cluster().complementarity)
  }

  /// How often each firm's knowledge is used.
  private func uses(_ kind: NetworkKind) throws -> [Int] {
    let generator = ClusterGenerator(firms: 4_000, degree: 5, kind: kind)
    guard case .network(let links) = try generator.cluster().complementarity
    else { return [] }
    var uses = [Int](repeating: 0, count: 4_000)
    for column in links.columnIndices { uses[Int(column)] += 1 }
    return uses.sorted(by: >)
  }

  @Test func kindsHaveTheirShape() throws {
    // Regions: nobody is used by many. Hubs: 4 firms have half of all links.
    // Power law: some are used very often, most are not.
    #expect(try uses(.regional)[0] < 25)
    let hubs = try uses(.hub)
    #expect(hubs[0..<4].reduce(0, +) > 8_000 && hubs[4] < 25)
    let free = try uses(.scaleFree)
    #expect(free[0] > 150 && free[40] > 40 && free[2_000] < 5)
  }

  @Test func everybodyUsesEverybody() throws {
    for kind in NetworkKind.allCases {
      let generator = ClusterGenerator(firms: 6, degree: 5, kind: kind)
      guard case .network(let links) = try generator.cluster().complementarity
      else { continue }
      #expect(links.nonzeroCount == 30)
    }
    let alone = ClusterGenerator(firms: 1, degree: 0, kind: .hub)
    #expect(try alone.cluster().firms.count == 1)
  }

  @Test func saysThatAFolderCannotBeWritten() {
    let generator = ClusterGenerator(firms: 2, degree: 1, kind: .hub)
    #expect(throws: ScenarioError.self) {
      try generator.write(to: "/dev/null/nowhere")
    }
  }
}
