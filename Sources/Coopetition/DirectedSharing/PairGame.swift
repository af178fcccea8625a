import Games

/// The game of two partners about what they disclose to each other, all other
/// disclosures being held.
struct PairGame {
  private let game: DirectedSharingGame
  private let first: Side
  private let second: Side
  /// The openness of the cluster without the pair's disclosures.
  private let openness: Double

  /// What one of the two decides on.
  private struct Side {
    let firm: Int
    let place: Int
    let uses: Double
    let cap: Double
    /// How much the disclosure adds to openness.
    let weight: Double
    /// The firm's z without the pair's term.
    let rest: Double
  }

  /// How far from rest the two may end, in levels.
  static let restTolerance = 1e-15
  /// The most best responses that they exchange.
  private static let mostResponses = 5000
  /// The most halvings of a level's interval; more than a double has bits.
  private static let mostHalvings = 64

  /// The game of the partners at a place.
  ///
  /// - Parameters:
  ///   - game: The game of all firms.
  ///   - firm: The first partner.
  ///   - place: The place of its disclosure to the second.
  ///   - rests: The z of both without the pair's terms.
  ///   - openness: The openness without the pair's disclosures.
  init(
    _ game: DirectedSharingGame, _ firm: Int, _ place: Int,
    rests: (Double, Double), openness: Double
  ) {
    let links = game.links
    func side(_ firm: Int, _ place: Int, _ rest: Double) -> Side {
      let share = links.share(of: firm)
      return Side(
        firm: firm, place: place, uses: links.uses[place],
        cap: game.cluster.firms[firm].cap,
        weight: share * game.numbers[firm].knowledgeShare, rest: rest)
    }
    self.game = game
    self.openness = openness
    first = side(firm, place, rests.0)
    second = side(links.partners[place], links.opposites[place], rests.1)
  }

  /// The highest equilibrium: where best responses from the caps end.
  var highest: (Double, Double) { rest(from: (first.cap, second.cap)) }

  /// The lowest equilibrium: where best responses from nothing end.
  var lowest: (Double, Double) { rest(from: (0, 0)) }

  /// Lets the two respond in turn until they rest.
  func rest(from start: (Double, Double)) -> (Double, Double) {
    var levels = start
    for _ in 0..<Self.mostResponses {
      let before = levels
      levels.0 = response(first, to: levels.1, second)
      levels.1 = response(second, to: levels.0, first)
      let move = max(abs(levels.0 - before.0), abs(levels.1 - before.1))
      if move <= Self.restTolerance { break }
    }
    return levels
  }

  /// The best response of one to the other's disclosure.
  private func response(
    _ own: Side, to level: Double, _ other: Side
  ) -> Double {
    let bounds = LevelRoot(lower: 0, upper: own.cap)
    return bounds { slope(own, $0, level, other) }
  }

  private func slope(
    _ own: Side, _ level: Double, _ partner: Double, _ other: Side
  ) -> Double {
    let flow = own.uses * partner
    return game.marginal(
      own.place, of: own.firm, at: level,
      effect: own.rest
        + flow * (1 + game.cluster.model.reciprocity * level),
      flow: flow,
      open: openness + own.weight * level + other.weight * partner)
  }

  /// Every equilibrium that a mesh of the first one's levels finds.
  func equilibria(mesh: Int = 200) -> [(Double, Double)] {
    func excess(_ level: Double) -> Double {
      let answer = response(second, to: level, first)
      return response(first, to: answer, second) - level
    }
    func profile(_ level: Double) -> (Double, Double) {
      rest(from: (level, response(second, to: level, first)))
    }
    var found = [lowest, highest]
    var (before, last) = (excess(0), 0.0)
    for step in 1...mesh {
      let level = first.cap * Double(step) / Double(mesh)
      let now = excess(level)
      if before * now < 0 {
        var (low, high) = (last, level)
        for _ in 0..<Self.mostHalvings {
          let middle = low + (high - low) / 2
          if excess(middle) * before > 0 { low = middle } else { high = middle }
        }
        found.append((low, response(second, to: low, first)))
      }
      (before, last) = (now, level)
    }
    return found
  }
}
