import LinearAlgebra
import TestSupport
import Testing

@Suite struct BlockUniformMatrixTotalsTests {
  @Test(arguments: [1, 4])
  func rowsFollowEveryChange(groups: Int) {
    var random = SplitMix64(seed: UInt64(groups))
    let order = 40
    let matrix = random.blockUniform(order, groups: groups)
    var x = random.vector(order)
    var totals = BlockUniformMatrix.Totals(of: x, in: matrix)
    for _ in 0..<10_000 {
      let j = Int.random(in: 0..<order, using: &random)
      let new = Double.random(in: -1...1, using: &random)
      matrix.update(&totals, column: j, from: x[j], to: new)
      x[j] = new
    }
    let product = matrix * x
    for i in 0..<order {
      let row = matrix.rowProduct(i, totals, own: x[i])
      #expect(abs(row - product[i]) < 1e-15)
    }
  }
}
