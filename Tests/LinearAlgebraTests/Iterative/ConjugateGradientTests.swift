import LinearAlgebra
import TestSupport
import Testing

@Suite struct ConjugateGradientTests {
  private func apply(_ a: Matrix) -> LinearOperator {
    { a.multiply($0, into: &$1) }
  }

  @Test(arguments: [1, 2, 10, 100])
  func solvesDifferenceSystems(order: Int) {
    var random = SplitMix64(seed: UInt64(order))
    let a = differenceMatrix(order: order)
    let b = random.vector(order)
    let found = ConjugateGradient().solve(b, applying: apply(a))
    #expect(found.isConverged)
    #expect(found.residual <= 1e-12)
    #expect(distance(a * found.x, b) <= 1e-12 * Vector.euclideanNorm(b))
    #expect(found.iterations <= order + 3)
  }

  /// Distinct eigenvalues bound the steps: two here.
  @Test func finishesAfterAsManyStepsAsEigenvalues() {
    let a = Matrix(diagonal: [1, 5, 1, 5, 5])
    let found = ConjugateGradient().solve(
      [1, 2, 3, 4, 5], applying: apply(a))
    #expect(found.isConverged && found.iterations == 2)
  }

  @Test func theInverseDiagonalMakesADiagonalSystemTrivial() {
    let diagonal = (1...50).map { Double($0 * $0) }
    let b = Array(repeating: 1.0, count: 50)
    let found = ConjugateGradient().solve(
      b,
      preconditioner: { x, y in
        for k in x.indices { y[k] = x[k] / diagonal[k] }
      }, applying: apply(Matrix(diagonal: diagonal)))
    #expect(found.isConverged && found.iterations == 1)
  }

  @Test func aStartNearTheSolutionSavesSteps() {
    let a = differenceMatrix(order: 100)
    let x = (0..<100).map { Double($0) }
    let found = ConjugateGradient().solve(a * x, from: x, applying: apply(a))
    #expect(found.isConverged && found.iterations == 0)
  }

  @Test func anIndefiniteOperatorBreaksDown() {
    let a = Matrix(diagonal: [1, -1])
    let found = ConjugateGradient().solve([1, 1], applying: apply(a))
    #expect(found.termination == .breakdown)
    #expect(found.residual > 0.1)
  }

  @Test func limitsAndImpossibleTolerances() {
    let a = differenceMatrix(order: 100)
    let b = Array(repeating: 1.0, count: 100)
    let short = ConjugateGradient(maximumIterations: 5)
    let stopped = short.solve(b, applying: apply(a))
    #expect(stopped.termination == .iterationLimit)
    #expect(stopped.iterations == 5)
    let exact = ConjugateGradient(tolerance: 0, maximumIterations: 100_000)
    let best = exact.solve(b.map { $0 / 3 }, applying: apply(a))
    #expect(best.residual < 1e-12)
  }

  @Test func zeroAndNotFinite() {
    let a = differenceMatrix(order: 3)
    let zero = ConjugateGradient().solve(
      [0, 0, 0], from: [1, 2, 3], applying: apply(a))
    #expect(zero.isConverged && zero.x == [0, 0, 0] && zero.residual == 0)
    let empty = ConjugateGradient().solve([]) { _, _ in }
    #expect(empty.isConverged)
    let bad = ConjugateGradient().solve([1, .nan, 1], applying: apply(a))
    #expect(bad.termination == .notFinite)
  }
}
