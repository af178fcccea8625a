import Games

/// Pairs of partners who in turn move to the highest equilibrium of their own
/// two-firm game, until no pair moves.
///
/// Where they rest nobody can gain by agreeing with one partner: such an
/// equilibrium is *pair-proof* (bilateral equilibrium, Goyal and Vega-Redondo,
/// Journal of Economic Theory 137, 2007, 460-492).
struct PairSweeps {
  let game: DirectedSharingGame
  /// The largest move at which the sweeps end, in levels.
  static let restTolerance = 1e-13
  /// The most sweeps.
  static let mostSweeps = 1000

  /// Where the sweeps from some disclosures come to rest.
  func rest(from start: [Double]) -> [Double] {
    var state = State(game, start)
    for _ in 0..<Self.mostSweeps where state.sweep() <= Self.restTolerance {
      break
    }
    return state.disclosures
  }

  /// Disclosures with the z of each firm and the openness of all.
  private struct State {
    let game: DirectedSharingGame
    var disclosures: [Double]
    private var effects: [Double]
    private var openness: Double

    init(_ game: DirectedSharingGame, _ disclosures: [Double]) {
      (self.game, self.disclosures) = (game, disclosures)
      effects = (0..<game.links.firmCount).map {
        game.effect(of: $0, at: disclosures)
      }
      openness = game.openness(of: disclosures)
    }

    /// Moves each pair once; returns the largest move.
    mutating func sweep() -> Double {
      let links = game.links
      var largest = 0.0
      for firm in 0..<links.firmCount {
        for place in links.places(of: firm) where links.partners[place] > firm {
          largest = max(largest, move(firm, place))
        }
      }
      self = State(game, disclosures)
      return largest
    }

    private mutating func move(_ firm: Int, _ place: Int) -> Double {
      let links = game.links
      let (partner, back) = (links.partners[place], links.opposites[place])
      let terms = game.pairTerms(place, at: disclosures)
      let weights = (
        links.share(of: firm) * game.numbers[firm].knowledgeShare,
        links.share(of: partner) * game.numbers[partner].knowledgeShare
      )
      let old = (disclosures[place], disclosures[back])
      let open = openness - weights.0 * old.0 - weights.1 * old.1
      let rests = (
        max(0, effects[firm] - terms.0), max(0, effects[partner] - terms.1)
      )
      let pair = PairGame(
        game, firm, place, rests: rests, openness: open)
      let new = pair.highest
      (disclosures[place], disclosures[back]) = new
      let after = game.pairTerms(place, at: disclosures)
      effects[firm] = rests.0 + after.0
      effects[partner] = rests.1 + after.1
      openness = open + weights.0 * new.0 + weights.1 * new.1
      return max(abs(new.0 - old.0), abs(new.1 - old.1))
    }
  }
}

extension DirectedSharingGame {
  /// What an exchange adds to the z of both partners.
  func pairTerms(
    _ place: Int, at disclosures: [Double]
  ) -> (Double, Double) {
    let back = links.opposites[place]
    let reciprocity = cluster.model.reciprocity
    let (own, other) = (disclosures[place], disclosures[back])
    return (
      links.uses[place] * other * (1 + reciprocity * own),
      links.uses[back] * own * (1 + reciprocity * other)
    )
  }

  /// The openness of the cluster at disclosures; firms without partners are
  /// taken at 0.
  func openness(of disclosures: [Double]) -> Double {
    (0..<links.firmCount).reduce(0) { sum, firm in
      let places = links.places(of: firm)
      guard !places.isEmpty else { return sum }
      let mean =
        places.reduce(0) { $0 + disclosures[$1] }
        * links.share(of: firm)
      return sum + numbers[firm].knowledgeShare * mean
    }
  }
}
