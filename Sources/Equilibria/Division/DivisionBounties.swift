/// Payments for tasks and fees on others that make a division what firms do of
/// their own accord.
///
/// An hour costs firm i `unit_i = min(d_i, least hour price)`; a task (i, k)
/// gains it `V_ik (1 − R_ik) − c_ik − w_k unit_i`, R_ik being the best reach
/// from the others in the division. A task of the division is paid what is
/// missing to 0 or, at the firm's limit, to the greatest gain of a task that
/// it leaves. A task outside is charged its gain where the firm has room.
package struct DivisionBounties: Sendable, Equatable {
  /// The payment for each firm's task, topic by topic.
  package var bounties: [[Double]]
  /// The fee on each firm's task, topic by topic.
  package var fees: [[Double]]

  /// What all payments cost.
  package var outlay: Double {
    bounties.reduce(0) { $0 + $1.reduce(0, +) }
  }

  /// The payments and fees of a division.
  ///
  /// - Complexity: O(firms · topics · collectors).
  package init(
    _ problem: CollectionProblem, _ division: Division, hourPrice: Double?
  ) {
    let topics = 0..<problem.topics
    (bounties, fees) = ([], [])
    for firm in 0..<problem.firms {
      let unit = min(problem.market.costs[firm], hourPrice ?? .infinity)
      let gains = topics.map { topic in
        let rest =
          1
          - problem.bestReach(
            firm, from: division[topic], but: firm)
        return problem.values[firm, topic] * rest
          - problem.costs[firm, topic] - problem.work[topic] * unit
      }
      let isTask = topics.map { division[$0].contains(firm) }
      let isFull = isTask.count { $0 } >= problem.limits[firm]
      let left = topics.filter { !isTask[$0] }.map { gains[$0] }.max() ?? 0
      let need = isFull ? max(0, left) : 0
      bounties.append(topics.map { isTask[$0] ? max(0, need - gains[$0]) : 0 })
      fees.append(
        topics.map { isTask[$0] || isFull ? 0 : max(0, gains[$0]) })
    }
  }
}
