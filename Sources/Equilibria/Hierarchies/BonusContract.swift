import Games

/// The cheapest bonuses with which firms reach a target: firm i gets `b_i` if
/// its level is at least `s̄_i`.
///
/// With `below_i(x)` and `above_i(x)` the best payoffs against x on either side
/// of the target, and x(S) the lowest equilibrium without bonuses while the
/// players of S are held at their targets or above,
///
///     weak     b_i = max(0, below_i(s̄) − above_i(s̄))
///     robust   least Σ b over orders, b_i = β_i(those before i),
///              β_i(S) = max(0, below_i(x(S)) − above_i(x(S)))
///
/// by `V(S ∪ i) = min over i of V(S) + β_i(S)` over all sets. Under strategic
/// complements the robust sum is the infimum of all schemes with which every
/// equilibrium reaches the target.
///
/// Reference: Winter, American Economic Review 94, 2004; Bernstein and Winter,
/// AEJ: Microeconomics 4, 2012.
package struct BonusContract: Sendable {
  /// Sets of more players are too many.
  package static let mostPlayers = 16

  /// Bonuses for all players.
  package struct Scheme: Sendable, Equatable {
    /// The bonus of each player.
    package var bonuses: [Double]
    /// Their sum.
    package var total: Double
    /// The order in which players are won over; empty if none is needed.
    package var order: [Int]
  }

  /// The bonuses with which the target is an equilibrium.
  package let weak: Scheme
  /// The bonuses with which every equilibrium reaches the target.
  package let robust: Scheme
  /// Whether the game states strategic complements, so that no robust scheme is
  /// cheaper.
  package let isMinimal: Bool
  /// Whether it is proven that the robust scheme, each bonus raised by
  /// ``surplus``, suffices.
  package let isProven: Bool

  /// What is added to each bonus so that nobody is indifferent.
  package static let surplus = 1e-9

  /// Finds the cheapest bonuses.
  ///
  /// - Parameters:
  ///   - game: The game; payoffs concave in the own level.
  ///   - target: The level of each player.
  /// - Precondition: There are at most ``mostPlayers`` players, and the target
  ///   lies in the strategy space.
  /// - Complexity: O(2ⁿ) lowest equilibria.
  package init<G: AggregativeGame>(_ game: G, target: [Double]) {
    precondition(target.count <= Self.mostPlayers, "too many players")
    let climb = LowestEquilibria(game: game, target: target)
    let bonuses = target.indices.map { climb.bonus(of: $0, at: target) }
    weak = Scheme(
      bonuses: bonuses, total: bonuses.reduce(0, +), order: [])
    robust = climb.cheapestOrder()
    isMinimal = game.influences.allSatisfy { $0 == .rising || $0 == .none }
    isProven = isMinimal && climb.verifies(robust)
  }
}

/// The lowest equilibria of a game while some players are held at a target.
private struct LowestEquilibria<G: AggregativeGame> {
  let game: G
  let target: [Double]

  /// The limit on sweeps, and the move at which they end.
  private static var sweepLimit: Int { 100_000 }
  private static var leastMove: Double { 1e-15 }
  /// How far below an equilibrium the proof looks.
  private static var reach: Double { 1e-11 }

  /// The best response of a player.
  private func response(of player: Int, to levels: [Double]) -> Double {
    let count = game.marginalAggregateCount
    let state = AggregateState(game.aggregates, count: count, at: levels)
    var others = state.values(of: player, at: levels)
    for k in 0..<count {
      others[k] -= game.aggregates[k].ownWeight(of: player) * levels[player]
    }
    return game.bestResponse(of: player, to: others, from: levels[player])
  }

  /// What a player must be paid at a profile to reach its target.
  func bonus(of player: Int, at levels: [Double]) -> Double {
    let best = response(of: player, to: levels)
    guard best < target[player] else { return 0 }
    var (free, held) = (levels, levels)
    free[player] = best
    held[player] = target[player]
    return max(
      0,
      game.payoff(of: player, at: free) - game.payoff(of: player, at: held))
  }

  /// The lowest equilibrium above a profile from which best responses rise.
  private func lowest(_ held: Int, from start: [Double]) -> [Double] {
    var levels = start
    for _ in 0..<Self.sweepLimit {
      var move = 0.0
      for i in levels.indices {
        let best = response(of: i, to: levels)
        let next = held >> i & 1 == 1 ? max(best, target[i]) : best
        move = max(move, abs(next - levels[i]))
        levels[i] = next
      }
      if move <= Self.leastMove { break }
    }
    return levels
  }

  /// The cheapest order, by sets of growing size.
  func cheapestOrder() -> BonusContract.Scheme {
    let n = target.count
    var costs = [Double](repeating: .infinity, count: 1 << n)
    var last = [Int](repeating: -1, count: 1 << n)
    var profiles = [[Double]?](repeating: nil, count: 1 << n)
    costs[0] = 0
    profiles[0] = lowest(0, from: game.strategies.lowerBounds)
    for set in 0..<(1 << n) {
      guard let levels = profiles[set] else { continue }
      profiles[set] = nil
      for i in 0..<n where set >> i & 1 == 0 {
        let larger = set | 1 << i
        let cost = costs[set] + bonus(of: i, at: levels)
        if cost < costs[larger] { (costs[larger], last[larger]) = (cost, i) }
        if profiles[larger] == nil {
          profiles[larger] = lowest(larger, from: levels)
        }
      }
    }
    return scheme(last)
  }

  private func scheme(_ last: [Int]) -> BonusContract.Scheme {
    var order: [Int] = []
    var set = last.count - 1
    while set != 0 {
      order.append(last[set])
      set &= ~(1 << last[set])
    }
    order.reverse()
    var bonuses = target.map { _ in 0.0 }
    var levels = lowest(0, from: game.strategies.lowerBounds)
    for i in order {
      bonuses[i] = bonus(of: i, at: levels)
      set |= 1 << i
      levels = lowest(set, from: levels)
    }
    return BonusContract.Scheme(
      bonuses: bonuses, total: bonuses.reduce(0, +), order: order)
  }

  /// Whether each player of the order is proven to gain by its bonus, with the
  /// surplus, at a profile that is proven to lie below the lowest equilibrium;
  /// under complements it gains all the more above it.
  func verifies(_ scheme: BonusContract.Scheme) -> Bool {
    var set = 0
    var levels = lowest(0, from: game.strategies.lowerBounds)
    for i in scheme.order {
      guard let below = provenBelow(levels, set),
        gains(i, below, scheme.bonuses[i] + BonusContract.surplus)
      else { return false }
      set |= 1 << i
      levels = lowest(set, from: levels)
    }
    return true
  }

  /// A profile a little lower, at which every free player's marginal payoff is
  /// proven not to be negative: the lowest equilibrium is above it.
  private func provenBelow(_ levels: [Double], _ held: Int) -> [Double]? {
    let bounds = game.strategies
    let below = levels.indices.map { i in
      let least = held >> i & 1 == 1 ? target[i] : bounds.lowerBounds[i]
      return max(least, levels[i] - Self.reach)
    }
    var gradient = [Interval](repeating: .zero, count: levels.count)
    game.pseudoGradientEnclosure(
      over: below.map { Interval($0) }, into: &gradient)
    let holds = levels.indices.allSatisfy { i in
      let least = held >> i & 1 == 1 ? target[i] : bounds.lowerBounds[i]
      return below[i] == least || gradient[i].lower >= 0
    }
    return holds ? below : nil
  }

  /// Whether a player is proven to prefer its target with a bonus to every
  /// lower level: by concavity no lower level earns more than the tangent at
  /// the best one.
  private func gains(
    _ player: Int, _ levels: [Double], _ bonus: Double
  ) -> Bool {
    let best = response(of: player, to: levels)
    guard best < target[player] else { return true }
    var (free, held) = (
      levels.map { Interval($0) }, levels.map { Interval($0) }
    )
    free[player] = Interval(best)
    held[player] = Interval(target[player])
    var gradient = [Interval](repeating: .zero, count: levels.count)
    game.pseudoGradientEnclosure(over: free, into: &gradient)
    let least = game.strategies.lowerBounds[player]
    let slack =
      best == least
      ? Interval.max(gradient[player], .zero)
        * Interval(target[player] - least)
      : Interval(gradient[player].magnitude) * Interval(target[player])
    let difference =
      game.payoffEnclosure(of: player, over: held) + Interval(bonus)
      - game.payoffEnclosure(of: player, over: free) - slack
    return difference.lower >= 0
  }
}
