/// A profile on its way to rest, with what sweeps keep of it.
///
/// What a firm receives is kept at its own places, so that a firm that stays
/// reads memory in order; only who moves writes to where its partners read.
struct DirectedSweepProfile {
  private(set) var levels: [Double]
  /// Whether anything moved that a firm responds to since it responded,
  /// openness aside.
  private(set) var isStirred: [Bool]
  /// What the partner at each place discloses to the firm.
  private var received: [Double]
  /// How fast the z of the firm that responds rises with each of its levels,
  /// and what these were before.
  private var pulls, before: [Double]

  /// After so short a step the next one is left to the next sweep.
  private static let nearness = 1e-4

  /// The profile of some levels.
  ///
  /// - Complexity: O(links).
  init(_ levels: [Double], in game: DirectedSharingGame) {
    let links = game.links
    self.levels = levels
    isStirred = Array(repeating: true, count: links.firmCount)
    received = links.sources.map { levels[$0] }
    let most = (0..<links.firmCount).reduce(0) {
      max($0, links.variables(of: $1).count)
    }
    pulls = Array(repeating: 0, count: most)
    before = pulls
  }

  /// Moves a firm to its best response, level after level; returns the largest
  /// move.
  @inline(__always)
  mutating func respond(
    _ firm: Int, in game: DirectedSharingGame,
    _ standing: inout DirectedStanding
  ) -> Double {
    standing.setEffect(gather(firm, in: game))
    let farthest = move(firm, in: game, &standing)
    isStirred[firm] = farthest > DirectedSweeps.restTolerance
    if farthest > 0 { handOn(firm, game.links) }
    return farthest
  }

  /// Writes how fast a firm's z rises with each of its levels; returns its z.
  @inline(__always)
  private mutating func gather(
    _ firm: Int, in game: DirectedSharingGame
  ) -> Double {
    let reciprocity = game.returns.reciprocity
    let own = game.links.variables(of: firm)
    let (uses, variables) = (game.links.uses.span, game.links.variables.span)
    for k in 0..<own.count { pulls[k] = 0 }
    var effect = 0.0
    for place in game.links.places(of: firm) {
      let variable = variables[place]
      let flow = uses[place] * received[place]
      pulls[variable - own.lowerBound] += reciprocity * flow
      effect += flow * (1 + reciprocity * levels[variable])
    }
    return effect
  }

  /// Moves each of a firm's levels; returns the largest move.
  @inline(__always)
  private mutating func move(
    _ firm: Int, in game: DirectedSharingGame,
    _ standing: inout DirectedStanding
  ) -> Double {
    let own = game.links.variables(of: firm)
    let marginals = game.marginals[firm]
    let (shares, constants) = (game.links.weights.span, game.ownSlopes.span)
    var farthest = 0.0
    for variable in own {
      let place = variable - own.lowerBound
      let old = levels[variable]
      let new = LevelMarginal(
        of: marginals, share: shares[variable], constant: constants[variable]
      ).response(
        from: old, pull: pulls[place], in: &standing, nearness: Self.nearness)
      before[place] = old
      levels[variable] = new
      farthest = max(farthest, abs(new - old))
    }
    return farthest
  }

  /// Hands on what a firm has moved, and stirs who receives it.
  @inline(__always)
  private mutating func handOn(_ firm: Int, _ links: DirectedLinks) {
    let first = links.variables(of: firm).lowerBound
    for place in links.places(of: firm) {
      let variable = links.variables[place]
      let (old, new) = (before[variable - first], levels[variable])
      guard new != old else { continue }
      received[links.opposites[place]] = new
      if abs(new - old) > DirectedSweeps.restTolerance {
        isStirred[links.partners[place]] = true
      }
    }
  }
}
