extension Sensitivity {
  /// The ranking as a report for people.
  ///
  /// - Parameter rows: How many numbers are shown for each equilibrium.
  /// - Returns: The report.
  public func text(rows: Int = 20) -> String {
    let count = equilibria.count
    var lines = [
      scenario, "",
      "\(count) \(count == 1 ? "equilibrium" : "equilibria")"
        + (isComplete
          ? "; it is proven that there is no other."
          : "; there may be others."),
    ]
    for (k, outcome) in equilibria.enumerated() {
      lines += [""] + section(outcome, number: k + 1, rows: rows)
    }
    return lines.joined(separator: "\n")
  }

  private func section(
    _ outcome: Outcome, number: Int, rows: Int
  ) -> [String] {
    let title =
      "Equilibrium \(number), \(outcome.equilibrium.stability.rawValue), "
      + "welfare \(TextTable.text(outcome.welfare, digits: 6))"
    var table = TextTable(columns: [
      "number", "value", "dW/dp", "elasticity",
    ])
    for effect in outcome.effects.prefix(rows) {
      table.add(
        effect.parameter,
        [
          TextTable.text(effect.value),
          TextTable.text(effect.derivative.welfare),
          effect.elasticity.map { TextTable.text($0) } ?? "",
        ])
    }
    var lines = [title] + (outcome.effects.isEmpty ? [] : table.lines)
    let rest = outcome.effects.count - rows
    if rest > 0 { lines.append("and \(rest) more of less effect") }
    if !outcome.undefined.isEmpty {
      lines.append(
        "No derivative, the equilibrium being at a corner or a fold: "
          + outcome.undefined.joined(separator: ", "))
    }
    return lines
  }
}
