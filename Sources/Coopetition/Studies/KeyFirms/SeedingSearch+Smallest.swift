extension SeedingSearch {
  /// The smallest tipping sets, by rising size.
  ///
  /// A part of the search, with some firms in and others left to decide on, is
  /// given up if not even all of them together tip, since then no part does.
  ///
  /// - Parameters:
  ///   - greedy: A tipping set.
  ///   - all: Whether all smallest sets are wanted.
  /// - Returns: The smallest sets; nil if the search was stopped.
  mutating func smallestSets(
    upTo greedy: [Int], all: Bool
  ) -> SeedingAnalysis.Smallest? {
    let candidates = game.cluster.firms.indices.map(\.self)
    beginProof(with: greedy)
    for size in 0..<greedy.count {
      var found: [[Int]] = []
      extend([], by: candidates[...], to: size, atMost: all ? nil : 1, &found)
      if isStopped { return nil }
      if let one = found.first {
        return .init(
          size: size, one: one, all: all ? listed(found) : nil,
          isProven: isProven)
      }
    }
    var found: [[Int]] = []
    if all {
      extend([], by: candidates[...], to: greedy.count, atMost: nil, &found)
    }
    return isStopped
      ? nil
      : .init(
        size: greedy.count, one: greedy.sorted(),
        all: all ? listed(found) : nil, isProven: isProven)
  }

  private func listed(_ sets: [[Int]]) -> [[Int]]? {
    sets.count <= SeedingStudy.mostSets ? sets : nil
  }

  /// Adds the tipping sets of a size that contain a set and otherwise
  /// candidates only.
  private mutating func extend(
    _ set: [Int], by candidates: ArraySlice<Int>, to size: Int,
    atMost limit: Int?, _ found: inout [[Int]]
  ) {
    guard !isStopped, found.count < limit ?? Int.max else { return }
    guard set.count < size else {
      if tips(set) { found.append(set) }
      return
    }
    guard set.count + candidates.count >= size, tips(set + candidates) else {
      return
    }
    var rest = candidates
    while let next = rest.popFirst() {
      // Without `next` the firms left may no longer tip.
      extend(set + [next], by: rest, to: size, atMost: limit, &found)
      guard set.count + rest.count >= size, tips(set + rest) else { return }
    }
  }
}
