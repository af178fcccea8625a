import Equilibria
import Games

/// The methods of a ``DirectedAnalysis`` and their limits.
///
/// Few levels are searched for every equilibrium. Pair sweeps and sweeps of
/// best responses from both ends give candidates, which are proven where that
/// is possible; with many levels there is no search for others.
struct DirectedAnalyzer {
  /// More levels than this are not searched.
  static let searchedLevels = 20
  /// Up to this many levels are searched with the whole effort.
  static let easyLevels = 12
  /// The most boxes that are examined where there are more.
  private static let fewBoxes = 2000

  /// The methods for few levels.
  var analyzer: Analyzer

  /// Analyses a game.
  func analyze(_ game: DirectedSharingGame) -> DirectedAnalysis {
    var methods = analyzer
    methods.search.multiStart.startingProfiles += candidates(of: game)
    methods.bargains = false
    let dimension = game.strategies.dimension
    if dimension > Self.easyLevels {
      methods.search.boxLimit = min(methods.search.boxLimit, Self.fewBoxes)
      methods.maximization.boxLimit = Self.fewBoxes
    }
    if dimension > Self.searchedLevels {
      methods.search.boxLimit = 1
      methods.search.multiStart.points = 0
      methods.maximization.boxLimit = 1
      methods.maximization.usesStandardStarts = false
    }
    return describe(game, methods.analyze(game))
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
        isByFirm ? game.isPairProof($0.levels) : nil
      },
      isPairProofUnique: bounds.flatMap { $0.isProof ? $0.meet : nil },
      undecidedLinks: bounds?.undecidedLinks,
      attitudes: analysis.equilibria.map {
        Attitudes(in: game, at: $0.levels)
      })
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

/// What happens in a cluster whose firms set levels for each class of partners.
struct DirectedAnalysis {
  let game: DirectedSharingGame
  /// Equilibria, optimum and subsidy in the flat vector of levels.
  let analysis: Analysis
  /// Whether each equilibrium is pair-proof; nil where that is not asked.
  let pairProof: [Bool?]
  /// Whether it is proven that one equilibrium is pair-proof (true) or bounds
  /// leave links open (false); nil where bounds prove nothing.
  let isPairProofUnique: Bool?
  /// How many links the bounds leave open.
  let undecidedLinks: Int?
  /// The attitudes at each equilibrium.
  let attitudes: [Attitudes]
}
