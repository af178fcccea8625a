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
        let marginal = LevelMarginal(
          of: variable, firm, in: game, flow: flows[variable])
        let old = levels[variable]
        let new = marginal.response(from: old, effect: effect, open: open)
        levels[variable] = new
        effect += marginal.pull * (new - old)
        open += marginal.weight * (new - old)
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
        gradient[variable] =
          LevelMarginal(of: variable, firm, in: self, flow: flows[variable])
          .value(at: levels[variable], effect: effect, open: open).value
      }
    }
  }
}
