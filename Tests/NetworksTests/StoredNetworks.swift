import Foundation
import LinearAlgebra
import Networks
import TestSupport

/// Random networks with measures that `Scripts/network-measures` computed with
/// networkx 3.6.1.
struct StoredNetwork: Decodable {
  let count: Int
  let links: [[Double]]
  let network: [String: Double?]
  let nodes: [String: [Double?]]

  static let all: [Self] = {
    do {
      let place = Bundle.module.url(
        forResource: "networks", withExtension: "json",
        subdirectory: "Golden")
      let data = try place.map { try Data(contentsOf: $0) } ?? Data()
      return try JSONDecoder().decode([Self].self, from: data)
    } catch {
      return []
    }
  }()

  var directed: DirectedNetwork {
    get throws {
      try DirectedNetwork(
        count: count,
        links: links.map { (Int($0[0]), Int($0[1]), $0[2]) })
    }
  }
}

extension DirectedNetwork {
  /// The network of links (from, to, weight).
  init(count: Int, links: [(Int, Int, Double)]) throws {
    try self.init(
      incoming: SparseMatrix(
        rows: count, columns: count,
        triplets: links.map { (row: $0.1, column: $0.0, value: $0.2) }))
  }

  /// The network of links of weight 1.
  init(count: Int, links: [(Int, Int)]) throws {
    try self.init(count: count, links: links.map { ($0.0, $0.1, 1) })
  }

  /// Links from a centre to all others.
  static func star(_ count: Int) throws -> Self {
    try Self(count: count, links: (1..<count).map { (0, $0) })
  }

  /// A link from each node to the next, and from the last to the first.
  static func ring(_ count: Int) throws -> Self {
    try Self(count: count, links: (0..<count).map { ($0, ($0 + 1) % count) })
  }

  /// A link between any two nodes in both directions.
  static func complete(_ count: Int) throws -> Self {
    try Self(
      count: count,
      links: (0..<count).flatMap { i in
        (0..<count).filter { $0 != i }.map { (i, $0) }
      })
  }

  /// Random links, each of which is there with a probability.
  static func random(
    _ count: Int, _ probability: Double, seed: UInt64
  ) throws -> Self {
    var random = SplitMix64(seed: seed)
    var links: [(Int, Int, Double)] = []
    for i in 0..<count {
      for j in 0..<count where i != j && random.happens(probability) {
        links.append((i, j, random.number(in: 0.1...1)))
      }
    }
    return try Self(count: count, links: links)
  }
}
