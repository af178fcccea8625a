import Equilibria
import Reports

extension Evolution {
  /// The answer as a report.
  public var report: Report {
    var sections: [Report.Section] = [
      .text(journey), .picture(pathPicture), .table(table),
    ]
    if let portrait { sections.append(.picture(portrait)) }
    if let elsewhere { sections.append(.text(elsewhere)) }
    if let tipping, let destination = tipping.destination {
      sections.append(
        .text(
          "If all share the same part of their caps, "
            + "\(NumberText.percent(tipping.threshold, decimals: 2)) decides "
            + "between equilibria \(tipping.origin + 1) and "
            + "\(destination + 1)"
            + (tipping.isProven ? " (proven)." : " (numerical).")))
    }
    sections += mistakes
    if let repeated { sections.append(.text(repetition(repeated))) }
    return Report(
      title: scenario.name, sections: sections, data: json,
      isComplete: list.isComplete)
  }

  /// Of the starts that end at no equilibrium; nil if it is not worth a word.
  private var elsewhere: String? {
    guard let attraction else {
      return "Where starts end is not known: the work was stopped before one "
        + "was followed."
    }
    guard let cycling = attraction.cycling, cycling > 0 else { return nil }
    return "\(NumberText.percent(cycling)) of the starts end at none of these "
      + "equilibria."
  }

  private var pathPicture: SVGDocument {
    PathPicture(of: path, names: list.game.playerNames, outcome: journey)
      .document
  }

  /// Where two players go from everywhere; nil for more.
  private var portrait: SVGDocument? {
    PhasePortrait(
      of: attractors, names: list.game.playerNames,
      limit: Self.portraitPeriods
    )?.document
  }

  /// The limit on periods of the paths of a portrait.
  private static let portraitPeriods = 1_000

  private var journey: String {
    let start = path.levels[0].prefix(12).map {
      NumberText.fixed($0, decimals: 2)
    }.joined(separator: " ")
    let adjustment = process.adjustment
    let rate = NumberText.significant(adjustment.rate)
    let manner =
      switch adjustment.rule {
      case .bestResponse:
        "go \(rate) of the way to their best response each period"
      case .gradient: "move up their marginal payoffs at speed \(rate)"
      case .imitation: "imitate what pays at speed \(rate)"
      }
    let periods = NumberText.counted(path.periods, "period")
    let end: String
    if let reached = path.reached {
      end =
        "They reach equilibrium \(reached + 1) within a millionth in "
        + "\(periods); "
        + (isPathProven ? "proven." : "numerical.")
    } else if let cycle = path.cycle {
      end =
        cycle == 1
        ? "They come to rest, but at no equilibrium."
        : "They end in a cycle of \(cycle) periods."
    } else if path.isStopped {
      end =
        "Where they end is not known: the work was stopped after "
        + "\(periods)."
    } else {
      end = "They reach no equilibrium in \(periods)."
    }
    return "From \(start), \(list.game.playerNoun)s \(manner). \(end)"
  }

  private var table: Table {
    var table = Table(columns: [
      "equilibrium", "welfare", "stable", "contraction", "half-life",
      "starts that end here", "from", "to", "status",
    ])
    for (k, outcome) in list.outcomes.enumerated() {
      let contraction = attractors.contractions[k]
      let levels = outcome.levels.prefix(6).map {
        NumberText.fixed($0, decimals: 2)
      }.joined(separator: " ")
      table.rows.append(
        [
          .text(
            "\(k + 1)  \(levels)" + (outcome.levels.count > 6 ? " …" : "")),
          .number(outcome.welfare), .boolean(outcome.isStable),
          Table.Cell(contraction), Table.Cell(halfLife(contraction)),
        ] + cells(attraction?.shares[k]))
    }
    return table
  }

  /// A share of the starts with its bounds and what they are.
  private func cells(_ share: Attraction.Share?) -> [Table.Cell] {
    guard let share else { return [.text("not known"), .none, .none, .none] }
    return [
      .percent(share.share), .percent(share.low), .percent(share.high),
      .text(share.isProven ? "proven" : "95 %"),
    ]
  }

  private var mistakes: [Report.Section] {
    guard let choices else { return [] }
    let found = choices.mistakes.map { kind, found in
      let names = found.stable.map {
        profile(found.classes[$0][0], of: choices)
      }.joined(separator: " and ")
      let sizes = found.classes.indices.map {
        "\(profile(found.classes[$0][0], of: choices)): radius "
          + NumberText.significant(found.radius[$0])
      }.joined(separator: "; ")
      return Report.Section.text(
        "Rare mistakes (\(kind.rawValue)): \(names) "
          + (found.stable.count == 1 ? "survives" : "survive")
          + " (\(sizes)).")
    }
    return found
      + choices.stationary.map { noise, probabilities in
        let best = probabilities.indices.max {
          probabilities[$0] < probabilities[$1]
        }
        let share = best.map { probabilities[$0] } ?? 0
        return .text(
          "In the long run at noise \(NumberText.significant(noise)), "
            + "\(profile(best ?? 0, of: choices)) is seen "
            + "\(NumberText.percent(share)) of the time.")
      }
  }

  private func profile(_ profile: Int, of choices: Choices) -> String {
    let actions = choices.game.actions(profile, of: choices.count)
    let sharers = actions.indices.filter { actions[$0] == 1 }
    if sharers.isEmpty { return "nobody shares" }
    if sharers.count == choices.game.players.count { return "all share" }
    return sharers.map { list.game.playerNames[$0] }.joined(separator: ", ")
      + " share"
  }

  private func repetition(_ repeated: RepeatedAgreement) -> String {
    guard repeated.holds, let required = repeated.required else {
      return "The optimum cannot be held by repetition: somebody earns no "
        + "less in equilibrium \(repeated.punishment + 1)."
    }
    guard required > 0, let who = repeated.leastPatient else {
      return "Nobody gains by leaving the optimum."
    }
    return "The optimum holds by repetition if every firm values the next "
      + "period at \(NumberText.significant(required)) of this one; "
      + "\(list.game.playerNames[who]) is the least patient."
  }
}
