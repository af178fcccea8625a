// What the tables of networks of formation models answer.
extension Answer {
  /// How many networks of a table are pairwise stable and how many efficient,
  /// with the degrees of their players, and what the efficient ones are worth.
  init(_ table: NetworkTable) {
    let stability = NetworkStability(table)
    self.init(values: [
      "stable": .number(Double(stability.stable.count)),
      "stableDegrees": table.degreeCounts(of: stability.stable),
      "efficient": .number(Double(stability.efficient.count)),
      "efficientDegrees": table.degreeCounts(of: stability.efficient),
      "value": Value(table.welfare.max() ?? 0),
    ])
  }
}

extension NetworkTable {
  /// The table of all networks of some players, by their neighbours.
  ///
  /// - Parameters:
  ///   - players: The number of players.
  ///   - payoffs: What each earns, from whom each is linked with.
  init(players: Int, payoffs: ([[Int]]) -> [Double]) {
    let pairs = Self.allPairs(of: players)
    self.init(players: players, pairs: pairs) { network in
      var neighbours = [[Int]](repeating: [], count: players)
      for (k, pair) in pairs.enumerated() where network >> k & 1 == 1 {
        neighbours[pair.first].append(pair.second)
        neighbours[pair.second].append(pair.first)
      }
      return payoffs(neighbours)
    }
  }

  /// How many of some networks have players of the same degrees, such as
  /// `{"1 1 2": 3}`.
  fileprivate func degreeCounts(of networks: [Int]) -> Value {
    var counts: [String: Int] = [:]
    for network in networks {
      counts[degrees(of: network), default: 0] += 1
    }
    return .record(
      Record(
        counts.sorted { $0.key < $1.key }
          .map { ($0.key, .number(Double($0.value))) }))
  }

  /// The degrees of the players of a network, rising.
  private func degrees(of network: Int) -> String {
    var degrees = [Int](repeating: 0, count: players)
    for link in links(of: network) {
      degrees[link.first] += 1
      degrees[link.second] += 1
    }
    return degrees.sorted().map(String.init).joined(separator: " ")
  }
}

extension [[Int]] {
  /// How many steps each player is away from one of them; nil for those that
  /// cannot be reached.
  func distances(from player: Int) -> [Int?] {
    var distances = [Int?](repeating: nil, count: count)
    distances[player] = 0
    var reached = [player]
    var next = 0
    while next < reached.count {
      let here = reached[next]
      for other in self[here] where distances[other] == nil {
        distances[other] = distances[here].map { $0 + 1 }
        reached.append(other)
      }
      next += 1
    }
    return distances
  }
}
