extension AggregativeGroups {
  /// The base game's for groups of one; for others what a search over the
  /// group's strategies finds.
  package func regrets(
    at levels: Profile<Double>, search: DeviationSearch
  ) -> [Interval] {
    let alone = base.regrets(at: levels, search: search)
    return groups.enumerated().map { group, members in
      members.count == 1
        ? alone[members[0]] : regret(of: group, at: levels, search: search)
    }
  }

  /// The base game's, each member weighing as much as its group.
  package func weightedUpperBound(
    _ weights: [Double], charges: [Double], about levels: Profile<Double>,
    over box: Box, slack: Double
  ) -> Double {
    var own = [Double](repeating: 0, count: base.playerCount)
    for (group, members) in groups.enumerated() {
      for member in members { own[member] = weights[group] }
    }
    return base.weightedUpperBound(
      own, charges: charges, about: levels, over: box, slack: slack)
  }
}
