import Games

extension FormulaGame {
  /// Where the formulas are defined and continuous, as far as some work tells.
  ///
  /// - Complexity: One evaluation of each formula where that decides; at most
  ///   as many steps as ``mostDomainSteps`` says.
  package func domain() -> DomainSearch.Verdict {
    let steps = (0..<playerCount).reduce(1) {
      $0 + program.payoff(of: $1).slotCount
    }
    let boxes = Self.mostDomainSteps / steps
    let search = DomainSearch(
      boxLimit: max(1, min(Self.mostDomainBoxes, boxes)))
    return search.verdict(on: self, over: strategies.box)
  }

  /// Evaluates the derivatives' formulas over decorated intervals.
  public func isSmooth(over box: Box, in variables: [Int]) -> Bool {
    let free = Set(variables)
    var isSmooth = true
    program.jacobian.run(
      parameters: parameterValues, levels: box.map { DecoratedInterval($0) }
    ) { row, column, value in
      guard
        column == 0 || free.contains(row) && free.contains(column - 1)
      else { return }
      isSmooth = isSmooth && value.decoration == .continuous
    }
    return isSmooth
  }

  /// Throws if a formula is certain to be undefined on a part of the box.
  func checkDomain() throws(ScenarioError) {
    try checkConstraintDomain()
    guard case .undefined(let player, let part) = domain() else { return }
    throw ScenarioError(
      at: "players[\(player)].payoff",
      "the payoff of \(playerNames[player]), "
        + "\(DocumentNode.shortened(payoffFormulas[player])), is undefined for "
        + "\(describe(part)); narrow the bounds or change the formula")
  }

  private func checkConstraintDomain() throws(ScenarioError) {
    let rows = program.rows
    guard !rows.isEmpty,
      let (row, part) = ConstraintFunctions(unconstrained, rows).undefined()
    else { return }
    throw ScenarioError(
      at: "constraints[\(row)]",
      "\(DocumentNode.shortened(rows[row].name)) is undefined for "
        + "\(describe(part)); narrow the bounds or change the formula")
  }

  /// The most steps that are spent on where formulas are defined.
  private static let mostDomainSteps = 4_000_000
  /// The most boxes for each player.
  private static let mostDomainBoxes = 500
}
