import Coopetition
import Foundation
import TestSupport
import Testing

/// Sematech, eleven firms: what would be better for everybody than the
/// equilibrium, in which hardly anybody shares.
@Suite struct SematechImprovementTests {
  private let scenario = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Examples/sematech-1991/sematech-1991.yaml").path

  @Test func everybodyIsStrictlyBetterOff() throws {
    let game = try SharingGame(Cluster(scenario: scenario))
    var sweeps = BestResponseSweeps()
    sweeps.start = .highest
    let levels = game.solve(sweeps).levels
    let found = game.improvements(over: levels, choosing: [.egalitarian])
    let fair = try #require(found.first)
    #expect(fair.gains.count == 11 && fair.benefitsAll)
    #expect(abs(fair.leastGain - 0.1079) < 1e-4)
    #expect(fair.residual < 1e-6)
    let before = game.payoffs(at: levels)
    let after = game.payoffs(at: fair.levels)
    #expect(zip(before, after).allSatisfy { $1 - $0 >= fair.leastGain })
  }

  /// Eleven firms are too many to halve boxes; tangents prove every point.
  @Test func pointsOfItsFrontAreProven() throws {
    let game = try SharingGame(Cluster(scenario: scenario))
    let front = game.paretoFront(
      using: ParetoTracing(points: 30, proof: LeastGainProof(branchingLimit: 6))
    )
    #expect(front.points.count > 10)
    #expect(front.points.allSatisfy { $0.isProven })
  }

  private struct Answer: Decodable {
    struct Improvement: Decodable {
      var solution: String
      var gains: [Double]
      var residual: Double
    }
    var improvements: [Improvement]
  }

  @Test func theCommandSaysEveryChoice() throws {
    let folder = try TemporaryFolder()
    let run = try folder.coopetition("pareto", scenario, "--json")
    #expect(run.status == 0 && run.error == "")
    let answer = try JSONDecoder().decode(
      Answer.self, from: Data(run.output.utf8))
    #expect(
      answer.improvements.map(\.solution)
        == BargainingSolution.allCases.map(\.rawValue))
    for one in answer.improvements {
      #expect(one.gains.count == 11 && one.gains.allSatisfy { $0 > 0 })
      #expect(one.residual < 1e-6)
    }
  }
}
