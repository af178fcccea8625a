import Games

/// The game of two partners about what they disclose to each other, all other
/// disclosures being held.
struct PairGame {
  private let first: Side
  private let second: Side
  /// The openness of the cluster without the pair's disclosures.
  private let openness: Double
  private let returns: DirectedReturns

  /// What one of the two decides on.
  private struct Side {
    let marginal: LevelMarginal
    /// What the firm can use of the other per unit of the other's level.
    let uses: Double
    /// The firm's z without the pair's term.
    let rest: Double
  }

  /// How far from rest the two may end, in levels.
  static let restTolerance = 0x1p-48
  /// The most best responses that they exchange.
  private static let mostResponses = 5000
  /// After so short a step of Newton's method a response has all its digits.
  static let nearness = 1e-9
  /// The most halvings of a level's interval; more than a double has bits.
  private static let mostHalvings = 64

  /// The game of the partners at a place.
  ///
  /// - Parameters:
  ///   - game: The game of all firms.
  ///   - place: The place of the first partner's disclosure to the second.
  ///   - rests: The z of both without the pair's terms.
  ///   - openness: The openness without the pair's disclosures.
  init(
    _ game: DirectedSharingGame, _ place: Int, rests: (Double, Double),
    openness: Double
  ) {
    let links = game.links
    let back = links.opposites[place]
    first = Side(
      marginal: game.levelMarginal(
        of: links.variables[place], links.partners[back]),
      uses: links.uses[place], rest: rests.0)
    second = Side(
      marginal: game.levelMarginal(
        of: links.variables[back], links.partners[place]),
      uses: links.uses[back], rest: rests.1)
    self.openness = openness
    returns = game.returns
  }

  /// The highest equilibrium: where best responses from the caps end.
  var highest: (Double, Double) {
    rest(from: (first.marginal.cap, second.marginal.cap))
  }

  /// The lowest equilibrium: where best responses from nothing end.
  var lowest: (Double, Double) { rest(from: (0, 0)) }

  /// Lets the two respond in turn until they rest.
  func rest(from start: (Double, Double)) -> (Double, Double) {
    var levels = start
    for _ in 0..<Self.mostResponses {
      let before = levels
      levels.0 = response(first, from: levels.0, to: levels.1, second)
      levels.1 = response(second, from: levels.1, to: levels.0, first)
      let move = max(abs(levels.0 - before.0), abs(levels.1 - before.1))
      if move <= Self.restTolerance { break }
    }
    return levels
  }

  /// The best response of one to the other's disclosure.
  private func response(
    _ own: Side, from start: Double, to level: Double, _ other: Side
  ) -> Double {
    let flow = own.uses * level
    let pull = returns.reciprocity * flow
    var standing = DirectedStanding(
      returns, effect: own.rest + flow + pull * start,
      open: openness + other.marginal.weight * level
        + own.marginal.weight * start)
    return own.marginal.response(
      from: start, pull: pull, in: &standing, nearness: Self.nearness)
  }

  /// Every equilibrium that a mesh of the first one's levels finds.
  func equilibria(mesh: Int = 200) -> [(Double, Double)] {
    func answer(_ level: Double) -> Double {
      response(second, from: 0, to: level, first)
    }
    func excess(_ level: Double) -> Double {
      response(first, from: level, to: answer(level), second) - level
    }
    var found = [lowest, highest]
    var (before, last) = (excess(0), 0.0)
    for step in 1...mesh {
      let level = first.marginal.cap * Double(step) / Double(mesh)
      let now = excess(level)
      if before * now < 0 {
        var (low, high) = (last, level)
        for _ in 0..<Self.mostHalvings {
          let middle = low + (high - low) / 2
          if excess(middle) * before > 0 { low = middle } else { high = middle }
        }
        found.append((low, answer(low)))
      }
      (before, last) = (now, level)
    }
    return found
  }
}
