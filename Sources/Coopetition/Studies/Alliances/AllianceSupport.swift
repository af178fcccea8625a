import Games

/// What it costs a sponsor to hold each alliance together, and to reach the
/// same without one.
struct AllianceSupport: Sendable {
  /// What one alliance costs.
  struct Bill: Sendable {
    /// The least payment that keeps the alliance together.
    var deficit: Double
    /// Welfare with the alliance.
    var welfare: Double
    /// What subsidies cost that make its levels an equilibrium with nobody
    /// allied; nil without firms.
    var directOutlay: Double?
    /// Welfare there.
    var directWelfare: Double?
  }

  /// The bill of each alliance, by its bits; nil where a structure has no
  /// equilibrium.
  let bills: [Bill?]
  /// Welfare with nobody allied.
  let nobody: Double?
  /// The alliance of greatest welfare that the budget holds together.
  let affordable: Coalition?

  init(_ ledger: AllianceLedger, in game: any ScenarioGame, budget: Double?) {
    let bills = ledger.outcomes.indices.map { bits -> Bill? in
      let coalition = Coalition(bits: bits)
      guard coalition.count > 1, let selected = ledger.outcomes[bits].selected,
        let surplus = ledger.surplus(of: coalition)
      else { return nil }
      let levels = game.strategies.clamped(selected.levels)
      let subsidy = game.subsidy(implementing: levels)
      return Bill(
        deficit: max(0, -surplus.value), welfare: selected.welfare,
        directOutlay: subsidy?.outlay,
        directWelfare: subsidy.map { _ in game.welfare(at: levels) })
    }
    self.bills = bills
    nobody = ledger.outcomes[0].selected?.welfare
    affordable = budget.flatMap { budget in
      bills.indices.filter { (bills[$0]?.deficit ?? .infinity) <= budget }
        .max { (bills[$0]?.welfare ?? 0) < (bills[$1]?.welfare ?? 0) }
        .map { Coalition(bits: $0) }
    }
  }
}
