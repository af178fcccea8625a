import Scalars

/// How near, in units of levels, a step of Newton's method is taken for the
/// best response without a second look: its error is of the order of the
/// square of the step, far below what the step itself leaves to later sweeps.
@usableFromInline let nearbyResponse = 0x1p-10

/// How many more steps of Newton's method are tried before a safeguarded
/// search.
@usableFromInline let openSteps = 3

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
      var wish = response(of: player, own: own, in: state)
      if wish.isNaN {
        outcome.isFinite = false
        wish = own
      }
      let next = state.clamp(wish, of: player)
      state.move(player, from: own, toward: next)
      let distance = Swift.abs(next - own)
      if distance > outcome.distance { outcome.distance = distance }
      players[outcome.activeCount] = Int32(truncatingIfNeeded: player)
      let rests = next == own && Swift.abs(wish - own) > state.restMargin
      outcome.activeCount += rests ? 0 : 1
    }
    return outcome
  }

  /// The best response of a player, to within the square of a short step, or
  /// beyond the bound where it is: as far as Newton's method would go.
  @inlinable @inline(__always)
  func response(
    of player: Int, own: Double, in state: borrowing ResponseState
  ) -> Double {
    let view = state.view(of: player, own: own)
    let newton = newtonPoint(of: player, from: own, view)
    let next = state.clamp(newton, of: player)
    if !newton.isNaN && Swift.abs(next - own) <= nearbyResponse {
      return newton
    }
    return distantResponse(of: player, own: own, from: next, view)
  }

  /// The same where the first step is long: a few more steps, then a
  /// safeguarded search.
  @inlinable @inline(never)
  func distantResponse(
    of player: Int, own: Double, from start: Double, _ view: ResponseView
  ) -> Double {
    var level = start
    for _ in 0..<openSteps {
      let newton = newtonPoint(of: player, from: level, view)
      guard !newton.isNaN else { break }
      let next = strategies.clamp(newton, variable: player)
      if Swift.abs(next - level) <= nearbyResponse { return newton }
      level = next
    }
    return bestResponse(of: player, to: view.others, from: own)
  }

  /// Where a step of Newton's method leads; not a number unless the marginal
  /// payoff falls.
  @inlinable @inline(__always)
  func newtonPoint(
    of player: Int, from level: Double, _ view: ResponseView
  ) -> Double {
    var jets = Aggregates<Jet<Double, 1>>()
    for k in 0..<4 {
      jets[k] = Jet(
        value: view.others[k] + view.weights[k] * level,
        slopes: [view.weights[k]])
    }
    let marginal = marginal(
      of: player, own: Jet(level, along: 0), aggregates: jets)
    let slope = marginal.slopes[0]
    return slope < 0 ? level - marginal.value / slope : .nan
  }
}
