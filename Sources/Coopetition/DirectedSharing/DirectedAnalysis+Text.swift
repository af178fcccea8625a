import Reports

extension DirectedAnalysis {
  /// The largest flows and rates that are shown.
  private static let mostFlows = 10
  /// The most equilibria that are shown.
  private static let mostShown = 20

  /// The equilibria in sentences and tables.
  var sections: [Report.Section] {
    analysis.solver.skipped.isEmpty ? details : summary
  }

  /// How disclosures are distributed, the firms at either end, and who wants
  /// to exchange with whom at each equilibrium.
  private var summary: [Report.Section] {
    analysis.summary
      + analysis.equilibria.indices.flatMap { place in
        let proof = pairProof[place].map { $0 ? ", pair-proof" : "" } ?? ""
        return [
          .heading("Equilibrium \(place + 1)\(proof)"),
          .table(tierTable(attitudes[place])),
          .text(attitudes[place].sentence),
        ] + flowSections(analysis.equilibria[place].levels)
      }
  }

  private var details: [Report.Section] {
    let shown = analysis.equilibria.indices.prefix(Self.mostShown)
    return [.text(verdict)] + analysis.componentSections
      + (shown.count > 1 ? [.table(overview)] : [])
      + shown.flatMap { equilibriumSections($0) }
      + [
        .heading(analysis.optimumTitle),
        .table(firmTable(analysis.optimum.levels)),
      ] + rateSections + analysis.subsidySections + outlaySections
  }

  /// What is paid per unit of which levels to implement the optimum, the
  /// largest rates first.
  private var rateSections: [Report.Section] {
    guard let rates = analysis.subsidy?.rates else { return [] }
    let paid = rates.indices.filter { rates[$0] != 0 }.sorted {
      (abs(rates[$0]), $1) > (abs(rates[$1]), $0)
    }
    guard !paid.isEmpty else { return [] }
    var table = Table(
      "largest rates", columns: ["level", "rate", "at the optimum"])
    let names = game.variableNames
    for variable in paid.prefix(Self.mostFlows) {
      table.add(
        names[variable], [rates[variable], analysis.optimum.levels[variable]])
    }
    return [.table(table)]
  }

  /// What is paid at the optimum, by the tiers of firm and partner; nil where
  /// nothing is paid or not every firm has a tier.
  var tierOutlay: [[Double]]? {
    guard let subsidy = analysis.subsidy else { return nil }
    return game.outlayByTier(subsidy.rates, at: analysis.optimum.levels)
  }

  private var outlaySections: [Report.Section] {
    guard let tierOutlay else { return [] }
    let names = Tier.allCases.map(\.rawValue)
    var table = Table(
      "subsidy by tiers", columns: (["firm"] + names).map { Table.Column($0) })
    for (name, outlay) in zip(names, tierOutlay) { table.add(name, outlay) }
    return [.text("Of that is paid for sharing with"), .table(table)]
  }

  private var verdict: String {
    let count = analysis.equilibria.count
    let found = NumberText.counted(count, "equilibrium", "equilibria")
    let beside = analysis.components.isEmpty ? "" : " beside sets of them"
    let others =
      analysis.isComplete
      ? "it is proven that there is no other\(beside)." : "there may be others."
    guard count > Self.mostShown else { return "\(found) found; \(others)" }
    return "\(found) found; \(others) Those of most welfare are shown: "
      + "\(Self.mostShown) of them; --json tells all."
  }

  /// A line for each equilibrium that is shown.
  private var overview: Table {
    var table = Table(
      columns: ["equilibrium", "welfare", "mean level", "stability"]
        + (pairProof.contains { $0 != nil } ? ["pair-proof"] : []))
    for (place, outcome) in analysis.equilibria.prefix(Self.mostShown)
      .enumerated()
    {
      let means = game.links.meanLevels(at: outcome.levels)
      table.add(
        String(place + 1),
        [
          .number(outcome.welfare),
          .number(means.reduce(0, +) / Double(max(means.count, 1))),
          .text(outcome.equilibrium.stability.rawValue),
        ] + (pairProof[place].map { [.text($0 ? "yes" : "no")] } ?? []))
    }
    return table
  }

  private func equilibriumSections(_ place: Int) -> [Report.Section] {
    let outcome = analysis.equilibria[place]
    let proof = pairProof[place].map { $0 ? ", pair-proof" : "" } ?? ""
    return [
      .heading(
        "Equilibrium \(place + 1): welfare "
          + NumberText.significant(outcome.welfare, digits: 5)
          + ", \(outcome.equilibrium.stability.rawValue)\(proof)"),
      .table(firmTable(outcome.levels)),
      .table(tierTable(attitudes[place])),
      .text(attitudes[place].sentence),
    ] + flowSections(outcome.levels)
  }

  private func flowSections(_ levels: [Double]) -> [Report.Section] {
    game.cluster.model.sharing == .firms ? [.table(flowTable(levels))] : []
  }

  private func firmTable(_ levels: [Double]) -> Table {
    var table = Table(columns: ["firm", "mean level", "payoff"])
    let (means, payoffs) = (
      game.links.meanLevels(at: levels), game.payoffs(at: levels)
    )
    for (firm, name) in game.playerNames.enumerated() {
      table.add(name, [means[firm], payoffs[firm]])
    }
    return table
  }

  private func tierTable(_ attitudes: Attitudes) -> Table {
    var table = Table(
      "attitudes",
      columns: ["firm", "partner", "keen", "averse", "mean gain"])
    let names =
      attitudes.keen.count == 1 ? ["all"] : Tier.allCases.map(\.rawValue)
    for (row, name) in names.enumerated() {
      for (column, partner) in names.enumerated() {
        guard let gain = attitudes.meanGain[row][column] else { continue }
        table.add(
          name,
          [
            .text(partner), .integer(attitudes.keen[row][column]),
            .integer(attitudes.averse[row][column]), .number(gain),
          ])
      }
    }
    return table
  }

  private func flowTable(_ levels: [Double]) -> Table {
    let links = game.links
    var flows: [(user: Int, provider: Int, flow: Double)] = []
    for firm in 0..<links.firmCount {
      for place in links.places(of: firm) {
        let level = levels[links.variables[links.opposites[place]]]
        flows.append((firm, links.partners[place], links.uses[place] * level))
      }
    }
    flows.sort { $0.flow > $1.flow }
    var table = Table("largest flows", columns: ["from", "to", "flow"])
    for entry in flows.prefix(Self.mostFlows) where entry.flow > 0 {
      table.add(
        game.playerNames[entry.provider],
        [.text(game.playerNames[entry.user]), .number(entry.flow)])
    }
    return table
  }
}

extension Attitudes {
  fileprivate var sentence: String {
    let pairs = wanted + blockedPairs + unwanted
    let value = NumberText.significant(blockedValue, digits: 3)
    let blocked =
      "Blocked exchanges: \(blockedPairs) of "
      + "\(NumberText.counted(pairs, "pair")), worth \(value)."
    guard let pattern else { return blocked }
    return blocked + " Pattern of leaders, middle firms and laggards: "
      + (pattern ? "holds." : "does not hold.")
  }
}
