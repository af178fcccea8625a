import Games
import LinearAlgebra

/// Which firm should collect which information, when what one collects
/// reaches the others in part.
///
///     W(x) = Σ_ik V_ik max_{j: x_jk = 1} r_ij − Σ_jk c_jk x_jk − P(x),
///     Σ_k x_jk ≤ L_j
///
/// r_ij in [0, 1] is the part of what j collects that reaches i (r_ii = 1),
/// V_ik what the topic k is worth to i, c_jk what it costs j to collect. Only
/// the best source of a topic counts, so overlap is wasteful. P(x) is the
/// least cost of the hours of work w_k that every collected topic takes, at
/// home or bought from others; see ``HourMarket``.
///
/// It is an uncapacitated facility location problem for each topic, coupled by
/// the limits and by the hours on offer; NP-hard.
package struct CollectionProblem: Sendable {
  /// The part of what a firm (column) collects that reaches another (row).
  package var reach: Matrix
  /// A bound on the relative error of each number of `reach` that is not 0;
  /// the exact number is at most 1.
  package var reachError: Double
  /// What a topic (column) is worth to a firm (row), ≥ 0.
  package var values: Matrix
  /// What it costs a firm (row) to collect a topic (column), ≥ 0.
  package var costs: Matrix
  /// The hours of work that each topic takes whoever collects it, ≥ 0.
  package var work: [Double]
  /// Who works at which cost, and for others.
  package var market: HourMarket
  /// The most topics that each firm can collect.
  package var limits: [Int]

  /// A problem without work and without limits unless they are given.
  ///
  /// - Precondition: The sizes fit; `reach` has ones on its diagonal and all
  ///   of its numbers in [0, 1]; no value, cost, work or limit is negative.
  package init(
    reach: Matrix, reachError: Double = 0, values: Matrix, costs: Matrix,
    work: [Double]? = nil, market: HourMarket? = nil, limits: [Int]? = nil
  ) {
    let (firms, topics) = (values.rows, values.columns)
    self.reach = reach
    self.reachError = reachError
    self.values = values
    self.costs = costs
    self.work = work ?? Array(repeating: 0, count: topics)
    self.market =
      market
      ?? HourMarket(
        costs: Array(repeating: 0, count: firms),
        offers: Array(repeating: 0, count: firms))
    self.limits = limits ?? Array(repeating: topics, count: firms)
    precondition(
      reach.rows == firms && reach.columns == firms && costs.rows == firms
        && costs.columns == topics && self.work.count == topics
        && self.market.costs.count == firms && self.limits.count == firms,
      "the parts of the problem must fit each other")
  }

  /// What differences of welfare are relative to: the welfare that is read, and
  /// at least a thousandth of what all topics are worth to all firms, whose
  /// rounding it bears.
  ///
  /// - Complexity: O(firms · topics).
  package func size(of welfare: Double) -> Double {
    max(abs(welfare), Self.leastShare * values.elements.reduce(0, +))
  }

  private static let leastShare = 1e-3

  /// The number of firms.
  package var firms: Int { values.rows }
  /// The number of topics.
  package var topics: Int { values.columns }

  /// What firm i earns if its only source of a topic is j.
  func profit(_ i: Int, _ j: Int, _ topic: Int) -> Double {
    values[i, topic] * reach[i, j]
  }

  /// An enclosure of the part of what j collects that reaches i.
  func reachEnclosure(_ i: Int, _ j: Int) -> Interval {
    let value = reach[i, j]
    guard i != j && value != 0 else { return Interval(value) }
    return Interval.min(Interval(value, relativeError: reachError), 1)
  }

  /// What collecting a topic costs a firm that does all the work itself.
  package func ownCost(_ firm: Int, _ topic: Int) -> Double {
    costs[firm, topic] + work[topic] * market.costs[firm]
  }

  /// The part of a topic that reaches a firm from the best of some sources,
  /// itself included; 0 without a source.
  package func bestReach(
    _ firm: Int, from sources: [Int], but other: Int? = nil
  ) -> Double {
    var best = 0.0
    for j in sources where j != other { best = max(best, reach[firm, j]) }
    return best
  }

  /// The hours of work of each firm in a division.
  package func hours(_ division: Division) -> [Double] {
    var hours = [Double](repeating: 0, count: firms)
    for (topic, collectors) in division.enumerated() {
      for j in collectors { hours[j] += work[topic] }
    }
    return hours
  }

  /// What the firms earn of a topic before any work: values less costs.
  package func earnings(_ topic: Int, _ collectors: [Int]) -> Double {
    guard !collectors.isEmpty else { return 0 }
    var sum = 0.0
    for i in 0..<firms {
      sum += values[i, topic] * bestReach(i, from: collectors)
    }
    return collectors.reduce(sum) { $0 - costs[$1, topic] }
  }

  /// The welfare W(x) of a division, the work done as cheaply as possible.
  ///
  /// - Complexity: O(firms · collectors), and the sorting of hours.
  package func welfare(_ division: Division) -> Double {
    let earned = division.indices.reduce(0.0) {
      $0 + earnings($1, division[$1])
    }
    return earned - market.clear(hours(division)).cost
  }

  /// The welfare of a division in which every firm works for itself.
  package func welfareAlone(_ division: Division) -> Double {
    division.indices.reduce(0.0) { sum, topic in
      sum + earningsAlone(topic, division[topic])
    }
  }

  /// What the firms earn of a topic, every collector working for itself.
  package func earningsAlone(_ topic: Int, _ collectors: [Int]) -> Double {
    collectors.reduce(earnings(topic, collectors)) {
      $0 - work[topic] * market.costs[$1]
    }
  }
}

/// The collectors of each topic, by rising number.
package typealias Division = [[Int]]
