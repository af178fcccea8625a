import LinearAlgebra
import TestSupport
import Testing

@Suite struct ScaledSparseMatrixTests {
  /// The factors multiply element by element; the diagonal is zero.
  @Test(arguments: [1, 2, 5])
  func elementsAreProducts(groups: Int) {
    var random = SplitMix64(seed: 21)
    let links = random.sparse(15, 15, density: 0.6)
    let factors = random.blockUniform(15, groups: groups)
    let matrix = ScaledSparseMatrix(links, factors: factors)
    for i in 0..<15 {
      var row = [Double](repeating: 0, count: 15)
      matrix.forEachElement(inRow: i) { row[$0] += $1 }
      for j in 0..<15 {
        let expected = i == j ? 0 : links.element(i, j) * factors.element(i, j)
        #expect(abs(matrix.element(i, j) - expected) < 1e-15)
        #expect(abs(matrix.sparse.element(i, j) - expected) < 1e-15)
        #expect(abs(row[j] - expected) < 1e-15)
      }
    }
  }

  @Test func scalingKeepsTheLinks() {
    var random = SplitMix64(seed: 22)
    let links = random.sparse(8, 8)
    let matrix = ScaledSparseMatrix(
      links, factors: random.blockUniform(8, groups: 2))
    let scale = random.vector(8)
    let scaled = matrix.scaledRows(by: scale).scaledColumns(by: scale)
    #expect(scaled.links == links)
    for i in 0..<8 {
      for j in 0..<8 {
        let expected = scale[i] * matrix.element(i, j) * scale[j]
        #expect(abs(scaled.element(i, j) - expected) < 1e-15)
      }
    }
  }

  @Test func threadsDoNotChangeAProduct() {
    var random = SplitMix64(seed: 23)
    let order = 400
    let matrix = ScaledSparseMatrix(
      random.sparse(order, order, density: 0.9),
      factors: random.blockUniform(order, groups: 3))
    let x = random.vector(order)
    var (alone, together) = (x, x)
    matrix.multiply(x, into: &alone)
    matrix.multiply(x, into: &together, concurrently: true)
    #expect(alone == together)
    for i in stride(from: 0, to: order, by: 37) {
      #expect(abs(alone[i] - matrix.rowProduct(i, x)) < 1e-10)
    }
  }
}
