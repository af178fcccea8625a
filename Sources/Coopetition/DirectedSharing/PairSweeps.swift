import Games
import LinearAlgebra

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
  ///
  /// - Complexity: O(links) the first sweep; later ones look only at pairs of
  ///   firms around whom something moved.
  func rest(from start: [Double]) -> [Double] {
    var state = State(game, start)
    for _ in 0..<Self.mostSweeps
    where Cancellation.isRequested || state.sweep() <= Self.restTolerance {
      break
    }
    return state.profile.disclosures
  }

  /// Disclosures, and around which firms something moved.
  private struct State {
    let game: DirectedSharingGame
    var profile: DisclosureProfile
    /// The firms whose z moved in the last sweep, and in this one.
    private var stirred, stirring: [Bool]

    init(_ game: DirectedSharingGame, _ disclosures: [Double]) {
      self.game = game
      profile = DisclosureProfile(game, disclosures)
      stirred = Array(repeating: true, count: game.links.firmCount)
      stirring = stirred
    }

    /// Moves each pair once; returns the largest move.
    mutating func sweep() -> Double {
      let links = game.links
      var largest = 0.0
      (stirred, stirring) = (stirring, stirred.map { _ in false })
      for firm in 0..<links.firmCount {
        for place in links.places(of: firm) where links.partners[place] > firm {
          guard isStirred(firm, links.partners[place]) else { continue }
          largest = max(largest, move(firm, place))
        }
      }
      profile = DisclosureProfile(game, profile.disclosures)
      return largest
    }

    /// Whether anything moved that a pair responds to.
    private func isStirred(_ firm: Int, _ partner: Int) -> Bool {
      game.respondsToOpenness || stirred[firm] || stirred[partner]
        || stirring[firm] || stirring[partner]
    }

    private mutating func move(_ firm: Int, _ place: Int) -> Double {
      let old = profile.pair(at: place)
      let new = profile.pairGame(firm, place).highest
      profile.move(firm, place, to: new)
      let distance = max(abs(new.0 - old.0), abs(new.1 - old.1))
      if distance > PairSweeps.restTolerance {
        stirring[firm] = true
        stirring[game.links.partners[place]] = true
      }
      return distance
    }
  }
}

/// Disclosures with the z of each firm and the openness of all.
struct DisclosureProfile {
  private let game: DirectedSharingGame
  private(set) var disclosures: [Double]
  private var effects: [Double]
  private var openness: Double

  /// - Complexity: O(links).
  init(_ game: DirectedSharingGame, _ disclosures: [Double]) {
    (self.game, self.disclosures) = (game, disclosures)
    effects = (0..<game.links.firmCount).map {
      game.effect(of: $0, at: disclosures)
    }
    openness = game.openness(of: disclosures)
  }

  /// What the partners at a place disclose to each other.
  func pair(at place: Int) -> (Double, Double) {
    (disclosures[place], disclosures[game.links.opposites[place]])
  }

  /// The game of a firm and its partner at a place, with all other disclosures
  /// as they are.
  func pairGame(_ firm: Int, _ place: Int) -> PairGame {
    let rests = rests(firm, place)
    return PairGame(
      game, place, rests: rests.effects, openness: rests.openness)
  }

  /// Moves the disclosures of a pair.
  mutating func move(
    _ firm: Int, _ place: Int, to levels: (Double, Double)
  ) {
    let links = game.links
    let (partner, back) = (links.partners[place], links.opposites[place])
    let rests = rests(firm, place)
    (disclosures[place], disclosures[back]) = levels
    let terms = game.pairTerms(place, at: disclosures)
    effects[firm] = rests.effects.0 + terms.0
    effects[partner] = rests.effects.1 + terms.1
    openness = rests.openness + pairOpenness(place)
  }

  /// What there is without the pair: the z of both, and openness.
  private func rests(
    _ firm: Int, _ place: Int
  ) -> (effects: (Double, Double), openness: Double) {
    let terms = game.pairTerms(place, at: disclosures)
    let partner = game.links.partners[place]
    return (
      (max(0, effects[firm] - terms.0), max(0, effects[partner] - terms.1)),
      openness - pairOpenness(place)
    )
  }

  /// What the pair at a place adds to openness.
  private func pairOpenness(_ place: Int) -> Double {
    let links = game.links
    let (own, other) = pair(at: place)
    return game.classes.openness[links.variables[place]] * own
      + game.classes.openness[links.sources[place]] * other
  }
}

extension DirectedSharingGame {
  /// What an exchange adds to the z of both partners.
  func pairTerms(
    _ place: Int, at disclosures: [Double]
  ) -> (Double, Double) {
    let back = links.opposites[place]
    let (own, other) = (disclosures[place], disclosures[back])
    return (
      links.uses[place] * other * (1 + returns.reciprocity * own),
      links.uses[back] * own * (1 + returns.reciprocity * other)
    )
  }

  /// The openness of the cluster at disclosures; firms without partners are
  /// taken at 0.
  func openness(of disclosures: [Double]) -> Double {
    disclosures.indices.reduce(0) {
      $0 + classes.openness[links.variables[$1]] * disclosures[$1]
    }
  }
}
