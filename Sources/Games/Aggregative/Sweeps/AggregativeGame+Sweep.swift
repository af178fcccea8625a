import Scalars

/// How near, in units of levels, a step of Newton's method is taken for the
/// best response without a second look: its error is of the order of the
/// square of the step, far below what the step itself leaves to later sweeps.
@usableFromInline let nearbyResponse = 0x1p-10

/// How many players ahead memory is read.
@usableFromInline let touchDistance = 2

extension AggregativeGame {
  /// Moves players in turn by one step of Newton's method, or by a safeguarded
  /// search where that step is long.
  @inlinable
  public func respond(
    _ players: UnsafeMutableBufferPointer<Int32>, in state: inout ResponseState
  ) -> ResponseOutcome {
    var outcome = ResponseOutcome()
    for k in 0..<players.count {
      let player = Int(players[k])
      if k &+ touchDistance < players.count {
        state.touch(Int(players[k &+ touchDistance]))
      }
      let own = state.levels[player]
      var next = response(of: player, own: own, in: state)
      if !next.isFinite {
        outcome.isFinite = false
        next = own
      }
      state.move(player, from: own, to: next)
      outcome.distance = Swift.max(outcome.distance, Swift.abs(next - own))
      let rests =
        next == own
        && (own == state.lowerBounds[player]
          || own == state.upperBounds[player])
      players[outcome.activeCount] = Int32(truncatingIfNeeded: player)
      outcome.activeCount += rests ? 0 : 1
    }
    return outcome
  }

  /// The best response of a player, to within the square of a short step.
  @inlinable @inline(__always)
  func response(
    of player: Int, own: Double, in state: borrowing ResponseState
  ) -> Double {
    let others = state.others(of: player, own: own)
    var jets = Aggregates<Jet<Double, 1>>()
    for k in 0..<state.count {
      let weight = state.ownWeight(k, of: player)
      jets[k] = Jet(value: others[k] + weight * own, slopes: [weight])
    }
    let marginal = marginal(
      of: player, own: Jet(own, along: 0), aggregates: jets)
    let slope = marginal.slopes[0]
    let newton = own - marginal.value / slope
    let next = Swift.max(
      state.lowerBounds[player],
      Swift.min(state.upperBounds[player], newton))
    guard slope < 0 && !newton.isNaN && Swift.abs(next - own) <= nearbyResponse
    else {
      return bestResponse(of: player, to: others, from: own)
    }
    return next
  }
}
