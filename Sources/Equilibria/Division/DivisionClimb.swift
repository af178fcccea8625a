/// Improves a division by single steps: a firm collects a topic more or less,
/// or takes a topic over from another.
struct DivisionClimb {
  private let problem: CollectionProblem
  private(set) var division: Division
  private(set) var welfare: Double

  /// What a step must gain, relative to ``CollectionProblem/size(of:)``.
  private static let tolerance = 1e-12

  /// A climb from a division within the limits.
  init(_ problem: CollectionProblem, from division: Division) {
    self.problem = problem
    self.division = division
    welfare = problem.welfare(division)
  }

  /// Takes steps until none improves.
  ///
  /// - Complexity: O(firms² · collectors) a topic and a round.
  mutating func climb() {
    var hasImproved = true
    while hasImproved {
      hasImproved = false
      for topic in 0..<problem.topics {
        while improve(topic) { hasImproved = true }
      }
    }
  }

  /// Takes the best step in a topic, if one improves.
  private mutating func improve(_ topic: Int) -> Bool {
    let old = division[topic]
    var best = (
      gain: Self.tolerance * problem.size(of: welfare), collectors: old
    )
    let base = worth(topic, old)
    for collectors in neighbours(of: old, topic) {
      let gain = worth(topic, collectors) - base
      if gain > best.gain { best = (gain, collectors) }
    }
    guard best.collectors != old else { return false }
    division[topic] = best.collectors
    welfare = problem.welfare(division)
    return true
  }

  /// What a topic is worth, the hours of the others being what they are.
  private func worth(_ topic: Int, _ collectors: [Int]) -> Double {
    let earned = problem.earnings(topic, collectors)
    guard problem.work[topic] > 0 else { return earned }
    guard problem.market.hasOffers else {
      return problem.earningsAlone(topic, collectors)
    }
    var changed = division
    changed[topic] = collectors
    return earned - problem.market.clear(problem.hours(changed)).cost
  }

  /// The collectors after one step, within the limits.
  private func neighbours(of old: [Int], _ topic: Int) -> [[Int]] {
    let counts = division.topicCounts(firms: problem.firms)
    let joining = (0..<problem.firms).filter {
      !old.contains($0) && counts[$0] < problem.limits[$0]
    }
    let leaving = old.map { j in old.filter { $0 != j } }
    return leaving
      + ([old] + leaving).flatMap { rest in
        joining.map { (rest + [$0]).sorted() }
      }
  }
}

extension Division {
  /// How many topics each firm collects.
  func topicCounts(firms: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: firms)
    for collectors in self {
      for j in collectors { counts[j] += 1 }
    }
    return counts
  }
}
