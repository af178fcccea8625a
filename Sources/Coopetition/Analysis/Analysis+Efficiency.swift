import Reports

// Where the optimum is not proven, efficiencies are bounds.
extension Analysis {
  /// What is said of the efficiencies that another optimum up to its bound would
  /// change: bounds from above, or from below where they are negative.
  var efficiencyHead: String {
    let unknown = equilibria.filter { !isEfficiencyKnown($0) }
    let areNegative = Set(unknown.map { $0.efficiency < 0 })
    switch (areNegative.contains(false), areNegative.contains(true)) {
    case (false, false): return "efficiency"
    case (true, false): return "efficiency at most"
    case (false, true): return "efficiency at least"
    case (true, true): return "efficiency bound"
    }
  }

  /// Whether an efficiency is the same, in the digits that are shown, whatever
  /// welfare up to its bound the optimum has.
  func isEfficiencyKnown(_ outcome: Outcome) -> Bool {
    guard !optimum.isProven else { return true }
    let least = game.efficiency(
      of: outcome.welfare, optimum: optimum.upperBound)
    return least.isFinite
      && NumberText.percent(least) == NumberText.percent(outcome.efficiency)
  }

  /// An efficiency in words: a bound where the optimum is not proven; nil if it
  /// means nothing.
  func efficiencyText(_ outcome: Outcome) -> String? {
    guard outcome.efficiency.isFinite else { return nil }
    let bound = outcome.efficiency < 0 ? "at least " : "at most "
    return "efficiency " + (isEfficiencyKnown(outcome) ? "" : bound)
      + NumberText.percent(outcome.efficiency)
  }
}
