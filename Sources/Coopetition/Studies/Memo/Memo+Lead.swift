extension Memo {
  /// The answer in a few sentences, each with its status.
  var lead: [String] {
    guard let present else { return [noStateSentence] }
    return [stateSentence(present) + " " + mark(isStateKnown)]
      + completenessSentences + gapSentences(from: present)
      + (analysis.subsidy == nil ? [] : [subsidySentence])
      + (tippingSentence.map { [$0] } ?? [])
  }

  // MARK: What will happen

  /// Whether it is proven what the states are, and the optimum that their
  /// efficiency is measured by.
  private var isStateKnown: Bool {
    analysis.completeness == .complete && analysis.isProven
      && states.allSatisfy { $0.equilibrium.stability != .undecided }
  }

  private var noStateSentence: String {
    switch analysis.completeness {
    case .complete, .besideSets: text(.noEquilibrium) + " " + mark(true)
    case .incomplete: text(.noState) + " " + mark(false)
    case .stopped:
      text(.noState) + " " + mark(false) + " " + text(.searchStopped)
    }
  }

  /// What will happen.
  private func stateSentence(_ present: Analysis.Outcome) -> String {
    guard states.count > 1,
      let best = EquilibriumSelection.best.outcome(of: analysis)
    else {
      return text(
        oneStateText,
        [
          "who": who(shares: present.levels),
          "welfare": Self.number(present.welfare),
          "achieved": achieved(by: present),
          "free": freeNames,
        ])
    }
    return text(
      areAllUnstable ? .allUnstable : .severalStates,
      [
        "states": countedStates, "count": "\(analysis.equilibria.count)",
        "extent": text(analysis.isComplete ? .inAll : .asFound),
        "least": Self.number(present.welfare),
        "most": Self.number(best.welfare), "who": who(shares: best.levels),
      ])
  }

  /// Whether every equilibrium that was found is unstable.
  private var areAllUnstable: Bool {
    analysis.equilibria.allSatisfy { $0.equilibrium.stability == .unstable }
  }

  /// How to say that there is one state.
  private var oneStateText: MemoText {
    if areAllUnstable { return .unstableState }
    return switch analysis.completeness {
    case .complete: .oneState
    case .besideSets: .oneOfSet
    case .incomplete, .stopped: .oneFound
    }
  }

  /// How many states there are that may last, and how many of them are known to.
  private var countedStates: String {
    let stable = states.count(where: \.isStable)
    return text(
      stable == states.count ? .stableStates : .someUndecided,
      [
        "count": "\(states.count)", "stable": "\(stable)",
        "undecided": "\(states.count - stable)",
      ])
  }

  /// How much of what sharing can add is reached, if that means something.
  private func achieved(by outcome: Analysis.Outcome) -> String {
    let efficiency = outcome.efficiency
    if efficiency.isNaN || hasSigns { return "" }
    let nobody = analysis.game.welfare(
      at: analysis.game.strategies.lowerBounds)
    let size = max(abs(nobody), abs(analysis.optimum.welfare))
    if analysis.optimum.welfare - nobody <= Self.rounding * size {
      return text(
        outcome.welfare < nobody - Self.rounding * size
          ? .worseThanNothing : .nothingToAdd)
    }
    return efficiency < 0
      ? text(.worseThanNothing)
      : text(
        analysis.isEfficiencyKnown(outcome) ? .achieved : .achievedAtMost,
        ["efficiency": NumberText.percent(efficiency)])
  }

  /// What there may be beside the equilibria of the page.
  private var completenessSentences: [String] {
    let others: [String] =
      switch analysis.completeness {
      case .complete, .besideSets: []
      case .incomplete: [text(.mayBeOthers) + " " + mark(false)]
      case .stopped: [text(.stoppedEarly) + " " + mark(false)]
      }
    guard !analysis.components.isEmpty else { return others }
    let isProven = analysis.components.allSatisfy(\.isProven)
    return [text(.freeLevels, ["free": freeNames]) + " " + mark(isProven)]
      + others
  }

  /// The variables that are free in some set of equilibria.
  var freeNames: String {
    let names = analysis.freeVariables
    let shown = names.prefix(Self.mostNamed)
    return (shown + (names.count > shown.count ? ["…"] : []))
      .joined(separator: text(.list))
  }

  // MARK: Who shares

  /// Who shares, in words; the levels where they may be negative.
  func who(shares levels: [Double]) -> String {
    let all = Array(zip(analysis.game.variableNames, levels))
    if hasSigns {
      return text(.levelsAre, ["list": listed(all) { "\($0) \($1)" }])
    }
    let sharing = all.filter { $0.1 > 0 }
    if sharing.isEmpty { return text(.nobody) }
    let list = listed(sharing) { "\($0) (\($1))" }
    let rest = all.count - sharing.count
    if rest == 0 && all.count > 1 { return text(.everybody) + " (\(list))" }
    let those = text(
      sharing.count == 1 ? .oneShares : .someShare, ["list": list])
    if rest == 0 { return those }
    let others: MemoText = rest == 1 ? .otherDoesNot : .othersDoNot
    return those + text(others, ["rest": "\(rest)"])
  }

  /// The first of some variables with their levels.
  private func listed(
    _ chosen: [(name: String, level: Double)],
    _ words: (_ name: String, _ level: String) -> String
  ) -> String {
    let shown = chosen.prefix(Self.mostNamed).map {
      words($0.name, Self.number($0.level, digits: 2))
    }
    return (shown + (chosen.count > shown.count ? ["…"] : []))
      .joined(separator: text(.list))
  }

  /// Whether levels may be negative, which are no shares of knowledge then.
  var hasSigns: Bool {
    analysis.game.strategies.lowerBounds.contains { $0 < 0 }
  }

  // MARK: What would be best

  /// What would be best and who gains.
  private func gapSentences(from present: Analysis.Outcome) -> [String] {
    let optimum = analysis.optimum
    let isProven = optimum.isProven && present.equilibrium.isProven
    guard hasGap else {
      return [
        text(.bestIsReached, ["welfare": Self.number(optimum.welfare)]) + " "
          + mark(optimum.isProven)
      ]
    }
    return [
      text(
        states.count > 1 ? .bestOfSeveral : .best,
        [
          "welfare": Self.number(optimum.welfare),
          "difference": Self.number(optimum.welfare - present.welfare),
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

  // MARK: What closes the gap

  /// What payments would do, and what they leave.
  var subsidySentence: String {
    guard let subsidy = analysis.subsidy else { return "" }
    let paid =
      paidRates.isEmpty
      ? text(subsidy.isReplacing ? .paymentsEnd : .noPayment)
      : text(.subsidy, ["outlay": Self.number(subsidy.outlay)])
    return [paid + " " + mark(false), remainingSentence(subsidy)]
      .compactMap { $0 }.joined(separator: " ")
  }

  /// The rates of a subsidy that are more than rounding, by variable.
  var paidRates: [(variable: Int, rate: Double)] {
    let size = analysis.optimum.payoffs.reduce(0) { max($0, abs($1)) }
    return (analysis.subsidy?.rates ?? []).enumerated().compactMap {
      abs($1) > Self.rounding * size ? ($0, $1) : nil
    }
  }

  /// The equilibria that payments leave; nil if there is nothing to say of them
  /// that was not said.
  private func remainingSentence(_ subsidy: ImplementingSubsidy) -> String? {
    guard let outcome = subsidy.outcome else { return nil }
    let isAll = outcome.isComplete && !outcome.hasSets
    let others = outcome.equilibria.filter { !$0.isIntended }
    guard let least = others.map(\.welfare).min() else {
      if paidRates.isEmpty { return nil }
      return isAll
        ? text(.onlyOneRemains) + " " + mark(true)
        : text(.othersMayRemain) + " " + mark(false)
    }
    return text(
      isAll ? .othersRemain : .atLeastRemain,
      ["count": "\(others.count)", "least": Self.number(least)])
      + " " + mark(isAll)
  }

  /// The most firms that a sentence names.
  private static let mostNamed = 8
}
