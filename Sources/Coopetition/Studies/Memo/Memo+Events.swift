import Equilibria

extension Memo {
  /// What happens at an event of a branch as the number rises, and whose levels
  /// change, or else who shares there.
  func description(
    of event: BranchEvent, in found: ScenarioTrace
  ) -> String {
    let happens = text(Self.happening(event.kind, event.effect))
    guard !event.changes.isEmpty else {
      return "\(happens) (\(who(shares: event.levels)))"
    }
    let changes = event.changes.map { change in
      text(
        movement(change), ["firm": found.variables[change.variable]])
    }
    let list = changes.joined(separator: text(.list))
    return event.kind == .corner && event.effect == .none
      ? list : "\(happens) (\(list))"
  }

  /// What a variable does at its bound: a level that starts at nothing is
  /// shared or not, any other has two limits.
  private func movement(_ change: BranchEvent.Change) -> MemoText {
    let isShare =
      analysis.game.strategies.lowerBounds[change.variable] == 0
    return switch (change.isUpper, change.reaches) {
    case (true, true): isShare ? .reachesUpper : .reachesUpperLimit
    case (true, false): isShare ? .leavesUpper : .leavesUpperLimit
    case (true, nil): isShare ? .meetsUpper : .meetsUpperLimit
    case (false, true): isShare ? .reachesLower : .reachesLowerLimit
    case (false, false): isShare ? .leavesLower : .leavesLowerLimit
    case (false, nil): isShare ? .meetsLower : .meetsLowerLimit
    }
  }

  private static func happening(
    _ kind: BranchEvent.Kind, _ effect: BranchEvent.Effect
  ) -> MemoText {
    switch (kind, effect) {
    case (.fold, .appear): .foldAppears
    case (.fold, _): .foldVanishes
    case (.branching, .appear): .branchingAppears
    case (.branching, _): .branchingVanishes
    case (.corner, .appear): .cornerAppears
    case (.corner, .vanish): .cornerVanishes
    case (.corner, .none): .corner
    case (.stability, _): .stabilityChanges
    case (.deviation, .appear): .deviationEnds
    case (.deviation, _): .deviationBegins
    case (.lost, _): .lost
    }
  }
}
