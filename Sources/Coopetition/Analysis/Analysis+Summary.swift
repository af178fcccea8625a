import Games
import Reports

extension Analysis {
  /// The analysis of a large cluster for people: how levels are distributed,
  /// the firms at either end, welfare and bounds.
  var summary: [Report.Section] {
    let sentences =
      equilibria.enumerated().map { sentence($1, number: $0 + 1) }
      + statements + [
        "There may be other equilibria: too many firms for a complete search.",
        optimumSentence,
      ]
    let outlay = subsidy.map { subsidy in
      Report.Section.text(
        "The subsidy that makes the optimum an equilibrium costs "
          + NumberText.significant(subsidy.outlay, digits: 6) + ".")
    }
    return [
      .text(sentences.joined(separator: "\n")), .table(distribution),
      .table(ends),
    ] + (outlay.map { [$0] } ?? [])
  }

  private func sentence(_ outcome: Outcome, number: Int) -> String {
    let parts: [String?] = [
      "Equilibrium \(number)", outcome.equilibrium.stability.rawValue,
      "welfare \(NumberText.significant(outcome.welfare, digits: 10))",
      efficiencyText(outcome),
      "regret at most "
        + NumberText.roundedUp(outcome.equilibrium.regret.upper, digits: 2),
      proof(of: outcome),
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// How near to the levels an equilibrium is proven to be.
  private func proof(of outcome: Outcome) -> String {
    guard case .proven(let box, _) = outcome.certificate else {
      return "not proven"
    }
    let distance = zip(box, outcome.levels).reduce(0) {
      max($0, $1.0.upper - $1.1, $1.1 - $1.0.lower)
    }
    return distance == 0
      ? "proven"
      : "proven within \(NumberText.roundedUp(distance, digits: 2))"
  }

  private var optimumSentence: String {
    guard optimum.welfare.isFinite else { return Self.noOptimum }
    let welfare = NumberText.significant(optimum.welfare, digits: 10)
    return "Social optimum, welfare \(welfare), \(optimumProof(digits: 10))"
  }

  /// The profiles with their names, in the order of the report.
  private var profiles: [(name: String, levels: [Double])] {
    equilibria.enumerated().map { ("equilibrium \($0 + 1)", $1.levels) }
      + [("optimum", optimum.levels)]
  }

  /// How many firms share how much.
  private var distribution: Table {
    let classes = profiles.map { LevelClasses($0.levels, in: game.strategies) }
    let heads = ["level"] + profiles.map(\.name)
    var table = Table(columns: heads.map { Table.Column($0) })
    for (k, name) in LevelClasses.names.enumerated() {
      table.add(name, classes.map { .integer($0.counts[k]) })
    }
    table.add("mean", classes.map { .number($0.mean) })
    return table
  }

  /// The firms that earn most and least at the first equilibrium.
  private var ends: Table {
    let payoffs = equilibria.first?.payoffs ?? optimum.payoffs
    let count = min(Self.endCount, payoffs.count / 2)
    let most = payoffs.indices.first(count) {
      payoffs[$0] != payoffs[$1] ? payoffs[$0] > payoffs[$1] : $0 < $1
    }
    let least = payoffs.indices.first(count) {
      payoffs[$0] != payoffs[$1] ? payoffs[$0] < payoffs[$1] : $0 > $1
    }
    let rows =
      equilibria.map { (game.meanLevels(at: $0.levels), $0.payoffs) }
      + [(game.meanLevels(at: optimum.levels), optimum.payoffs)]
    let heads =
      [game.playerNoun] + profiles.flatMap { ["\($0.name) level", "payoff"] }
    var table = Table(columns: heads.map { Table.Column($0) })
    let names = game.playerNames
    for i in most + least.reversed() {
      table.add(names[i], rows.flatMap { [$0.0[i], $0.1[i]] })
    }
    return table
  }

  /// How many firms of either end are shown.
  private static let endCount = 5
}

/// How many levels lie in each part of their intervals.
struct LevelClasses {
  static let names = [
    "at 0", "to ¼ of the cap", "to ½", "to ¾", "below the cap", "at the cap",
  ]

  private(set) var counts = [Int](repeating: 0, count: 6)
  private(set) var mean = 0.0

  init(_ levels: [Double], in strategies: StrategySpace) {
    for (level, cap) in zip(levels, strategies.upperBounds) {
      mean += level / Double(levels.count)
      counts[Self.place(of: level, cap)] += 1
    }
  }

  private static func place(of level: Double, _ cap: Double) -> Int {
    if level <= 0 { return 0 }
    if level >= cap { return 5 }
    return 1 + min(3, Int(4 * level / cap))
  }
}

extension Range<Int> {
  /// The first few numbers in an order, without sorting the others.
  ///
  /// - Complexity: O(the numbers · count).
  fileprivate func first(
    _ count: Int, by precedes: (Int, Int) -> Bool
  ) -> [Int] {
    guard count > 0 else { return [] }
    var kept: [Int] = []
    for number in self {
      if kept.count == count, !precedes(number, kept[count - 1]) { continue }
      let place = kept.firstIndex { precedes(number, $0) } ?? kept.count
      kept.insert(number, at: place)
      if kept.count > count { kept.removeLast() }
    }
    return kept
  }
}
