import Equilibria
import Games

/// The equilibria of a scenario's game as studies of time need them, by falling
/// welfare.
struct EquilibriumList: Sendable {
  /// An equilibrium with what it means.
  struct Outcome: Sendable {
    var equilibrium: Equilibrium
    var payoffs: [Double]
    var welfare: Double

    var levels: [Double] { equilibrium.levels }
    var isStable: Bool { equilibrium.isStable }

    init(_ equilibrium: Equilibrium, of game: any ScenarioGame) {
      self.equilibrium = equilibrium
      payoffs = game.payoffs(at: equilibrium.levels)
      welfare = game.welfare(at: equilibrium.levels)
    }
  }

  /// The game.
  let game: any ScenarioGame
  /// The equilibria, by falling welfare.
  let outcomes: [Outcome]
  /// Whether it is proven that there is no other.
  let isComplete: Bool

  /// Finds the equilibria of a game: all of them, or those at the ends of
  /// sweeps from the top and the bottom if there are too many firms.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - search: The search among few firms.
  ///   - provesStability: Whether it is to be proven of those among many firms
  ///     that they exist and are stable, which takes longer than to find them.
  init(
    of game: any ScenarioGame, using search: BranchAndPrune,
    provesStability: Bool = true
  ) {
    self.game = game
    let isLarge = game.strategies.dimension > NetworkAnalyzer.firmLimit
    let found: [Equilibrium]
    if isLarge, let played = game as? any PlayedGame {
      found = played.endsOfSweeps(provesStability: provesStability)
      isComplete = false
    } else {
      let set = game.equilibria(using: search)
      found = set.equilibria
      isComplete = set.isComplete
    }
    outcomes = found.map { Outcome($0, of: game) }.sorted { a, b in
      a.welfare != b.welfare
        ? a.welfare > b.welfare
        : b.levels.lexicographicallyPrecedes(a.levels)
    }
  }

  /// The levels of each equilibrium.
  var levels: [[Double]] { outcomes.map(\.levels) }

  /// The place of the equilibrium that a choice means: among those not proven
  /// unstable, or among all if there is no other; nil if there is none, or no
  /// equilibrium is meant.
  func place(of choice: SharingChoice) -> Int? {
    let shares = knowledgeShares
    func openness(_ k: Int) -> Double {
      guard let shares else { return outcomes[k].levels.reduce(0, +) }
      return zip(shares, outcomes[k].levels).reduce(0) { $0 + $1.0 * $1.1 }
    }
    var places = outcomes.indices.filter {
      outcomes[$0].equilibrium.stability != .unstable
    }
    if places.isEmpty { places = Array(outcomes.indices) }
    switch choice {
    case .best: return places.first
    case .worst: return places.last
    case .highest: return places.max { openness($0) < openness($1) }
    case .lowest: return places.min { openness($0) < openness($1) }
    default: return nil
    }
  }
}

extension PlayedGame {
  /// Levels that differ by no more than this are one equilibrium.
  private static var sameness: Double { 1e-8 }

  /// The equilibria at the ends of sweeps of best responses from the top and
  /// from the bottom: proven where best responses contract nearby, if that is
  /// asked for.
  fileprivate func endsOfSweeps(provesStability: Bool) -> [Equilibrium] {
    let starts: [BestResponseSweeps.Start] = [.highest, .lowest]
    var ends: [NashSolution] = []
    for start in starts {
      var sweeps = BestResponseSweeps()
      sweeps.start = start
      let end = solve(sweeps)
      let isKnown = ends.contains { known in
        zip(known.levels, end.levels).allSatisfy {
          abs($0 - $1) <= Self.sameness
        }
      }
      if !isKnown { ends.append(end) }
    }
    return ends.map { end in
      let region =
        provesStability
        ? LocalContractions(self, around: end.levels)?.narrowest : nil
      let box = region?.strictBox(around: end.levels, in: strategies)
      let proof = box.map { Certificate.proven(box: $0, uniqueIn: $0) }
      return Equilibrium(
        levels: end.levels,
        certificate: proof ?? .numerical(residual: end.residual),
        regret: Interval(0), stability: box != nil ? .stable : .undecided,
        index: 0)
    }
  }
}
