import LinearAlgebra
import Testing

@testable import Equilibria

@Suite struct FeedbackNashTests {
  /// By an independent program; see `lq-stocks-a` of the reference answers.
  @Test func threeStocks() throws {
    let costs = [
      [1.168, 0.289, 0.274], [0.127, 1.127, 0.161], [0.061, 0.134, 1.288],
    ]
    let game = LinearQuadraticStateGame(
      transition: Matrix(rows: [
        [0.8, 0.004, 0.002], [0.084, 0.8, 0.022], [0.075, 0.026, 0.8],
      ]),
      controls: (0..<3).map { i in
        Matrix(rows: (0..<3).map { [$0 == i ? 1 : 0] })
      },
      stateCosts: costs.map { Matrix(diagonal: $0) },
      controlCosts: [1.757, 1.303, 1.228].map { Matrix(rows: [[$0]]) },
      discount: 0.95)
    let solution = try #require(FeedbackNash().solve(game))
    let gains = [
      [0.3842835266353004, 0.0027285109830266605, 0.0014201342183298386],
      [0.05277915764082183, 0.42737681681404666, 0.013446938664861413],
      [0.04993556720182125, 0.017051436667779554, 0.4589455946419789],
    ]
    #expect(solution.termination == .converged)
    #expect(solution.residual < 1e-11)
    for i in 0..<3 {
      for j in 0..<3 {
        #expect(abs(solution.gains[i][0, j] - gains[i][j]) < 1e-9)
      }
    }
  }

  /// One player and one state: `P = R + βa²PQ/(Q + βb²P)` has a root in closed
  /// form.
  @Test func onePlayerSolvesTheScalarRiccatiEquation() throws {
    let (a, b, r, q, beta) = (0.9, 0.5, 2.0, 0.7, 0.95)
    let game = LinearQuadraticStateGame(
      transition: Matrix(rows: [[a]]), controls: [Matrix(rows: [[b]])],
      stateCosts: [Matrix(rows: [[r]])], controlCosts: [Matrix(rows: [[q]])],
      discount: beta)
    let solution = try #require(FeedbackNash().solve(game))
    let c = beta * b * b
    let linear = q - beta * a * a * q - c * r
    let value =
      (-linear + (linear * linear + 4 * c * r * q).squareRoot())
      / (2 * c)
    #expect(abs(solution.values[0][0, 0] - value) < 1e-11)
    #expect(
      abs(solution.gains[0][0, 0] - beta * a * b * value / (q + c * value))
        < 1e-12)
  }

  @Test func aSingularStageHasNoSolution() {
    let zero = Matrix(rows: [[0]])
    let game = LinearQuadraticStateGame(
      transition: Matrix(rows: [[1]]), controls: [zero], stateCosts: [zero],
      controlCosts: [zero], discount: 0.9)
    #expect(FeedbackNash().solve(game) == nil)
  }

  /// Two players who share a stock: `D = c (√(g² + 4(2n−1)q/c) − g)/(2(2n−1))`
  /// with `g = r + 2δ`, after Fershtman and Nitzan.
  @Test(arguments: [1, 2, 3, 10])
  func continuousTimeSolvesTheScalarRiccatiEquation(players: Int) throws {
    let (q, c, loss, r) = (0.2, 1.5, 0.1, 0.05)
    let game = LinearQuadraticDifferentialGame(
      drift: Matrix(rows: [[-loss]]),
      controls: Array(repeating: Matrix(rows: [[1]]), count: players),
      stateCosts: Array(repeating: Matrix(rows: [[q]]), count: players),
      controlCosts: Array(repeating: Matrix(rows: [[c]]), count: players),
      discountRate: r)
    let solution = try #require(FeedbackNash().solve(game, period: 0.3))
    let (g, many) = (r + 2 * loss, Double(2 * players - 1))
    let value = c * ((g * g + 4 * many * q / c).squareRoot() - g) / (2 * many)
    #expect(solution.termination == .converged)
    #expect(solution.residual < 1e-13)
    for i in 0..<players {
      #expect(abs(solution.values[i][0, 0] - value) < 1e-13)
      #expect(abs(solution.gains[i][0, 0] - value / c) < 1e-13)
    }
  }

  @Test func shortPeriodsComeNearToContinuousTime() throws {
    let game = LinearQuadraticDifferentialGame(
      drift: Matrix(rows: [[-0.1, 0.02], [0.03, -0.2]]),
      controls: [Matrix(rows: [[1], [0.3]]), Matrix(rows: [[0.2], [1]])],
      stateCosts: [
        Matrix(rows: [[1, 0.1], [0.1, 0.2]]),
        Matrix(rows: [[0.1, 0], [0, 2]]),
      ],
      controlCosts: [Matrix(rows: [[1]]), Matrix(rows: [[0.8]])],
      discountRate: 0.05)
    let exact = try #require(FeedbackNash().solve(game, period: 0.1))
    #expect(exact.residual < 1e-13)
    for period in [0.01, 0.001] {
      let near = try #require(FeedbackNash().solve(game.decided(every: period)))
      for (gain, limit) in zip(near.gains, exact.gains) {
        #expect((gain - limit).largestElement < 2 * period)
      }
    }
  }
}
