extension Memo {
  /// What a state is called: the equilibrium, or one of several.
  private func name(of state: Int) -> String {
    states.count == 1
      ? text(.equilibrium) : text(.state, ["number": "\(state + 1)"])
  }

  /// The present state and the optimum, with a name and levels.
  private var comparison: [(name: String, levels: [Double])] {
    guard let present else { return [] }
    let place = states.firstIndex { $0.levels == present.levels } ?? 0
    return [
      (states.count == 1 ? text(.now) : name(of: place), present.levels),
      (text(.atOptimum), analysis.optimum.levels),
    ]
  }

  /// The levels of every state against those of the optimum.
  var levelFigure: Figure {
    let names = analysis.game.variableNames
    let shown =
      states.prefix(Self.mostStates).enumerated().map {
        LevelPicture.State(name: name(of: $0), levels: $1.levels)
      } + [
        LevelPicture.State(
          name: text(.optimum), levels: analysis.optimum.levels,
          isOptimum: true)
      ]
    let limit = analysis.game.strategies.upperBounds.max() ?? 1
    let title = text(.levels)
    var table = Table(
      columns: [.init(text(.firm))] + shown.map { .init($0.name) })
    for (k, name) in names.enumerated() {
      table.add(name, shown.map { .number($0.levels[k], digits: 3) })
    }
    return Figure(
      title,
      LevelPicture(
        title: title, names: names, limit: limit > 0 ? limit : 1,
        states: shown
      ).document,
      caption: text(.levelsCaption), table: table)
  }

  /// Who passes knowledge to whom, now and at the optimum.
  var flowFigure: Figure? {
    guard let cluster else { return nil }
    let firms = cluster.firms
    let states = comparison.map { state in
      FlowPicture.State(
        name: state.name, levels: analysis.game.meanLevels(at: state.levels),
        flows: flows(in: cluster, at: state.levels))
    }
    let title = text(.flows)
    let names = firms.map(\.name)
    let legend = names.enumerated().map { "\($0 + 1) \($1)" }
    return Figure(
      title,
      FlowPicture(
        title: title, names: names, knowledge: firms.map(\.knowledge),
        states: states
      ).document,
      caption: text(
        .flowsCaption, ["legend": legend.joined(separator: text(.list))]))
  }

  /// What each firm uses of each other one, users in rows.
  private func flows(in cluster: Cluster, at levels: [Double]) -> [[Double]] {
    if let directed = analysis.game as? DirectedSharingGame {
      return directed.uses(at: levels)
    }
    let data = SharingData(cluster)
    var flows = levels.map { _ in levels.map { _ in 0.0 } }
    for i in levels.indices {
      data.flows.forEachElement(inRow: i) { j, flow in
        flows[i][j] = flow * levels[j]
      }
    }
    return flows
  }

  /// What welfare is made of, now and at the optimum.
  var channelFigure: Figure? {
    let game = analysis.game
    let states = comparison.map { state in
      (state.name, game.breakdown(at: state.levels))
    }
    guard let first = states.first?.1, !first.isEmpty else { return nil }
    let sums = states.map { name, channels in
      (name, channels.map { $0.amounts.reduce(0, +) })
    }
    let used = first.indices.filter { channel in
      first[channel].channel != Self.transfer
        && sums.contains { abs($0.1[channel]) > Self.leastAmount }
    }
    let names = used.map {
      MemoText.channel(first[$0].channel, in: language)
    }
    let title = text(.welfareParts)
    let shown = sums.map { name, amounts in
      ChannelPicture.State(name: name, amounts: used.map { amounts[$0] })
    }
    var table = Table(
      columns: [.init(text(.channel))] + shown.map { .init($0.name) })
    for (k, name) in names.enumerated() {
      table.add(name, shown.map { $0.amounts[k] })
    }
    table.add(text(.all), shown.map { $0.amounts.reduce(0, +) })
    return Figure(
      title,
      ChannelPicture(title: title, channels: names, states: shown).document,
      caption: text(.welfarePartsCaption), table: table)
  }

  /// The branches over one number.
  var branchFigure: Figure? {
    guard let (found, today) = trace else { return nil }
    let title = text(.branches, ["key": found.parameter])
    let picture = BranchPicture(
      title: title, parameter: found.parameter, outcome: text(.welfare),
      names: .init(
        stable: text(.stable), unstable: text(.unstable),
        undecided: text(.undecided), fold: text(.fold),
        event: text(.otherEvent), today: text(.today)),
      trace: found, describe: { description(of: $0, in: found) }, today: today)
    let table = Table(
      columns: [
        .init(found.parameter), .init(text(.event)), .init(text(.status)),
      ],
      rows: found.trace.events.map { event in
        [
          .text(Self.number(event.parameter)),
          .text(description(of: event, in: found)),
          .text(mark(event.isProven)),
        ]
      })
    return Figure(
      title, picture.document, caption: text(.branchesCaption), table: table)
  }

  /// The numbers that move welfare most at the present state.
  var elasticityFigure: Figure? {
    guard let present,
      let outcome = sensitivity?.equilibria.first(where: {
        $0.equilibrium.levels == present.levels
      })
    else { return nil }
    let effects = outcome.effects.compactMap { effect in
      effect.elasticity.map { (name: readable(effect.parameter), size: $0) }
    }.filter { $0.size != 0 }.prefix(Self.mostBars)
    guard !effects.isEmpty else { return nil }
    let title = text(.elasticities)
    var table = Table(
      columns: [.init(text(.key)), .init(text(.elasticity))])
    for effect in effects {
      table.add(effect.name, [.number(effect.size, digits: 3)])
    }
    return Figure(
      title,
      TornadoPicture(
        title: title,
        panels: [
          .init(
            middle: 0,
            bars: effects.map { .init(name: $0.name, low: 0, high: $0.size) })
        ]
      ).document,
      caption: text(.elasticitiesCaption), table: table)
  }

  /// How two players answer one another.
  var responseFigure: Figure? {
    let size = analysis.game.strategies.dimension
    guard analysis.game.playerCount == 2, size == 2,
      let picture = try? BestResponsePicture(analysis)
    else { return nil }
    return Figure(
      text(.responses), picture.document, caption: text(.responsesCaption))
  }

  /// Complementarity and rivalry.
  var linkFigure: Figure? {
    guard let cluster, 2...Self.mostCells ~= cluster.firms.count else {
      return nil
    }
    let places = cluster.firms.indices
    let labels = places.map { "\($0 + 1)" }
    func panel(_ name: MemoText, _ links: Links) -> HeatPicture.Panel {
      HeatPicture.Panel(
        name: text(name), rows: labels, columns: labels,
        values: places.map { i in
          places.map { j in i == j ? nil : links.weight(i, j) }
        })
    }
    let title = text(.links)
    return Figure(
      title,
      HeatPicture(
        title: title,
        panels: [
          panel(.complementarity, cluster.complementarity),
          panel(.rivalry, cluster.rivalry),
        ]
      ).document, caption: text(.linksCaption))
  }

  /// An address with the name of its firm: `IBM knowledge`.
  func readable(_ address: String) -> String {
    let parts = address.split(separator: "]", maxSplits: 1)
    guard address.hasPrefix("firms["), parts.count == 2,
      let firm = Int(parts[0].dropFirst("firms[".count)),
      analysis.game.playerNames.indices.contains(firm)
    else { return address }
    return "\(analysis.game.playerNames[firm]) \(parts[1].dropFirst())"
  }

  /// The channel that only moves money.
  private static let transfer = "subsidy"
  /// A channel of less in all is not shown.
  private static let leastAmount = 1e-12
  /// The most equilibria of a picture.
  private static let mostStates = 4
  /// The most bars of a picture.
  private static let mostBars = 12
}
