import Scalars

/// How near, in units of levels, a step of Newton's method is taken for the
/// best response without a second look: its error is of the order of the
/// square of the step, far below what the step itself leaves to later sweeps.
@usableFromInline let nearbyResponse = 0x1p-10

/// How many steps of Newton's method are tried before a safeguarded search.
@usableFromInline let openSteps = 4

/// How many players ahead memory is asked for.
@usableFromInline let prefetchDistance = 16

extension AggregativeGame {
  /// Moves players in turn by steps of Newton's method, or by a safeguarded
  /// search where those do not get short.
  @inlinable
  public func respond(
    _ players: UnsafeMutableBufferPointer<Int32>, in state: inout ResponseState
  ) -> ResponseOutcome {
    var outcome = ResponseOutcome()
    for k in 0..<players.count {
      let player = Int(players[k])
      if k &+ prefetchDistance < players.count {
        state.prefetch(Int(players[k &+ prefetchDistance]))
      }
      let own = state.levels[player]
      let lower = state.lowerBounds[player]
      let upper = state.upperBounds[player]
      var wish = response(of: player, own: own, in: state)
      if wish.isNaN {
        outcome.isFinite = false
        wish = own
      }
      let next = Swift.max(lower, Swift.min(upper, wish))
      state.move(player, from: own, toward: next)
      outcome.distance = Swift.max(outcome.distance, Swift.abs(next - own))
      let excess = Swift.max(wish - upper, lower - wish)
      players[outcome.activeCount] = Int32(truncatingIfNeeded: player)
      outcome.activeCount += next == own && excess > state.restMargin ? 0 : 1
    }
    return outcome
  }

  /// The best response of a player, to within the square of a short step, or
  /// beyond the bound where it is: as far as Newton's method would go.
  @inlinable @inline(__always)
  func response(
    of player: Int, own: Double, in state: borrowing ResponseState
  ) -> Double {
    let others = state.others(of: player, own: own)
    let weights = state.ownWeights(of: player)
    var level = own
    for _ in 0..<openSteps {
      var jets = Aggregates<Jet<Double, 1>>()
      for k in 0..<4 {
        jets[k] = Jet(
          value: others[k] + weights[k] * level, slopes: [weights[k]])
      }
      let marginal = marginal(
        of: player, own: Jet(level, along: 0), aggregates: jets)
      let newton = level - marginal.value / marginal.slopes[0]
      guard marginal.slopes[0] < 0 && !newton.isNaN else { break }
      let next = Swift.max(
        state.lowerBounds[player],
        Swift.min(state.upperBounds[player], newton))
      if Swift.abs(next - level) <= nearbyResponse { return newton }
      level = next
    }
    return bestResponse(of: player, to: others, from: own)
  }
}
