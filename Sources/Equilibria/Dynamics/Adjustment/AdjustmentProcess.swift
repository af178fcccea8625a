import Games
import LinearAlgebra
import Scalars

/// A game whose players adjust their levels period by period.
package struct AdjustmentProcess: Sendable {
  /// The game, concave in each player's own level, with one level a player.
  package let game: any RespondingGame
  /// How levels move.
  package let adjustment: Adjustment
  /// How imprecisely players choose, in units of payoff: η of logit choice.
  package let noise: Double

  /// A process.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - adjustment: How levels move.
  ///   - noise: η ≥ 0.
  /// - Precondition: Every player owns one variable, whose lower bound is 0
  ///   where there is noise or imitation.
  package init(
    _ game: any RespondingGame, _ adjustment: Adjustment = Adjustment(),
    noise: Double = 0
  ) {
    precondition(
      game.strategies.hasOneVariableEach, "every player owns one variable")
    self.game = game
    self.adjustment = adjustment
    self.noise = noise
  }

  /// The levels of the next period.
  ///
  /// - Complexity: A pass over the links, and a few evaluations of the
  ///   marginal payoff a player; a pass for each player if they move one after
  ///   the other.
  package func next(_ levels: Profile<Double>) -> Profile<Double> {
    guard adjustment.order == .sequential else { return moved(levels) }
    var result = levels
    for i in levels.indices {
      result[i] = moved(i, from: result[i], game.marginals(at: result))
    }
    return result
  }

  /// How many players move in one pass of a loop over threads.
  private static let block = 512

  /// The levels when all move at the same time.
  private func moved(_ levels: Profile<Double>) -> Profile<Double> {
    let count = levels.count
    // Every player reads the same levels and writes its own.
    nonisolated(unsafe) let marginals = game.marginals(at: levels)
    return Profile(unsafeUninitializedCapacity: count) { result, filled in
      nonisolated(unsafe) let result = result
      func move(_ players: Range<Int>) {
        for i in players {
          result.initializeElement(
            at: i, to: moved(i, from: levels[i], marginals))
        }
      }
      if count <= Self.block {
        move(0..<count)
      } else {
        Parallel.forEach((count + Self.block - 1) / Self.block) { b in
          move((b * Self.block)..<min(count, (b + 1) * Self.block))
        }
      }
      filled = count
    }
  }

  /// The best response of a player, noise included.
  package func bestResponse(
    of player: Int, at levels: Profile<Double>
  ) -> Double {
    response(of: player, from: levels[player], game.marginals(at: levels))
  }

  private func moved(
    _ i: Int, from level: Double, _ marginals: any MarginalSource
  ) -> Double {
    let space = game.strategies
    switch adjustment.rule {
    case .bestResponse:
      let response = response(of: i, from: level, marginals)
      guard adjustment.rate < 1 else { return response }
      return space.clamp(
        level + adjustment.rate * (response - level), variable: i)
    case .gradient:
      let slope = noisyMarginal(of: i, own: level, marginals).value
      guard slope.isFinite else { return slope > 0 ? space.upperBounds[i] : 0 }
      return space.clamp(level + adjustment.rate * slope, variable: i)
    case .imitation:
      let cap = space.upperBounds[i]
      guard level > 0, level < cap else { return level }
      let slope = noisyMarginal(of: i, own: level, marginals).value
      let odds = LogOdds.odds(level, cap: cap)
      return LogOdds.level(odds + adjustment.rate * cap * slope, cap: cap)
    }
  }

  /// `F_i − (η/c) log(x/(c − x))`, with its slope.
  func noisyMarginal(
    of i: Int, own: Double, _ marginals: any MarginalSource
  ) -> (value: Double, slope: Double) {
    let (value, slope) = marginals.marginal(of: i, own: own)
    let cap = game.strategies.upperBounds[i]
    guard noise > 0, cap > 0 else { return (value, slope) }
    return (
      value - noise / cap * Double.log(own / (cap - own)),
      slope - noise / (own * (cap - own))
    )
  }

  /// The best response of a player, noise included; a player who is indifferent
  /// keeps its level.
  func response(
    of i: Int, from start: Double, _ marginals: any MarginalSource
  ) -> Double {
    let space = game.strategies
    let range = space.lowerBounds[i]...space.upperBounds[i]
    guard noise > 0 else {
      return marginals.response(of: i, within: range, from: start)
    }
    return LogitResponse(cap: range.upperBound, noise: noise).level {
      marginals.marginal(of: i, own: $0)
    }
  }
}

/// The best level of one player: where a marginal payoff that falls is zero.
struct OwnResponse {
  /// What the player can choose.
  let range: ClosedRange<Double>

  /// Steps of Newton's method or bisection; bisection alone needs 64.
  private static let steps = 100

  /// The zero of a marginal payoff, or the bound uphill; where the marginal
  /// payoff is zero from the start, the start.
  func level(
    from start: Double, _ marginal: (Double) -> (value: Double, slope: Double)
  ) -> Double {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    var level = min(max(start, lower), upper)
    var (isLowerTried, isUpperTried) = (false, false)
    for _ in 0..<Self.steps {
      let (value, slope) = marginal(level)
      if value > 0 {
        if level == upper { return upper }
        (lower, isLowerTried) = (level, true)
      } else if value < 0 {
        if level == lower { return lower }
        (upper, isUpperTried) = (level, true)
      } else {
        return level
      }
      var next = slope < 0 ? level - value / slope : value > 0 ? upper : lower
      if !(next > lower) {
        next = isLowerTried ? lower + (upper - lower) / 2 : lower
      } else if !(next < upper) {
        next = isUpperTried ? lower + (upper - lower) / 2 : upper
      }
      if abs(next - level) <= level.ulp || next == lower && isLowerTried {
        return next
      }
      level = next
    }
    return level
  }
}
