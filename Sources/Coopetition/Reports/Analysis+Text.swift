extension Analysis {
  /// The analysis as a report for people.
  public var text: String {
    var lines = heading
    for (k, outcome) in equilibria.enumerated() {
      lines += [""] + section(outcome, number: k + 1)
    }
    lines += [""] + optimumSection + priceSection
    lines += [""] + bargainSection
    return lines.joined(separator: "\n")
  }

  private var heading: [String] {
    let count = equilibria.count
    let found = count == 1 ? "1 equilibrium" : "\(count) equilibria"
    let players = game.playerCount
    var lines = [
      "\(game.name): \(players) \(game.playerNoun)" + (players == 1 ? "" : "s"),
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
    var table = LevelTable(game, columns: shown.map(\.channel))
    table.add(
      levels: outcome.levels, payoffs: outcome.payoffs,
      columns: shown.map(\.amounts))
    table.addTotals(
      ([outcome.payoffs] + shown.map(\.amounts)).map {
        TextTable.text($0.reduce(0, +))
      })
    return [title.joined(separator: ", ")] + table.table.lines
  }

  private var optimumSection: [String] {
    let proof =
      optimum.isProven
      ? "proven"
      : "no profile has more than \(TextTable.text(optimum.upperBound))"
    let title =
      "Social optimum, welfare \(TextTable.text(optimum.welfare, digits: 6)), "
      + proof
    guard let subsidy else {
      var table = LevelTable(game, columns: [])
      table.add(levels: optimum.levels, payoffs: optimum.payoffs)
      table.addTotals([TextTable.text(optimum.payoffs.reduce(0, +))])
      return [title] + table.table.lines
    }
    return [title] + subsidised(by: subsidy)
  }

  /// The prices of anarchy and stability, if they mean something.
  private var priceSection: [String] {
    guard let price else { return [] }
    return [
      "",
      "Price of anarchy \(Self.text(price.anarchy)), "
        + "price of stability \(Self.text(price.stability)).",
    ]
  }

  /// A number that is known to within its last digit shown, or its bounds.
  private static func text(_ range: Interval) -> String {
    let (low, high) = (
      TextTable.text(range.lower), TextTable.text(range.upper)
    )
    return low == high ? low : "between \(low) and \(high)"
  }

  private func subsidised(by subsidy: ImplementingSubsidy) -> [String] {
    var table = LevelTable(game, columns: ["subsidy rate", "subsidy"])
    let paid = zip(subsidy.rates, optimum.levels).map { $0 * $1 }
    table.add(
      levels: optimum.levels, payoffs: optimum.payoffs,
      columns: [subsidy.rates, paid])
    let outlay = TextTable.text(subsidy.outlay)
    table.addTotals(
      [TextTable.text(optimum.payoffs.reduce(0, +)), "", outlay])
    return table.table.lines + [
      "",
      "Paid at these rates instead of any other, the subsidy makes the optimum",
      "an equilibrium; it costs \(outlay) there.",
    ]
  }

  private var bargainSection: [String] {
    guard let bargain else {
      if let skipped = solver.skipped.first(where: { $0.key == "bargain" }) {
        return ["Nash bargain: left out, \(skipped.reason)."]
      }
      return [
        "Nash bargain: none; no profile was found that makes every "
          + "\(game.playerNoun) better",
        "off than a stable equilibrium.",
      ]
    }
    var table = LevelTable(game, columns: ["gain"])
    table.add(
      levels: bargain.levels, payoffs: bargain.payoffs,
      columns: [zip(bargain.payoffs, bargain.disagreement).map { $0 - $1 }])
    return [
      "Nash bargain over the stable equilibrium of least welfare, welfare "
        + TextTable.text(bargain.welfare, digits: 6)
    ] + table.table.lines
  }
}
