extension Memo {
  /// Where the present state ends as the number of the trace rises, and where
  /// players go from there; numerical, since welfare is read between the points
  /// of branches.
  var tippingSentence: String? {
    guard let (found, today) = trace,
      let branch = branch(of: found, at: today),
      let end = found.trace.branches[branch].end,
      let last = found.trace.branches[branch].points.last,
      let before = found.welfare[branch].last,
      case let event = found.trace.events[end], event.effect == .vanish
    else { return nil }
    let value = Self.number(event.parameter), now = Self.number(today)
    let tipped = TippedState(
      of: scenario, found.parameter, at: event.parameter,
      within: found.trace.range, from: last.levels)
    if let tipped {
      return text(
        .tips,
        [
          "key": found.parameter, "value": value, "today": now,
          "who": who(shares: tipped.levels), "before": Self.number(before),
          "after": Self.number(tipped.welfare),
        ]) + " " + mark(false)
    }
    let others = found.trace.branches.indices.filter { $0 != branch }
      .compactMap { found.stableWelfare(of: $0, at: event.parameter) }
    guard let least = others.min(), let most = others.max() else { return nil }
    return text(
      .tipsSomewhere,
      [
        "key": found.parameter, "value": value, "today": now,
        "before": Self.number(before), "range": range(least, most),
      ]) + " " + mark(false)
  }

  /// Two numbers, or one where they are shown alike.
  private func range(_ least: Double, _ most: Double) -> String {
    let ends = [Self.number(least), Self.number(most)]
    return ends[0] == ends[1]
      ? ends[0] : text(.range, ["least": ends[0], "most": ends[1]])
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
