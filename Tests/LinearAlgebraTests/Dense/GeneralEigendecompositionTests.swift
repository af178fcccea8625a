import LinearAlgebra
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct GeneralEigendecompositionTests {
  /// Asserts A (x + iy) = (λ + iμ)(x + iy) for each pair, and lengths of 1.
  private func check(
    _ a: Matrix, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try GeneralEigendecomposition(a)
    let size = max(1e-300, a.infinityNorm) * Double(max(1, a.rows))
    for (j, value) in found.eigenvalues.enumerated() {
      let x = (0..<a.rows).map { found.realParts[$0, j] }
      let y = (0..<a.rows).map { found.imaginaryParts[$0, j] }
      let real = zip(x, y).map { value.real * $0 - value.imaginary * $1 }
      let imaginary = zip(x, y).map { value.real * $1 + value.imaginary * $0 }
      #expect(
        distance(a * x, real) < 2e-15 * size, sourceLocation: sourceLocation)
      #expect(
        distance(a * y, imaginary) < 2e-15 * size,
        sourceLocation: sourceLocation)
      #expect(
        abs(Vector.euclideanNorm(x + y) - 1) < 1e-14,
        sourceLocation: sourceLocation)
    }
    let alone = try GeneralEigendecomposition.eigenvalues(of: a)
    #expect(alone.count == a.rows, sourceLocation: sourceLocation)
    let trace = (0..<a.rows).reduce(0.0) { $0 + a[$1, $1] }
    let sum = alone.reduce(0.0) { $0 + $1.real }
    #expect(abs(trace - sum) < 1e-14 * size, sourceLocation: sourceLocation)
    for (one, other) in zip(alone, alone.dropFirst()) {
      #expect(one.real <= other.real, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [0, 1, 2, 3, 10, 40])
  func randomMatrices(order: Int) throws {
    var random = SplitMix64(seed: UInt64(order))
    for _ in 0..<20 { try check(random.matrix(order, order)) }
  }

  @Test(arguments: [
    [[1.0, 0], [0, 1]], [[1, 2], [0, 1]], [[1, 0], [2, 1]], [[1, 2], [0, 3]],
    [[0, 1], [-1, 0]], [[0, 0], [0, 0]], [[1, 1e-9], [-1e-9, 1]],
    [[1, 1e200], [1e-200, 1]], [[4, 1], [-1, 2]],
    [[1e200, 1e200], [-1e200, 0]],
    [[0, 1e-160], [1e-160, 0]],
  ])
  func orderTwo(rows: [[Double]]) throws {
    try check(Matrix(rows: rows))
  }

  @Test func closedFormsOfOrderTwo() throws {
    let rotation = try GeneralEigendecomposition.eigenvalues(
      of: Matrix(rows: [[1, -2], [2, 1]]))
    #expect(
      rotation == [.init(real: 1, imaginary: -2), .init(real: 1, imaginary: 2)])
    let real = try GeneralEigendecomposition.eigenvalues(
      of: Matrix(rows: [[2, 1], [1, 2]]))
    #expect(real == [.init(real: 1), .init(real: 3)])
    let product = try GeneralEigendecomposition.eigenvalues(
      of: Matrix(rows: [[1, 1e200], [4e-200, 1]]))
    #expect(distance(product.map(\.real), [-1, 3]) < 1e-15)
  }

  /// The companion matrix of xⁿ − 1 has the roots of unity as eigenvalues.
  @Test(arguments: [1, 2, 3, 4, 7, 12])
  func companionMatrices(order: Int) throws {
    var companion = Matrix(rows: order, columns: order)
    for i in 0..<order { companion[(i + 1) % order, i] = 1 }
    let values = try GeneralEigendecomposition.eigenvalues(of: companion)
    for k in 0..<order {
      let angle = 2 * Double.pi * Double(k) / Double(order)
      let nearest = values.map {
        Vector.maximumNorm([$0.real - cos(angle), $0.imaginary - sin(angle)])
      }.min()
      #expect((nearest ?? 1) < 1e-14)
    }
    #expect(values.allSatisfy { abs($0.modulus - 1) < 1e-14 })
  }

  @Test func conjugatePairsRiseByImaginaryPart() throws {
    let blocks = Matrix(
      rows: [[0, -1, 0, 0], [1, 0, 0, 0], [0, 0, 0, -2], [0, 0, 2, 0]])
    let values = try GeneralEigendecomposition.eigenvalues(of: blocks)
    #expect(distance(values.map(\.imaginary), [-2, -1, 1, 2]) < 1e-15)
    try check(blocks)
  }

  @Test func whatIsNotFiniteIsNamed() {
    for order in [1, 2, 5] {
      var a = Matrix.identity(order: order)
      a[order - 1, 0] = .nan
      let error = LinearAlgebraError.notFinite(row: order - 1, column: 0)
      #expect(throws: error) { try GeneralEigendecomposition(a) }
      #expect(throws: error) {
        try GeneralEigendecomposition.eigenvalues(of: a)
      }
    }
  }
}
