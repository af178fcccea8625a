import Games
import Reports

extension AllianceAnalysis {
  /// The machine-readable answer; its keys are a contract.
  var json: JSONValue {
    .object(subject + findings + [("solver", solver)])
  }

  private var subject: [(key: String, value: JSONValue)] {
    let names: [(key: String, value: JSONValue)] = [
      ("scenario", .text(game.name)), ("firms", .texts(game.playerNames)),
    ]
    let variables: [(key: String, value: JSONValue)] =
      game.levelsBearPlayerNames
      ? [] : [("variables", .texts(game.variableNames))]
    return names + variables + [
      ("kind", .text(settings.kind.rawValue)), ("terms", terms.json),
      ("candidates", .texts(candidateNames)),
      ("others", .text(settings.others.rawValue)),
      ("select", .text(settings.selection.rawValue)),
      ("division", .text(settings.division.rawValue)),
    ]
  }

  private var findings: [(key: String, value: JSONValue)] {
    [
      (
        "structures",
        .list(listed.map { json($0, in: structures.solver.model) })
      ),
      ("worths", worthsJSON),
      ("game", gameJSON),
      ("core", value.map { coreJSON($0.core) } ?? .null),
      ("divisions", divisionsJSON),
      ("alliances", .list(alliances)),
      ("exits", exitsJSON),
      ("partitions", partitionsJSON),
      ("kinds", kindsJSON),
      ("partners", partnersJSON),
      ("affordable", affordableJSON),
      ("ties", .list(ties)),
    ]
  }

  private func names(_ coalition: Coalition) -> JSONValue {
    .texts(coalition.members.map { candidateNames[$0] })
  }

  private func names(_ partition: [Coalition]) -> JSONValue {
    .list(partition.filter { $0.count > 1 }.map(names))
  }

  // MARK: Structures

  private func json(
    _ outcome: AllianceOutcome, in model: AllianceModel
  ) -> JSONValue {
    let played = model.game(of: outcome.blocks)
    return .object([
      (
        "blocks",
        .list(
          outcome.blocks.map { .texts($0.map { game.playerNames[$0] }) })
      ),
      ("equilibria", .list(outcome.equilibria.map { json($0, played) })),
      ("complete", .boolean(outcome.isComplete)),
      ("chosen", outcome.chosen.map { .integer($0) } ?? .null),
      ("proven", .boolean(outcome.isProven)),
    ])
  }

  private func json(
    _ one: AllianceEquilibrium, _ played: AllianceGame
  ) -> JSONValue {
    var channels = played.members.breakdown(at: one.levels)
    if !channels.isEmpty {
      for name in [Risk.name, Overhead.name]
      where !channels.contains(where: { $0.channel == name }) {
        channels.append((name, one.payoffs.map { _ in 0 }))
      }
    }
    let members: [(key: String, value: JSONValue)] = [
      ("levels", .numbers(one.levels)), ("payoffs", .numbers(one.payoffs)),
      ("welfare", .number(one.welfare)),
    ]
    let amounts: [(key: String, value: JSONValue)] =
      channels.isEmpty
      ? []
      : [
        (
          "channels",
          .object(channels.map { ($0.channel, .numbers($0.amounts)) })
        )
      ]
    return .object(
      members + amounts + [
        ("regret", .number(played.regret(of: one).upper)),
        ("stable", .boolean(one.equilibrium.isStable)),
        ("stability", .text(one.equilibrium.stability.rawValue)),
        ("proven", .boolean(one.equilibrium.isProven)),
      ])
  }

  // MARK: Worths and values

  private var worthsJSON: JSONValue {
    var members: [(key: String, value: JSONValue)] = worths.map {
      (
        $0.others.rawValue,
        .list($0.worths.map { $0.map { .number($0.value) } ?? .null })
      )
    }
    if let first = worths.first(where: { $0.others == .alone }) {
      members.append(
        (
          "ranges",
          .list(
            first.ranges.map {
              $0.map { .numbers([$0.lowerBound, $0.upperBound]) } ?? .null
            })
        ))
    }
    return .object(members)
  }

  private var gameJSON: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("superadditive", flag(value?.isSuperadditive)),
      ("convex", flag(value?.isConvex)),
    ]
    if let mergers {
      members.append(("cohesive", flag(mergers.isCohesive)))
      members.append(
        (
          "externalities",
          .object([
            ("positive", .integer(mergers.positive)),
            ("negative", .integer(mergers.negative)),
          ])
        ))
    }
    return .object(members)
  }

  private func coreJSON(_ core: Core) -> JSONValue {
    core.json { candidateNames[$0] }
  }

  private var divisionsJSON: JSONValue {
    .object(
      (value?.divisions ?? []).map { division in
        (division.name, division.json)
      })
  }

  // MARK: Alliances

  private var alliances: [JSONValue] {
    guard let ledger, let support else {
      return solvedAlliances.filter { $0.members.count > 1 }.map(json)
    }
    return ledger.outcomes.indices.filter { $0.nonzeroBitCount > 1 }.map {
      let coalition = Coalition(bits: $0)
      let bill = support.bills[$0]
      return .object([
        ("members", names(coalition)),
        ("worth", number(ledger.worth(of: coalition)?.value)),
        ("welfare", number(bill?.welfare)),
        ("surplus", number(ledger.surplus(of: coalition)?.value)),
        ("deficit", number(bill?.deficit)),
        (
          "stable",
          .object(
            ledger.rules.map {
              let stability = ledger.stability(of: coalition, by: $0)
              return (
                $0.rawValue,
                .list([
                  flag(stability.isInternal), flag(stability.isExternal),
                ])
              )
            })
        ),
        ("directOutlay", number(bill?.directOutlay)),
        ("directWelfare", number(bill?.directWelfare)),
        ("proven", .boolean(ledger.outcomes[$0].isProven)),
      ])
    }
  }

  /// An alliance that was solved before a stop: what follows from others is
  /// not known.
  private func json(_ alliance: SolvedAlliance) -> JSONValue {
    .object([
      ("members", names(alliance.members)),
      ("worth", number(alliance.worth)), ("welfare", number(alliance.welfare)),
      ("surplus", .null), ("deficit", .null), ("stable", .object([])),
      ("directOutlay", .null), ("directWelfare", .null),
      ("proven", .boolean(alliance.isProven)),
    ])
  }

  private var exitsJSON: JSONValue {
    guard let ledger else { return .object([]) }
    return .object(
      ledger.rules.map { rule in
        let exits = ledger.exits(by: rule)
        return (
          rule.rawValue,
          .object([
            ("leaves", .texts(exits.leaves.map { candidateNames[$0] })),
            ("gains", .numbers(exits.gains)),
            ("reaches", names(exits.reaches)),
          ])
        )
      })
  }

  private var partitionsJSON: JSONValue {
    .object(
      partitions.map { rule, stable in
        (
          rule.rawValue,
          .object([
            ("count", .integer(partitionCount)),
            ("nash", .list(stable.nash.map(names))),
            ("individual", .list(stable.individual.map(names))),
          ])
        )
      })
  }

  private var kindsJSON: JSONValue {
    .list(
      kinds.map { kind, model, outcome in
        .object([
          ("kind", .text(kind.rawValue)),
          ("outcome", json(outcome, in: model)),
        ])
      })
  }

  private var partnersJSON: JSONValue {
    .list(
      zip(settings.partners, partners).map { partner, worth in
        .object([
          ("name", .text(partner.name)), ("role", .text(partner.role)),
          ("worth", number(worth)),
        ])
      })
  }

  private var affordableJSON: JSONValue {
    support?.affordable.map(names) ?? .null
  }

  /// The alliances and rules whose stability rests on numbers that count as
  /// equal.
  private var ties: [JSONValue] {
    guard let ledger else { return [] }
    return ledger.outcomes.indices.filter { $0.nonzeroBitCount > 1 }
      .flatMap { bits in
        ledger.rules.filter {
          ledger.stability(of: Coalition(bits: bits), by: $0).hasTies
        }.map { rule in
          .object([
            ("members", names(Coalition(bits: bits))),
            ("rule", .text(rule.rawValue)),
          ])
        }
      }
  }

  private var solver: JSONValue {
    .object([
      ("method", .text("branch and prune")),
      ("seconds", .number(seconds)),
      ("structures", .integer(structures.outcomes.count)),
      ("proven", .boolean(isProven)),
      ("stopped", .boolean(isStopped)),
      ("version", .text(CoopetitionPackage.version)),
    ])
  }

  private func number(_ value: Double?) -> JSONValue {
    value.map { .number($0) } ?? .null
  }

  private func flag(_ value: Bool?) -> JSONValue {
    value.map { .boolean($0) } ?? .null
  }
}

extension AllianceTerms {
  /// The terms with their numbers.
  var json: JSONValue {
    let least: JSONValue =
      switch duty {
      case .uniform(let level): .number(level)
      case .perFirm(let levels): .numbers(levels)
      }
    return .object([
      ("decides", .text(decidesJointly ? "jointly" : "separately")),
      ("access", .number(access)),
      ("complementarity", .number(complementarity)),
      ("rivalry", .number(rivalry)), ("leakage", .number(leakage)),
      ("cost", .number(cost)), ("duty", least),
      (
        "overhead",
        .object([
          ("fixed", .number(fixedOverhead)),
          ("member", .number(memberOverhead)),
        ])
      ),
      ("pooling", .boolean(isPooling)), ("guarantee", .boolean(isGuaranteed)),
    ])
  }
}

extension AllianceValue.Division {
  var json: JSONValue {
    .object([("shares", .numbers(shares)), ("excess", .number(excess))])
  }
}

extension Core {
  /// The core with its certificate; `name` says who a player is.
  func json(_ name: (Int) -> String) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("empty", isEmpty.map { .boolean($0) } ?? .null),
      ("leastCore", leastCore.map { .number($0) } ?? .null),
    ]
    if let allocation { members.append(("allocation", .numbers(allocation))) }
    if let weights {
      let list = weights.weights.map { weight in
        JSONValue.object([
          ("members", .texts(weight.coalition.members.map(name))),
          (
            "weight",
            .list([.integer(weight.numerator), .integer(weight.denominator)])
          ),
        ])
      }
      members.append(("weights", .list(list)))
    }
    return .object(members + [("proven", .boolean(isProven))])
  }
}
