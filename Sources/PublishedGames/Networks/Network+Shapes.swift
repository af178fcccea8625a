extension Network {
  /// All networks of a few players that differ in more than the players'
  /// numbers, fewest links first.
  ///
  /// - Complexity: O(2^(n²/2) n!), for up to five players.
  static func shapes(players: Int) -> [Network] {
    let pairs = (0..<players).flatMap { i in
      ((i + 1)..<max(players, i + 1)).map { (i, $0) }
    }
    let orders = permutations(Array(0..<players))
    var found: [Network] = []
    var seen: Set<[Int]> = []
    for size in 0...pairs.count {
      for chosen in subsets(pairs.count, size: size) {
        let links = chosen.map { pairs[$0] }
        guard !seen.contains(code(links, players)) else { continue }
        for order in orders {
          seen.insert(code(links.map { (order[$0.0], order[$0.1]) }, players))
        }
        found.append(Network(players: players, links: links))
      }
    }
    return found
  }

  /// `edges_01_02` for the links of player 0 with 1 and 2, or `empty`.
  var label: String {
    var label = "edges"
    for i in weights.indices {
      for j in neighbours(of: i) where j > i { label += "_\(i)\(j)" }
    }
    return label == "edges" ? "empty" : label
  }

  private static func code(_ links: [(Int, Int)], _ players: Int) -> [Int] {
    links.map { min($0.0, $0.1) * players + max($0.0, $0.1) }.sorted()
  }

  /// All subsets of `0..<count` of a size, in lexicographic order.
  private static func subsets(_ count: Int, size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    return (0..<count).flatMap { first in
      subsets(count - first - 1, size: size - 1).map { rest in
        [first] + rest.map { $0 + first + 1 }
      }
    }
  }

  private static func permutations(_ list: [Int]) -> [[Int]] {
    guard !list.isEmpty else { return [[]] }
    return list.indices.flatMap { k in
      var rest = list
      let first = rest.remove(at: k)
      return permutations(rest).map { [first] + $0 }
    }
  }
}
