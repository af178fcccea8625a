import Coopetition
import Foundation
import TestSupport
import Testing

/// Clusters as the values that encoders write and decoders read.
@Suite struct ClusterCodableTests {
  private func decoded<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  private func decoded(_ text: String) throws -> Cluster {
    try JSONDecoder().decode(Cluster.self, from: Data(text.utf8))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func decodingUndoesEncoding(seed: UInt64) throws {
    var cluster = try RandomCluster(hasCommitment: true).cluster(seed: seed)
    cluster.firms[0].role = .university
    cluster.firms[0].riskTolerance = 2
    cluster.model.choice = .all
    cluster.model.noise = 0.1
    #expect(try decoded(cluster) == cluster)
    #expect(try decoded(cluster.firms) == cluster.firms)
  }

  @Test func tiersAreKept() throws {
    let firms = [Firm("A", tier: .core), Firm("B", tier: .general)]
    var table = TierAccess.standard
    table[receiver: .general, provider: .core] = 0.125
    for access in [Access.tiers(table), .links(.uniform(0.5)), .full] {
      let cluster = try Cluster(
        firms: firms, premium: Premium(shares: .fractions([0.25, 0.75])),
        access: access)
      #expect(try decoded(cluster) == cluster)
    }
  }

  /// What is encoded is a scenario, with the same payoffs to the last bit.
  @Test(arguments: 100..<110 as Range<UInt64>)
  func whatIsEncodedIsAScenario(seed: UInt64) throws {
    let cluster = try RandomCluster().cluster(seed: seed)
    let json = String(
      decoding: try JSONEncoder().encode(cluster), as: UTF8.self)
    let read = try Cluster(yaml: json)
    let levels = cluster.firms.map { $0.cap / 3 }
    #expect(
      try SharingGame(read).payoffs(at: levels)
        == SharingGame(cluster).payoffs(at: levels))
  }

  @Test func propertyListsWorkToo() throws {
    let cluster = try RandomCluster().cluster(seed: 7)
    let list = try PropertyListEncoder().encode(cluster)
    #expect(
      try PropertyListDecoder().decode(Cluster.self, from: list) == cluster)
  }

  @Test func missingKeysHaveTheirDefaults() throws {
    let cluster = try decoded(#"{"firms": [{"name": "A"}, {"tier": "core"}]}"#)
    #expect(cluster.firms == [Firm("A"), Firm("F2", tier: .core)])
    #expect(cluster.complementarity == .uniform(0))
  }

  @Test(arguments: [
    (#"{"firms": [{"cap": 2}]}"#, "firms[0].cap"),
    (#"{"firms": []}"#, "firms"),
    (#"{"firms": "/etc/hostname"}"#, "names a file"),
    (#"{"firms": [{}], "rivalry": {"file": "x.csv"}}"#, "names a file"),
    (#"{"firms": [{}], "rivalri": {"uniform": 1}}"#, "rivalry"),
    ("[1, 2]", "cluster"),
  ])
  func errorsSayWhatIsWrong(text: String, part: String) throws {
    let error = try #require(throws: DecodingError.self) { try decoded(text) }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(context.debugDescription.contains(part))
    #expect(context.underlyingError is ScenarioError)
  }

  @Test func anAnalysisIsEncodedAsItsJSON() throws {
    let analysis = try RandomCluster(firms: 2...3).cluster(seed: 3).analyze()
    let data = try JSONEncoder().encode(analysis)
    let object = try #require(
      JSONSerialization.jsonObject(with: data) as? [String: Any])
    let equilibria = try #require(object["equilibria"] as? [[String: Any]])
    #expect(
      equilibria.map { $0["levels"] as? [Double] }
        == analysis.equilibria.map { $0.levels })
  }
}
