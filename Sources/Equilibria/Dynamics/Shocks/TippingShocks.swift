import Games
import LinearAlgebra

/// The smallest displacements of levels after which play does not return to an
/// equilibrium.
///
/// In a monotone game the smallest common shift is exact over all directions
/// in the largest-change norm: a smaller displacement lies between the ends of
/// an order interval that returns.
///
/// Reference: Halekotte and Feudel, Chaos 30, 2020; Menck et al., Nature
/// Physics 9, 2013.
package struct TippingShocks: Sendable {
  /// The process and its equilibria.
  package let attractors: Attractors
  /// The place of the equilibrium that is displaced.
  package let place: Int
  /// The limit on periods.
  package let limit: Int
  /// How narrow brackets become, as a share of all shifts.
  package let accuracy: Double
  /// Whether the ends of brackets are proven to go where they do. That nothing
  /// smaller tips is known where the order is kept alone, so that elsewhere
  /// nothing is proven.
  package let isProving: Bool
  /// Is asked between paths whether to go on.
  let monitor: Monitor

  /// The displacements from one equilibrium.
  package init(
    _ attractors: Attractors, from place: Int, limit: Int,
    accuracy: Double = TippingPoint.finest, isProving: Bool = true,
    monitor: Monitor = .unattended
  ) {
    self.attractors = attractors
    self.place = place
    self.limit = limit
    self.accuracy = accuracy
    self.isProving = isProving && attractors.isMonotone
    self.monitor = monitor
  }

  var space: StrategySpace { attractors.process.game.strategies }
  var levels: [Double] { attractors.equilibria[place] }

  /// All levels moved alike, up or down, within their bounds; nil if play
  /// always returns.
  package func common(up: Bool) -> TippingPoint? {
    let most = levels.indices.reduce(0.0) {
      max(
        $0,
        up
          ? space.upperBounds[$1] - levels[$1]
          : levels[$1] - space.lowerBounds[$1])
    }
    return point(to: most) { shift in
      space.clamped(levels.map { up ? $0 + shift : $0 - shift })
    }
  }

  /// A displacement of one player alone.
  package struct One: Sendable {
    /// How far it is, with what is proven of it.
    package var point: TippingPoint
    /// The level to which the player is moved.
    package var level: Double
  }

  /// The least displacement of one player alone.
  ///
  /// - Parameters:
  ///   - player: The player.
  ///   - common: The least common shifts up and down, if they are known. In a
  ///     monotone game no smaller move of one player tips, so that players who
  ///     cannot move as far are not followed.
  /// - Returns: The displacement; nil if play always returns.
  package func one(
    _ player: Int,
    beyond common: (up: TippingPoint?, down: TippingPoint?)? = nil
  ) -> One? {
    let above = space.upperBounds[player] - levels[player]
    let below = levels[player] - space.lowerBounds[player]
    func canTip(_ room: Double, _ least: TippingPoint?) -> Bool {
      guard common != nil, attractors.isMonotone else { return true }
      return least.map { $0.lower <= room } ?? false
    }
    let up =
      canTip(above, common?.up)
      ? point(to: above) { moved(player, by: $0) } : nil
    let down =
      canTip(below, common?.down)
      ? point(to: below) { moved(player, by: -$0) } : nil
    let ways = [(up, 1.0), (down, -1.0)].compactMap { point, sign in
      point.map { One(point: $0, level: levels[player] + sign * $0.threshold) }
    }
    return ways.min { $0.point.threshold < $1.point.threshold }
  }

  private func moved(_ player: Int, by shift: Double) -> [Double] {
    var result = levels
    result[player] = space.clamp(levels[player] + shift, variable: player)
    return result
  }

  /// The least share of the way to another equilibrium; nil if play returns
  /// from all of it.
  package func line(to other: Int) -> TippingPoint? {
    let goal = attractors.equilibria[other]
    return point(to: 1) { share in
      levels.indices.map { levels[$0] + share * (goal[$0] - levels[$0]) }
    }
  }

  private func point(
    to most: Double, _ start: (Double) -> [Double]
  ) -> TippingPoint? {
    guard most > 0 else { return nil }
    let point = TippingPoint(
      attractors, between: 0...most, limit: limit, accuracy: accuracy,
      isProving: isProving, monitor: monitor, start: start)
    return point?.origin == place ? point : nil
  }
}
