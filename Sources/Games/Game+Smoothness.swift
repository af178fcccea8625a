extension Game {
  /// Differentiates the payoffs over decorated intervals; false also if the
  /// work is to stop.
  @inlinable
  public func isSmooth(over box: Box, in variables: [Int]) -> Bool {
    let free = Set(variables)
    var isSmooth = true
    let isKnown = secondDerivatives(
      at: box.map { DecoratedInterval($0) }, mayStop: true
    ) { _, variable, block, slope in
      isSmooth = isSmooth && slope.value.decoration == .continuous
      guard isSmooth, free.contains(variable) else { return }
      isSmooth = block.enumerated().allSatisfy { k, column in
        !free.contains(column) || slope.slopes[k].decoration == .continuous
      }
    }
    return isKnown && isSmooth
  }

  /// A small box around a profile, within the bounds, that reaches as many
  /// widths of the bounds on each side.
  package func neighbourhood(
    of levels: Profile<Double>, reach: Double = Smoothness.reach
  ) -> Box {
    levels.indices.map { v in
      let (lower, upper) = (
        strategies.lowerBounds[v], strategies.upperBounds[v]
      )
      let move = max(reach * (upper - lower), levels[v].ulp)
      return Interval(
        lower: max(lower, levels[v] - move),
        upper: min(upper, levels[v] + move))
    }
  }

  /// Whether gradient play leads away from a profile, from points near it at
  /// every one of several distances.
  ///
  /// For profiles where no Jacobian decides. The points lie in the directions
  /// in which all variables that can grow do, or all that can fall, those at a
  /// bound leaving it. A numerical statement: the signs are those of rounded
  /// numbers.
  ///
  /// - Parameter levels: An equilibrium.
  /// - Returns: Whether every variable is driven on, in one of the directions.
  public func drivesAway(from levels: Profile<Double>) -> Bool {
    [1.0, -1.0].contains { sign in
      let direction = levels.indices.map { v in
        let (lower, upper) = (
          strategies.lowerBounds[v], strategies.upperBounds[v]
        )
        guard lower < upper else { return 0.0 }
        return levels[v] == lower ? 1.0 : levels[v] == upper ? -1 : sign
      }
      return Smoothness.distances.allSatisfy {
        drives(levels, along: direction, at: $0)
      }
    }
  }

  private func drives(
    _ levels: Profile<Double>, along direction: [Double], at distance: Double
  ) -> Bool {
    let point = levels.indices.map { v in
      let width = strategies.upperBounds[v] - strategies.lowerBounds[v]
      return strategies.clamp(
        levels[v] + direction[v] * distance * width, variable: v)
    }
    let slopes = pseudoGradient(at: point)
    return levels.indices.allSatisfy {
      direction[$0] == 0 || slopes[$0] * direction[$0] > 0
    }
  }
}

/// What counts as near when smoothness is judged.
package enum Smoothness {
  /// The reach of the neighbourhood that must be smooth, in widths.
  package static let reach = 0x1p-30
  /// The distances at which play must lead away, in widths.
  static let distances = [1e-4, 1e-6, 1e-8]
}
