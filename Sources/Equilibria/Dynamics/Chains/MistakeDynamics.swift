import LinearAlgebra

/// Which profiles survive rare mistakes.
///
/// One player at a time revises its action. To the better one is free; to a
/// worse one is a mistake that costs the payoff lost, or 1 each. Where play
/// without mistakes ends are its recurrent classes; how much it takes to get
/// from one to another decides which is seen almost always when mistakes are
/// rare: those whose least in-tree (*stochastic potential*) is least.
///
/// Reference: Young, Econometrica 61, 1993; Kandori, Mailath and Rob, ibid.;
/// Ellison, Review of Economic Studies 67, 2000; Alós-Ferrer and Netzer, Games
/// and Economic Behavior 68, 2010.
public struct MistakeDynamics: Sendable {
  /// What a mistake costs.
  public enum Cost: String, Sendable, CaseIterable {
    /// The payoff that is lost, as in logit choice.
    case costly
    /// One, as with mistakes that are all equally rare.
    case uniform
  }

  /// The recurrent classes, each a list of profiles, by their least profile.
  public let classes: [[Int]]
  /// The least total cost of the mistakes that lead from one class to another;
  /// infinite if none do.
  public let costs: [[Double]]
  /// The least cost of leaving each class for another; infinite for a single
  /// class.
  public let radius: [Double]
  /// The largest of the costs of coming to each class from another; 0 for a
  /// single class.
  public let coradius: [Double]
  /// The cost of the least tree that leads to each class.
  public let potential: [Double]
  /// The classes of least potential; those that the accuracy of the costs
  /// cannot tell apart are all listed.
  public let stable: [Int]

  /// The classes of a game and what leads from one to another.
  ///
  /// - Complexity: O(n² 2ⁿ) a class, and O(k⁴) at worst for k classes.
  package init(_ game: BinaryChoices, _ cost: Cost) {
    let graph = MistakeGraph(game, cost)
    let classes = graph.recurrentClasses
    let costs = classes.map { origin in
      let distances = graph.distances(from: origin)
      return classes.map { $0.map { distances[$0] }.min() ?? .infinity }
    }
    let all = classes.indices
    func others(_ k: Int) -> [Int] { all.filter { $0 != k } }
    radius = all.map { k in others(k).map { costs[k][$0] }.min() ?? .infinity }
    coradius = all.map { k in others(k).map { costs[$0][k] }.max() ?? 0 }
    let trees = MinimumInTree(costs)
    let potential = all.map { trees.cost(to: $0) }
    let least = potential.min() ?? 0
    let slack = graph.accuracy * Double(all.count * game.players.count)
    stable = all.filter { potential[$0] <= least + slack }
    self.classes = classes
    self.costs = costs
    self.potential = potential
  }
}

/// The changes of one action at each profile, with their costs.
private struct MistakeGraph {
  let order: Int
  let profiles: Int
  /// The cost of changing each action at each profile.
  private var costs: [Double]
  /// No cost is farther than this from the exact one.
  private(set) var accuracy = 0.0

  init(_ game: BinaryChoices, _ cost: MistakeDynamics.Cost) {
    order = game.players.count
    profiles = game.profileCount
    costs = [Double](repeating: 0, count: order * profiles)
    for profile in 0..<profiles {
      for k in 0..<order {
        let gain = game.gain(ofChange: k, at: profile)
        guard gain.isNegative else { continue }
        costs[profile * order + k] = cost == .uniform ? 1 : -gain.midpoint
        if cost == .costly { accuracy = max(accuracy, gain.width) }
      }
    }
  }

  /// The classes of profiles that play without mistakes never leaves.
  var recurrentClasses: [[Int]] {
    var links = TripletList()
    for profile in 0..<profiles {
      for k in 0..<order where costs[profile * order + k] == 0 {
        links.append(row: profile, column: profile ^ 1 << k, value: 1)
      }
    }
    guard
      let graph = try? SparseMatrix(
        rows: profiles, columns: profiles, triplets: links)
    else { return [] }
    let components = StronglyConnectedComponents(of: graph)
    var isClosed = [Bool](repeating: true, count: components.count)
    for profile in 0..<profiles {
      let own = components.component[profile]
      for (other, _) in graph[row: profile]
      where components.component[other] != own {
        isClosed[Int(own)] = false
      }
    }
    var classes: [Int32: [Int]] = [:]
    for profile in 0..<profiles
    where isClosed[Int(components.component[profile])] {
      classes[components.component[profile], default: []].append(profile)
    }
    return classes.values.sorted { $0[0] < $1[0] }
  }

  /// The least cost from a class to every profile, by Dijkstra's search.
  func distances(from origin: [Int]) -> [Double] {
    var distances = [Double](repeating: .infinity, count: profiles)
    var queue = EventQueue()
    for profile in origin {
      distances[profile] = 0
      queue.insert(profile, at: 0)
    }
    while let (distance, profile) = queue.removeFirst() {
      guard distance == distances[profile] else { continue }
      for k in 0..<order {
        let next = profile ^ 1 << k
        let through = distance + costs[profile * order + k]
        if through < distances[next] {
          distances[next] = through
          queue.insert(next, at: through)
        }
      }
    }
    return distances
  }
}
