import Scalars

extension AggregativeGame {
  /// Compares slopes over parts of what the player sees: own level and
  /// aggregates are few numbers, however many players there are.
  public func fallsFasterInOwnLevel(
    of player: Int, than other: Int, over box: Box
  ) -> Bool {
    let count = marginalAggregateCount
    let whole = AggregateState(aggregates, count: count, at: box)
      .values(of: player, at: box)
    let differences = (0..<count).map {
      aggregates[$0].ownLead(of: player, over: other)
    }
    var open = [[box[player]] + (0..<count).map { whole[$0] }]
    for _ in 0..<symmetryParts {
      guard let part = open.popLast() else { return true }
      var values = whole
      for k in 0..<count { values[k] = part[k + 1] }
      let slopes = marginalSlopes(of: player, own: part[0], aggregates: values)
      let lead = (0..<count).reduce(slopes.own) {
        $0 + slopes.aggregates[$1] * differences[$1]
      }
      if lead.isNegative { continue }
      let halves = part.bisected
      if halves.isEmpty { return false }
      open += halves
    }
    return open.isEmpty
  }

  /// How many parts are looked at.
  private var symmetryParts: Int { 400 }
}

extension LinearAggregate {
  /// By how much a player's own coefficient exceeds that of another player.
  fileprivate func ownLead(of player: Int, over other: Int) -> Interval {
    var lead = Interval.zero
    forEachCoefficient(of: player) { j, weight in
      let coefficient = Interval(weight, relativeError: relativeError)
      if j == player { lead += coefficient }
      if j == other { lead -= coefficient }
    }
    return lead
  }
}
