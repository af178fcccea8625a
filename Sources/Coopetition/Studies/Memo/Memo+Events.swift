import Equilibria

extension Memo {
  /// What happens at an event of a branch as the number rises.
  func description(
    of event: BranchEvent, in found: ScenarioTrace
  ) -> String {
    let changes = event.changes.compactMap { change in
      change.reaches.map { reaches in
        text(
          change.isUpper
            ? (reaches ? .reachesUpper : .leavesUpper)
            : (reaches ? .reachesLower : .leavesLower),
          ["firm": found.variables[change.variable]])
      }
    }
    let happens = text(Self.happening(event.kind, event.effect))
    guard !changes.isEmpty else { return happens }
    let list = changes.joined(separator: text(.list))
    return event.kind == .corner && event.effect == .none
      ? list : "\(happens) (\(list))"
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
