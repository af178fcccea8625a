import Games

extension AlliancePartitions {
  /// What mergers of two coalitions do to those who merge and to others.
  struct Mergers: Sendable {
    /// Whether no two coalitions lose together by merging; nil if that is not
    /// decided.
    var isCohesive: Bool? = true
    /// How many candidates outside a merger gain by it, over all mergers.
    var positive = 0
    /// How many lose.
    var negative = 0
  }

  /// The mergers of all partitions.
  ///
  /// - Complexity: O(Bell(k) k³) for k candidates.
  func mergers() -> Mergers {
    var result = Mergers()
    for partition in all {
      guard let before = payoffs(partition) else {
        result.isCohesive = .both(result.isCohesive, nil)
        continue
      }
      for first in partition.indices {
        for second in partition.indices where second > first {
          count(partition, first, second, before, &result)
        }
      }
    }
    return result
  }

  private func count(
    _ partition: Partition, _ first: Int, _ second: Int,
    _ before: [EnclosedNumber], _ result: inout Mergers
  ) {
    let merged = Coalition(
      bits: partition[first].bits | partition[second].bits)
    let others = partition.indices.filter { $0 != first && $0 != second }
      .map { partition[$0] }
    guard let after = payoffs(others + [merged]) else {
      result.isCohesive = .both(result.isCohesive, nil)
      return
    }
    func sum(_ payoffs: [EnclosedNumber]) -> EnclosedNumber {
      merged.members.map { payoffs[$0] }.sum
    }
    result.isCohesive = .both(
      result.isCohesive, EnclosedNumber.compare(sum(after), sum(before)).holds)
    for candidate in after.indices where !merged.contains(candidate) {
      let change = EnclosedNumber.compare(after[candidate], before[candidate])
      guard !change.isTie else { continue }
      if after[candidate].value > before[candidate].value {
        result.positive += 1
      } else {
        result.negative += 1
      }
    }
  }
}
