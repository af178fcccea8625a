extension AggregativeGroups {
  /// The base game's for groups of one; for others what planes leave, with a
  /// lower bound of 0.
  public func regrets(
    at levels: Profile<Double>, search: DeviationSearch
  ) -> [Interval] {
    let alone = base.regrets(at: levels, search: search)
    let box = levels.map { Interval($0) }
    return groups.enumerated().map { group, members in
      if members.count == 1 { return alone[members[0]] }
      let planes = BalancedPlanes(
        self, player: group, around: box, isStationary: false)
      return Interval(lower: 0, upper: planes.gainBound())
    }
  }
}
