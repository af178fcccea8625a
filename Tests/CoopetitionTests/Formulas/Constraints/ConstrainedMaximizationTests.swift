import Equilibria
import Games
import TestSupport
import Testing

@testable import Coopetition

/// The best profile under constraints, judged by closed forms and by a search
/// that shares nothing with the solver.
@Suite struct ConstrainedMaximizationTests {
  private func optimum(_ text: String) throws -> SocialOptimum {
    ConstrainedOptimum(
      try FormulaGame(yaml: text), candidates: [], using: Analyzer()
    ).optimum
  }

  private static func pair(_ first: String) -> String {
    """
    game: Two sides
    players:
    - {name: A, variables: {x: [0, 2]}, payoff: "\(first)"}
    - {name: B, variables: {y: [0, 2]}, payoff: 3*x*y - 0.2*y^2 - 0.5*y}
    """
  }

  /// On `x + y = 2` welfare is `b x − 4.2 x² − 1.8`, with its maximum at
  /// `x = b / 8.4`. Nothing is concave there without the constraint.
  @Test(
    arguments: [("2*x - x^2", 9.3), ("0-x^2", 7.3)],
    ["x + y <= 2", "x + y = 2"]
  )
  func closedForms(_ payoff: (String, Double), constraint: String) throws {
    let optimum = try optimum(
      Self.pair(payoff.0) + "\nconstraints: [\(constraint)]")
    let x = payoff.1 / 8.4
    #expect(abs(optimum.levels[0] - x) < 1e-6)
    #expect(abs(optimum.levels[1] - (2 - x)) < 1e-6)
    let welfare = payoff.1 * payoff.1 / 16.8 - 1.8
    #expect(abs(optimum.welfare - welfare) < 1e-9)
    #expect(optimum.upperBound >= welfare - 1e-12)
    #expect(optimum.gap < 1e-8)
  }

  /// What an equilibrium reaches is no reason to stop there.
  @Test func equilibriaAreNotTheBest() throws {
    let game = try FormulaGame(
      yaml: Self.pair("2*x - x^2") + "\nconstraints: [x + y <= 2]")
    let analysis = game.analyze()
    #expect(analysis.optimum.isProven)
    #expect(abs(analysis.optimum.welfare - 3.348214285714286) < 1e-9)
    let outcome = try #require(analysis.equilibria.first)
    #expect(outcome.efficiency < 0.8)
  }

  /// Roots have infinite slopes at 0, where some starts are; the largest product
  /// of two roots of numbers that sum to 1 is a half.
  @Test func rootsAtZero() throws {
    let optimum = try optimum(
      """
      game: Roots
      players:
      - {name: A, variables: {x: [0, 2]}, payoff: x^0.5*y^0.5}
      - {name: B, variables: {y: [0, 2]}, payoff: 0}
      constraints: [x + y <= 1]
      """)
    #expect(abs(optimum.welfare - 0.5) < 1e-9)
    #expect(optimum.upperBound < 0.5 + 1e-6)
  }

  /// Where slopes are infinite at a bound the box is cut along them, too.
  @Test func rootsWithoutConstraints() throws {
    let optimum = try FormulaGame(
      yaml: """
        game: Roots
        players:
        - {name: A, variables: {x: [0, 2]}, payoff: x^0.5*(1 + y) - x^2*y}
        - {name: B, variables: {y: [0, 2]}, payoff: 3*y*x - y^2}
        """
    ).socialOptimum()
    #expect(optimum.isProven)
    let oracle = FeasibleRegret(
      payoff: { _, x in
        let root: Double = x[0].squareRoot() * (1 + x[1])
        let joint: Double = 3 * x[0] * x[1] - x[0] * x[0] * x[1]
        return root + joint - x[1] * x[1]
      }, excesses: { _, _ in [] }, own: [[(0, 0...2), (1, 0...2)]])
    #expect(oracle.largest(at: optimum.levels) < 1e-8)
  }

  /// Games whose payoffs and constraints are not convex, against random searches
  /// by another program.
  @Test(arguments: [
    (
      """
      - {name: P0, variables: {x0: [0, 2.78]}, payoff: 'x0*x2*0.92 + 0-0.78*exp(x0-x2)+2*x0 - 1.07*x0^2'}
      - {name: P1, variables: {x1: [0, 2.83]}, payoff: '3*x1*x1*x2-x1^3 + 0-0.41*exp(x1-x2)+2*x1 - 1.34*x1^2'}
      - {name: P2, variables: {x2: [0, 2.78]}, payoff: '3*x2*x2*x1-x2^3 + 1.8*log(1+x2+0.81*x1) - 0.41*x2^2'}
      constraints: ['x0*x1 + x2 <= 0.76']
      """, 4.421911
    ),
    (
      """
      - {name: P0, variables: {x0: [0, 1.93]}, payoff: '0-0.83*exp(x0-x2)+2*x0 + x0*x2*0.24 - 1.25*x0^2'}
      - {name: P1, variables: {x1: [0, 2.89]}, payoff: '1.16*x1*(2-x1-x0-x0) + 1.51*x1^0.42*(1+x0) - 1.48*x1^2'}
      - {name: P2, variables: {x2: [0, 1.12]}, payoff: 'x2*x1*0.87 + 2.92*x2*(2-x2-x1-x1) - 1.04*x2^2'}
      constraints: ['x2 >= 0.48*x1', 'sqrt(x0+0.1) + x1 >= 0.83']
      """, 2.932647
    ),
    (
      """
      - {name: P0, variables: {x0: [0, 2.59]}, payoff: '0-0.91*exp(x0-x2)+2*x0 + 2.66*x0*(2-x0-x2-x2) - 0.43*x0^2'}
      - {name: P1, variables: {x1: [0, 1.27]}, payoff: 'x1*x0*1.5 + 0-0.42*exp(x1-x0)+2*x1 - 0.42*x1^2'}
      - {name: P2, variables: {x2: [0, 2.72]}, payoff: 'x2*x1*1.44 + 0.88*x2^0.85*(1+x1) - 1.0*x2^2'}
      constraints: ['x0 + x1 = 0.53']
      """, 1.223847
    ),
    (
      """
      - {name: P0, variables: {x0: [0, 2.59]}, payoff: '0-0.91*exp(x0-x2)+2*x0 + 2.66*x0*(2-x0-x2-x2) - 0.43*x0^2'}
      - {name: P1, variables: {x1: [0, 1.27]}, payoff: 'x1*x0*1.5 + 0-0.42*exp(x1-x0)+2*x1 - 0.42*x1^2'}
      - {name: P2, variables: {x2: [0, 2.72]}, payoff: 'x2*x1*1.44 + 0.88*x2^0.85*(1+x1) - 1.0*x2^2'}
      constraints: ['x0 + x1 <= 0.53']
      """, 1.223847
    ),
  ])
  func randomSearches(players: String, welfare: Double) throws {
    let optimum = try optimum("game: g\nplayers:\n" + players)
    #expect(abs(optimum.welfare - welfare) < 1e-5)
    #expect(optimum.upperBound >= welfare - 1e-6)
  }

  /// A game of players with one variable each, as a text and as a closure.
  private struct Sample {
    var text: String
    var welfare: @Sendable ([Double]) -> Double
    var excess: @Sendable ([Double]) -> Double
    var bounds: [ClosedRange<Double>]
  }

  private func sample(_ count: Int, seed: UInt64) -> Sample {
    var random = TestSupport.SplitMix64(seed: seed)
    func number(_ range: ClosedRange<Double>) -> Double {
      (Double.random(in: range, using: &random) * 64).rounded() / 64
    }
    let slopes = (0..<count).map { _ in number(-1...3) }
    let curvatures = (0..<count).map { _ in number(0.25...1.5) }
    let cross = (0..<count).map { _ in number(-2...3) }
    let cubes = (0..<count).map { _ in number(-0.5...0.5) }
    let tops = (0..<count).map { _ in number(1...3) }
    let weights = (0..<count).map { _ in number(0.25...2) }
    let product = number(-1...1)
    let limit = number(0.5...2.5)
    let players = (0..<count).map { v -> String in
      let w = (v + 1) % count
      return "- {name: P\(v), variables: {x\(v): [0, \(tops[v])]}, payoff: \""
        + "(\(slopes[v]))*x\(v) - \(curvatures[v])*x\(v)^2"
        + " + (\(cross[v]))*x\(v)*x\(w) + (\(cubes[v]))*x\(v)^2*x\(w)\"}"
    }
    let sum = (0..<count).map { "\(weights[$0])*x\($0)" }
      .joined(separator: " + ")
    return Sample(
      text: """
        game: Random
        players:
        \(players.joined(separator: "\n"))
        constraints: ["\(sum) + (\(product))*x0*x1 <= \(limit)"]
        """,
      welfare: { x in
        (0..<count).reduce(0.0) { (total: Double, v: Int) -> Double in
          let w = (v + 1) % count
          let own: Double = slopes[v] * x[v] - curvatures[v] * x[v] * x[v]
          let joint: Double = cross[v] + cubes[v] * x[v]
          return total + own + joint * x[v] * x[w]
        }
      },
      excess: { x in
        var sum: Double = product * x[0] * x[1] - limit
        for v in 0..<count { sum += weights[v] * x[v] }
        return sum
      }, bounds: tops.map { 0...$0 })
  }

  /// No search from random profiles finds more than the optimum of random games,
  /// and none more than the bound.
  @Test(arguments: [2, 3])
  func nothingIsBetter(count: Int) throws {
    var (proven, binding) = (0, 0)
    for seed in 1...10 {
      let sample = sample(count, seed: UInt64(1_000 * count + seed))
      let optimum = try optimum(sample.text)
      let oracle = FeasibleRegret(
        payoff: { _, x in sample.welfare(x) },
        excesses: { _, x in [sample.excess(x)] },
        own: [sample.bounds.enumerated().map { ($0, $1) }])
      let welfare = sample.welfare(optimum.levels)
      #expect(abs(optimum.welfare - welfare) < 1e-9, "seed \(seed)")
      #expect(oracle.infeasibility(at: optimum.levels) < 1e-12, "seed \(seed)")
      let gain = oracle.largest(at: optimum.levels, seed: UInt64(seed))
      #expect(gain < 1e-6, "seed \(seed)")
      #expect(welfare + gain <= optimum.upperBound + 1e-8, "seed \(seed)")
      if optimum.isProven { proven += 1 }
      if sample.excess(optimum.levels) > -1e-9 { binding += 1 }
    }
    #expect(proven >= 9)
    #expect((3...9).contains(binding))
  }
}
