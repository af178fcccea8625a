import LinearAlgebra

/// How the players of a game are split for sweeps of best responses.
///
/// Blocks of consecutive players have about equal work; the blocks of a wave
/// may be swept at the same time. The split depends on the game alone, never
/// on the machine.
struct SweepBlocks {
  /// The first player of each block, and the number of players at the end.
  let starts: [Int]
  /// How many blocks make a wave.
  let width: Int

  /// The number of blocks.
  var count: Int { starts.count - 1 }

  /// The players of a block.
  func range(_ block: Int) -> Range<Int> { starts[block]..<starts[block + 1] }

  private init(starts: [Int], width: Int) {
    self.starts = starts
    self.width = width
  }

  /// Everybody in one block.
  static func one(playerCount: Int) -> SweepBlocks {
    SweepBlocks(starts: [0, playerCount], width: 1)
  }

  /// Blocks for several threads; one block for a game that is too small to
  /// gain from them.
  ///
  /// - Parameters:
  ///   - playerCount: The number of players.
  ///   - rowStarts: Where the links of each player start, if there are any.
  /// - Returns: The blocks; one may be empty beside a player of many links.
  static func balanced(playerCount: Int, rowStarts: [Int]?) -> SweepBlocks {
    // A player costs about as much as eight links.
    func work(before player: Int) -> Int {
      8 * player + (rowStarts?[player] ?? 0)
    }
    let total = work(before: playerCount)
    let waves = min(mostWaves, total / (mostThreads * leastWork))
    guard waves > 0 else { return one(playerCount: playerCount) }
    let count = waves * mostThreads
    let starts = (0...count).map { block in
      // The first player with at least this share of the work before it.
      var (low, high) = (0, playerCount)
      while low < high {
        let middle = (low + high) / 2
        if work(before: middle) < total / count * block {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return block == count ? playerCount : low
    }
    return SweepBlocks(starts: starts, width: mostThreads)
  }

  /// The first block of each wave.
  var waves: StrideTo<Int> { stride(from: 0, to: count, by: width) }

  /// The blocks of a wave, and so the most threads that can share it.
  private static let mostThreads = 8
  /// More waves bring the order nearer to one player after the other.
  private static let mostWaves = 16
  /// The work in a block below which a thread is not worth starting.
  private static let leastWork = 1 << 14
}
