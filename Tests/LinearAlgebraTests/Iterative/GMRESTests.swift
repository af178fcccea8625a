import LinearAlgebra
import TestSupport
import Testing

@Suite struct GMRESTests {
  private func apply(_ a: Matrix) -> LinearOperator {
    { a.multiply($0, into: &$1) }
  }

  /// A random matrix with a strong diagonal.
  private func system(order: Int) -> (a: Matrix, b: [Double]) {
    var random = SplitMix64(seed: UInt64(order))
    var a = random.matrix(order, order)
    for i in 0..<order { a[i, i] += Double(order) / 2 }
    return (a, random.vector(order))
  }

  @Test(arguments: [1, 2, 5, 30, 120])
  func solves(order: Int) {
    let (a, b) = system(order: order)
    let found = GMRES().solve(b, applying: apply(a))
    #expect(found.isConverged)
    #expect(distance(a * found.x, b) <= 1e-12 * Vector.euclideanNorm(b))
  }

  /// The cyclic shift makes no progress before the last step of a cycle.
  @Test func theCyclicShiftNeedsTheWholeSpace() {
    let order = 12
    var shift = Matrix(rows: order, columns: order)
    for i in 0..<order { shift[(i + 1) % order, i] = 1 }
    var b = Array(repeating: 0.0, count: order)
    b[0] = 1
    let whole = GMRES(restart: order).solve(b, applying: apply(shift))
    #expect(whole.isConverged && whole.iterations == order)
    let short = GMRES(restart: order - 1).solve(b, applying: apply(shift))
    #expect(short.termination == .breakdown)
    #expect(short.residual == 1)
  }

  @Test func restartsAndPreconditions() {
    let (a, b) = system(order: 80)
    let restarted = GMRES(restart: 4).solve(b, applying: apply(a))
    #expect(restarted.isConverged)
    let scaled = Matrix(diagonal: (1...80).map { 10 * Double($0) }) * a
    let plain = GMRES().solve(b, applying: apply(scaled))
    let preconditioned = GMRES().solve(
      b,
      preconditioner: { x, y in
        for k in x.indices { y[k] = x[k] / scaled[k, k] }
      }, applying: apply(scaled))
    #expect(preconditioned.isConverged)
    #expect(preconditioned.iterations < plain.iterations)
    let residual = distance(scaled * preconditioned.x, b)
    #expect(residual <= 1e-12 * Vector.euclideanNorm(b))
  }

  @Test func aSingularSystemBreaksDown() {
    let found = GMRES().solve(
      [1, 1], applying: apply(Matrix(rows: [[1, 0], [0, 0]])))
    #expect(found.termination == .breakdown)
    #expect(abs(found.residual - 0.5.squareRoot()) < 1e-15)
    let null = GMRES().solve([1, 1]) { _, y in y = [0, 0] }
    #expect(null.termination == .breakdown && null.x == [0, 0])
  }

  @Test func iterationLimit() {
    let (a, b) = system(order: 60)
    let found = GMRES(maximumIterations: 3).solve(b, applying: apply(a))
    #expect(found.termination == .iterationLimit)
    #expect(found.iterations == 3)
  }

  @Test func zeroAndNotFinite() {
    let (a, _) = system(order: 3)
    let zero = GMRES().solve([0, 0, 0], from: [1, 2, 3], applying: apply(a))
    #expect(zero.isConverged && zero.x == [0, 0, 0])
    #expect(GMRES().solve([]) { _, _ in }.isConverged)
    let bad = GMRES().solve([1, .infinity, 1], applying: apply(a))
    #expect(bad.termination == .notFinite)
    let image = GMRES().solve([1, 1, 1]) { _, y in y[0] = .nan }
    #expect(image.termination == .notFinite)
  }
}
