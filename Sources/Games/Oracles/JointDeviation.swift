import Scalars

/// Bounds what a player with several variables gains by changing all of them
/// at once, by branch and bound over its own strategies.
///
/// The player's best reply satisfies the first-order conditions of each of its
/// variables. So a part of its strategies is shrunk by these conditions before
/// its payoff is bounded, from its range, its slopes and its curvatures: what
/// is left after a few parts are neighbourhoods of stationary points, of which
/// all but the best are worse. The one that is played closes exactly: with A
/// the variables whose slopes lead back to it or vanish, and the payoff concave
/// in the others,
///
///     u(y) − u(x) ≤ Σ_v G_v(x) (y_v − x_v),
///
/// which is at most 0 where x satisfies the first-order conditions.
///
/// A player with many variables is bounded by tangents of the game instead, if
/// it knows any; see ``Game/weightedUpperBound(_:charges:about:over:slack:)``.
///
/// This is an oracle: it knows nothing of any solver.
package struct JointDeviation<G: Game> {
  private let game: G
  private let player: Int
  private let own: Range<Int>
  private let variables: OwnedVariables
  /// All strategies of the player.
  private let all: Box
  /// The box of the profile.
  private let box: Box
  private let played: Box
  /// What is earned there.
  private let current: Interval
  /// What the slopes add at most to strategies that the payoff is concave
  /// towards.
  private let climb: Double

  /// How often the conditions shrink a part, and by which share of an interval
  /// they must to do it again.
  private static var sweepLimit: Int { 20 }
  private static var leastShrinkage: Double { 0.05 }
  /// Players with more variables are bounded by tangents.
  private static var branchingLimit: Int { 60 }

  /// Deviations from a profile.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - player: The player.
  ///   - box: Where the profile is.
  ///   - isStationary: Whether the first-order conditions are known to hold at
  ///     the profile.
  /// - Precondition: The payoff is defined and continuous whatever the player
  ///   does.
  package init(
    _ game: G, player: Int, around box: Box, isStationary: Bool
  ) {
    self.game = game
    self.player = player
    self.box = box
    variables = game.strategies.variables(of: player)
    own = 0..<variables.count
    all = game.strategies.box(of: player)
    played = box.elements(of: variables)
    let here = game.ownEnclosure(of: player, over: box)
    current = here.value
    climb =
      isStationary
      ? 0
      : Self.rise(here.gradient, over: zip(all, played).map { $0 - $1 })
  }

  /// What a gain is at most if it follows each slope as far as it rises.
  private static func rise(_ slopes: [Interval], over reach: Box) -> Double {
    zip(slopes, reach).reduce(Interval.zero) { sum, pair in
      let climb = pair.0 * pair.1
      return climb.upper > 0 ? sum + Interval(climb.upper) : sum
    }.upper
  }

  /// Encloses the largest gain.
  ///
  /// - Parameters:
  ///   - tolerance: How far the bound may lie above a gain that was found, in
  ///     the unit of the payoff.
  ///   - partLimit: How many parts of the strategies are looked at.
  /// - Returns: The gain that was found, and what no gain exceeds.
  package func gain(tolerance: Double, partLimit: Int) -> Interval {
    guard variables.count <= Self.branchingLimit else {
      return Interval(lower: 0, upper: max(0, boundByTangents(tolerance)))
    }
    var search = Search()
    var open = [all]
    var count = 0
    while let part = open.popLast() {
      count += 1
      let halves = examine(part, above: tolerance, &search)
      if count < partLimit || halves.isEmpty {
        open.append(contentsOf: halves)
      } else {
        search.closed = max(search.closed, search.bound)
      }
    }
    return Interval(lower: search.best, upper: max(search.best, search.closed))
  }

  /// Whether it is proven that nothing gains, the profile being stationary.
  ///
  /// - Parameter partLimit: How many parts of the strategies are looked at.
  /// - Returns: Whether that is proven; false at once where something is
  ///   proven to gain.
  package func excludesGains(partLimit: Int) -> Bool {
    guard variables.count <= Self.branchingLimit else { return false }
    var search = Search()
    var open = [all]
    for _ in 0..<partLimit {
      guard let part = open.popLast() else { return search.closed <= 0 }
      open.append(contentsOf: examine(part, above: 0, &search))
      if search.best > 0 || search.closed > 0 { return false }
    }
    return false
  }

  /// What a search has found.
  private struct Search {
    /// The largest gain that was found.
    var best = 0.0
    /// What no gain in the closed parts exceeds.
    var closed = 0.0
    /// The bound of the last part that was not closed.
    var bound = Double.infinity
  }

  /// Closes a part of the strategies, or halves it.
  private func examine(
    _ part: Box, above tolerance: Double, _ search: inout Search
  ) -> [Box] {
    guard let rest = conditioned(part) else { return [] }
    let range = payoff(over: rest)
    let centre = rest.midpoint.map { Interval($0) }
    let middle = payoff(over: centre)
    let reach = zip(rest, centre).map { $0 - $1 }
    let rise = middle.value - current
    search.best = max(search.best, rise.lower)
    let bound = min(
      (range.value - current).upper,
      (rise + range.gradient.dot(reach)).upper,
      (rise + middle.gradient.dot(reach)
        + Interval(0.5) * range.hessian.form(reach)).upper)
    if bound <= search.best + tolerance {
      search.closed = max(search.closed, bound)
      return []
    }
    if climb <= search.best + tolerance, isBelow(rest) {
      search.closed = max(search.closed, climb)
      return []
    }
    let halves = rest.bisected(along: leading(range.hessian, reach))
    search.bound = bound
    if halves.isEmpty { search.closed = max(search.closed, bound) }
    return halves
  }

  /// What the first-order conditions leave of a part; nil if there is no best
  /// reply in it.
  private func conditioned(_ part: Box) -> Box? {
    var around = around(part)
    var bounds = [MarginalBounds](repeating: .unknown, count: box.count)
    for _ in 0..<Self.sweepLimit {
      game.marginalBounds(of: player, over: around, into: &bounds)
      var shrinkage = 0.0
      for (k, v) in variables.enumerated() {
        if around[v].isPoint {
          if bounds[v].forbids(around[v], in: all[k]) { return nil }
          continue
        }
        guard let rest = bounds[v].rest(of: around[v], in: all[k]) else {
          return nil
        }
        shrinkage = max(shrinkage, 1 - rest.width / around[v].width)
        around[v] = rest
      }
      if shrinkage < Self.leastShrinkage { break }
    }
    return around.elements(of: variables)
  }

  /// Whether the payoff lies below its tangent at the profile all over a part;
  /// see the type.
  private func isBelow(_ part: Box) -> Bool {
    let hull = zip(part, played).map { $0.hull($1) }
    let range = payoff(over: hull)
    let rising = own.filter { k in
      let (slope, left, right) = (
        range.gradient[k], part[k].upper <= played[k].lower,
        part[k].lower >= played[k].upper
      )
      return slope != .zero && !(slope.isNonpositive && right)
        && !(slope.isNonnegative && left)
    }
    let curvatures = rising.flatMap { row in
      rising.map { -range.hessian[row * own.count + $0] }
    }
    return curvatures.isPositiveSemidefinite(order: rising.count)
  }

  /// The variable whose curvatures matter most over a part.
  private func leading(_ hessian: [Interval], _ reach: Box) -> Int {
    let effects = own.map { row in
      own.reduce(reach[row].width * .leastNormalMagnitude) { sum, column in
        let curvature = hessian[row * own.count + column].magnitude
        return sum + curvature * reach[row].width * reach[column].width
      }
    }
    return own.max { effects[$0] < effects[$1] } ?? 0
  }

  /// What tangents leave of a gain.
  private func boundByTangents(_ slack: Double) -> Double {
    var weights = [Double](repeating: 0, count: game.playerCount)
    weights[player] = 1
    let bound = game.weightedUpperBound(
      weights, charges: [], about: box.midpoint, over: around(all),
      slack: slack)
    return (Interval(bound) - Interval(current.lower)).upper
  }

  private func payoff(over strategy: Box) -> OwnEnclosure {
    game.ownEnclosure(of: player, over: around(strategy))
  }

  /// The box of the profile with other strategies of the player.
  private func around(_ strategy: Box) -> Box {
    var around = box
    around.setElements(of: variables, to: strategy)
    return around
  }
}

extension [Interval] {
  /// The sum of products.
  fileprivate func dot(_ other: Box) -> Interval {
    zip(self, other).reduce(.zero) { $0 + $1.0 * $1.1 }
  }

  /// The quadratic form of a matrix, row by row.
  fileprivate func form(_ vector: Box) -> Interval {
    var sum = Interval.zero
    for row in vector.indices {
      for column in vector.indices {
        let product =
          row == column
          ? Interval.pow(vector[row], 2) : vector[row] * vector[column]
        sum += self[row * vector.count + column] * product
      }
    }
    return sum
  }
}
