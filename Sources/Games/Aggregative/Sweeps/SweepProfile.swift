import LinearAlgebra

/// A profile of an aggregative game on which best responses are played in
/// sweeps, with all that its aggregates need kept up to date.
///
/// Players move in blocks. Within a block each sees the moves of those before
/// it. The blocks of one wave move at the same time, each seeing the others as
/// they were before; waves follow one another. The blocks depend on the game
/// alone, so any number of threads gives the same bits. Without concurrency
/// there is one block, which is the order of Gauss and Seidel.
///
/// Its memory is 12 bytes a player, and 8 for each network (16 if concurrent).
public struct SweepProfile: ~Copyable {
  private let strategies: StrategySpace
  private let forms: [LinearAggregate]
  let blocks: SweepBlocks
  private let gathered: [GatheredAggregate]
  let buffer: UnsafeMutableBufferPointer<Double>
  /// The players to sweep, those of each block from the block's start on.
  let order: UnsafeMutableBufferPointer<Int32>
  /// How many players of each block are to be swept.
  var activeCounts: [Int]
  /// The aggregates as each block of a wave sees them, after those that all
  /// views are made from.
  private let views: UnsafeMutablePointer<UnsafeAggregate>

  /// A profile of a game.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - levels: The profile; moved into the bounds.
  ///   - inBlocks: Whether the players are split for several threads.
  ///   - bounds: Narrower bounds than those of the game, within which players
  ///     respond as well as they can; nil for those of the game.
  /// - Precondition: Each player has a level; fewer than 2³¹ of them.
  /// - Complexity: O(players).
  public init(
    _ game: some AggregativeGame, at levels: [Double], inBlocks: Bool,
    within bounds: StrategySpace? = nil
  ) {
    strategies = bounds ?? game.strategies
    let count = strategies.playerCount
    precondition(levels.count == count && count < Int32.max, "a level each")
    let forms = Array(game.aggregates.prefix(game.marginalAggregateCount))
    let rowStarts = forms.map(\.rowStarts).first { !$0.isEmpty }
    let blocks =
      inBlocks
      ? SweepBlocks.balanced(playerCount: count, rowStarts: rowStarts)
      : SweepBlocks.one(playerCount: count)
    self.forms = forms
    self.blocks = blocks
    gathered = forms.map { form in
      form.withUnsafeAggregate {
        GatheredAggregate($0, playerCount: count, blocks: blocks)
      }
    }
    buffer = .allocate(capacity: count)
    buffer.initialize(repeating: 0)
    order = .allocate(capacity: count)
    order.initialize(repeating: 0)
    activeCounts = Array(repeating: 0, count: blocks.count)
    views = .allocate(capacity: (1 + blocks.width) * forms.count)
    views.initialize(
      repeating: UnsafeAggregate(.general),
      count: (1 + blocks.width) * forms.count)
    replace(by: levels)
  }

  deinit {
    for aggregate in gathered { aggregate.deallocate() }
    buffer.deallocate()
    order.deallocate()
    views.deallocate()
  }

  /// The level of each player.
  ///
  /// - Complexity: O(players), a copy.
  public var levels: [Double] { Array(buffer) }

  /// The number of players who are on the list to sweep.
  public var activeCount: Int { activeCounts.reduce(0, +) }

  /// Replaces the profile and puts everybody on the list.
  ///
  /// - Parameter levels: The new profile; moved into the bounds.
  /// - Complexity: O(players).
  public mutating func replace(by levels: [Double]) {
    for i in levels.indices {
      buffer[i] = strategies.clamp(levels[i], variable: i)
    }
    refresh()
    activateEverybody()
  }

  /// Computes from the levels what is kept of them, without the rounding
  /// errors of many small changes.
  ///
  /// - Complexity: O(players).
  public mutating func refresh() {
    for (form, gathered) in zip(forms, gathered) {
      form.withUnsafeAggregate { gathered.gather($0, buffer) }
    }
  }

  /// Puts everybody on the list of players to sweep.
  ///
  /// - Complexity: O(players).
  public mutating func activateEverybody() {
    for i in order.indices { order[i] = Int32(truncatingIfNeeded: i) }
    for b in activeCounts.indices { activeCounts[b] = blocks.range(b).count }
  }

  /// Plays one sweep of best responses; players who stay at a bound by a margin
  /// leave the list.
  ///
  /// - Parameters:
  ///   - game: The game that the profile was made for.
  ///   - threads: How many threads share a wave; as many as the machine has if
  ///     nil.
  ///   - isTrial: Whether nobody moves: how far players are from their best
  ///     responses is then measured to first order.
  ///   - relaxation: How far players move, in units of the way to their best
  ///     responses; within their bounds always.
  ///   - restMargin: How far beyond its bound a player would have to go, if it
  ///     could, to leave the list.
  ///   - replies: Where the best responses of a trial are written; nil for
  ///     nowhere.
  /// - Returns: The largest distance from a best response and how many players
  ///   are left on the list.
  /// - Complexity: O(the players on the list and their links).
  public mutating func sweep<G: AggregativeGame>(
    _ game: G, threads: Int? = nil, isTrial: Bool = false,
    relaxation: Double = 1, restMargin: Double = 0,
    replies: UnsafeMutablePointer<Double>? = nil
  ) -> ResponseOutcome {
    var outcomes = activeCounts.map { _ in ResponseOutcome() }
    withState { state in
      for first in blocks.waves {
        let wave = first..<min(first + blocks.width, blocks.count)
        var states = wave.map { block in
          var state = self.state(state, of: block, in: wave)
          state.isTrial = isTrial
          state.replies = replies
          state.relaxation = relaxation
          state.restMargin = restMargin
          return state
        }
        play(game, wave, &states, &outcomes, threads)
        for (block, state) in zip(wave, states) {
          for k in forms.indices {
            gathered[k].settle(state.aggregates[k], blocks.range(block))
          }
        }
      }
    }
    activeCounts = outcomes.map(\.activeCount)
    return outcomes.reduce(into: ResponseOutcome()) { $0.add($1) }
  }

  /// Sweeps the blocks of a wave.
  private func play<G: AggregativeGame>(
    _ game: G, _ wave: Range<Int>, _ states: inout [ResponseState],
    _ outcomes: inout [ResponseOutcome], _ threads: Int?
  ) {
    let lists = wave.map { block in
      UnsafeMutableBufferPointer(
        rebasing: order[blocks.range(block)].prefix(activeCounts[block]))
    }
    let count = wave.count
    let threads = min(threads ?? count, count)
    guard threads > 1 else {
      for k in 0..<count {
        outcomes[wave.lowerBound + k] = game.respond(lists[k], in: &states[k])
      }
      return
    }
    states.withUnsafeMutableBufferPointer { states in
      outcomes.withUnsafeMutableBufferPointer { outcomes in
        // Each block has a state, an outcome and a list of its own.
        nonisolated(unsafe) let (states, outcomes) = (states, outcomes)
        nonisolated(unsafe) let lists = lists
        Parallel.forEach(threads) { thread in
          for k in stride(from: thread, to: count, by: threads) {
            outcomes[wave.lowerBound + k] =
              game.respond(lists[k], in: &states[k])
          }
        }
      }
    }
  }

  /// The state in which a block of a wave is swept.
  private func state(
    _ base: ResponseState, of block: Int, in wave: Range<Int>
  ) -> ResponseState {
    let place = block - wave.lowerBound
    let view = views + (1 + place) * forms.count
    for k in forms.indices {
      view[k] = gathered[k].view(base.aggregates[k], block: place)
    }
    var state = base
    state.aggregates = view
    state.first = blocks.starts[block]
    return state
  }

  /// Lends a state with everything that does not change.
  private func withState<Result>(
    _ body: (ResponseState) -> Result
  ) -> Result {
    strategies.lowerBounds.withUnsafeBufferPointer { lower in
      strategies.upperBounds.withUnsafeBufferPointer { upper in
        let state = ResponseState(
          levels: buffer, lowerBounds: lower, upperBounds: upper,
          forms: forms, aggregates: views)
        return state.withAggregates(from: 0, body)
      }
    }
  }
}

extension ResponseState {
  /// Lends the state with the aggregates from the k-th on laid out.
  fileprivate func withAggregates<Result>(
    from k: Int, _ body: (ResponseState) -> Result
  ) -> Result {
    guard k < count else { return body(self) }
    return forms[k].withUnsafeAggregate { aggregate in
      aggregates[k] = aggregate
      return withAggregates(from: k + 1, body)
    }
  }
}
