import Games
import LinearAlgebra

/// A part of all divisions, some choices being settled, with a bound on it.
struct DivisionNode: Comparable {
  /// Whether each firm collects each topic, topic by topic.
  var choices: [[TopicDual.Choice]]
  /// The prices of places and hours from which to start.
  var multipliers: DivisionBound.Multipliers
  /// What no division in this part exceeds.
  var bound: Double

  static func < (a: DivisionNode, b: DivisionNode) -> Bool {
    a.bound < b.bound
  }

  static func == (a: DivisionNode, b: DivisionNode) -> Bool {
    a.bound == b.bound
  }

  /// The division, if every choice is made.
  var division: Division? {
    guard choices.allSatisfy({ !$0.contains(.free) }) else { return nil }
    return settled
  }

  /// The collectors that are settled.
  var settled: Division {
    choices.map { topic in topic.indices.filter { topic[$0] == .settled } }
  }

  /// The part in which one more choice is made.
  func with(_ firm: Int, _ topic: Int, _ choice: TopicDual.Choice) -> Self {
    var part = self
    part.choices[topic][firm] = choice
    return part
  }

  /// Excludes what firms that have reached their limits could still take;
  /// false if a limit is exceeded.
  mutating func respectLimits(_ limits: [Int]) -> Bool {
    let counts = settled.topicCounts(firms: limits.count)
    for j in limits.indices where counts[j] >= limits[j] {
      guard counts[j] == limits[j] else { return false }
      for topic in choices.indices where choices[topic][j] == .free {
        choices[topic][j] = .excluded
      }
    }
    return true
  }
}

/// The prices of every topic at given multipliers.
struct DivisionDuals {
  /// The prices of each topic.
  let topics: [TopicDual]
  /// The bound in doubles.
  let bound: Double

  init(
    _ problem: CollectionProblem, _ profits: [Matrix], _ node: DivisionNode,
    _ multipliers: DivisionBound.Multipliers
  ) {
    topics = (0..<problem.topics).map { topic in
      TopicDual(
        profits: profits[topic],
        costs: (0..<problem.firms).map {
          problem.cost($0, topic, multipliers)
        },
        choices: node.choices[topic])
    }
    bound = topics.reduce(problem.constant(multipliers)) { $0 + $1.bound }
  }

  /// What the prices suggest: the settled collectors, and of those whose cost
  /// the prices pay for the ones without which somebody would lose.
  var suggestion: Division { topics.map(\.suggestion) }
}

extension CollectionProblem {
  /// The effective cost of collecting, at given multipliers.
  func cost(
    _ j: Int, _ topic: Int, _ multipliers: DivisionBound.Multipliers
  ) -> Double {
    costs[j, topic] + multipliers.places[j]
      + work[topic] * min(market.costs[j], multipliers.hour)
  }

  /// The bound's part that is the same for every division.
  func constant(_ multipliers: DivisionBound.Multipliers) -> Double {
    var sum = 0.0
    for j in 0..<firms {
      sum += Double(limits[j]) * multipliers.places[j]
      guard market.offers[j] > 0 else { continue }
      sum += market.offers[j] * max(0, multipliers.hour - market.costs[j])
    }
    return sum
  }
}

extension TopicDual {
  /// The settled collectors, and the tight ones without those that could be
  /// left out at a gain.
  var suggestion: [Int] {
    let settled = choices.indices.filter { choices[$0] == .settled }
    var chosen = settled
    for j in tight.sorted(by: { support($0) > support($1) })
    where gain(of: j, beside: chosen) > 0 {
      chosen.append(j)
    }
    for j in chosen.reversed() where choices[j] == .free {
      let rest = chosen.filter { $0 != j }
      if gain(of: j, beside: rest) <= 0 { chosen = rest }
    }
    return chosen.sorted()
  }

  /// What receivers pay for a collector.
  func support(_ j: Int) -> Double {
    prices.indices.reduce(0) { $0 + max(0, profits[$1, j] - prices[$1]) }
  }

  /// What one more collector adds to others, less its cost.
  private func gain(of j: Int, beside others: [Int]) -> Double {
    prices.indices.reduce(-costs[j]) { sum, i in
      let best = others.reduce(0) { max($0, profits[i, $1]) }
      return sum + max(0, profits[i, j] - best)
    }
  }
}
