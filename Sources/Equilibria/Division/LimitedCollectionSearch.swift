import Games

/// Every equilibrium of firms that can collect only so many topics.
///
/// A firm then collects the topics that it gains most from, up to its limit.
/// What it gains lies between bounds while others' choices are open; a choice
/// that the bounds decide is made, and otherwise both are tried.
struct LimitedCollectionSearch {
  private let gains: LoneGains
  private let nodeLimit: Int
  /// The equilibria found.
  private(set) var found: [Division] = []
  /// Whether there is proven to be no other.
  private(set) var isComplete = true
  /// The nodes examined.
  private(set) var nodes = 0

  private enum Choice: UInt8 {
    case open, yes, no
  }

  /// The choices of all firms, topic by topic.
  private typealias State = [[Choice]]

  init(_ gains: LoneGains, nodeLimit: Int) {
    self.gains = gains
    self.nodeLimit = nodeLimit
  }

  private var problem: CollectionProblem { gains.problem }

  /// Looks for all equilibria.
  ///
  /// - Complexity: O(firms² · topics) a round of consequences.
  mutating func run() {
    let row = [Choice](repeating: .open, count: problem.firms)
    var stack = [State(repeating: row, count: problem.topics)]
    while var state = stack.popLast() {
      nodes += 1
      guard nodes <= nodeLimit else {
        isComplete = false
        return
      }
      guard settle(&state) else { continue }
      guard let (firm, topic) = open(in: state) else {
        accept(state)
        continue
      }
      for choice in [Choice.no, .yes] {
        var next = state
        next[topic][firm] = choice
        stack.append(next)
      }
    }
  }

  /// Keeps a profile in which nobody gains by another choice. Gains that
  /// intervals cannot tell apart go by their middles.
  private mutating func accept(_ state: State) {
    for firm in 0..<problem.firms {
      let ranges = (0..<problem.topics).map { gain(firm, $0, state[$0]) }
      let limit = problem.limits[firm]
      let isChosen = state.map { $0[firm] == .yes }
      for topic in ranges.indices
      where verdict(topic, ranges, limit: limit) == .open {
        isComplete = false
      }
      let taken = ranges.indices.filter { isChosen[$0] }
      let left = ranges.indices.filter { !isChosen[$0] }
      let least = taken.map { ranges[$0].midpoint }.min() ?? .infinity
      let most = left.map { ranges[$0].midpoint }.max() ?? -.infinity
      let worth = taken.count < limit ? 0 : least
      guard taken.count <= limit, least >= 0, most <= max(0, worth) else {
        return
      }
    }
    found.append(collectors(state))
  }

  private func collectors(_ state: State) -> Division {
    state.map { topic in topic.indices.filter { topic[$0] == .yes } }
  }

  private func open(in state: State) -> (firm: Int, topic: Int)? {
    for (topic, row) in state.enumerated() {
      if let firm = row.firstIndex(of: .open) { return (firm, topic) }
    }
    return nil
  }

  /// Makes the choices that follow until there are none; false at a
  /// contradiction.
  private func settle(_ state: inout State) -> Bool {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for firm in 0..<problem.firms {
        guard let changed = settle(firm, &state) else { return false }
        hasChanged = hasChanged || changed
      }
    }
    return true
  }

  /// Makes the choices of a firm that follow; nil at a contradiction, else
  /// whether there was one.
  private func settle(_ firm: Int, _ state: inout State) -> Bool? {
    let ranges = (0..<problem.topics).map { gain(firm, $0, state[$0]) }
    var hasChanged = false
    for topic in ranges.indices {
      let choice = verdict(topic, ranges, limit: problem.limits[firm])
      guard choice != .open, state[topic][firm] != choice else { continue }
      guard state[topic][firm] == .open else { return nil }
      state[topic][firm] = choice
      hasChanged = true
    }
    return hasChanged
  }

  /// The range of what a firm gains from a topic over the open choices.
  private func gain(_ firm: Int, _ topic: Int, _ row: [Choice]) -> Interval {
    var (sure, possible): (Int?, Int?) = (nil, nil)
    for j in row.indices where j != firm && row[j] != .no {
      let reach = problem.reach[firm, j]
      if reach > (possible.map { problem.reach[firm, $0] } ?? 0) {
        possible = j
      }
      if row[j] == .yes, reach > (sure.map { problem.reach[firm, $0] } ?? 0) {
        sure = j
      }
    }
    return gains.gain(firm, topic, beside: possible)
      .hull(gains.gain(firm, topic, beside: sure))
  }

  /// What the gains of a firm say of one topic.
  private func verdict(
    _ topic: Int, _ ranges: [Interval], limit: Int
  ) -> Choice {
    let own = ranges[topic]
    if own.upper < 0 { return .no }
    let others = ranges.indices.filter { $0 != topic }
    let above = others.count {
      ranges[$0].lower > own.upper && ranges[$0].lower > 0
    }
    if above >= limit { return .no }
    let rivals = others.count {
      ranges[$0].upper >= own.lower && ranges[$0].upper > 0
    }
    return own.lower > 0 && rivals < limit ? .yes : .open
  }
}
