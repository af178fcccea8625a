/// How one alliance divides what its members earn together.
struct AllianceDivision {
  /// What each member earns in the alliance.
  let own: [EnclosedNumber]
  /// What each earns with nobody allied.
  let before: [EnclosedNumber]
  /// What each would have after leaving alone.
  let outside: [EnclosedNumber]
  /// What each knows.
  var knowledge: [Double] = []
  /// What of the members' innovation is credited to each.
  var credits: [EnclosedNumber] = []

  /// The shares by a rule; they sum to what the members earn.
  func shares(by rule: AllianceSettings.Division) -> [EnclosedNumber] {
    switch rule {
    case .own: own
    case .equal: adding(own.sum - before.sum, to: before, by: equalWeights)
    case .knowledge:
      adding(
        own.sum - before.sum, to: before, by: knowledge.map(EnclosedNumber.init)
      )
    case .contribution:
      adding(own.sum - before.sum, to: before, by: creditWeights)
    case .outside:
      adding(own.sum - outside.sum, to: outside, by: equalWeights)
    }
  }

  private var equalWeights: [EnclosedNumber] {
    own.map { _ in EnclosedNumber(1) }
  }

  /// The parts of what is credited to all, so that no product of two amounts of
  /// money overflows; equal if nothing is credited to anybody.
  private var creditWeights: [EnclosedNumber] {
    guard credits.contains(where: { $0.value != 0 }) else {
      return equalWeights
    }
    let total = credits.sum
    return credits.map { $0 / total }
  }

  private func adding(
    _ gain: EnclosedNumber, to base: [EnclosedNumber],
    by weights: [EnclosedNumber]
  ) -> [EnclosedNumber] {
    let total = weights.sum
    return zip(base, weights).map { $0 + gain * $1 / total }
  }
}
