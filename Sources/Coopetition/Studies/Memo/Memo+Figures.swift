extension Memo {
  /// What a state is called: the equilibrium, or one of several, with its place
  /// among all equilibria, as other commands count them.
  private func name(of state: Analysis.Outcome) -> String {
    let place = analysis.equilibria.firstIndex { $0.levels == state.levels }
    return states.count == 1
      ? text(.equilibrium)
      : text(.state, ["number": "\((place ?? 0) + 1)"])
  }

  /// The first states, that with which the optimum is compared among them.
  private var shownStates: [Analysis.Outcome] {
    let first = states.prefix(Self.mostStates)
    guard let present,
      !first.contains(where: { $0.levels == present.levels })
    else { return Array(first) }
    return first.dropLast() + [present]
  }

  /// The present state and the optimum, with a name and levels.
  private var comparison: [(name: String, levels: [Double])] {
    guard let present else { return [] }
    return [
      (states.count == 1 ? text(.now) : name(of: present), present.levels),
      (text(.atOptimum), analysis.optimum.levels),
    ]
  }

  /// The levels of states against those of the optimum.
  var levelFigure: Figure {
    let names = analysis.game.variableNames
    let chosen = shownStates
    let shown =
      chosen.map {
        LevelPicture.State(name: name(of: $0), levels: $0.levels)
      } + [
        LevelPicture.State(
          name: text(.optimum), levels: analysis.optimum.levels,
          isOptimum: true)
      ]
    let bounds = analysis.game.strategies
    let floor = min(0, bounds.lowerBounds.min() ?? 0)
    let limit = bounds.upperBounds.max() ?? 1
    let title = text(.levels)
    var table = Table(
      columns: [.init(text(.firm))] + shown.map { .init($0.name) })
    for (k, name) in names.enumerated() {
      table.add(name, shown.map { .number($0.levels[k], digits: 3) })
    }
    return Figure(
      title,
      LevelPicture(
        title: title, names: names, floor: floor,
        limit: limit > floor ? limit : floor + 1, states: shown
      ).document,
      caption: levelCaption(showing: chosen.count), table: table)
  }

  /// How to read the levels of some of the states.
  private func levelCaption(showing count: Int) -> String {
    let caption = text(hasSigns ? .levelsCaptionOfSigns : .levelsCaption)
    guard count < states.count else { return caption }
    return caption
      + text(
        .statesShown, ["shown": "\(count)", "count": "\(states.count)"])
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
    let parts = comparison.map {
      (name: $0.name, parts: welfareParts($0.levels))
    }
    guard let first = parts.first?.parts, !first.isEmpty else { return nil }
    let used = first.indices.filter { part in
      parts.contains { abs($0.parts[part].amount) > Self.leastAmount }
    }
    let names = used.map { first[$0].name }
    let title = text(.welfareParts)
    let shown = parts.map { state in
      ChannelPicture.State(
        name: state.name, amounts: used.map { state.parts[$0].amount })
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

  /// What adds up to welfare: channels over all firms, and what an operator
  /// earns that is no firm; empty for a game without channels.
  private func welfareParts(
    _ levels: [Double]
  ) -> [(name: String, amount: Double)] {
    let channels = analysis.game.breakdown(at: levels)
      .filter { $0.channel != Self.transfer }
      .map {
        (
          name: MemoText.channel($0.channel, in: language),
          amount: $0.amounts.reduce(0, +)
        )
      }
    guard !channels.isEmpty, let profit = operatorProfit(at: levels) else {
      return channels
    }
    return channels + [(text(.operator), profit)]
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
    return Figure(
      title, picture.document, caption: text(.branchesCaption),
      table: eventTable(found))
  }

  /// What happens on the branches over one number.
  private func eventTable(_ found: ScenarioTrace) -> Table {
    var table = Table(
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
    if table.rows.isEmpty {
      let range = found.trace.range
      let ends = [range.lowerBound, range.upperBound].map { Self.number($0) }
      table.rows = [
        [
          .text(ends.joined(separator: " – ")), .text(text(.noEvent)),
          .text(mark(false)),
        ]
      ]
    }
    return table
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
        ], showsTitle: false
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

  /// A channel of less in all is not shown.
  private static let leastAmount = 1e-12
  /// The most equilibria of a picture.
  private static let mostStates = 4
  /// The most bars of a picture.
  private static let mostBars = 12
}
