import Equilibria
import Games
import LinearAlgebra

/// The methods of a ``DirectedAnalysis`` and their limits.
///
/// Few levels are searched for every equilibrium. Pair sweeps and sweeps of
/// best responses from both ends give candidates, which are proven where that
/// is possible; with many levels there is no search for others.
struct DirectedAnalyzer {
  /// More levels than this are not searched.
  static let searchedLevels = 20
  /// Up to this many levels are searched with the whole effort; all that are
  /// searched where the game splits into pairs.
  static let easyLevels = 12
  /// The most boxes that are examined where there are more.
  private static let fewBoxes = 2000
  /// More levels than this are swept, and nothing is proven of equilibria but
  /// bounds on regrets.
  var denseLevels = 500

  /// The methods for few levels.
  var analyzer: Analyzer

  /// Analyses a game.
  func analyze(_ game: DirectedSharingGame) -> DirectedAnalysis {
    guard game.strategies.dimension <= denseLevels else {
      return describe(game, sweep(game))
    }
    var methods = analyzer
    methods.search.multiStart.startingProfiles += candidates(of: game)
    methods.bargains = false
    let dimension = game.strategies.dimension
    if dimension > Self.easyLevels {
      methods.maximization.boxLimit = Self.fewBoxes
      if !game.splitsIntoPairs {
        methods.search.boxLimit = min(methods.search.boxLimit, Self.fewBoxes)
      }
    }
    guard dimension > Self.searchedLevels else {
      return describe(game, methods.analyze(game))
    }
    methods.search.boxLimit = 1
    methods.search.multiStart.points = 0
    methods.maximization.boxLimit = 1
    methods.maximization.usesStandardStarts = false
    methods.subsidises = false
    var analysis = methods.analyze(game)
    analysis.subsidy = game.subsidy(implementing: analysis.optimum.levels)
    return describe(game, analysis)
  }

  /// What sweeps find, judged by bounds that take a pass over the links. An
  /// equilibrium at which no slope is beyond a bound is proven by that alone.
  private func sweep(_ game: DirectedSharingGame) -> Analysis {
    let clock = ContinuousClock()
    let start = clock.now
    let networks = analyzer.networks ?? NetworkAnalyzer()
    let found = distinct(candidates(of: game)).filter {
      isAtRest($0, in: game)
    }
    let optimum = networks.optimum(of: game, from: found)
    return Analysis(
      game: game,
      equilibria: found.map { outcome($0, of: game, optimum) }
        .sorted { $0.welfare > $1.welfare },
      isComplete: false, undecided: [game.strategies.box], uniqueness: [],
      optimum: optimum, bargaining: nil,
      subsidy: game.subsidy(implementing: optimum.levels),
      solver: SolverReport(
        method: "best-response sweeps",
        seconds: (clock.now - start) / .seconds(1), evaluations: found.count,
        termination: Cancellation.isRequested ? .cancelled : .converged,
        skipped: NetworkAnalyzer.skipped(game)))
  }

  private func outcome(
    _ levels: [Double], of game: DirectedSharingGame, _ optimum: SocialOptimum
  ) -> Analysis.Outcome {
    let welfare = game.welfare(at: levels)
    let regret = game.regretBound(at: levels)
    let point = levels.map { Interval($0) }
    return Analysis.Outcome(
      equilibrium: Equilibrium(
        levels: levels,
        certificate: regret.upper == 0
          ? .proven(box: point, uniqueIn: point)
          : .numerical(residual: regret.upper),
        regret: regret, stability: .undecided, index: 0),
      payoffs: game.payoffs(at: levels), welfare: welfare,
      channels: game.breakdown(at: levels), commitment: nil,
      efficiency: game.efficiency(of: welfare, optimum: optimum.welfare))
  }

  /// Whether sweeps came to an end: nobody gains anything that counts.
  private func isAtRest(
    _ levels: [Double], in game: DirectedSharingGame
  ) -> Bool {
    let largest = game.payoffs(at: levels).reduce(0) { max($0, abs($1)) }
    return game.regretBound(at: levels).upper
      <= analyzer.search.multiStart.regretTolerance * (1 + largest)
  }

  /// The profiles without those that agree with one before.
  private func distinct(_ profiles: [[Double]]) -> [[Double]] {
    profiles.reduce(into: []) { kept, levels in
      let isKnown = kept.contains { other in
        zip(levels, other).allSatisfy {
          abs($0 - $1) <= NetworkAnalyzer.sameness
        }
      }
      if !isKnown { kept.append(levels) }
    }
  }

  /// Where sweeps from nothing and from the caps come to rest.
  private func candidates(of game: DirectedSharingGame) -> [[Double]] {
    let space = game.strategies
    let sweeps = DirectedSweeps(game: game)
    var found = [space.lowerBounds, space.upperBounds].map {
      sweeps.rest(from: $0)
    }
    guard game.cluster.model.sharing == .firms else { return found }
    let pairs = PairSweeps(game: game)
    for levels in [space.lowerBounds, space.upperBounds] {
      let rest = pairs.rest(from: game.links.disclosures(at: levels))
      found.append(sweeps.rest(from: game.levels(of: rest, else: levels)))
    }
    return found
  }

  private func describe(
    _ game: DirectedSharingGame, _ analysis: Analysis
  ) -> DirectedAnalysis {
    let isByFirm = game.cluster.model.sharing == .firms
    let bounds = isByFirm ? PairBounds(game) : nil
    return DirectedAnalysis(
      game: game, analysis: analysis,
      pairProof: analysis.equilibria.map {
        isByFirm ? isPairProof($0.levels, in: game) : nil
      },
      isPairProofUnique: bounds.flatMap { $0.isProof ? $0.meet : nil },
      undecidedLinks: bounds?.undecidedLinks,
      attitudes: analysis.equilibria.map {
        Attitudes(in: game, at: $0.levels)
      })
  }
}

extension DirectedAnalyzer {
  /// Whether an equilibrium is pair-proof; nil where that takes too long.
  private func isPairProof(
    _ levels: [Double], in game: DirectedSharingGame
  ) -> Bool? {
    guard levels.count > denseLevels else {
      return game.isPairProof(levels)
    }
    return game.isClean ? game.pairsAreHighest(levels) : nil
  }
}

extension DirectedSharingGame {
  /// The levels of disclosures, each level that of a partner of its class;
  /// firms without partners as given.
  func levels(of disclosures: [Double], else levels: [Double]) -> [Double] {
    var levels = levels
    for place in disclosures.indices {
      levels[links.variables[place]] = disclosures[place]
    }
    return levels
  }
}
