import Coopetition
import Foundation
import TestSupport
import Testing

@Suite struct ParetoFrontTests {
  /// Nothing on the front is dominated by another point or by any of many
  /// random profiles.
  private func expectNondominated(
    _ front: ParetoFront, in game: some Game, profiles: Int = 100_000,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let payoffs = front.payoffs
    #expect(
      NondominatedFilter.indices(payoffs).count == payoffs.count,
      sourceLocation: sourceLocation)
    var random = SplitMix64(seed: 11)
    let space = game.strategies
    var offenders = 0
    for _ in 0..<profiles {
      let levels = (0..<space.dimension).map {
        Double.random(
          in: space.lowerBounds[$0]...space.upperBounds[$0], using: &random)
      }
      let other = game.payoffs(at: levels)
      if payoffs.contains(where: { dominates(other, $0) }) { offenders += 1 }
    }
    #expect(offenders == 0, sourceLocation: sourceLocation)
  }

  @Test(arguments: FrontProblem.all)
  func twoHundredPointsCoverAKnownFront(problem: FrontProblem) throws {
    let game = try FormulaGame(yaml: problem.yaml)
    let front = game.paretoFront(points: 200)
    #expect(front.points.count == 200)
    #expect(front.isResolved)
    #expect(front.gapCount == 0)
    let volume = Hypervolume.of(front.payoffs, over: problem.reference)
    #expect(volume >= 0.995 * problem.hypervolume)
    #expect(volume <= problem.hypervolume + 1e-9)
    for point in front.points {
      #expect(abs(problem.miss(point.payoffs)) < 1e-8)
      #expect(point.residual < 1e-6)
      #expect(game.payoffs(at: point.levels) == point.payoffs)
    }
    expectNondominated(front, in: game, profiles: 20_000)
  }

  private struct Answer: Decodable {
    struct Front: Decodable {
      var reference: [Double]
      var hypervolume: Double
    }
    var front: Front
  }

  @Test(
    arguments: ["dilemma-300", "dilemma-301", "dilemma-302"],
    [(200, 0.995), (1000, 0.999)])
  func theDilemmasOfTheReference(
    name: String, points: (count: Int, share: Double)
  ) throws {
    let data = try Data(contentsOf: Golden.expected(name))
    let expected = try JSONDecoder().decode(Answer.self, from: data).front
    let game = try SharingGame(Cluster(scenario: Golden.scenario(name)))
    let front = game.paretoFront(
      points: points.count, reference: expected.reference)
    #expect(front.points.count == points.count)
    let volume = Hypervolume.of(front.payoffs, over: expected.reference)
    #expect(volume >= points.share * expected.hypervolume)
    for point in front.points { #expect(point.residual < 1e-8) }
    if points.count == 200 { expectNondominated(front, in: game) }
  }

  @Test func pointsAreProvenToBeGloballyNondominated() throws {
    let game = try SharingGame(
      Cluster(scenario: Golden.scenario("dilemma-300")))
    let front = game.paretoFront(
      using: ParetoTracing(points: 12, proof: LeastGainProof()))
    #expect(front.points.count == 12)
    #expect(front.points.allSatisfy { $0.isProven })
  }

  @Test func theResolutionAskedForIsMet() throws {
    let game = try FormulaGame(yaml: FrontProblem.zdt2.yaml)
    let front = game.paretoFront(
      using: ParetoTracing(points: 10, resolution: 0.01))
    #expect(front.widestStep <= 0.01)
    #expect(front.isResolved)
    #expect(front.points.count >= 100)
  }

  /// ZDT3: five pieces.
  @Test func aFrontInPieces() throws {
    let game = try FormulaGame(
      yaml: """
        game: ZDT3
        define:
          g: 1 + 9*b
        players:
        - {name: first, variables: {a: [0, 1]}, payoff: -a}
        - {name: second, variables: {b: [0, 1]},
           payoff: -g*(1 - sqrt(a/g) - a/g*sin(10*pi*a))}
        """)
    let front = game.paretoFront(points: 200)
    #expect(front.points.count == 200)
    #expect(front.gapCount >= 1)
    for point in front.points { #expect(point.levels[1] == 0) }
    // The pieces begin and end at these a (Deb, Zitzler and Thiele).
    let ends = [
      0, 0.0830015349, 0.1822287280, 0.2577623634, 0.4093136748, 0.4538821041,
      0.6183967944, 0.6525117038, 0.8233317983, 0.8518328654,
    ]
    for end in ends {
      let nearest = front.points.map { abs($0.levels[0] - end) }.min() ?? 1
      #expect(nearest < 0.01)
    }
    expectNondominated(front, in: game, profiles: 20_000)
  }

  @Test func oneProfileMayBeBestForAll() throws {
    let game = try FormulaGame(
      yaml: """
        game: Agreement
        players:
        - {name: first, variables: {a: [0, 1]}, payoff: a + b}
        - {name: second, variables: {b: [0, 1]}, payoff: 2*a + b}
        """)
    let front = game.paretoFront(points: 50)
    #expect(front.points.map(\.levels) == [[1, 1]])
    #expect(front.isResolved)
  }

  @Test func anOctantOfASphere() throws {
    let game = try FormulaGame(
      yaml: """
        game: DTLZ2
        define:
          g: (c - 0.5)^2
        players:
        - {name: first, variables: {a: [0, 1]},
           payoff: -(1 + g)*cos(a*pi/2)*cos(b*pi/2)}
        - {name: second, variables: {b: [0, 1]},
           payoff: -(1 + g)*cos(a*pi/2)*sin(b*pi/2)}
        - {name: third, variables: {c: [0, 1]},
           payoff: -(1 + g)*sin(a*pi/2)}
        """)
    let front = game.paretoFront(points: 200)
    let floor = [-1.1, -1.1, -1.1]
    for point in front.points {
      let radius = point.payoffs.reduce(0) { $0 + $1 * $1 }
      #expect(abs(radius - 1) < 1e-7)
    }
    let volume = Hypervolume.of(front.payoffs, over: floor)
    #expect(volume > 0.94 * (1.331 - .pi / 6))
  }
}
