import Equilibria
import Reports

extension Shocks {
  /// The answer as a report.
  public var report: Report {
    Report(
      title: scenario.name,
      sections: results.isEmpty
        ? [.text("No stable equilibrium was found.")]
        : results.flatMap(sections) + returning + omissions
          + Report.Section.pictures(picture),
      data: json, isComplete: list.isComplete)
  }

  /// How levels return, where the scenario has another rule.
  private var returning: [Report.Section] {
    let rule = scenario.section(AdjustmentSection.self)?.adjustment.rule
    guard let rule, rule != .bestResponse else { return [] }
    let rate = NumberText.significant(ShockStudy.adjustment(of: scenario).rate)
    return [
      .text(
        "Levels return by best responses at a rate of \(rate), whatever "
          + "adjustment.rule says.")
    ]
  }

  /// What was left out, and why.
  private var omissions: [Report.Section] {
    guard !leftOut.isEmpty else { return [] }
    let parts = leftOut.map { "\($0.key) (\($0.reason))" }
    return [.text("Left out: \(parts.joined(separator: ", ")).")]
  }

  private var names: [String] { list.game.playerNames }

  /// How far a change by each travels, those who move most first.
  private var picture: SVGDocument? {
    TornadoPicture.fromZero(
      "How many times a change by each moves the cluster",
      results.map { result in
        let all = result.linear?.multipliers ?? []
        let order = all.indices.sorted {
          (abs(all[$1]), $0) < (abs(all[$0]), $1)
        }
        return (
          "Equilibrium \(result.place + 1)", order.map { (names[$0], all[$0]) }
        )
      })
  }

  private func sections(_ result: Result) -> [Report.Section] {
    let levels = list.outcomes[result.place].levels
    let shown = levels.prefix(12).map {
      NumberText.fixed($0, decimals: 2)
    }.joined(separator: " ")
    var sections: [Report.Section] = [
      .heading(
        "Equilibrium \(result.place + 1) (\(shown)"
          + (levels.count > 12 ? " …)" : ")"))
    ]
    if let linear = result.linear {
      sections.append(.text(travel(linear)))
      sections.append(.table(table(result, linear)))
    }
    sections.append(.text(tips(result)))
    if let random = result.random, random.variance > 0,
      let most = random.origins.indices.max(by: {
        random.origins[$0] < random.origins[$1]
      })
    {
      let deviation = NumberText.percent(random.variance.squareRoot())
      let share = NumberText.percent(random.origins[most], decimals: 0)
      sections.append(
        .text(
          "Shocks in every period give openness a standard deviation of "
            + "\(deviation); \(share) of its variance comes from "
            + "\(names[most])."))
    } else if result.random == nil, result.linear != nil,
      !result.unfinished.contains("random")
    {
      sections.append(.text("Random shocks do not die out."))
    }
    return sections + result.parameters.map { .text(ends($0)) }
  }

  private func travel(_ linear: LinearShocks) -> String {
    let all = linear.multipliers
    guard let most = all.indices.max(by: { abs(all[$0]) < abs(all[$1]) })
    else { return "" }
    let amplification = linear.amplification.map {
      ", largest amplification \($0.isConverged ? "" : "at least ")"
        + NumberText.fixed($0.factor, decimals: 2)
    }
    return "A change by \(names[most]) moves the cluster "
      + "\(NumberText.fixed(all[most], decimals: 2)) times, the most of all; "
      + "loop gain \(NumberText.fixed(linear.loopGain, decimals: 2))"
      + (amplification ?? "") + ". "
      + (linear.enclosed.map(standing) ?? "Numerical.")
  }

  private func standing(_ enclosed: EnclosedShocks) -> String {
    Self.standing(
      within: enclosed.width, worth: enclosed.widthOfWelfare,
      isWhole: enclosed.loopGain != nil)
  }

  /// What is proven of the numbers of small changes, in words.
  ///
  /// - Parameters:
  ///   - width: The width of the widest of those that are no money.
  ///   - worth: The width of the widest in money.
  ///   - isWhole: Whether more is proven than multipliers.
  /// - Returns: A sentence.
  static func standing(
    within width: Double, worth: Double, isWhole: Bool
  ) -> String {
    guard width.isFinite else { return "Numerical." }
    return (isWhole ? "Proven" : "The multipliers are proven")
      + ", to within \(NumberText.roundedUp(width)); what they are worth"
      + (worth.isFinite
        ? ", to within \(NumberText.roundedUp(worth)) of money."
        : " is numerical.")
  }

  /// No more names than this are listed.
  private static let nameLimit = 12
  /// More firms than this are not all shown, but those that move most.
  private static let rows = 30

  private func table(_ result: Result, _ linear: LinearShocks) -> Table {
    var table = Table(columns: [
      Table.Column(list.game.playerNoun), "free", "multiplier", "welfare",
      "tips alone by", "to",
    ])
    let all = linear.multipliers
    var order = Array(names.indices)
    if order.count > Self.rows {
      order = Array(
        order.sorted { abs(all[$0]) > abs(all[$1]) }.prefix(Self.rows))
    }
    for i in order {
      let one = result.one[i]
      table.rows.append([
        .text(names[i]), .boolean(linear.isFree[i]), .number(all[i]),
        .number(linear.welfare[i]), Table.Cell(one?.point.threshold),
        one?.point.destination.map { .integer($0 + 1) } ?? .none,
      ])
    }
    return table
  }

  /// What ends an equilibrium as a number falls and rises.
  private func ends(_ tipping: ParameterTipping?) -> String {
    guard let tipping else {
      return "No branch was found through this equilibrium."
    }
    let ways = [("falls", tipping.down), ("rises", tipping.up)].compactMap {
      verb, event in
      event.map {
        "\(verb) to \(NumberText.significant($0.parameter)) "
          + ($0.isProven ? "(proven)" : "(numerical)")
      }
    }
    let today = NumberText.significant(tipping.today)
    let range = [tipping.range.lowerBound, tipping.range.upperBound].map {
      NumberText.significant($0)
    }
    return ways.isEmpty
      ? "It lasts while \(tipping.parameter), today \(today), is between "
        + "\(range[0]) and \(range[1]); numerical."
      : "It disappears when \(tipping.parameter), today \(today), "
        + ways.joined(separator: " or ") + "."
  }

  private func tips(_ result: Result) -> String {
    func shift(_ point: TippingPoint, _ verb: String) -> String {
      "It tips \(goal(point)) if all \(verb) by "
        + NumberText.significant(point.threshold)
        + (point.isProven ? " (proven)." : " (numerical).")
    }
    guard list.outcomes.count > 1 else {
      return "No other equilibrium is known that it could tip to."
    }
    let sentences = [
      result.up.map { shift($0, "rise") },
      result.down.map { shift($0, "fall") },
      result.fewest.map(together),
      result.avalanche.map { _, first in
        "\(NumberText.counted(first.count { $0 != nil }, list.game.playerNoun)) then move "
          + "by more than 1 % of their caps."
      },
    ].compactMap { $0 }
    return sentences.isEmpty && result.unfinished.isEmpty
      ? "Play returns from every shift that was tried."
      : sentences.joined(separator: " ")
  }

  private func goal(_ point: TippingPoint) -> String {
    point.destination.map { "to equilibrium \($0 + 1)" }
      ?? "to an equilibrium that is not listed"
  }

  /// How few can tip it by moving to their bounds.
  private func together(_ fewest: TippingShocks.Sets) -> String {
    let first = fewest.sets.first ?? []
    let who =
      first.prefix(Self.nameLimit).map { names[$0] }.joined(separator: ", ")
      + (first.count > Self.nameLimit ? ", …" : "")
    let many = NumberText.counted(first.count, list.game.playerNoun)
    return fewest.isExhaustive
      ? "It takes \(many) at least to tip it "
        + "(\(NumberText.counted(fewest.sets.count, "such set"))), for example \(who)."
      : "Moved to their bounds \(many) tip it together (numerical; fewer may "
        + "be enough): \(who)."
  }
}
