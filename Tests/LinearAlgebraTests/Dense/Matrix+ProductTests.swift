import LinearAlgebra
import TestSupport
import Testing

@Suite struct MatrixProductTests {
  @Test func multipliesAVector() {
    let a = Matrix(rows: [[1, 2, 3], [4, 5, 6]])
    #expect(a * [1, 10, 100] == [321, 654])
    var y = [7.0, 7, 7]
    a.multiplyTransposed([1, 10], into: &y)
    #expect(y == [41, 52, 63])
  }

  @Test func emptyMatrices() {
    #expect(Matrix(rows: 0, columns: 3) * [1, 2, 3] == [])
    #expect(Matrix(rows: 2, columns: 0) * [Double]() == [0, 0])
    let product =
      Matrix(rows: 2, columns: 0) * Matrix(rows: 0, columns: 2)
    #expect(product == Matrix(rows: 2, columns: 2))
  }

  @Test(arguments: [1, 3, 17, 60])
  func transpositionIsAdjoint(order: Int) {
    var random = SplitMix64(seed: UInt64(order))
    let a = random.matrix(order + 2, order)
    let (x, y) = (random.vector(order), random.vector(order + 2))
    var transposed = Array(repeating: 0.0, count: order)
    a.multiplyTransposed(y, into: &transposed)
    let difference = Vector.dot(a * x, y) - Vector.dot(x, transposed)
    #expect(abs(difference) < 1e-14 * Double(order + 2) * 4)
    #expect(distance(a.transposed() * y, transposed) < 1e-14 * 8)
  }

  /// Sizes on both sides of the switch to BLAS.
  @Test(arguments: [(1, 1, 1), (3, 4, 5), (15, 16, 17), (40, 30, 50)])
  func multipliesMatrices(rows: Int, inner: Int, columns: Int) {
    var random = SplitMix64(seed: UInt64(rows))
    let (a, b) = (random.matrix(rows, inner), random.matrix(inner, columns))
    let x = random.vector(columns)
    #expect(distance((a * b) * x, a * (b * x)) < 1e-15 * 100)
  }

  @Test func norms() {
    let a = Matrix(rows: [[3, -4], [0, 5]])
    #expect(a.infinityNorm == 7)
    #expect(a.frobeniusNorm == 50.0.squareRoot())
    #expect(Matrix(rows: 0, columns: 0).infinityNorm == 0)
  }

  @Test func wrongLengthIsRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = Matrix.identity(order: 2) * [1.0, 2, 3]
    }
  }
}
