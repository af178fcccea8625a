extension Memo {
  /// The answer in a few sentences, each with its status.
  var lead: [String] {
    guard let present else {
      return [text(.noState) + " " + mark(false)]
    }
    let isKnown = analysis.isProven && states.allSatisfy(\.isStable)
    return [stateSentence(present) + " " + mark(isKnown)]
      + gapSentences(from: present)
      + (analysis.subsidy == nil ? [] : [subsidySentence])
      + (tippingSentence.map { [$0] } ?? [])
  }

  /// What will happen.
  private func stateSentence(_ present: Analysis.Outcome) -> String {
    guard states.count > 1,
      let best = EquilibriumSelection.best.outcome(of: analysis)
    else {
      return text(
        .oneState,
        [
          "who": who(shares: present.levels),
          "welfare": Self.number(present.welfare),
          "efficiency": NumberText.percent(present.efficiency),
        ])
    }
    return text(
      .severalStates,
      [
        "stable": "\(states.count)", "count": "\(analysis.equilibria.count)",
        "least": Self.number(present.welfare),
        "most": Self.number(best.welfare), "who": who(shares: best.levels),
      ])
  }

  /// Who shares, in words.
  func who(shares levels: [Double]) -> String {
    let names = analysis.game.variableNames
    let sharing = zip(names, levels).filter { $0.1 > 0 }
    if sharing.isEmpty { return text(.nobody) }
    let shown = sharing.prefix(Self.mostNamed).map {
      "\($0.0) (\(Self.number($0.1, digits: 2)))"
    }
    let more = sharing.count > shown.count ? ["…"] : []
    let list = (shown + more).joined(separator: text(.list))
    guard sharing.count < names.count else {
      return text(.everybody) + " (\(list))"
    }
    return text(
      .some, ["list": list, "rest": "\(names.count - sharing.count)"])
  }

  /// What would be best and who gains.
  private func gapSentences(from present: Analysis.Outcome) -> [String] {
    let optimum = analysis.optimum
    let isProven = optimum.isProven && present.equilibrium.isProven
    let difference = optimum.welfare - present.welfare
    guard gains.contains(where: { $0 != 0 }), difference > 0 else {
      return [
        text(.bestIsReached, ["welfare": Self.number(optimum.welfare)]) + " "
          + mark(optimum.isProven)
      ]
    }
    return [
      text(
        .best,
        [
          "welfare": Self.number(optimum.welfare),
          "difference": Self.number(difference),
        ]) + " " + mark(isProven),
      // The optimum's welfare is proven, not that its profile is the only one.
      gainSentence + " " + mark(false),
    ]
  }

  private var gainSentence: String {
    let names = analysis.game.playerNames
    let gaining = gains.count { $0 > 0 }
    let losing = gains.count { $0 < 0 }
    let sign: Double = losing > 0 ? -1 : 1
    let extreme =
      gains.indices.max { sign * gains[$0] < sign * gains[$1] } ?? 0
    return text(
      losing > 0 ? .somebodyLoses : .everybodyGains,
      [
        "gaining": "\(gaining)", "count": "\(gains.count)",
        "losing": "\(losing)", "firm": names[extreme],
        "gain": Self.number(gains[extreme]),
      ])
  }

  /// What payments would do, and what they leave.
  var subsidySentence: String {
    guard let subsidy = analysis.subsidy else { return "" }
    let paid =
      subsidy.rates.allSatisfy { $0 == 0 }
      ? text(.noPayment)
      : text(.subsidy, ["outlay": Self.number(subsidy.outlay)])
    let others = subsidy.outcome?.equilibria.filter { !$0.isIntended } ?? []
    guard let least = others.map(\.welfare).min() else {
      return paid + " " + mark(false)
    }
    let remain = text(
      .othersRemain,
      ["count": "\(others.count)", "least": Self.number(least)])
    return paid + " " + mark(false) + " " + remain + " "
      + mark(others.allSatisfy(\.isProven))
  }

  /// Where the present state ends as the number of the trace rises; numerical,
  /// since welfare is read between the points of branches.
  private var tippingSentence: String? {
    guard let (found, today) = trace,
      let branch = branch(of: found, at: today),
      let end = found.trace.branches[branch].end,
      let before = found.welfare[branch].last
    else { return nil }
    let event = found.trace.events[end]
    let others = found.trace.branches.indices.filter { $0 != branch }
      .compactMap { found.stableWelfare(of: $0, at: event.parameter) }
    guard event.effect == .vanish, let after = others.max() else { return nil }
    return text(
      .tips,
      [
        "key": found.parameter, "value": Self.number(event.parameter),
        "today": Self.number(today), "before": Self.number(before),
        "after": Self.number(after),
      ]) + " " + mark(false)
  }

  /// The branch of the present state, if it is stable today.
  private func branch(of found: ScenarioTrace, at today: Double) -> Int? {
    guard let present else { return nil }
    let candidates = found.trace.branches.indices.compactMap { branch in
      found.stableWelfare(of: branch, at: today).map { (branch, $0) }
    }
    return candidates.min {
      abs($0.1 - present.welfare) < abs($1.1 - present.welfare)
    }?.0
  }

  /// The most firms that a sentence names.
  private static let mostNamed = 8
}

extension ScenarioTrace {
  /// Welfare on a branch at a value of the parameter, between the two points
  /// next to it, neither of them unstable; nil if the branch is not there.
  func stableWelfare(of branch: Int, at value: Double) -> Double? {
    let points = trace.branches[branch].points
    for k in points.indices.dropLast() {
      let (a, b) = (points[k], points[k + 1])
      guard a.parameter <= value, value <= b.parameter,
        a.stability != .unstable, b.stability != .unstable
      else { continue }
      let step = b.parameter - a.parameter
      let share = step > 0 ? (value - a.parameter) / step : 0
      return welfare[branch][k]
        + share * (welfare[branch][k + 1] - welfare[branch][k])
    }
    return nil
  }
}
