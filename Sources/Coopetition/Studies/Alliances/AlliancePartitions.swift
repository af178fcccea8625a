import Games

/// The structures of several alliances that nobody wants to leave.
struct AlliancePartitions: Sendable {
  /// A partition of the candidates.
  typealias Partition = [Coalition]

  private let structures: AllianceStructures
  private let ledger: AllianceLedger
  /// Every partition of the candidates.
  let all: [Partition]

  /// The partitions of structures that were solved.
  ///
  /// - Precondition: All of ``partitions(of:)`` were solved.
  init(_ structures: AllianceStructures, _ ledger: AllianceLedger) {
    self.structures = structures
    self.ledger = ledger
    all = Self.partitions(of: ledger.count)
  }

  /// Every partition of a number of candidates, coalitions of one included.
  static func partitions(of count: Int) -> [Partition] {
    guard count > 0 else { return [[]] }
    return partitions(of: count - 1).flatMap { partition in
      partition.indices.map { place in
        var joined = partition
        joined[place] = joined[place].adding(count - 1)
        return joined
      } + [partition + [Coalition([count - 1])]]
    }
  }

  /// What each candidate has under a rule, in the order of candidates; nil if
  /// a structure has no equilibrium.
  private func shares(
    _ partition: Partition, by rule: AllianceSettings.Division
  ) -> [EnclosedNumber]? {
    guard let own = payoffs(partition) else { return nil }
    guard rule != .own else { return own }
    guard let before = payoffs([]) else { return nil }
    var shares = own
    for block in partition where block.count > 1 {
      let members = block.members
      guard
        let outside = rule != .outside
          ? members.map({ own[$0] })
          : members.known({ payoffs(Self.leaving($0, partition))?[$0] })
      else { return nil }
      let division = AllianceDivision(
        own: members.map { own[$0] }, before: members.map { before[$0] },
        outside: outside)
      for (member, share) in zip(members, division.shares(by: rule)) {
        shares[member] = share
      }
    }
    return shares
  }

  /// What each candidate earns.
  func payoffs(_ partition: Partition) -> [EnclosedNumber]? {
    guard let selected = structures.outcome(of: partition)?.selected else {
      return nil
    }
    return structures.candidates.map(selected.payoff(of:))
  }

  /// The partition after a candidate has left its coalition to be alone.
  private static func leaving(
    _ candidate: Int, _ partition: Partition
  ) -> Partition {
    partition.map { $0.removing(candidate) }.filter { !$0.isEmpty }
      + [Coalition([candidate])]
  }

  /// The partitions that nobody wants to leave.
  struct Stable: Sendable {
    /// Nobody gains by moving to another coalition or by being alone.
    var nash: [Partition] = []
    /// The same, where those whom one joins must not lose.
    var individual: [Partition] = []
  }

  /// The rules for which partitions are judged.
  static let rules: [AllianceSettings.Division] = [.own, .equal, .outside]

  /// The stable partitions under a rule.
  func stable(by rule: AllianceSettings.Division) -> Stable {
    let table = Dictionary(
      uniqueKeysWithValues: all.map {
        (AllianceStructures.key($0), shares($0, by: rule))
      })
    var result = Stable()
    for partition in all {
      guard let shares = table[AllianceStructures.key(partition)] ?? nil
      else { continue }
      var (isNash, isIndividual) = (true, true)
      for candidate in 0..<ledger.count where isNash || isIndividual {
        for (block, target) in moves(of: candidate, in: partition) {
          guard let after = table[AllianceStructures.key(target)] ?? nil,
            gains(after[candidate], shares[candidate])
          else { continue }
          isNash = false
          isIndividual =
            isIndividual
            && block.members.contains { gains(shares[$0], after[$0]) }
        }
      }
      if isNash { result.nash.append(partition) }
      if isIndividual { result.individual.append(partition) }
    }
    return result
  }

  /// Where a candidate can move: whom it joins, and what comes of it.
  private func moves(
    of candidate: Int, in partition: Partition
  ) -> [(block: Coalition, target: Partition)] {
    let rest = partition.map { $0.removing(candidate) }.filter { !$0.isEmpty }
    let isAlone = rest.count < partition.count
    var moves = rest.indices.filter { place in
      !partition.contains(rest[place].adding(candidate))
    }.map { place in
      var target = rest
      target[place] = target[place].adding(candidate)
      return (rest[place], target)
    }
    if !isAlone { moves.append((.empty, rest + [Coalition([candidate])])) }
    return moves
  }

  /// Whether a is more than b, beyond what counts as equal.
  private func gains(_ a: EnclosedNumber, _ b: EnclosedNumber) -> Bool {
    let comparison = EnclosedNumber.compare(b, a)
    return !comparison.isTie && a.value > b.value
  }
}
