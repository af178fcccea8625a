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

  /// Where sweeps from some levels come to rest.
  ///
  /// - Complexity: O(links) a sweep.
  func rest(from start: [Double]) -> [Double] {
    var levels = start
    var flows = [Double](repeating: 0, count: start.count)
    for _ in 0..<Self.mostSweeps
    where sweep(&levels, &flows) <= Self.restTolerance {
      break
    }
    return levels
  }

  /// Moves every level once; returns the largest move.
  private func sweep(
    _ levels: inout [Double], _ flows: inout [Double]
  ) -> Double {
    var open = game.opennessValue(at: levels)
    var largest = 0.0
    for firm in 0..<game.links.firmCount {
      var effect = game.effect(of: firm, at: levels, flows: &flows)
      for variable in game.links.variables(of: firm) {
        let old = levels[variable]
        let pull = game.cluster.model.reciprocity * flows[variable]
        let weight = game.openness[variable]
        let bounds = LevelRoot(
          lower: game.strategies.lowerBounds[variable],
          upper: game.strategies.upperBounds[variable])
        let new = bounds { level in
          game.marginal(
            of: variable, firm, at: level, flow: flows[variable],
            effect: effect + pull * (level - old),
            open: open + weight * (level - old))
        }
        levels[variable] = new
        effect += pull * (new - old)
        open += weight * (new - old)
        largest = max(largest, abs(new - old))
      }
    }
    return largest
  }
}

extension DirectedSharingGame {
  /// The z of a firm; writes what it uses of the partners of each of its
  /// classes.
  ///
  /// - Complexity: O(links of the firm).
  func effect(
    of firm: Int, at levels: [Double], flows: inout [Double]
  ) -> Double {
    for variable in links.variables(of: firm) { flows[variable] = 0 }
    var effect = 0.0
    for place in links.places(of: firm) {
      let variable = links.variables[place]
      let flow =
        links.uses[place] * levels[links.variables[links.opposites[place]]]
      flows[variable] += flow
      effect += flow * (1 + cluster.model.reciprocity * levels[variable])
    }
    return effect
  }

  /// The derivative of a firm's payoff in one of its levels.
  ///
  /// - Parameters:
  ///   - variable: The level's place.
  ///   - firm: The firm.
  ///   - level: The level.
  ///   - flow: What the firm uses of the partners of the class.
  ///   - effect: The firm's z.
  ///   - open: The openness of the cluster.
  /// - Returns: The marginal payoff.
  func marginal(
    of variable: Int, _ firm: Int, at level: Double, flow: Double,
    effect: Double, open: Double
  ) -> Double {
    let own = numbers[firm]
    let weight = links.weights[variable]
    var sum =
      own.gain * cluster.model.reciprocity * flow * innovation.slope(effect)
    if own.premiumShare != 0 {
      sum += own.premiumShare * openness[variable] * premium.slope(open)
    }
    sum -= leakage[variable] - price * outflow[variable]
    sum -= weight * (own.linearCost + own.quadraticCost * level)
    return sum + subsidies[variable]
  }

  /// The derivative of each firm's payoff in its own levels.
  ///
  /// - Complexity: O(links).
  func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double]
  ) {
    var flows = levels
    let open = opennessValue(at: levels)
    for firm in 0..<links.firmCount {
      let effect = effect(of: firm, at: levels, flows: &flows)
      for variable in links.variables(of: firm) {
        gradient[variable] = marginal(
          of: variable, firm, at: levels[variable], flow: flows[variable],
          effect: effect, open: open)
      }
    }
  }
}
