extension Memo {
  /// The page.
  var report: Report {
    var sections: [Report.Section] = [.lead(lead)]
    sections += happens + gap + whoGains + closes + depends
    sections += further + sure + words + data + again
    return Report(
      title: text(.title, ["name": analysis.game.name]), sections: sections,
      data: analysis.json,
      isComplete: analysis.isComplete
        && studies.allSatisfy(\.report.isComplete),
      language: language == .english ? .english : .chinese)
  }

  /// Levels in every state, and who passes what to whom.
  private var happens: [Report.Section] {
    guard !states.isEmpty else { return [] }
    let count = analysis.game.playerCount
    let levels: [Report.Section] =
      analysis.game.variableNames.count <= Self.mostRows
      ? [.figure(levelFigure)] : []
    let flows =
      cluster != nil && count <= Self.mostDiscs
      ? flowFigure.map { [Report.Section.figure($0)] } ?? [] : []
    let note: [Report.Section] =
      cluster == nil ? [.text(text(.formulasOnly))] : []
    return [.heading(text(.happens))] + levels + flows + note
  }

  /// Where welfare comes from, now and at the optimum.
  private var gap: [Report.Section] {
    guard let figure = channelFigure else { return [] }
    return [.heading(text(.gap)), .figure(figure)]
  }

  private var whoGains: [Report.Section] {
    guard let present, analysis.game.playerCount <= Self.mostRows else {
      return []
    }
    let game = analysis.game
    let most = gains.reduce(0) { max($0, abs($1)) }
    let now = text(.now), best = text(.atOptimum)
    var table = Table(
      columns: [
        .init(text(cluster == nil ? .player : .firm)),
        .init("\(text(.payoff)) \(now)"), .init("\(text(.payoff)) \(best)"),
        .init(text(.gain)), "",
      ])
    for (player, name) in game.playerNames.enumerated() {
      table.add(
        name,
        [
          .number(present.payoffs[player]),
          .number(analysis.optimum.payoffs[player]), .number(gains[player]),
          .bar(most > 0 ? gains[player] / most : 0),
        ])
    }
    let profits = [present.levels, analysis.optimum.levels]
      .compactMap(operatorProfit)
    func add(_ name: MemoText, _ now: Double, _ best: Double, _ gain: Double) {
      table.add(
        text(name), [.number(now), .number(best), .number(gain), .none])
    }
    if profits.count == 2 {
      add(.operator, profits[0], profits[1], profits[1] - profits[0])
    }
    add(
      .all, (present.payoffs + profits.prefix(1)).reduce(0, +),
      (analysis.optimum.payoffs + profits.dropFirst()).reduce(0, +),
      gains.reduce(profits.count == 2 ? profits[1] - profits[0] : 0, +))
    return [.heading(text(.gains)), .table(table)]
  }

  /// The subsidy and what firms can agree on.
  private var closes: [Report.Section] {
    guard let subsidy = analysis.subsidy, present != nil else { return [] }
    let names = analysis.game.variableNames
    var table = Table(
      columns: [
        .init(text(.firm)), .init(text(.rate)), .init(text(.payment)),
      ])
    for (variable, rate) in paidRates {
      let level = analysis.optimum.levels[variable]
      table.add(names[variable], [.number(rate), .number(rate * level)])
    }
    table.add(text(.all), [.none, .number(subsidy.outlay)])
    return [.heading(text(.closes)), .text(subsidySentence)]
      + (paidRates.isEmpty ? [] : [.table(table)])
      + (agreement.map { [.text($0)] } ?? [])
  }

  /// What firms can agree on; nil where nothing is left to gain, or agreements
  /// were not looked for.
  private var agreement: String? {
    guard hasGap,
      !analysis.solver.skipped.contains(where: { $0.key == "bargain" })
    else { return nil }
    if let bargain = analysis.bargain {
      return text(.bargain, ["welfare": Self.number(bargain.welfare)]) + " "
        + mark(bargain.isProven)
    }
    let isStable = analysis.equilibria.contains(where: \.isStable)
    return text(isStable ? .noBargain : .noDisagreement) + " " + mark(false)
  }

  /// Branches, elasticities and what a sweep found.
  private var depends: [Report.Section] {
    var sections: [Report.Section] = []
    if let figure = branchFigure { sections.append(.figure(figure)) }
    sections += sweepFigures.map { .figure($0) }
    if let figure = elasticityFigure { sections.append(.figure(figure)) }
    if let figure = responseFigure { sections.append(.figure(figure)) }
    if trace == nil && sensitivity == nil {
      sections.append(
        .text(
          text(
            .tooMany,
            [
              "limit": "\(MemoStudy.mostFollowed)",
              "equilibria": "\(MemoStudy.mostBranches)",
            ])))
    }
    return sections.isEmpty ? [] : [.heading(text(.depends))] + sections
  }

  /// Every claim with its status.
  private var sure: [Report.Section] {
    var claims: [(String, Bool)] = []
    if !analysis.equilibria.isEmpty { claims.append(existenceClaim) }
    claims.append(completenessClaim)
    claims.append((text(.optimumIsBest), analysis.optimum.isProven))
    if trace != nil { claims.append((text(.branchesDrawn), false)) }
    if elasticityFigure != nil { claims.append((text(.derivatives), false)) }
    if let sweep {
      claims.append((text(.sample, ["count": "\(sweep.points)"]), false))
    }
    return [
      .heading(text(.sure)),
      .table(
        Table(
          columns: [.init(text(.claim)), .init(text(.status))],
          rows: claims.map { [.text($0.0), .text(mark($0.1))] })),
      .text(text(.whatProvenMeans)),
    ]
  }

  /// That equilibria are equilibria, with a bound on what deviating gains.
  private var existenceClaim: (String, Bool) {
    let equilibria = analysis.equilibria
    let regret = equilibria.map(\.equilibrium.regret.upper).max() ?? 0
    let isProven = equilibria.allSatisfy { $0.equilibrium.isProven }
    guard regret.isFinite else { return (text(.eachUnbounded), isProven) }
    let bound = NumberText.roundedUp(regret, digits: 1)
    return (text(.eachIsEquilibrium, ["regret": bound]), isProven)
  }

  /// Whether there are other equilibria.
  private var completenessClaim: (String, Bool) {
    switch analysis.completeness {
    case .complete: (text(.noOther), true)
    case .besideSets:
      (text(.noOtherBesideSets, ["free": freeNames]), true)
    case .incomplete: (text(.perhapsOthers), false)
    case .stopped: (text(.perhapsOthersStopped), false)
    }
  }

  /// The terms of the page, from the glossary.
  private var words: [Report.Section] {
    let terms: [Term] = [
      .level, .payoff, .channel, .welfare, .equilibrium, .stable, .optimum,
      .efficiency, .elasticity, .proven, .numerical,
    ]
    func cell(_ pair: Term.Pair) -> Table.Cell {
      .text(language == .english ? pair.english : pair.chinese)
    }
    return [
      .heading(text(.words)),
      .table(
        Table(
          columns: [.init(text(.word)), .init(text(.meaning))],
          rows: terms.map { [cell($0.name), cell($0.meaning)] })),
    ]
  }

  private var data: [Report.Section] {
    guard let figure = linkFigure else { return [] }
    return [.heading(text(.cluster)), .figure(figure)]
  }

  private var again: [Report.Section] {
    [
      .heading(text(.again)), .listing(Listing(text: source.command)),
      .text(
        text(
          source.isTimed ? .timedVersion : .version,
          [
            "version": CoopetitionPackage.version,
            "fingerprint": source.fingerprint,
          ])),
    ]
      + source.files.map { file in
        let shown = file.text ?? text(.hashOnly, ["hash": file.hash])
        return .listing(
          Listing(text(.scenarioFile, ["name": file.name]), text: shown))
      }
  }

  /// More firms than this get no row each.
  static let mostRows = 100
  /// More firms than this are not drawn as discs.
  static let mostDiscs = 30
  /// Matrices of more firms are not drawn.
  static let mostCells = 60
}
