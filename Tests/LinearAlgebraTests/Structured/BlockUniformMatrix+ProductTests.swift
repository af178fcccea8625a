import LinearAlgebra
import TestSupport
import Testing

@Suite struct BlockUniformMatrixProductTests {
  @Test(arguments: [(1, 1), (2, 1), (5, 3), (60, 1), (60, 7), (300, 255)])
  func agreesWithDense(order: Int, groups: Int) {
    var random = SplitMix64(seed: UInt64(order + groups))
    let matrix = random.blockUniform(order, groups: groups)
    let x = random.vector(order)
    #expect(distance(matrix * x, matrix.dense * x) < 1e-13)
    var y = Array(repeating: 9.0, count: order)
    matrix.multiplyTransposed(x, into: &y)
    #expect(distance(y, matrix.dense.transposed() * x) < 1e-13)
    #expect(y == matrix.transposed() * x)
    for i in [0, order / 2, order - 1] {
      #expect(abs(matrix.rowProduct(i, x) - (matrix * x)[i]) < 1e-13)
    }
  }

  @Test func oneMemberHasNobodyElse() {
    #expect(BlockUniformMatrix(uniform: 3, order: 1) * [2] == [0])
    #expect(BlockUniformMatrix(uniform: 3, order: 0) * [] == [])
  }

  /// A member that makes up nearly all of the total: the rest must not
  /// drown in the rounding of the total, which would leave multiples of 1/8.
  /// The tolerance is the bound n² u² Σ|xⱼ| of compensated summation.
  @Test func ownShareCancelsExactly() {
    let order = 1000
    let matrix = BlockUniformMatrix(uniform: 1, order: order)
    var x = Array(repeating: 0.1, count: order)
    x[17] = 1e15
    let rest = (matrix * x)[17]
    #expect(abs(rest - 99.9) < 1.3e-11)
  }

  @Test func rowSums() {
    var random = SplitMix64(seed: 8)
    let matrix = random.blockUniform(20, groups: 3)
    let dense = matrix.dense
    for (i, sum) in matrix.rowSums.enumerated() {
      let expected = (0..<20).reduce(0.0) { $0 + dense[i, $1] }
      #expect(abs(sum - expected) < 1e-14)
    }
  }
}
