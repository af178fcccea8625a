import Equilibria
import LinearAlgebra

/// Times the feedback equilibrium of a duopoly with costs of adjustment, the
/// example of Sargent and Stachurski's lecture on Markov perfect equilibrium.
@main
enum FeedbackDuopoly {
  static func main() {
    let solver = FeedbackNash(tolerance: 1e-8)
    guard let solution = solver.solve(game) else { return }
    let times = (0..<201).map { _ in
      ContinuousClock().measure { _ = solver.solve(game) } / .microseconds(1)
    }
    print("FeedbackNash: \(times.sorted()[100]) µs")
    for gain in solution.gains {
      print("  gain", gain[0, 0], gain[0, 1], gain[0, 2])
    }
  }

  /// The state is 1 and both outputs; the price is 10 − 2 (q₁ + q₂), and
  /// changing an output costs 12 times the square of the change.
  private static let game = LinearQuadraticStateGame(
    transition: Matrix(diagonal: [1, 1, 1]),
    controls: [
      Matrix(rows: [[0], [1], [0]]), Matrix(rows: [[0], [0], [1]]),
    ],
    stateCosts: [
      Matrix(rows: [[0, -5, 0], [-5, 2, 1], [0, 1, 0]]),
      Matrix(rows: [[0, 0, -5], [0, 0, 1], [-5, 1, 2]]),
    ],
    controlCosts: [Matrix(rows: [[12]]), Matrix(rows: [[12]])],
    discount: 0.96)
}
