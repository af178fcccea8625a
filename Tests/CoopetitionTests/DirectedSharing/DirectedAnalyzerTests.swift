import Equilibria
import Games
import TestSupport
import Testing

@testable import Coopetition

/// What sweeps say of many levels, against the search of few.
@Suite struct DirectedAnalyzerTests {
  private func game(_ seed: UInt64) throws -> DirectedSharingGame {
    var cluster = try RandomCluster(firms: 3...4).cluster(seed: seed)
    cluster.model.sharing = .firms
    return try DirectedSharingGame(cluster)
  }

  private func analyzer(denseLevels: Int) -> DirectedAnalyzer {
    var analyzer = DirectedAnalyzer(analyzer: Analyzer())
    analyzer.denseLevels = denseLevels
    return analyzer
  }

  /// Every equilibrium that sweeps find is among all that there are, and the
  /// optimum is the same.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func sweepsFindSomeOfAllEquilibria(seed: UInt64) throws {
    let game = try game(seed)
    let all = analyzer(denseLevels: 500).analyze(game)
    let swept = analyzer(denseLevels: 0).analyze(game)
    #expect(!swept.analysis.isComplete && !swept.analysis.equilibria.isEmpty)
    for outcome in swept.analysis.equilibria {
      #expect(game.regret(at: outcome.levels).upper < 1e-9)
      #expect(outcome.equilibrium.regret.upper < 1e-9)
      guard all.analysis.isComplete else { continue }
      #expect(
        all.analysis.equilibria.contains {
          relativeDistance($0.levels, outcome.levels) < 1e-6
        })
    }
    #expect(
      swept.analysis.optimum.welfare
        <= all.analysis.optimum.upperBound + 1e-9)
    #expect(
      swept.analysis.optimum.upperBound
        >= all.analysis.optimum.welfare - 1e-9)
  }

  /// In the clean case both ways to judge pairs agree.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func pairProofMeansHighest(seed: UInt64) throws {
    var cluster = try game(seed).cluster
    cluster.premium.value = 0
    cluster.model.curvature = min(1, cluster.model.curvature)
    let game = try DirectedSharingGame(cluster)
    guard game.isClean else { return }
    for outcome in analyzer(denseLevels: 500).analyze(game).analysis.equilibria
    {
      let levels = outcome.levels
      #expect(game.pairsAreHighest(levels) == game.isPairProof(levels))
    }
  }

  /// A pair is at rest where neither gains by moving.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func pairsRestAtEquilibria(seed: UInt64) throws {
    let game = try game(seed)
    var levels = game.strategies.upperBounds
    let profile = DisclosureProfile(game, game.links.disclosures(at: levels))
    guard let place = game.links.places(of: 0).first else { return }
    let pair = profile.pairGame(0, place)
    let variables = [game.links.variables[place], game.links.sources[place]]
    for rest in [pair.highest, pair.lowest] {
      (levels[variables[0]], levels[variables[1]]) = rest
      for (v, level) in zip(variables, [rest.0, rest.1]) {
        let slope = game.pseudoGradient(at: levels)[v]
        let cap = game.strategies.upperBounds[v]
        let gap = max(0, min(cap, level + slope)) - level
        #expect(abs(gap) < 1e-10)
      }
    }
  }
}
