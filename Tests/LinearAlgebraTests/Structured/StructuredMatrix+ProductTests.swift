import LinearAlgebra
import TestSupport
import Testing

@Suite struct StructuredMatrixProductTests {
  @Test(arguments: StructuredMatrixTests.examples)
  func agreesWithDense(matrix: StructuredMatrix) {
    var random = SplitMix64(seed: 10)
    let x = random.vector(12)
    let dense = matrix.dense
    #expect(distance(matrix * x, dense * x) < 1e-14)
    var y = Array(repeating: 0.0, count: 12)
    matrix.multiplyTransposed(x, into: &y)
    #expect(distance(y, dense.transposed() * x) < 1e-14)
    #expect(abs(matrix.rowProduct(5, x) - (dense * x)[5]) < 1e-14)
    let ones = Array(repeating: 1.0, count: 12)
    #expect(distance(matrix.rowSums, dense * ones) < 1e-14)
  }
}
