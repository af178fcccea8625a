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
    expectNondominated(front, in: game)
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
    expectNondominated(
      front, in: game, profiles: points.count == 200 ? 100_000 : 10_000)
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

  private static let zdt3 = """
    game: ZDT3
    define:
      g: 1 + 9*b
    players:
    - {name: first, variables: {a: [0, 1]}, payoff: -a}
    - {name: second, variables: {b: [0, 1]},
       payoff: -g*(1 - sqrt(a/g) - a/g*sin(10*pi*a))}
    """

  /// Where the pieces of ZDT3 begin and end (Deb, Zitzler and Thiele); the
  /// ends are local minima of the second objective, and each piece begins
  /// where it has come down to the last one.
  private static let zdt3Ends = [
    0, 0.0830015349, 0.1822287280, 0.2577623634, 0.4093136748, 0.4538821041,
    0.6183967944, 0.6525117038, 0.8233317983, 0.8518328654,
  ]

  @Test func aFrontInPieces() throws {
    let game = try FormulaGame(yaml: Self.zdt3)
    let front = game.paretoFront(points: 200)
    #expect(front.points.count == 200)
    #expect(front.gapCount == 4)
    for point in front.points { #expect(point.levels[1] == 0) }
    for end in Self.zdt3Ends {
      let nearest = front.points.map { abs($0.levels[0] - end) }.min() ?? 1
      #expect(nearest < 1e-6)
    }
    expectNondominated(front, in: game)
  }

  /// No neighbours are farther apart than asked, but for the gaps of the front
  /// itself.
  @Test(arguments: [0.05, 0.01, 0.004])
  func onlyGapsAreWiderThanTheResolution(resolution: Double) throws {
    let game = try FormulaGame(yaml: Self.zdt3)
    let front = game.paretoFront(
      using: ParetoTracing(points: 10, resolution: resolution))
    #expect(front.isResolved)
    #expect(front.gapCount == 4)
    #expect(wideSteps(of: front, resolution) == 4)
    let levels = front.points.map { $0.levels[0] }
    for (start, end) in zip(
      Self.zdt3Ends.dropFirst(), Self.zdt3Ends.dropFirst(2)
    ).enumerated().filter({ $0.offset % 2 == 0 }).map(\.element) {
      #expect(!levels.contains { $0 > start + 1e-6 && $0 < end - 1e-6 })
    }
  }

  @Test(
    arguments: ["dilemma-300", "dilemma-301", "dilemma-302"], [0.02, 0.005])
  func theDilemmasHaveNoGaps(name: String, resolution: Double) throws {
    let game = try SharingGame(Cluster(scenario: Golden.scenario(name)))
    let front = game.paretoFront(
      using: ParetoTracing(points: 10, resolution: resolution))
    #expect(front.isResolved)
    #expect(wideSteps(of: front, resolution) == front.gapCount)
    #expect(front.widestStep <= resolution)
  }

  /// How many neighbours are farther apart than a resolution.
  private func wideSteps(
    of front: ParetoFront, _ resolution: Double
  ) -> Int {
    let extents = zip(front.ideal, front.nadir).map { $0 - $1 }
    return zip(front.payoffs, front.payoffs.dropFirst()).count { p, q in
      (0..<2).contains {
        abs(p[$0] - q[$0]) > resolution * extents[$0] * (1 + 1e-9)
      }
    }
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
    // 200 points cannot cover much more than 0.9573 of the whole beyond 1.1,
    // nor than 0.9954 beyond 2: Scripts/attainable-hypervolume.
    let volume = Hypervolume.of(front.payoffs, over: floor)
    #expect(volume > 0.945 * (1.331 - .pi / 6))
    let wide = Hypervolume.of(front.payoffs, over: [-2, -2, -2])
    #expect(wide > 0.992 * (8 - .pi / 6))
  }
}
