import Games
import Reports

extension Analysis {
  /// The analysis as a report: for a complete search every equilibrium with
  /// what it means for each player, for a large cluster how levels are
  /// distributed.
  public var report: Report {
    Report(
      title: NumberText.title(game.name, game.playerCount, game.playerNoun),
      sections: (isSummarised ? summary : details) + [.text(hint)],
      data: json,
      records: records, isComplete: isComplete)
  }

  /// The levels, and below them the multipliers of constraints.
  private var records: Table {
    var table = levelRecords
    for (k, constraint) in (equilibria.first?.constraints ?? []).enumerated() {
      table.rows.append(
        [.text("multiplier of \(constraint.name)")]
          + equilibria.map { .multiplier($0.constraints[k].multiplier) }
          + [.none])
    }
    return table
  }

  /// Whether it is of so many firms that there was no complete search.
  private var isSummarised: Bool {
    tree == nil && game.playerCount > NetworkAnalyzer.firmLimit
  }

  /// Where to go from here.
  private var hint: String {
    "What the numbers mean: coopetition help numbers. "
      + "What to ask next: coopetition help topics."
  }

  /// The levels of each equilibrium and of the optimum, one row a variable.
  package var levelRecords: Table {
    let heads =
      [game.playerNoun] + equilibria.indices.map { "equilibrium \($0 + 1)" }
      + ["optimum"]
    let profiles = equilibria.map(\.levels) + [optimum.levels]
    return Table(
      columns: heads.map { Table.Column($0) },
      rows: game.variableNames.enumerated().map { v, name in
        [.text(name)] + profiles.map { .number($0[v]) }
      })
  }

  /// Every part of a complete search, the answer first.
  private var details: [Report.Section] {
    let several = equilibria.count > 1
    return ([verdict] + statements).map { .text($0) } + searchSections
      + (several ? [.heading("Overview"), .table(overview)] : [])
      + equilibria.enumerated().flatMap { sections($1, number: $0 + 1) }
      + endSections + optimumSections + bargainSections
  }

  private var verdict: String {
    let count = equilibria.count
    let found = NumberText.counted(count, "equilibrium", "equilibria")
    switch completeness {
    case .complete where count == 0:
      return "No equilibrium in pure strategies; that is proven."
    case .complete: return "\(found); it is proven that there is no other."
    case .besideSets:
      return "\(found), \(components.count) of them one of a set; it is proven "
        + "that there is no other beside those sets."
    case .incomplete, .stopped:
      let boxes = NumberText.counted(
        undecided.count, "undecided box", "undecided boxes")
      return "\(found) found; there may be others in \(boxes)."
    }
  }

  /// The equilibria beside each other.
  private var overview: Table {
    let hasEfficiency = equilibria.allSatisfy(\.efficiency.isFinite)
    let heads =
      ["equilibrium", "stability", "welfare"]
      + (hasEfficiency ? [efficiencyHead] : [])
      + (hasShares ? [] : ["mean level"])
    return Table(
      columns: heads.map { Table.Column($0) },
      rows: equilibria.enumerated().map { k, outcome in
        let sum = outcome.levels.reduce(0, +)
        return [
          .integer(k + 1), .text(outcome.equilibrium.stability.rawValue),
          .number(outcome.welfare, digits: 6),
        ] + (hasEfficiency ? [.percent(outcome.efficiency)] : [])
          + (hasShares
            ? [] : [.number(sum / Double(max(1, outcome.levels.count)))])
      })
  }

  /// Whether the mean of all levels says nothing, since some are shares of 1.
  private var hasShares: Bool {
    (game as? FormulaGame)?.simplices.contains { !$0.isEmpty } == true
  }

  private func sections(
    _ outcome: Outcome, number: Int
  ) -> [Report.Section] {
    let title = [
      "Equilibrium \(number)", outcome.equilibrium.stability.rawValue,
      "welfare \(NumberText.significant(outcome.welfare, digits: 6))",
      efficiencyText(outcome),
      "regret at most "
        + NumberText.roundedUp(outcome.equilibrium.regret.upper, digits: 2),
      outcome.equilibrium.isProven ? "proven" : "not proven",
    ].compactMap { $0 }
    let shown = outcome.channels.filter { $0.amounts.contains { $0 != 0 } }
    var table = LevelTable(game, columns: shown.map(\.channel))
    table.add(
      levels: outcome.levels, payoffs: outcome.payoffs,
      columns: shown.map(\.amounts))
    table.addTotals(
      ([outcome.payoffs] + shown.map(\.amounts)).map {
        .number($0.reduce(0, +))
      })
    return [.heading(title.joined(separator: ", ")), .table(table.table)]
      + (outcome.constraints.isEmpty
        ? [] : [.table(constraintTable(outcome.constraints))])
  }

  /// The constraints at an equilibrium, a row each.
  private func constraintTable(_ constraints: [ConstraintOutcome]) -> Table {
    Table(
      columns: ["constraint", "kept by", "multiplier", "slack", "binding"],
      rows: constraints.map {
        [
          .text($0.name), .text($0.players.joined(separator: ", ")),
          .multiplier($0.multiplier), .number($0.slack.midpoint),
          .text($0.isBinding ? "yes" : "no"),
        ]
      })
  }

  /// The generalised equilibria in which one player bears a constraint alone.
  private var endSections: [Report.Section] {
    guard !constraintEnds.isEmpty else { return [] }
    let heads =
      ["constraint", "borne by", "multiplier"] + game.variableNames + ["proof"]
    let isProven = constraintEnds.contains(where: \.equilibrium.isProven)
    return [
      .text(
        "Where those who share a constraint have different multipliers there "
          + (isProven ? "are" : "seem to be")
          + " other generalised equilibria, as a rule a connected set. At "
          + "its ends one player alone bears the constraint:"),
      .table(
        Table(
          columns: heads.map { Table.Column($0) },
          rows: constraintEnds.map { end in
            [
              .text(end.constraint), .text(end.player),
              end.equilibrium.isProven
                ? .number(end.multiplier.midpoint) : .none,
            ] + end.equilibrium.levels.map { .number($0) }
              + [.text(end.equilibrium.isProven ? "proven" : "not proven")]
          })),
    ]
  }

  private var optimumSections: [Report.Section] {
    [.heading(optimumTitle), .table(optimumTable)] + subsidySections
      + priceSections
  }

  /// The welfare of the optimum, and how far that is proven.
  var optimumTitle: String {
    guard optimum.welfare.isFinite else { return Self.noOptimum }
    return "Social optimum, welfare "
      + NumberText.significant(optimum.welfare, digits: 6) + ", "
      + optimumProof(digits: 6)
  }

  /// What is said of an optimum whose welfare is no number.
  static let noOptimum =
    "Social optimum, not known: welfare is not finite at the best profile found"

  /// How far the welfare of the optimum is proven to be the greatest; a bound is
  /// told where it differs in the digits that are shown.
  func optimumProof(digits: Int) -> String {
    if optimum.isProven,
      NumberText.agree(optimum.upperBound, optimum.welfare, digits: digits)
    {
      return "proven"
    }
    guard optimum.upperBound < .infinity else { return "not proven" }
    return "no profile has more than "
      + NumberText.roundedUp(optimum.upperBound, digits: digits)
  }

  private var optimumTable: Table {
    guard let subsidy else {
      var table = LevelTable(game, columns: [])
      table.add(levels: optimum.levels, payoffs: optimum.payoffs)
      table.addTotals([.number(optimum.payoffs.reduce(0, +))])
      return table.table
    }
    var table = LevelTable(game, columns: ["subsidy rate", "subsidy"])
    let paid = zip(subsidy.rates, optimum.levels).map { $0 * $1 }
    table.add(
      levels: optimum.levels, payoffs: optimum.payoffs,
      columns: [subsidy.rates, paid])
    table.addTotals([
      .number(optimum.payoffs.reduce(0, +)), .none, .number(subsidy.outlay),
    ])
    return table.table
  }

  /// What the subsidy that implements the optimum costs, and the equilibria that
  /// there are with it.
  var subsidySections: [Report.Section] {
    guard let subsidy else { return [] }
    guard subsidy.rates.contains(where: { $0 != 0 }) else {
      let isAlone = equilibria.count <= 1
      return [
        .text(
          (subsidy.isReplacing
            ? "The optimum is an equilibrium if no subsidy is paid, not the "
              + "scenario's either: nobody gains by leaving it then."
            : "No subsidy is needed to make the optimum an equilibrium: nobody "
              + "gains by leaving it.")
            + (isAlone ? "" : " That does not remove the others."))
      ]
    }
    return [
      .text(
        "Paid at these rates instead of any other, the subsidy makes the "
          + "optimum an equilibrium; it costs "
          + "\(NumberText.significant(subsidy.outlay)) there.")
    ] + (subsidy.outcome.map(remaining) ?? [])
  }

  /// The most equilibria with the subsidy that are shown.
  private static let mostRemaining = 20

  /// The equilibria that there are when the subsidy is paid, a row each.
  private func remaining(_ outcome: SubsidisedOutcome) -> [Report.Section] {
    let others = outcome.equilibria.filter { !$0.isIntended }
    guard !others.isEmpty else {
      let other =
        !outcome.isComplete
        ? "No other was found then, but there may be others."
        : outcome.hasSets
          ? "There is then no other but sets of them; that is proven."
          : "It is then the only one; that is proven."
      return [.text(other)]
    }
    let shown = outcome.equilibria.prefix(Self.mostRemaining)
    let rows = shown.map { equilibrium -> [Table.Cell] in
      [
        .text(equilibrium.isIntended ? "the optimum" : "another"),
        .text(equilibrium.stability.rawValue),
        .number(equilibrium.welfare, digits: 6), .number(equilibrium.outlay),
        .text(equilibrium.isProven ? "proven" : "not proven"),
      ]
    }
    return [
      .text(
        "It does not remove the others: with it (and a margin of "
          + "\(NumberText.significant(ImplementingSubsidy.margin, digits: 1)) "
          + "for those at a bound) there are"),
      .table(
        Table(
          columns: ["equilibrium", "stability", "welfare", "cost", "proof"],
          rows: rows)),
      .text(
        (shown.count < outcome.equilibria.count
          ? "Those of most welfare are shown, \(shown.count) of "
            + "\(outcome.equilibria.count); --json tells all. " : "")
          + "For rates that are judged by the worst of what they leave behind, see "
          + "coopetition design."),
    ]
  }

  /// The prices of anarchy and stability, if they mean something.
  private var priceSections: [Report.Section] {
    guard let price, !price.isInfinite else { return [] }
    return [
      .text(
        "Price of anarchy \(Self.text(price.anarchy)), "
          + "price of stability \(Self.text(price.stability)).")
    ]
  }

  /// A number that is known to within its last digit shown, or its bounds.
  private static func text(_ range: Interval) -> String {
    let (low, high) = (
      NumberText.significant(range.lower), NumberText.significant(range.upper)
    )
    return low == high ? low : "between \(low) and \(high)"
  }

  private var bargainSections: [Report.Section] {
    guard let bargain else {
      if let skipped = solver.skipped.first(where: { $0.key == "bargain" }) {
        return [.text("Nash bargain: left out, \(skipped.reason).")]
      }
      return [
        .text(
          "Nash bargain: none; no profile was found that makes every "
            + "\(game.playerNoun) better off than a stable equilibrium.")
      ]
    }
    var table = LevelTable(game, columns: ["gain"])
    table.add(
      levels: bargain.levels, payoffs: bargain.payoffs,
      columns: [zip(bargain.payoffs, bargain.disagreement).map { $0 - $1 }])
    return [
      .heading(
        "Nash bargain over the stable equilibrium of least welfare, welfare "
          + NumberText.significant(bargain.welfare, digits: 6)),
      .table(table.table),
    ]
  }
}

extension Table.Cell {
  /// A multiplier; none where it is not determined.
  fileprivate static func multiplier(_ range: Interval) -> Table.Cell {
    range.isBounded ? .number(range.midpoint) : .none
  }
}
