import LinearAlgebra

extension SweepProfile {
  /// Puts on the list exactly those players who read somebody on it that moved
  /// since it last was told, and those who are still on their way; everybody
  /// if many moved.
  ///
  /// - Parameters:
  ///   - readers: Who reads whom; nil where everybody reads everybody.
  ///   - told: The level of each player that its readers know.
  ///   - stillness: How far a level moves before they are told.
  ///   - replies: Where the players on the list are on their way to; empty for
  ///     those who are there.
  /// - Complexity: O(players), and the links of those who moved.
  package mutating func activateReaders(
    _ readers: AggregateReaders?, told: inout [Double], stillness: [Double],
    replies: [Double] = []
  ) {
    var moved: [Int32] = []
    var isWanted = [Bool](repeating: false, count: buffer.count)
    forEachActive { i in
      if !replies.isEmpty, abs(replies[i] - buffer[i]) > stillness[i] {
        isWanted[i] = true
      }
      guard abs(buffer[i] - told[i]) > stillness[i] else { return }
      told[i] = buffer[i]
      moved.append(Int32(truncatingIfNeeded: i))
    }
    let isForAll = readers == nil && !moved.isEmpty
    if isForAll || moved.count > buffer.count / Self.fewMoves {
      return activateEverybody()
    }
    for i in moved { readers?.forEach(of: Int(i)) { isWanted[$0] = true } }
    activate { isWanted[$0] }
  }

  /// If more than one of so many players moved, nearly everybody reads one of
  /// them.
  private static var fewMoves: Int { 8 }

  /// Puts on the list exactly those players of whom a condition holds.
  private mutating func activate(where isWanted: (Int) -> Bool) {
    for b in activeCounts.indices {
      let range = blocks.range(b)
      var end = range.lowerBound
      for i in range where isWanted(i) {
        order[end] = Int32(truncatingIfNeeded: i)
        end += 1
      }
      activeCounts[b] = end - range.lowerBound
    }
  }

  private func forEachActive(_ body: (Int) -> Void) {
    for b in activeCounts.indices {
      let start = blocks.range(b).lowerBound
      for k in start..<(start + activeCounts[b]) { body(Int(order[k])) }
    }
  }

  /// The first player whose level is not yet at or beyond a mark.
  ///
  /// - Parameters:
  ///   - mark: A level for each player.
  ///   - isFromBelow: Whether levels come to it from below.
  ///   - player: Where to begin.
  /// - Returns: The player; the number of players if there is none.
  package func first(
    before mark: [Double], isFromBelow: Bool, from player: Int
  ) -> Int {
    var player = player
    while player < mark.count {
      let gap = buffer[player] - mark[player]
      guard isFromBelow ? gap >= 0 : gap <= 0 else { return player }
      player += 1
    }
    return player
  }

  /// Moves everybody on the list at the same time, a share of the way to its
  /// best response, which is known to the square of short steps.
  ///
  /// - Parameters:
  ///   - game: The game that the profile was made for.
  ///   - rate: The share of the way.
  ///   - threads: How many threads; as many as the machine has if nil.
  ///   - replies: The best responses of those on the list.
  /// - Complexity: O(players), and the links of those on the list.
  package mutating func moveTogether<G: AggregativeGame>(
    _ game: G, rate: Double, threads: Int?, replies: inout [Double]
  ) {
    replies.withUnsafeMutableBufferPointer { replies in
      _ = sweep(
        game, threads: threads, isTrial: true, restMargin: .infinity,
        replies: replies.baseAddress)
    }
    forEachActive { buffer[$0] += rate * (replies[$0] - buffer[$0]) }
    refresh()
  }
}
