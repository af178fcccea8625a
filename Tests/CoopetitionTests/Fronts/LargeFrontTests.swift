import Coopetition
import Foundation
import TestSupport
import Testing

/// Fronts between groups of many firms, drawn without matrices.
@Suite struct LargeFrontTests {
  private func game(
    _ firms: Int, tiers: Bool = false
  ) throws -> SharingGame {
    try SharingGame(
      ClusterGenerator(
        firms: firms, degree: 10, kind: .regional, seed: 7, hasTiers: tiers
      ).cluster())
  }

  private func analysis(
    _ game: SharingGame, _ objectives: FrontObjectives, points: Int = 8
  ) throws -> FrontAnalysis {
    try FrontAnalyzer(
      objectives: objectives, tracing: ParetoTracing(points: points)
    ).analyze(game)
  }

  private func check(
    _ found: FrontAnalysis, of game: SharingGame,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(found.front.points.count >= 8, sourceLocation: sourceLocation)
    for point in found.front.points {
      #expect(
        found.objectivePayoffs(game.payoffs(at: point.levels))
          == point.payoffs, sourceLocation: sourceLocation)
      #expect(point.residual < 1e-4, sourceLocation: sourceLocation)
      #expect(!point.isProven, sourceLocation: sourceLocation)
      let optimum = found.objectivePayoffs(found.optimum.payoffs)
      #expect(
        !dominates(optimum, point.payoffs, tolerance: 1e-9),
        sourceLocation: sourceLocation)
    }
    let payoffs = found.front.payoffs
    #expect(
      NondominatedFilter.indices(payoffs).count == payoffs.count,
      sourceLocation: sourceLocation)
    for one in found.improvements {
      #expect(
        one.gains.allSatisfy { $0 >= 0 }, sourceLocation: sourceLocation)
    }
    #expect(found.improvements.count == 4, sourceLocation: sourceLocation)
  }

  @Test func betweenTiers() throws {
    let game = try game(300, tiers: true)
    #expect(FrontObjectives.standard(for: game) == .tiers)
    let found = try analysis(game, .tiers)
    #expect(found.objectives.count == 3)
    check(found, of: game)
  }

  /// A half of one firm bears its name.
  @Test func halvesOfOneFirmAreNamed() throws {
    var cluster = try Cluster(
      firms: ["A", "B", "C"].map { Firm($0) }, complementarity: .uniform(1))
    cluster.firms[1].knowledge = 5
    func names() throws -> [String] {
      try analysis(SharingGame(cluster), .knowledge, points: 3)
        .objectives.map(\.name)
    }
    #expect(try names() == ["B", "the other 2"])
    cluster.firms.removeLast()
    #expect(try names() == ["B", "A"])
  }

  /// Those who hold half of the knowledge are fewer than the others.
  @Test func betweenThoseWithMuchKnowledgeAndTheOthers() throws {
    let game = try game(1000)
    #expect(FrontObjectives.standard(for: game) == .knowledge)
    let found = try analysis(game, .knowledge)
    #expect(found.objectives.count == 2)
    let sizes = found.objectives.map(\.members.count)
    #expect(sizes[0] < sizes[1] && sizes[0] + sizes[1] == 1000)
    let knowledge = found.objectives.map { group in
      group.members.reduce(0) { $0 + game.cluster.firms[$1].knowledge }
    }
    #expect(abs(knowledge[0] / knowledge[1] - 1) < 0.01)
    check(found, of: game)
    #expect(found.front.gapCount == 0)
    #expect(found.front.widestStep < 0.5)
  }

  @Test func betweenGroupsOfAList() throws {
    let folder = try TemporaryFolder([
      "regions.csv": "name,region\nF1,\"east, far\"\nF2,west\nF3,west\n",
      "bare.csv": "F1,\"east, far\"\nF2,west\nF3,west\n",
      "wrong.csv": "name,region\nF1\n",
    ])
    let players = (1...30).map { "F\($0)" }
    let objectives = try FrontObjectives.list(
      path: folder.path("regions.csv"), of: players)
    let expected = FrontObjectives.listed([
      FirmGroup(name: "east, far", members: ["F1"]),
      FirmGroup(name: "west", members: ["F2", "F3"]),
    ])
    #expect(objectives == expected)
    #expect(
      try FrontObjectives.list(path: folder.path("bare.csv"), of: players)
        == expected)
    let found = try analysis(game(30), objectives)
    #expect(found.objectives.map(\.members) == [[0], [1, 2]])
    for path in ["wrong.csv", "missing.csv"] {
      #expect(throws: ScenarioError.self) {
        try FrontObjectives.list(path: folder.path(path), of: players)
      }
    }
  }

  @Test func aStoppedSearchReturnsWhatIsKnown() throws {
    let game = try game(300, tiers: true)
    let asked = Countdown(12)
    let front = try FrontAnalyzer(
      objectives: .tiers,
      tracing: ParetoTracing(
        points: 50, monitor: Monitor { _ in asked.isLeft() })
    ).analyze(game).front
    #expect(!front.points.isEmpty && front.points.count < 50)
    #expect(!front.isResolved)
  }
}

/// Says yes a number of times.
private final class Countdown: @unchecked Sendable {
  private var left: Int
  private let lock = NSLock()

  init(_ count: Int) { left = count }

  func isLeft() -> Bool {
    lock.withLock {
      left -= 1
      return left > 0
    }
  }
}
