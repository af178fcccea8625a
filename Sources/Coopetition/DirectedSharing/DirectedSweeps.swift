import Games

/// Best responses in the game of directed sharing, level after level, until
/// nobody moves. A firm's payoff is concave in its own levels, so that it rests
/// where its marginal payoffs say so.
struct DirectedSweeps {
  let game: DirectedSharingGame
  /// The largest move at which the sweeps end, in levels.
  static let restTolerance = 1e-13
  /// The most sweeps.
  static let mostSweeps = 2000
  /// The most halvings of a level's interval; more than a double has bits.
  private static let mostHalvings = 64

  /// Where sweeps from some levels come to rest.
  ///
  /// - Complexity: O(links of a firm · halvings) a level.
  func rest(from start: [Double]) -> [Double] {
    var levels = start
    for _ in 0..<Self.mostSweeps {
      var largest = 0.0
      for firm in 0..<game.links.firmCount {
        for variable in game.links.variables(of: firm) {
          let old = levels[variable]
          respond(firm, variable, &levels)
          largest = max(largest, abs(levels[variable] - old))
        }
      }
      if largest <= Self.restTolerance { break }
    }
    return levels
  }

  /// Moves one level to where the firm's payoff is highest in it.
  private func respond(
    _ firm: Int, _ variable: Int, _ levels: inout [Double]
  ) {
    let bounds = (
      game.strategies.lowerBounds[variable],
      game.strategies.upperBounds[variable]
    )
    if slope(firm, variable, bounds.0, &levels) <= 0 {
      levels[variable] = bounds.0
      return
    }
    if slope(firm, variable, bounds.1, &levels) >= 0 {
      levels[variable] = bounds.1
      return
    }
    var (low, high) = bounds
    for _ in 0..<Self.mostHalvings {
      let middle = low + (high - low) / 2
      if middle == low || middle == high { break }
      if slope(firm, variable, middle, &levels) > 0 {
        low = middle
      } else {
        high = middle
      }
    }
    levels[variable] = low + (high - low) / 2
  }

  private func slope(
    _ firm: Int, _ variable: Int, _ level: Double, _ levels: inout [Double]
  ) -> Double {
    levels[variable] = level
    return game.marginal(of: variable, firm, at: levels)
  }
}

extension DirectedSharingGame {
  /// The derivative of a firm's payoff in one of its levels: the sum over the
  /// partners of the class.
  func marginal(
    of variable: Int, _ firm: Int, at levels: [Double]
  ) -> Double {
    let places = links.places(of: firm)
    let open = numbers[firm].premiumShare == 0 ? 0 : opennessValue(at: levels)
    guard !places.isEmpty else { return lonelyMarginal(firm, levels, open) }
    var effect = 0.0
    let reciprocity = cluster.model.reciprocity
    for place in places {
      let flow =
        links.uses[place]
        * levels[links.variables[links.opposites[place]]]
      effect += flow * (1 + reciprocity * levels[links.variables[place]])
    }
    var sum = 0.0
    for place in places where links.variables[place] == variable {
      sum += marginal(
        place, of: firm, at: levels[variable], effect: effect,
        flow: links.uses[place]
          * levels[links.variables[links.opposites[place]]], open: open)
    }
    return sum
  }

  /// The derivative for a firm without partners.
  private func lonelyMarginal(
    _ firm: Int, _ levels: [Double], _ open: Double
  ) -> Double {
    let own = numbers[firm]
    let level = levels[links.variables(of: firm).lowerBound]
    let premium =
      own.premiumShare == 0
      ? 0 : own.premiumShare * own.knowledgeShare * premium.slope(open)
    return premium - own.linearCost - own.quadraticCost * level
      + own.subsidyRate
  }

  /// The derivative of each firm's payoff in its own levels.
  ///
  /// - Complexity: O(links · levels of a firm).
  func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double]
  ) {
    for firm in 0..<links.firmCount {
      for variable in links.variables(of: firm) {
        gradient[variable] = marginal(of: variable, firm, at: levels)
      }
    }
  }
}
