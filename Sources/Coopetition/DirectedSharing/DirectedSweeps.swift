import Games
import LinearAlgebra

/// Best responses in the game of directed sharing, level after level, until
/// nobody moves. A firm's payoff is concave in its own levels, so that it rests
/// where its marginal payoffs say so.
struct DirectedSweeps {
  let game: DirectedSharingGame
  /// The largest move at which the sweeps end, in levels.
  static let restTolerance = 1e-13
  /// The most sweeps.
  static let mostSweeps = 2000
  /// After so short a step the next one is left to the next sweep.
  private static let nearness = 1e-4

  /// A profile on its way to rest.
  struct State {
    var levels: [Double]
    /// How fast the z of the firm rises with each level.
    fileprivate var pulls: [Double]
    /// Whether anything moved that a firm responds to since it responded.
    fileprivate var isStirred: [Bool]

    init(_ levels: [Double], firmCount: Int) {
      (self.levels, pulls) = (levels, levels)
      isStirred = Array(repeating: true, count: firmCount)
    }
  }

  /// Where sweeps from some levels come to rest.
  ///
  /// - Complexity: O(links) a sweep, those of firms around whom nothing moved
  ///   left out.
  func rest(from start: [Double]) -> [Double] {
    var state = State(start, firmCount: game.links.firmCount)
    for _ in 0..<Self.mostSweeps
    where Cancellation.isRequested || sweep(&state) <= Self.restTolerance {
      break
    }
    return state.levels
  }

  /// Lets every firm respond once; returns the largest move.
  func sweep(_ state: inout State) -> Double {
    let (links, marginals) = (game.links, game.marginals)
    var standing = DirectedStanding(
      game.returns, open: game.clusterOpenness(at: state.levels))
    let respondsToAll = game.respondsToOpenness
    var largest = 0.0
    for firm in 0..<links.firmCount where respondsToAll || state.isStirred[firm]
    {
      state.isStirred[firm] = false
      standing.setEffect(gather(firm, links, &state))
      var farthest = 0.0
      for variable in links.variables(of: firm) {
        let old = state.levels[variable]
        let new = marginals[variable].response(
          from: old, pull: state.pulls[variable], in: &standing,
          nearness: Self.nearness)
        state.levels[variable] = new
        farthest = max(farthest, abs(new - old))
      }
      guard farthest > Self.restTolerance else { continue }
      largest = max(largest, farthest)
      state.isStirred[firm] = true
      for place in links.places(of: firm) {
        state.isStirred[links.partners[place]] = true
      }
    }
    return largest
  }

  /// Writes how fast a firm's z rises with each of its levels; returns its z.
  private func gather(
    _ firm: Int, _ links: DirectedLinks, _ state: inout State
  ) -> Double {
    let reciprocity = game.returns.reciprocity
    for variable in links.variables(of: firm) { state.pulls[variable] = 0 }
    var effect = 0.0
    for place in links.places(of: firm) {
      let variable = links.variables[place]
      let flow = links.uses[place] * state.levels[links.sources[place]]
      state.pulls[variable] += reciprocity * flow
      effect += flow * (1 + reciprocity * state.levels[variable])
    }
    return effect
  }
}
