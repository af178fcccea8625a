extension Analysis {
  /// The analysis as a report for people.
  public var text: String {
    var lines = heading
    for (k, outcome) in equilibria.enumerated() {
      lines += [""] + section(outcome, number: k + 1)
    }
    lines += [""] + optimumSection
    lines += [""] + bargainSection
    return lines.joined(separator: "\n")
  }

  private var names: [String] { game.cluster.firms.map(\.name) }

  private var heading: [String] {
    let count = equilibria.count
    let found = count == 1 ? "1 equilibrium" : "\(count) equilibria"
    var lines = [
      "\(game.cluster.name): \(names.count) "
        + (names.count == 1 ? "firm" : "firms"),
      "",
    ]
    if isComplete {
      lines.append("\(found); it is proven that there is no other.")
    } else {
      lines.append(
        "\(found) found; there may be others in "
          + "\(undecided.count) undecided "
          + (undecided.count == 1 ? "box." : "boxes."))
    }
    return lines
  }

  private func section(_ outcome: Outcome, number: Int) -> [String] {
    let title = [
      "Equilibrium \(number)", outcome.equilibrium.stability.rawValue,
      "welfare \(TextTable.text(outcome.welfare, digits: 6))",
      "efficiency \(TextTable.fixed(100 * outcome.efficiency, decimals: 1)) %",
      "regret at most "
        + TextTable.text(outcome.equilibrium.regret.upper, digits: 2),
      outcome.equilibrium.isProven ? "proven" : "not proven",
    ]
    let shown = outcome.channels.filter { $0.amounts.contains { $0 != 0 } }
    var table = TextTable(
      columns: ["firm", "level", "payoff"] + shown.map(\.channel))
    for i in names.indices {
      table.add(
        names[i],
        [outcome.levels[i], outcome.payoffs[i]] + shown.map { $0.amounts[i] })
    }
    table.add(
      "all",
      ["", TextTable.text(outcome.payoffs.reduce(0, +))]
        + shown.map { TextTable.text($0.amounts.reduce(0, +)) })
    return [title.joined(separator: ", ")] + table.lines
  }

  private var optimumSection: [String] {
    let proof =
      optimum.isProven
      ? "proven"
      : "no profile has more than \(TextTable.text(optimum.upperBound))"
    var table = TextTable(
      columns: ["firm", "level", "payoff", "subsidy rate", "subsidy"])
    for i in names.indices {
      table.add(
        names[i],
        [
          optimum.levels[i], optimum.payoffs[i], subsidy.rates[i],
          subsidy.rates[i] * optimum.levels[i],
        ])
    }
    table.add(
      "all",
      [
        "", TextTable.text(optimum.payoffs.reduce(0, +)), "",
        TextTable.text(subsidy.outlay),
      ])
    return [
      "Social optimum, welfare \(TextTable.text(optimum.welfare, digits: 6)), "
        + proof
    ] + table.lines + [
      "",
      "Paid at these rates instead of any other, the subsidy makes the optimum",
      "an equilibrium; it costs \(TextTable.text(subsidy.outlay)) there.",
    ]
  }

  private var bargainSection: [String] {
    guard let bargain else {
      if let skipped = solver.skipped.first(where: { $0.key == "bargain" }) {
        return ["Nash bargain: left out, \(skipped.reason)."]
      }
      return [
        "Nash bargain: none; no profile was found that makes every firm better",
        "off than a stable equilibrium.",
      ]
    }
    var table = TextTable(columns: ["firm", "level", "payoff", "gain"])
    for i in names.indices {
      table.add(
        names[i],
        [
          bargain.levels[i], bargain.payoffs[i],
          bargain.payoffs[i] - bargain.disagreement[i],
        ])
    }
    return [
      "Nash bargain over the stable equilibrium of least welfare, welfare "
        + TextTable.text(bargain.welfare, digits: 6)
    ] + table.lines
  }
}
