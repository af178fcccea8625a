import Foundation
import Testing

@testable import Coopetition

/// Small games of which something false was once said.
@Suite struct TrustTests {
  private static func path(_ name: String) -> String {
    Golden.scenario("trust/\(name)").path
  }

  private func game(_ name: String) throws -> any ScenarioGame {
    try Scenario(path: Self.path(name)).game()
  }

  private func analysis(
    _ name: String, boxes: Int = 200
  ) throws -> Analysis {
    func open<G: ScenarioGame>(_ game: G) -> Analysis {
      Analyzer(search: BranchAndPrune(boxLimit: boxes)).analyze(game)
    }
    return open(try game(name))
  }

  @Test(arguments: [
    ("nan1", "A", "x in [0, 1]"),
    ("nan4", "A", "x in [0, 1], y = 1"),
    ("nan9", "A", "x in [0, 1]"),
    ("undefined-payoff-proven", "P2", "x = 0.5, y = 1.5"),
    ("crash3", "A", "x in [0, 0.5], y = 1"),
    ("crash4", "A", "x in [0, 1], y = 0"),
    ("crash-x-pow-y", "P1", "x = 0, y = 0"),
    ("crash-y-log-x", "P2", "x = 0, y in [0, 1]"),
    ("crash-pareto-leastgain161", "P2", "x in [0, 1], y = 0"),
    ("crash-power-int32min", "P1", "u = 0.5"),
  ])
  func formulasThatAreUndefinedAreRefused(
    name: String, player: String, part: String
  ) throws {
    let error = #expect(throws: ScenarioError.self) { try game(name) }
    let message = try #require(error).description
    #expect(message.contains("the payoff of \(player), "))
    #expect(message.contains(" is undefined for \(part); "))
  }

  @Test(arguments: ["crash-deviation63", "crash-solve-interval88"])
  func hugeNumbersDoNotCrash(name: String) throws {
    let found = try analysis(name, boxes: 40)
    #expect(found.optimum.welfare.isFinite)
  }

  /// Derivatives of a power whose exponent is as large as fits.
  @Test(arguments: ["-2147483648", "2147483647", "-2147483647", "1073741824"])
  func hugeExponentsDoNotCrash(exponent: String) throws {
    let game = try FormulaGame(
      "power",
      players: [FormulaPlayer("A", ["u": 0.5...0.75], payoff: "u^\(exponent)")])
    let analysis = game.analyze(
      using: Analyzer(search: BranchAndPrune(boxLimit: 40)))
    for outcome in analysis.equilibria where outcome.equilibrium.isProven {
      #expect(game.regret(at: outcome.levels).lower <= 0)
    }
  }

  @Test func aNarrowPeakIsTheOptimum() throws {
    let optimum = try analysis("optimum-false-proof").optimum
    #expect(abs(optimum.welfare - 9.9992766) < 1e-6)
    #expect(optimum.isProven)
    #expect(optimum.gap <= 1e-8)
  }

  @Test func losersOfBillionsDoNotHideABargain() throws {
    let bargain = try #require(try analysis("bargain-null-giant").bargain)
    let gains = zip(bargain.payoffs, bargain.disagreement).map { $0 - $1 }
    #expect(abs(gains[0] - 0.455) < 1e-3 && abs(gains[1] - 0.455) < 1e-3)
    #expect(abs(gains[2] - 1.577) < 1e-3)
  }

  @Test func aKinkAtWhichResponsesDoubleIsUnstable() throws {
    let found = try analysis("stability-kink-false")
    let origin = try #require(found.equilibria.first { $0.levels == [0, 0] })
    #expect(origin.equilibrium.stability == .unstable)
    #expect(origin.equilibrium.index == 0)
    #expect(found.bargain == nil)
  }

  @Test func anInfiniteSlopeAtABoundIsUnstable() throws {
    let found = try analysis("cobb2")
    let origin = try #require(found.equilibria.first { $0.levels == [0, 0] })
    #expect(origin.equilibrium.stability == .unstable)
    let disagreement = try #require(found.bargain).disagreement
    #expect(disagreement.allSatisfy { abs($0 - 0.32533) < 1e-4 })
  }

  @Test func tangenciesAreNotStable() throws {
    let found = try analysis("irf-tangent").equilibria.map(\.equilibrium)
    let tangencies = found.filter { $0.levels != [0, 0] }
    #expect(tangencies.count == 1)
    #expect(tangencies.allSatisfy { $0.stability == .undecided })
  }

  @Test func aMultipleRootIsListedOnce() throws {
    let found = try analysis("sqrt-corner", boxes: 60).equilibria
    let roots = found.filter { $0.levels.allSatisfy { $0 > 0.99 } }
    #expect(roots.map(\.levels) == [[1, 1]])
    // The slopes are zero there, which no rounding hides.
    #expect(roots.allSatisfy { $0.equilibrium.isProven })
    #expect(roots.allSatisfy { $0.equilibrium.stability == .undecided })
  }

  @Test func aContinuousResponseIsDrawnInOnePiece() throws {
    let game = try game("plot-gap")
    let curve = BestResponseCurve(of: 0, in: game)
    for piece in curve.pieces {
      for (a, b) in zip(piece, piece.dropFirst()) {
        #expect(abs(a.own - b.own) <= 0.0501)
      }
    }
    #expect(curve.pieces.count == 1)
  }

  @Test func aSubsidyLeavesBadEquilibria() throws {
    let cluster = try Cluster(
      yaml: """
        firms:
        - {name: A, opportunity: 4, cost: {linear: 0.9}}
        - {name: B, opportunity: 4, cost: {linear: 0.9}}
        complementarity: {uniform: 0.8}
        model: {reciprocity: 2}
        """)
    let analysis = try cluster.analyze()
    let outcome = try #require(analysis.subsidy?.outcome)
    #expect(outcome.isComplete)
    let intended = try #require(outcome.equilibria.first { $0.isIntended })
    #expect(intended.isProven && intended.stability == .stable)
    #expect(
      abs(intended.welfare - analysis.optimum.welfare)
        < 1e-6 * analysis.optimum.welfare)
    let text = analysis.report.text()
    #expect(
      outcome.equilibria.count == 1
        || text.contains("does not remove the others"))
  }

  /// Between two firms nothing is taken from third parties, however large what
  /// they use of each other.
  @Test func nothingIsStolenBetweenTwo() throws {
    let game = try #require(
      try game("stealing-between-two") as? SharingGame)
    for levels in [[1, 1], [0.3, 0.7], [0, 1]] {
      let stolen = game.breakdown(at: levels).first { $0.channel == "stealing" }
      #expect(stolen?.amounts.allSatisfy { $0 == 0 } == true)
    }
    let analysis = game.analyze(using: Analyzer())
    #expect(analysis.optimum.isProven)
    #expect(abs(analysis.optimum.welfare - 1966.04) < 0.01)
  }

  /// A squared hinge is smooth of first order: x − 1 = y − ½ = −w z with
  /// z = x + y − 1.
  @Test func aPenaltyIsSearchedToTheEnd() throws {
    let found = try analysis("penalty-1e4", boxes: 20_000)
    #expect(found.isComplete && found.equilibria.count == 1)
    let outcome = try #require(found.equilibria.first)
    let yielded = 0.5 / (2 + 1e-4)
    #expect(abs(outcome.levels[0] - (1 - yielded)) < 1e-12)
    #expect(abs(outcome.levels[1] - (0.5 - yielded)) < 1e-12)
    #expect(outcome.equilibrium.isProven && outcome.isStable)
  }

  /// The bound is as near as is read, though the search is not to the end.
  @Test func aSteepPenaltyHasABoundedOptimum() throws {
    let optimum = try analysis("penalty-1e8").optimum
    #expect(abs(optimum.welfare + 0.125) < 1e-6)
    #expect(optimum.upperBound >= -0.125 && optimum.gap < 1e-4)
  }

  /// Nobody leaves the kinks at 0.3 and 0.8; elsewhere slopes have a sign,
  /// though they jump.
  @Test func restAtKinksIsFound() throws {
    let found = try analysis("absgame")
    #expect(found.equilibria.count == 1)
    let levels = try #require(found.equilibria.first).levels
    #expect(abs(levels[0] - 0.3) < 1e-6 && abs(levels[1] - 0.8) < 1e-6)
    for box in found.undecided {
      #expect(abs(box[0].midpoint - 0.3) < 1e-3)
      #expect(abs(box[1].midpoint - 0.8) < 1e-3)
    }
  }

  /// At q = 1 the first player does not care, and the second stays there as long
  /// as 2 − 7 p is not negative.
  @Test func aSegmentOfEquilibriaIsProven() throws {
    let game = try FormulaGame(
      "segment",
      players: [
        FormulaPlayer(
          "R", ["p": 0...1],
          payoff: "p*(-3*q + 3*(1-q)) + (1-p)*(-3*q + 5*(1-q))"),
        FormulaPlayer(
          "C", ["q": 0...1],
          payoff: "p*(2*q + 7*(1-q)) + (1-p)*(4*q + 2*(1-q))"),
      ])
    let found = Analyzer().analyze(game)
    let segment = try #require(found.components.first)
    #expect(found.components.count == 1 && segment.isProven)
    #expect(segment.box[0].lower == 0 && segment.box[1] == Interval(1))
    #expect(abs(segment.box[0].upper - 2.0 / 7) < 1e-6)
    #expect(segment.box[0].upper <= 2.0 / 7)
  }

  @Test func noWelfareInTheWorstEquilibriumIsSaid() throws {
    let analysis = try Cluster(
      yaml: """
        firms:
        - {name: A, opportunity: 4, cost: {linear: 0.9}}
        - {name: B, opportunity: 4, cost: {linear: 0.9}}
        complementarity: {uniform: 0.8}
        model: {reciprocity: 2}
        """
    ).analyze()
    #expect(analysis.equilibria.contains { $0.welfare == 0 })
    #expect(analysis.price?.isInfinite == true)
    #expect(analysis.report.text().contains("price of anarchy is infinite"))
  }

  @Test func bothPricesAreInfiniteWhereNobodySharesInTheOnlyEquilibrium() throws
  {
    let analysis = try Cluster(
      yaml: """
        firms:
        - {name: A, opportunity: 2, cost: {linear: 1.5}}
        - {name: B, opportunity: 2, cost: {linear: 1.5}}
        complementarity: {uniform: 1}
        """
    ).analyze()
    #expect(analysis.equilibria.count == 1 && analysis.optimum.welfare > 0)
    for price in ["priceOfAnarchy", "priceOfStability"] {
      let path = try #require(JSONPath(price))
      guard case .value(.text("infinite")) = analysis.report.data.find(path)
      else {
        Issue.record("\(price) is not infinite")
        continue
      }
    }
  }

  /// A is indifferent for every x; proven ends of a set close no cell of it.
  @Test(arguments: [
    ("0", "[0, 10]", "(x+0.1)*y - y^4/4"),
    ("x*min(0, y+0.3)", "[-1, 2]", "(x+0.1)*y + y^2/4 - y^4/2"),
  ])
  func endsOfASetAreNotAll(own: String, range: String, other: String) throws {
    let found = try FormulaGame(
      yaml: """
        game: A set
        players:
        - {name: A, variables: {x: [0, 1]}, payoff: '\(own)'}
        - {name: B, variables: {y: \(range)}, payoff: '\(other)'}
        """
    ).analyze()
    let boxes = found.components.map(\.box) + found.undecided
    #expect(boxes.contains { $0[0].lower <= 0.5 && 0.5 <= $0[0].upper })
  }
}
