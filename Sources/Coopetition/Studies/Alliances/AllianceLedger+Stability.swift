import Games

extension AllianceLedger {
  /// Whether nobody leaves an alliance and nobody joins it, under a rule.
  ///
  /// Reference: d'Aspremont, Jacquemin, Gabszewicz and Weymark, On the
  /// stability of collusive price leadership, Canadian Journal of Economics
  /// 16, 1983.
  struct Stability: Sendable {
    /// Whether every member has at least what it would have outside.
    var isInternal: Bool? = nil
    /// Whether no candidate outside has more after joining.
    var isExternal: Bool? = nil
    /// Whether either rests on numbers that count as equal.
    var hasTies = false
  }

  /// The stability of every alliance under a rule, by its bits.
  ///
  /// - Complexity: O(alliances × candidates).
  func stabilities(by rule: AllianceSettings.Division) -> [Stability] {
    let shares = outcomes.indices.map {
      self.shares(of: Coalition(bits: $0), by: rule)
    }
    return outcomes.indices.map { stability(of: Coalition(bits: $0), shares) }
  }

  /// The stability of an alliance, from what each gives its members.
  private func stability(
    of coalition: Coalition, _ shares: [[EnclosedNumber]?]
  ) -> Stability {
    var result = Stability(isInternal: true, isExternal: true)
    for (k, member) in coalition.members.enumerated() {
      result.isInternal = .both(
        result.isInternal,
        compare(
          shares[coalition.bits]?[k], outside(member, of: coalition), &result))
    }
    for joining in 0..<count where !coalition.contains(joining) {
      let larger = coalition.adding(joining)
      let place = larger.members.firstIndex(of: joining) ?? 0
      result.isExternal = .both(
        result.isExternal,
        compare(
          payoff(of: joining, in: coalition), shares[larger.bits]?[place],
          &result))
    }
    return result
  }

  private func compare(
    _ a: EnclosedNumber?, _ b: EnclosedNumber?, _ result: inout Stability
  ) -> Bool? {
    guard let a, let b else { return nil }
    let comparison = EnclosedNumber.compare(a, b)
    result.hasTies = result.hasTies || comparison.isTie
    return comparison.holds
  }

  /// Who leaves one after the other, and what each gains by it.
  struct Exits: Sendable {
    var leaves: [Int] = []
    var gains: [Double] = []
    /// Who stays; nobody if fewer than two do.
    var reaches = Coalition.empty
  }

  /// Who leaves the alliance of all candidates: each time the member with most
  /// to gain, the first of several.
  func exits(by rule: AllianceSettings.Division) -> Exits {
    var exits = Exits()
    var coalition = Coalition.all(count)
    while coalition.count > 1, let shares = shares(of: coalition, by: rule) {
      var best: (member: Int, gain: EnclosedNumber)?
      for (k, member) in coalition.members.enumerated() {
        guard let outside = outside(member, of: coalition),
          !EnclosedNumber.compare(outside, shares[k]).isTie
        else { continue }
        let gain = outside - shares[k]
        let most = best?.gain ?? .zero
        if gain.value > most.value, !EnclosedNumber.compare(gain, most).isTie {
          best = (member, gain)
        }
      }
      guard let best else { break }
      exits.leaves.append(best.member)
      exits.gains.append(best.gain.value)
      coalition = coalition.removing(best.member)
    }
    exits.reaches = coalition.count > 1 ? coalition : .empty
    return exits
  }
}
