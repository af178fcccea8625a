import Games
import LinearAlgebra

/// The division of collection with the greatest welfare, by branch and bound.
///
/// A part of all divisions is bounded by dual prices (``TopicDual``), checked
/// in intervals (``DivisionBound``); choices that would cost more than the gap
/// are made at once. Where neither limits nor hours on offer couple the
/// topics, each is searched on its own.
///
/// The bound of the answer holds whatever stopped the search.
package struct DivisionSearch: Sendable {
  /// The most evaluations; one is the pricing of a topic.
  package var effort: Int
  /// The part of the welfare that no search is for.
  package var tolerance: Double
  /// Is asked now and then whether to go on, with the evaluations so far.
  package var monitor: Monitor

  /// A search with its limits.
  package init(
    effort: Int = 1_000_000, tolerance: Double = 1e-10,
    monitor: Monitor = .unattended
  ) {
    self.effort = effort
    self.tolerance = tolerance
    self.monitor = monitor
  }

  /// The best division.
  ///
  /// - Complexity: O(firms³) an evaluation; exponentially many in the worst
  ///   case.
  package func optimum(of problem: CollectionProblem) -> OptimalDivision {
    let isPooled = problem.hourRange != nil
    guard isPooled else {
      let apart = topicByTopic(problem)
      let counts = apart.division.topicCounts(firms: problem.firms)
      let fits = zip(counts, problem.limits).allSatisfy { $0 <= $1 }
      return fits ? apart : joint(problem, used: apart.evaluations)
    }
    return joint(problem, used: 0)
  }

  private func joint(
    _ problem: CollectionProblem, used: Int
  ) -> OptimalDivision {
    var tree = DivisionTree(problem, search: self, evaluations: used)
    return tree.run()
  }

  /// The optimum without limits and without a pool.
  private func topicByTopic(_ problem: CollectionProblem) -> OptimalDivision {
    var whole = OptimalDivision(
      division: [], welfare: 0, bound: 0, termination: .converged,
      evaluations: 0)
    var bound = Interval.zero
    for topic in 0..<problem.topics {
      let part = joint(problem.only(topic), used: whole.evaluations)
      whole.division += part.division
      bound += Interval(part.bound)
      whole.evaluations = part.evaluations
      if part.termination != .converged {
        whole.termination = part.termination
      }
    }
    whole.welfare = problem.welfare(whole.division)
    whole.bound = bound.upper
    return whole
  }
}

extension CollectionProblem {
  /// The problem of a single topic, without limits.
  func only(_ topic: Int) -> CollectionProblem {
    let all = Array(0..<firms)
    return CollectionProblem(
      reach: reach, reachError: reachError,
      values: values.submatrix(rows: all, columns: [topic]),
      costs: costs.submatrix(rows: all, columns: [topic]),
      work: [work[topic]], market: market)
  }
}
