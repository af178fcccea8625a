import Coopetition
import Foundation
import Testing

@Suite struct FrontAnalysisTests {
  private func analysis(
    _ name: String = "dilemma-300", _ analyzer: FrontAnalyzer
  ) throws -> FrontAnalysis {
    try analyzer.analyze(
      SharingGame(Cluster(scenario: Golden.scenario(name))))
  }

  private var twenty: FrontAnalyzer {
    FrontAnalyzer(tracing: ParetoTracing(points: 20, proof: LeastGainProof()))
  }

  @Test func theFrontLiesBesideTheEquilibria() throws {
    let found = try analysis("dilemma-300", twenty)
    #expect(found.front.points.count == 20)
    #expect(found.front.points.allSatisfy { $0.isProven })
    #expect(found.equilibria.count == 1 && found.isComplete)
    #expect(found.improvements.count == 4)
    #expect(found.reference == [0, 0])
    let volume = try #require(found.hypervolume)
    // Points that are not told of the reference leave out more than 0.37.
    #expect(volume > 0.37 && volume < 0.405)
    for improvement in found.improvements {
      #expect(improvement.gains.allSatisfy { $0 >= -1e-9 })
      #expect(
        !found.front.payoffs.contains {
          dominates($0, improvement.payoffs, tolerance: 1e-9)
        })
    }
  }

  /// `pareto` tells the bargain of `solve`, whether it is handed over or, where
  /// weights are given, found again.
  @Test(arguments: Golden.names)
  func theBargainIsThatOfTheAnalysis(name: String) throws {
    let game = try SharingGame(Cluster(scenario: Golden.scenario(name)))
    let bargain = game.analyze().bargain
    let ones = [Double](repeating: 1, count: game.playerCount)
    for weights in [nil, ones] {
      let found = try FrontAnalyzer(
        tracing: ParetoTracing(points: 2), weights: weights
      ).analyze(game)
      #expect(found.improvements.first { $0.solution == .nash } == bargain)
      #expect(found.improvements.count == (bargain == nil ? 0 : 4))
    }
  }

  @Test func jsonKeysAreAContract() throws {
    let text = try analysis("dilemma-300", twenty).report.json
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8))
        as? [String: Any])
    for key in ["scenario", "front", "equilibria", "optimum", "hypervolume"] {
      #expect(object[key] != nil)
    }
    let reference = try #require(object["reference"] as? [Double])
    #expect(reference == [0, 0])
    let front = try #require(object["front"] as? [[String: Any]])
    #expect(front.count == 20)
    for point in front {
      #expect((point["levels"] as? [Double])?.count == 2)
      #expect((point["payoffs"] as? [Double])?.count == 2)
      #expect((point["residual"] as? Double ?? 1) < 1e-8)
      #expect(point["proven"] as? Bool == true)
    }
  }

  @Test func csvHasARowForEachProfile() throws {
    let found = try analysis("dilemma-300", twenty)
    let rows = found.report.csv.split(separator: "\n")
    #expect(rows.count == 1 + 20 + 1 + 1 + 4)
    #expect(
      rows[0] == "kind,level F1,level F2,payoff F1,payoff F2,residual,proven")
    for row in rows { #expect(row.count { $0 == "," } == 6) }
  }

  @Test func textNamesEverything() throws {
    let text = try analysis("dilemma-300", twenty).report.text()
    for part in [
      "20 points, 20 proven", "equilibrium 1, stable", "optimum",
      "egalitarian", "Nash", "Kalai–Smorodinsky", "utilitarian",
    ] {
      #expect(text.contains(part))
    }
  }

  @Test func thePictureIsWellFormedAndDescribed() throws {
    let text = try analysis("dilemma-300", twenty).picture.description
    let parser = XMLChecker()
    #expect(parser.elements(of: text).contains("polyline"))
    #expect(text.contains("<title id=\"title\">dilemma-300: Pareto front"))
    #expect(text.contains("stable equilibrium at"))
  }

  @Test func groupsEarnWhatTheirMembersEarn() throws {
    var analyzer = twenty
    analyzer.objectives = .groups([["F1", "F2"], ["F3"]])
    analyzer.tracing.proof = nil
    let game = try SharingGame(Cluster(scenario: Golden.scenario("case-100")))
    let found = try analyzer.analyze(game)
    #expect(found.objectives.map(\.name) == ["F1 + F2", "F3"])
    for point in found.front.points {
      let payoffs = game.payoffs(at: point.levels)
      #expect(abs(payoffs[0] + payoffs[1] - point.payoffs[0]) < 1e-12)
      #expect(abs(payoffs[2] - point.payoffs[1]) < 1e-12)
    }
  }

  @Test func othersMayBeHeldAtTheEquilibrium() throws {
    var analyzer = twenty
    analyzer.objectives = .named(["F1", "F2"])
    analyzer.holdsOthers = true
    analyzer.tracing.proof = nil
    let found = try analysis("case-100", analyzer)
    let disagreement = try #require(found.disagreement)
    for point in found.front.points {
      #expect(point.levels.dropFirst(2) == disagreement.levels.dropFirst(2))
    }
  }

  @Test func objectivesThatDoNotFitAreErrors() {
    for objectives: FrontObjectives in [
      .named(["F1"]), .named(["F1", "nobody"]), .tiers,
      .groups([["F1"], ["F1", "F2"]]),
    ] {
      #expect(throws: ScenarioError.self) {
        try analysis(
          "dilemma-300", FrontAnalyzer(objectives: objectives))
      }
    }
  }
}
