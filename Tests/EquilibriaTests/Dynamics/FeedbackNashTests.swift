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
}
