import LinearAlgebra
import TestSupport
import Testing

@Suite struct LinearSolverTests {
  /// Solves A x = b with columns further apart than the order.
  private func solve(_ a: Matrix, _ b: [Double]) -> [Double]? {
    let (n, distance) = (a.rows, a.rows + 3)
    var storage = Array(repeating: Double.nan, count: n * distance)
    for j in 0..<n {
      for i in 0..<n { storage[i + j * distance] = a[i, j] }
    }
    var x = b + [.nan]
    let solved = storage.withUnsafeMutableBufferPointer { storage in
      x.withUnsafeMutableBufferPointer { x -> Bool in
        guard let a = storage.baseAddress, let b = x.baseAddress else {
          return true
        }
        return LinearSolver.solveInPlace(
          order: n, matrix: a, leadingDimension: distance, rightHandSide: b)
      }
    }
    return solved ? Array(x.dropLast()) : nil
  }

  @Test(arguments: 1...40)
  func residualIsSmall(order: Int) throws {
    var random = SplitMix64(seed: UInt64(order))
    let a = random.matrix(order, order)
    let b = random.vector(order)
    let x = try #require(solve(a, b))
    let scale = a.infinityNorm * Vector.maximumNorm(x) * Double(order)
    #expect(distance(a * x, b) < 1e-15 * scale)
  }

  @Test func pivotsWhereTheDiagonalIsZero() {
    #expect(solve(Matrix(rows: [[0, 2], [4, 0]]), [6, 8]) == [2, 3])
    let tiny = Matrix(rows: [[1e-20, 1], [1, 1]])
    #expect(solve(tiny, [1, 2]) == [1, 1])
  }

  @Test func singularSystemsAreRefused() {
    #expect(solve(Matrix(rows: [[0]]), [1]) == nil)
    #expect(solve(Matrix(rows: [[1, 2], [2, 4]]), [1, 2]) == nil)
    #expect(solve(Matrix(rows: [[1, 0], [3, 0]]), [1, 2]) == nil)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNotFiniteIsRefused(value: Double) {
    for place in 0..<9 {
      var a = Matrix.identity(order: 3)
      a.elements[place] = value
      #expect(solve(a, [1, 2, 3]) == nil)
    }
    for place in 0..<3 {
      var b = [1.0, 2, 3]
      b[place] = value
      #expect(solve(.identity(order: 3), b) == nil)
    }
  }
}
