import LinearAlgebra
import TestSupport

@testable import Equilibria

extension CollectionProblem {
  /// A small random problem.
  static func random(
    firms: Int, topics: Int, offers: Bool = false, limit: Int? = nil,
    using random: inout SplitMix64
  ) -> CollectionProblem {
    func matrix(
      _ columns: Int, _ range: ClosedRange<Double>
    ) -> Matrix {
      Matrix(
        rows: (0..<firms).map { _ in random.numbers(columns, in: range) })
    }
    var reach = matrix(firms, 0...1)
    for i in 0..<firms {
      for j in 0..<firms where random.happens(0.4) { reach[i, j] = 0 }
      reach[i, i] = 1
    }
    let hours = random.numbers(firms, in: 0.1...0.9)
    return CollectionProblem(
      reach: reach, values: matrix(topics, 0.5...3),
      costs: matrix(topics, 0.5...4),
      work: random.numbers(topics, in: 0.2...2),
      market: HourMarket(
        costs: hours,
        offers: (0..<firms).map { _ in
          offers && random.happens(0.5) ? random.number(in: 0.5...3) : 0
        }),
      limits: limit.map { Array(repeating: $0, count: firms) })
  }

  /// Every division within the limits, for few firms and topics.
  var everyDivision: [Division] {
    let sets = (0..<1 << firms).map { set in
      (0..<firms).filter { set >> $0 & 1 == 1 }
    }
    var all: [Division] = [[]]
    for _ in 0..<topics {
      all = all.flatMap { division in sets.map { division + [$0] } }
    }
    return all.filter { division in
      (0..<firms).allSatisfy { j in
        division.count { $0.contains(j) } <= limits[j]
      }
    }
  }

  /// What a firm earns if nobody works for others.
  func payoffAlone(_ firm: Int, _ division: Division) -> Double {
    division.indices.reduce(0) { sum, topic in
      let earned = values[firm, topic] * bestReach(firm, from: division[topic])
      let isTask = division[topic].contains(firm)
      return sum + earned - (isTask ? ownCost(firm, topic) : 0)
    }
  }
}
