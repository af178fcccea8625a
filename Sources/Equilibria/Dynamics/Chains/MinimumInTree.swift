/// The least tree whose links all lead to one node.
///
/// Reference: Chu and Liu, Science Sinica 14, 1965; Edmonds, Journal of
/// Research of the National Bureau of Standards 71B, 1967.
struct MinimumInTree: Sendable {
  /// The cost of the link from a row to a column.
  private let costs: [[Double]]

  /// Trees over nodes with costs of links; infinite for no link.
  init(_ costs: [[Double]]) { self.costs = costs }

  /// The least cost of a tree to a root; infinite if there is none.
  ///
  /// Every other node takes its cheapest link. Where these make cycles, each
  /// cycle becomes one node, and links out of it cost what they add.
  ///
  /// - Complexity: O(nodes³).
  func cost(to root: Int) -> Double {
    var costs = self.costs
    var root = root
    var total = 0.0
    while true {
      let choice = costs.indices.map { node in
        node == root ? root : Self.cheapest(from: node, costs)
      }
      for node in costs.indices where node != root {
        total += costs[node][choice[node]]
      }
      guard total < .infinity else { return .infinity }
      let group = Self.groups(choice, root: root)
      let count = (group.max() ?? 0) + 1
      guard count < costs.count else { return total }
      costs = Self.contracted(costs, group, count, choice, root: root)
      root = group[root]
    }
  }

  private static func cheapest(from node: Int, _ costs: [[Double]]) -> Int {
    var best = node == 0 ? 1 : 0
    for other in costs.indices where other != node {
      if costs[node][other] < costs[node][best] { best = other }
    }
    return best
  }

  /// Numbers nodes so that those of one cycle have the same number.
  private static func groups(_ choice: [Int], root: Int) -> [Int] {
    var group = [Int](repeating: -1, count: choice.count)
    var visit = group
    var count = 0
    for start in choice.indices where visit[start] < 0 {
      var path: [Int] = []
      var node = start
      while visit[node] < 0 {
        visit[node] = start
        path.append(node)
        if node == root { break }
        node = choice[node]
      }
      if node != root, visit[node] == start,
        let entry = path.firstIndex(of: node)
      {
        for member in path[entry...] { group[member] = count }
        count += 1
      }
      for member in path where group[member] < 0 {
        group[member] = count
        count += 1
      }
    }
    return group
  }

  private static func contracted(
    _ costs: [[Double]], _ group: [Int], _ count: Int, _ choice: [Int],
    root: Int
  ) -> [[Double]] {
    var result = [[Double]](
      repeating: [Double](repeating: .infinity, count: count), count: count)
    for from in costs.indices where from != root {
      let paid = costs[from][choice[from]]
      for to in costs.indices where group[to] != group[from] {
        let added = costs[from][to] - paid
        if added < result[group[from]][group[to]] {
          result[group[from]][group[to]] = added
        }
      }
    }
    return result
  }
}
