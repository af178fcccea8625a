import Games

/// What firms collect if each decides for itself: all pure Nash equilibria.
///
/// Firm i earns `u_i = Σ_k V_ik max_j r_ij x_jk − Σ_k (c_ik + w_k d_i) x_ik`.
/// Where no limit binds topics separate, and the collectors of each are a
/// kernel of the graph i → {j : V_ik (1 − r_ij) < c_ik + w_k d_i} on the firms
/// with V_ik > c_ik + w_k d_i: a firm collects exactly if none of those that
/// spare it the cost does. Where a limit binds profiles are searched.
///
/// Comparisons are made in intervals; one that they cannot decide goes by its
/// middle, and the result is not complete.
package struct LoneCollection: Sendable {
  /// The most nodes of a search tree.
  package var nodeLimit: Int

  /// A search with a limit.
  package init(nodeLimit: Int = 1_000_000) { self.nodeLimit = nodeLimit }

  /// The equilibria.
  package struct Equilibria: Sendable {
    /// How the equilibria are given.
    package enum Form: Sendable {
      /// The sets of collectors of each topic; an equilibrium is one of each.
      case topics([[[Int]]])
      /// Whole divisions, since a limit binds.
      case profiles([Division])
    }
    /// The equilibria.
    package var form: Form
    /// Whether there is proven to be no other.
    package var isComplete: Bool
    /// The nodes of all search trees.
    package var nodes: Int
  }

  /// Every pure equilibrium.
  package func equilibria(of problem: CollectionProblem) -> Equilibria {
    let gains = LoneGains(problem)
    return gains.hasBindingLimit
      ? profiles(gains) : topics(gains)
  }

  private func topics(_ gains: LoneGains) -> Equilibria {
    var (sets, isComplete, nodes) = ([[[Int]]](), true, 0)
    for topic in 0..<gains.problem.topics {
      let (candidates, successors, isDecided) = gains.graph(of: topic)
      let search = KernelSearch(nodeLimit: max(1, nodeLimit - nodes))
      let kernels = search.kernels(successors: successors)
      sets.append(kernels.sets.map { $0.map { candidates[$0] } })
      isComplete = isComplete && isDecided && kernels.isComplete
      nodes += kernels.nodes
    }
    return Equilibria(
      form: .topics(sets), isComplete: isComplete, nodes: nodes)
  }

  private func profiles(_ gains: LoneGains) -> Equilibria {
    var search = LimitedCollectionSearch(gains, nodeLimit: nodeLimit)
    search.run()
    return Equilibria(
      form: .profiles(search.found), isComplete: search.isComplete,
      nodes: search.nodes)
  }
}

/// What collecting is worth to a firm, given what reaches it anyway.
struct LoneGains {
  let problem: CollectionProblem
  private let costs: [Interval]

  init(_ problem: CollectionProblem) {
    self.problem = problem
    costs = (0..<problem.topics).flatMap { topic in
      (0..<problem.firms).map { firm in
        Interval(problem.costs[firm, topic])
          + Interval(problem.work[topic]) * Interval(problem.market.costs[firm])
      }
    }
  }

  /// An enclosure of V_ik (1 − R) − c_ik − w_k d_i, where R reaches the firm
  /// from another one; R is 0 if that is nil.
  func gain(_ firm: Int, _ topic: Int, beside source: Int?) -> Interval {
    let value = Interval(problem.values[firm, topic])
    let cost = costs[firm + topic * problem.firms]
    guard let source else { return value - cost }
    return value * (1 - problem.reachEnclosure(firm, source)) - cost
  }

  /// Whether a firm would gain from more topics than it can collect.
  var hasBindingLimit: Bool {
    (0..<problem.firms).contains { firm in
      let count = (0..<problem.topics)
        .count { gain(firm, $0, beside: nil).upper > 0 }
      return count > problem.limits[firm]
    }
  }

  /// The firms that gain from a topic if nobody else collects it, for each of
  /// them the places of those that spare it the cost, and whether all
  /// comparisons are certain.
  ///
  /// - Complexity: O(firms²).
  func graph(
    of topic: Int
  ) -> (candidates: [Int], successors: [[Int]], isDecided: Bool) {
    var isDecided = true
    func isPositive(_ gain: Interval) -> Bool {
      if gain.lower <= 0 && gain.upper >= 0 { isDecided = false }
      return gain.midpoint > 0
    }
    let candidates = (0..<problem.firms)
      .filter { isPositive(gain($0, topic, beside: nil)) }
    let successors = candidates.map { firm in
      candidates.indices.filter { place in
        let other = candidates[place]
        return other != firm && problem.reach[firm, other] > 0
          && isPositive(-gain(firm, topic, beside: other))
      }
    }
    return (candidates, successors, isDecided)
  }
}
