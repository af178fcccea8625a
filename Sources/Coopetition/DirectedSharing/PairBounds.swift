import Games
import LinearAlgebra

/// Bounds on every pair-proof equilibrium, by turns from above and below.
///
/// The more a firm gains from others, the less it gains from one partner; so
/// the highest equilibrium of each pair, given bounds on what its two firms get
/// from others, bounds what the pair does. In the clean case (no fees, no
/// stealing, ε ≤ 1, no premium or a linear one) every pair-proof equilibrium
/// lies between the bounds, and if they meet there is exactly one.
struct PairBounds {
  /// Whether the bounds prove what they say.
  let isProof: Bool
  /// How many links, one a direction, the bounds leave open.
  let undecidedLinks: Int

  /// Bounds closer than this meet, in levels.
  static let meetingDistance = 1e-9
  /// The most rounds.
  private static let mostRounds = 200
  /// How many firms a thread looks at before it takes others.
  private static let share = 256

  /// - Complexity: O(links) a round; pairs whose bounds met are left alone.
  init(_ game: DirectedSharingGame) {
    isProof = game.isClean
    var high = game.links.variables.map { game.strategies.upperBounds[$0] }
    var low = high.map { _ in 0.0 }
    for _ in 0..<Self.mostRounds where !Cancellation.isRequested {
      let open = zip(low, high).map { $1 - $0 > Self.meetingDistance }
      let (lastLow, lastHigh) = (low, high)
      Self.move(&high, open, from: high, given: low, in: game)
      Self.move(&low, open, from: high, given: high, in: game)
      let distance = max(
        Self.distance(lastHigh, high), Self.distance(lastLow, low))
      if distance <= Self.meetingDistance { break }
    }
    undecidedLinks = zip(low, high).count {
      $0.1 - $0.0 > Self.meetingDistance
    }
  }

  /// Whether the bounds meet.
  var meet: Bool { undecidedLinks == 0 }

  private static func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  /// Moves the bounds of every open pair to its highest equilibrium, looked for
  /// from above, with others at some disclosures.
  private static func move(
    _ bounds: inout [Double], _ open: [Bool], from start: [Double],
    given disclosures: [Double], in game: DirectedSharingGame
  ) {
    let links = game.links
    let profile = DisclosureProfile(game, disclosures)
    let parts = (links.firmCount + share - 1) / share
    let moves = Parallel.map(parts) { part in
      let firms = part * share..<min(links.firmCount, (part + 1) * share)
      return firms.flatMap { firm in
        links.places(of: firm).compactMap { place in
          let back = links.opposites[place]
          guard links.partners[place] > firm, open[place] || open[back] else {
            return nil as (place: Int, levels: (Double, Double))?
          }
          let pair = profile.pairGame(firm, place)
          return (place, pair.rest(from: (start[place], start[back])))
        }
      }
    }
    for (place, levels) in moves.joined() {
      (bounds[place], bounds[links.opposites[place]]) = levels
    }
  }
}

extension DirectedSharingGame {
  /// Whether partners gain from each other's disclosures and nobody else is
  /// touched: no fees, no stealing, ε ≤ 1, no premium or a linear one.
  var isClean: Bool {
    let model = cluster.model
    return price == 0 && model.stealing == 0 && model.curvature <= 1
      && !respondsToOpenness
  }

  /// Whether a marginal payoff changes with what others add to openness.
  var respondsToOpenness: Bool {
    cluster.premium.value != 0 && cluster.premium.curvature != 0
  }

  /// Whether no two partners can move together to another equilibrium of
  /// their own game with neither worse off and one better off.
  func isPairProof(_ levels: [Double]) -> Bool {
    let profile = DisclosureProfile(self, links.disclosures(at: levels))
    return (0..<links.firmCount).allSatisfy { firm in
      links.places(of: firm).allSatisfy { place in
        links.partners[place] < firm
          || !profile.pairGame(firm, place).equilibria().contains {
            improves($0, firm, place, levels)
          }
      }
    }
  }

  /// Whether every pair is at its highest equilibrium: in the clean case the
  /// same as pair-proof.
  ///
  /// - Complexity: O(links).
  func pairsAreHighest(_ levels: [Double]) -> Bool {
    let profile = DisclosureProfile(self, links.disclosures(at: levels))
    return (0..<links.firmCount).allSatisfy { firm in
      links.places(of: firm).allSatisfy { place in
        guard links.partners[place] > firm else { return true }
        let (here, highest) = (
          profile.pair(at: place), profile.pairGame(firm, place).highest
        )
        return max(highest.0 - here.0, highest.1 - here.1)
          <= PairBounds.meetingDistance
      }
    }
  }

  /// A gain below this, in the unit of payoffs, is rounding.
  private static let leastGain = 1e-9

  private func improves(
    _ pair: (Double, Double), _ firm: Int, _ place: Int, _ levels: [Double]
  ) -> Bool {
    let partner = links.partners[place]
    let (own, other) = (links.variables[place], links.sources[place])
    let distance = max(abs(pair.0 - levels[own]), abs(pair.1 - levels[other]))
    guard distance > PairBounds.meetingDistance else { return false }
    var moved = levels
    (moved[own], moved[other]) = pair
    let gains = [firm, partner].map {
      payoff(of: $0, at: moved) - payoff(of: $0, at: levels)
    }
    return gains.allSatisfy { $0 >= -Self.leastGain }
      && gains.contains { $0 > Self.leastGain }
  }
}
