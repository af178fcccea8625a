import Games

/// Finds the equilibria of structures of alliances.
struct AllianceSolver: Sendable {
  let model: AllianceModel
  let selection: AllianceSettings.Selection
  /// How many boxes may be examined for one structure.
  var boxLimit: Int
  /// Whether equilibria are proven; otherwise they are only looked for.
  var provesAll: Bool
  /// Is asked within the search of one structure whether to go on.
  var monitor = Monitor.unattended

  /// How many starts there are beyond corners, middle and what is given.
  private static let starts = 4

  /// What happens with some alliances.
  ///
  /// - Parameters:
  ///   - blocks: The members of each alliance.
  ///   - starts: Profiles that may be near.
  /// - Returns: The equilibria, and which of them counts.
  func outcome(of blocks: [[Int]], from starts: [[Double]]) -> AllianceOutcome {
    let game = model.game(of: blocks)
    let found = equilibria(of: game.between, from: starts)
    let equilibria = found.equilibria.map { describe($0, in: game) }
      .sorted(by: Self.precedes)
    return AllianceOutcome(
      blocks: blocks, equilibria: equilibria, isComplete: found.isComplete,
      chosen: choice(among: equilibria))
  }

  private func equilibria(
    of game: GameBetweenGroups, from profiles: [[Double]]
  ) -> (equilibria: [Equilibrium], isComplete: Bool) {
    var multiStart = MultiStart(points: Self.starts)
    multiStart.startingProfiles = profiles
    guard provesAll else { return (likely(multiStart, in: game), false) }
    var search = BranchAndPrune(
      boxLimit: boxLimit, multiStart: multiStart, threads: 1,
      monitor: monitor)
    search.enclosesRegrets = false
    search.multiStart.startsInside = false
    let found = game.equilibria(using: search)
    if found.equilibria.isEmpty, !found.undecided.isEmpty {
      return (game.equilibria(from: multiStart), false)
    }
    return (found.equilibria, found.isComplete)
  }

  /// What Newton's method finds from both corners and what is given, judged by
  /// some deviations; where it does not end at one profile, from everywhere.
  private func likely(
    _ multiStart: MultiStart, in game: GameBetweenGroups
  ) -> [Equilibrium] {
    var everywhere = multiStart
    everywhere.judgement = .bySamples
    var nearby = everywhere
    nearby.startsInside = false
    let found = game.equilibria(from: nearby)
    return found.count == 1 ? found : game.equilibria(from: everywhere)
  }

  private func describe(
    _ equilibrium: Equilibrium, in game: AllianceGame
  ) -> AllianceEquilibrium {
    let levels = equilibrium.levels
    let payoffs = game.payoffs(at: levels)
    var enclosures = payoffs.map { Interval($0) }
    if case .proven(let box, _) = equilibrium.certificate {
      enclosures = game.payoffEnclosures(over: box)
    }
    return AllianceEquilibrium(
      equilibrium: equilibrium, payoffs: payoffs, enclosures: enclosures,
      welfare: game.welfare(at: levels), openness: game.openness(at: levels))
  }

  /// More welfare first; the levels decide a tie.
  private static func precedes(
    _ a: AllianceEquilibrium, _ b: AllianceEquilibrium
  ) -> Bool {
    a.welfare != b.welfare
      ? a.welfare > b.welfare : b.levels.lexicographicallyPrecedes(a.levels)
  }

  /// The equilibrium that counts: among those not proven unstable, if there
  /// are any.
  private func choice(among equilibria: [AllianceEquilibrium]) -> Int? {
    let lasting = equilibria.indices.filter {
      equilibria[$0].equilibrium.stability != .unstable
    }
    let eligible = lasting.isEmpty ? Array(equilibria.indices) : lasting
    func merit(_ place: Int) -> Double {
      let one = equilibria[place]
      return switch selection {
      case .worst: -one.welfare
      case .best: one.welfare
      case .highest: one.openness
      case .lowest: -one.openness
      }
    }
    return eligible.max { a, b in
      merit(a) != merit(b)
        ? merit(a) < merit(b)
        : equilibria[a].levels.lexicographicallyPrecedes(equilibria[b].levels)
    }
  }
}
