import Games

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
  private static let meetingDistance = 1e-9
  /// The most rounds.
  private static let mostRounds = 200

  init(_ game: DirectedSharingGame) {
    isProof = game.isClean
    var high = game.links.partners.indices.map { place in
      game.cap(at: place)
    }
    var low = high.map { _ in 0.0 }
    for _ in 0..<Self.mostRounds {
      let nextHigh = Self.highest(game, given: low)
      let nextLow = Self.highest(game, given: nextHigh)
      let move = zip(high, nextHigh).reduce(0) {
        max($0, abs($1.0 - $1.1))
      }
      let rise = zip(low, nextLow).reduce(0) { max($0, abs($1.0 - $1.1)) }
      (high, low) = (nextHigh, nextLow)
      if max(move, rise) <= Self.meetingDistance { break }
    }
    undecidedLinks = zip(low, high).count {
      $0.1 - $0.0 > Self.meetingDistance
    }
  }

  /// Whether the bounds meet.
  var meet: Bool { undecidedLinks == 0 }

  /// The highest equilibrium of every pair, with others at some disclosures.
  private static func highest(
    _ game: DirectedSharingGame, given disclosures: [Double]
  ) -> [Double] {
    let links = game.links
    let effects = (0..<links.firmCount).map {
      game.effect(of: $0, at: disclosures)
    }
    let openness = game.openness(of: disclosures)
    var result = disclosures
    for firm in 0..<links.firmCount {
      for place in links.places(of: firm) where links.partners[place] > firm {
        let terms = game.pairTerms(place, at: disclosures)
        let pair = PairGame(
          game, firm, place,
          rests: (
            max(0, effects[firm] - terms.0),
            max(0, effects[links.partners[place]] - terms.1)
          ),
          openness: openness)
        (result[place], result[links.opposites[place]]) = pair.highest
      }
    }
    return result
  }
}

extension DirectedSharingGame {
  /// Whether partners gain from each other's disclosures and nobody else is
  /// touched: no fees, no stealing, ε ≤ 1, no premium or a linear one.
  var isClean: Bool {
    let (model, premium) = (cluster.model, cluster.premium)
    return price == 0 && model.stealing == 0 && model.curvature <= 1
      && (premium.value == 0 || premium.curvature == 0)
  }

  /// The largest level of a disclosure.
  func cap(at place: Int) -> Double {
    strategies.upperBounds[links.variables[place]]
  }

  /// Whether no two partners can move together to another equilibrium of
  /// their own game with neither worse off and one better off.
  func isPairProof(_ levels: [Double]) -> Bool {
    let disclosures = links.disclosures(at: levels)
    let effects = (0..<links.firmCount).map { effect(of: $0, at: disclosures) }
    let open = opennessValue(at: levels)
    return (0..<links.firmCount).allSatisfy { firm in
      links.places(of: firm).allSatisfy { place in
        let partner = links.partners[place]
        guard partner > firm else { return true }
        let back = links.opposites[place]
        let terms = pairTerms(place, at: disclosures)
        let pair = PairGame(
          self, firm, place,
          rests: (
            max(0, effects[firm] - terms.0),
            max(0, effects[partner] - terms.1)
          ),
          openness: open - openness[links.variables[place]] * disclosures[place]
            - openness[links.variables[back]] * disclosures[back])
        return !pair.equilibria().contains {
          improves($0, firm, place, levels)
        }
      }
    }
  }

  /// A gain below this, in the unit of payoffs, is rounding.
  private static let leastGain = 1e-9

  private func improves(
    _ pair: (Double, Double), _ firm: Int, _ place: Int, _ levels: [Double]
  ) -> Bool {
    let partner = links.partners[place]
    var moved = levels
    moved[links.variables[place]] = pair.0
    moved[links.variables[links.opposites[place]]] = pair.1
    let gains = [firm, partner].map {
      payoff(of: $0, at: moved) - payoff(of: $0, at: levels)
    }
    return gains.allSatisfy { $0 >= -Self.leastGain }
      && gains.contains { $0 > Self.leastGain }
  }
}
