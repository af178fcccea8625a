import Games
import Reports

extension AllianceAnalysis {
  /// The answer as a report: what a planner reads first, then numbers.
  public var report: Report {
    Report(
      title: title,
      sections: [.text(summary)] + tables + remarks.map { .text($0) }
        + pictures,
      data: json, records: records,
      isComplete: !isStopped && isProven)
  }

  private var title: String {
    "\(game.name): alliances"
      + (game.playingCluster != nil ? " of kind \(settings.kind.rawValue)" : "")
      + " (\(terms.summary))"
  }

  /// The answer in sentences.
  private var summary: String {
    let count = structures.outcomes.count
    let several = structures.outcomes.values
      .count(where: { $0.equilibria.count > 1 })
    let solved =
      NumberText.counted(count, "structure")
      + (ledger == nil ? "" : ", others \(settings.others.rawValue)")
      + (several == 0
        ? ""
        : "; \(several) with several equilibria "
          + "(\(settings.selection.rawValue) taken)")
      + (count == 0 ? "" : isProven ? "; all proven" : "; not all proven")
      + (isStopped ? ", as far as they were solved before the stop." : ".")
    return ([solved] + verdicts).joined(separator: " ")
  }

  private var verdicts: [String] {
    guard let ledger else { return [] }
    let all = Coalition.all(ledger.count)
    var verdicts: [String] = []
    if let surplus = ledger.surplus(of: all)?.value {
      verdicts.append(
        surplus >= 0
          ? "All \(ledger.count) can stay together if they divide what they "
            + "earn, with \(NumberText.significant(surplus)) to spare."
          : "All \(ledger.count) stay together only if a sponsor adds "
            + "\(NumberText.significant(-surplus)).")
    }
    let exits = ledger.exits(by: .own)
    if let first = exits.leaves.first {
      verdicts.append(
        "If everybody keeps what it earns, \(candidateNames[first]) leaves "
          + "first, and \(exits.reaches.count) stay.")
    }
    if let affordable = support?.affordable {
      let members = affordable.members.map { candidateNames[$0] }
      verdicts.append(
        "The budget is best spent on \(members.joined(separator: " + ")).")
    }
    return verdicts
  }

  // MARK: Tables

  private var tables: [Report.Section] {
    var tables = [structureTable]
    if let ledger { tables += [joiningTable(ledger), divisionTable(ledger)] }
    tables.append(table(of: solvedAlliances.prefix(Self.solvedRows)))
    if support != nil { tables.append(supportTable) }
    if !kinds.isEmpty { tables.append(kindTable) }
    if !partitions.isEmpty { tables.append(partitionTable) }
    return tables.filter { !$0.rows.isEmpty }.map { .table($0) }
  }

  /// What alliances are worth that were solved before a stop.
  private func table(of solved: some Sequence<SolvedAlliance>) -> Table {
    var table = Table(
      "Solved before the stop",
      columns: ["alliance", "size", "worth", "welfare", "proven"])
    for alliance in solved {
      let names = alliance.members.members.map { candidateNames[$0] }
      table.add(
        names.isEmpty ? "nobody" : names.joined(separator: "+"),
        [
          .integer(names.count), Table.Cell(alliance.worth),
          Table.Cell(alliance.welfare), .boolean(alliance.isProven),
        ])
    }
    return table
  }

  private static let solvedRows = 40

  /// How many alliances were solved before a stop and are not shown.
  private var unshown: String? {
    let rest = solvedAlliances.count - Self.solvedRows
    return rest > 0 ? "and \(NumberText.grouped(rest)) more in --csv" : nil
  }

  /// Nobody allied beside the structure.
  private var structureTable: Table {
    var table = Table(columns: [
      .init(game.playerNoun), "nobody", .init(structureName),
    ])
    guard let before = nobody?.selected, let after = judged?.selected else {
      return table
    }
    for (player, name) in game.playerNames.enumerated() {
      table.add(name, [before.payoffs[player], after.payoffs[player]])
    }
    table.add("welfare", [before.welfare, after.welfare])
    return table
  }

  private var structureName: String {
    structure == [.all(settings.candidates.count)]
      ? "all \(settings.candidates.count) allied"
      : structure.map { block in
        block.members.map { candidateNames[$0] }.joined(separator: "+")
      }.joined(separator: ", ")
  }

  private func joiningTable(_ ledger: AllianceLedger) -> Table {
    var table = Table(
      "Who joins?",
      columns: [
        "rule", "internally stable", "stable", "reached from all", "leaves",
        "gain",
      ])
    let coalitions = ledger.outcomes.indices.map { Coalition(bits: $0) }
      .filter { $0.count > 1 }
    for rule in ledger.rules {
      let stabilities = coalitions.map { ledger.stability(of: $0, by: rule) }
      let exits = ledger.exits(by: rule)
      table.add(
        rule.rawValue,
        [
          .integer(stabilities.count(where: { $0.isInternal == true })),
          .integer(
            stabilities.count(where: {
              $0.isInternal == true && $0.isExternal == true
            })),
          .integer(exits.reaches.count),
          .text(exits.leaves.first.map { candidateNames[$0] } ?? "nobody"),
          Table.Cell(exits.gains.first),
        ])
    }
    return table
  }

  /// What each candidate gets under each division.
  private func divisionTable(_ ledger: AllianceLedger) -> Table {
    let divisions = value?.divisions ?? []
    var table = Table(
      "What they divide",
      columns: ["candidate", "nobody"]
        + divisions.map { Table.Column($0.name) })
    for (place, name) in candidateNames.enumerated() {
      let before = ledger.payoff(of: place, in: .empty)?.value
      table.add(
        name,
        [Table.Cell(before)] + divisions.map { .number($0.shares[place]) })
    }
    table.add(
      "largest complaint", [.none] + divisions.map { .number($0.excess) })
    return table
  }

  /// The alliances that need a sponsor least for what they add, and what they
  /// cost beside subsidies.
  private var supportTable: Table {
    var table = Table(
      "What a sponsor pays",
      columns: [
        "alliance", "welfare", "deficit", "per unit gained", "direct outlay",
        "direct welfare",
      ])
    guard let support, let nobody = support.nobody else { return table }
    let best = support.bills.indices.filter { support.bills[$0] != nil }
      .sorted {
        (support.bills[$1]?.welfare ?? 0, $0)
          < (support.bills[$0]?.welfare ?? 0, $1)
      }.prefix(Self.supportRows)
    for bits in best {
      guard let bill = support.bills[bits] else { continue }
      let gain = bill.welfare - nobody
      table.add(
        name(of: Coalition(bits: bits)),
        [
          .number(bill.welfare), .number(bill.deficit),
          Table.Cell(gain > 0 ? bill.deficit / gain : nil),
          Table.Cell(bill.directOutlay), Table.Cell(bill.directWelfare),
        ])
    }
    return table
  }

  private static let supportRows = 8

  /// The members of an alliance, or who is missing if those are fewer.
  private func name(of alliance: Coalition) -> String {
    let names = candidateNames.indices.map { ($0, candidateNames[$0]) }
    let members = names.filter { alliance.contains($0.0) }.map(\.1)
    let others = names.filter { !alliance.contains($0.0) }.map(\.1)
    if others.isEmpty { return "all" }
    return members.count > others.count
      ? "all but " + others.joined(separator: "+")
      : members.joined(separator: "+")
  }

  private var kindTable: Table {
    let isOwn = settings.terms != settings.kind.terms
    var table = Table(
      "The same members under each kind"
        + (isOwn ? ", without alliances.terms" : ""),
      columns: ["kind", "equilibria", "welfare", "members earn"])
    let members = settings.structure.flatMap { $0 }
    for (kind, _, outcome) in kinds {
      let selected = outcome.selected
      table.add(
        kind.rawValue,
        [
          .integer(outcome.equilibria.count), Table.Cell(selected?.welfare),
          Table.Cell(
            selected.map { one in
              members.reduce(0) { $0 + one.payoffs[$1] }
            }),
        ])
    }
    return table
  }

  private var partitionTable: Table {
    var table = Table(
      "Structures of several alliances that nobody wants to leave",
      columns: ["rule", "open to all", "by consent"])
    for (rule, stable) in partitions {
      table.add(
        rule.rawValue,
        [.integer(stable.nash.count), .integer(stable.individual.count)])
    }
    return table
  }

  private var remarks: [String] {
    [value?.summary, unshown].compactMap { $0 }
  }

  // MARK: Records

  /// One row for each alliance.
  private var records: Table? {
    guard let ledger else {
      return solvedAlliances.isEmpty ? nil : table(of: solvedAlliances)
    }
    let rules = ledger.rules
    var table = Table(
      columns: ["alliance", "size", "worth", "welfare", "surplus", "deficit"]
        + rules.flatMap {
          [
            Table.Column("\($0.rawValue) internal"),
            Table.Column("\($0.rawValue) external"),
          ]
        } + ["proven"])
    for bits in ledger.outcomes.indices where bits.nonzeroBitCount > 1 {
      let coalition = Coalition(bits: bits)
      let flags = rules.flatMap { rule in
        let stability = ledger.stability(of: coalition, by: rule)
        return [stability.isInternal, stability.isExternal].map { flag in
          flag.map { Table.Cell.boolean($0) } ?? .none
        }
      }
      table.add(
        coalition.members.map { candidateNames[$0] }.joined(separator: "+"),
        [
          .integer(coalition.count),
          Table.Cell(ledger.worth(of: coalition)?.value),
          Table.Cell(support?.bills[bits]?.welfare),
          Table.Cell(ledger.surplus(of: coalition)?.value),
          Table.Cell(support?.bills[bits]?.deficit),
        ] + flags + [.boolean(ledger.outcomes[bits].isProven)])
    }
    return table
  }

  private var pictures: [Report.Section] {
    guard let ledger else { return Report.Section.pictures(changes) }
    return [.picture(StabilityPicture(ledger).document)]
  }

  /// What the structure changes for each player; nil unless it was solved.
  private var changes: SVGDocument? {
    guard let before = nobody?.selected, let after = judged?.selected else {
      return nil
    }
    let gains = zip(after.payoffs, before.payoffs).map { $0 - $1 }
    return TornadoPicture.fromZero(
      "What each gains by the alliances",
      [(structureName, Array(zip(game.playerNames, gains)))])
  }
}

extension AllianceTerms {
  /// What the terms change, in words.
  var summary: String {
    var parts = ["members decide \(decidesJointly ? "jointly" : "separately")"]
    func add(_ name: String, _ value: Double, neutral: Double) {
      if value != neutral {
        parts.append("\(name) \(NumberText.significant(value))")
      }
    }
    add("access", access, neutral: 0)
    add("complementarity ×", complementarity, neutral: 1)
    add("rivalry ×", rivalry, neutral: 1)
    add("leakage ×", leakage, neutral: 1)
    add("cost ×", cost, neutral: 1)
    if duty != .uniform(0) { parts.append("a duty to share") }
    add("overhead", fixedOverhead, neutral: 0)
    add("overhead a member", memberOverhead, neutral: 0)
    if isPooling { parts.append("risk pooled") }
    if isGuaranteed { parts.append("mutual guarantee") }
    return parts.joined(separator: "; ")
  }
}
