import Reports

extension DirectedAnalysis {
  /// The analysis as a report.
  public var report: Report {
    Report(
      title: "\(game.name): with whom firms share", sections: sections,
      data: data, isComplete: analysis.isComplete)
  }

  private var data: JSONValue {
    .object([
      ("scenario", .text(game.name)), ("firms", .texts(game.playerNames)),
      ("sharing", .text(game.cluster.model.sharing.rawValue)),
      (
        "equilibria",
        .list(analysis.equilibria.indices.map { equilibrium($0) })
      ),
      ("complete", .boolean(analysis.isComplete)),
      ("components", .list(analysis.components.map { $0.json(in: game) })),
      ("pairProofUnique", .flag(isPairProofUnique)),
      ("undecidedLinks", undecidedLinks.map { .integer($0) } ?? .null),
      ("optimum", optimum), ("efficiency", .numbers(analysis.efficiency)),
      ("subsidy", subsidy), ("solver", analysis.solver.json),
    ])
  }

  private func equilibrium(_ place: Int) -> JSONValue {
    let outcome = analysis.equilibria[place]
    return .object([
      ("levels", .numbers(game.links.meanLevels(at: outcome.levels))),
      ("disclosures", game.disclosureData(outcome.levels)),
      ("payoffs", .numbers(outcome.payoffs)),
      ("welfare", .number(outcome.welfare)),
      (
        "channels",
        .object(
          outcome.channels.map { ($0.channel, JSONValue.numbers($0.amounts)) })
      ),
      ("regret", .number(outcome.equilibrium.regret.upper)),
      ("stable", .boolean(outcome.isStable)),
      ("stability", .text(outcome.equilibrium.stability.rawValue)),
      ("proven", .boolean(outcome.equilibrium.isProven)),
      ("pairProof", .flag(pairProof[place])),
      ("attitudes", attitudes[place].data),
    ])
  }

  private var optimum: JSONValue {
    let best = analysis.optimum
    return .object([
      ("levels", .numbers(game.links.meanLevels(at: best.levels))),
      ("disclosures", game.disclosureData(best.levels)),
      ("payoffs", .numbers(best.payoffs)), ("welfare", .number(best.welfare)),
      ("proven", .boolean(best.isProven)),
      ("bound", .number(best.upperBound)),
    ])
  }

  private var subsidy: JSONValue {
    guard let subsidy = analysis.subsidy else { return .null }
    let members = subsidy.members(rates: game.disclosureData) { levels in
      [
        ("levels", .numbers(game.links.meanLevels(at: levels))),
        ("disclosures", game.disclosureData(levels)),
      ]
    }
    let outlay = tierOutlay.map {
      [(key: "tierOutlay", value: JSONValue.list($0.map(JSONValue.numbers)))]
    }
    return .object(members + (outlay ?? []))
  }
}

extension DirectedSharingGame {
  /// A number for each level in the shape of disclosures: a column of links if
  /// every partner has its own, else a row of three tiers for each firm.
  func disclosureData(_ numbers: [Double]) -> JSONValue {
    cluster.model.sharing == .firms ? linkData(numbers) : tierData(numbers)
  }

  private func linkData(_ numbers: [Double]) -> JSONValue {
    var (from, to): ([Int], [Int]) = ([], [])
    for firm in 0..<links.firmCount {
      for variable in links.variables(of: firm) {
        from.append(firm + 1)
        to.append(links.classes[variable] + 1)
      }
    }
    return .object([
      ("from", .integers(from)), ("to", .integers(to)),
      ("level", .numbers(numbers)),
    ])
  }

  private func tierData(_ numbers: [Double]) -> JSONValue {
    .list(
      (0..<links.firmCount).map { firm in
        .list(
          Tier.allCases.indices.map { tier in
            let variable = links.variables(of: firm).first {
              links.classes[$0] == tier || links.classes[$0] < 0
            }
            return .optional(variable.map { numbers[$0] })
          })
      })
  }
}

extension Attitudes {
  var data: JSONValue {
    .object([
      ("keen", .list(keen.map { .integers($0) })),
      ("averse", .list(averse.map { .integers($0) })),
      (
        "meanGain",
        .list(meanGain.map { row in .list(row.map { .optional($0) }) })
      ),
      ("pattern", .flag(pattern)), ("wanted", .integer(wanted)),
      (
        "blocked",
        .object([
          ("pairs", .integer(blockedPairs)), ("value", .number(blockedValue)),
        ])
      ),
      ("unwanted", .integer(unwanted)),
    ])
  }
}

extension JSONValue {
  /// True, false or null.
  static func flag(_ value: Bool?) -> JSONValue {
    value.map { .boolean($0) } ?? .null
  }
}
