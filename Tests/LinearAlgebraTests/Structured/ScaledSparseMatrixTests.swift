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

  /// Rows whose number is zero are passed over, and columns are shared.
  @Test(arguments: [1, 3])
  func threadsDoNotChangeATransposedProduct(groups: Int) throws {
    var random = SplitMix64(seed: 24)
    let order = 40_000
    var links = TripletList()
    for i in 0..<order {
      for step in [0, 1, 5, 977, 20_011] {
        links.append(
          row: i, column: (i + step) % order,
          value: Double.random(in: 0...1, using: &random))
      }
    }
    let matrix = try ScaledSparseMatrix(
      SparseMatrix(rows: order, columns: order, triplets: links),
      factors: random.blockUniform(order, groups: groups))
    var x = random.vector(order)
    for i in x.indices where i % 3 == 0 { x[i] = 0 }
    var (alone, together, expected) = (x, x, x.map { _ in 0.0 })
    matrix.multiplyTransposed(x, into: &alone)
    matrix.multiplyTransposed(x, into: &together, concurrently: true)
    #expect(alone == together)
    for i in 0..<order {
      matrix.forEachElement(inRow: i) { expected[$0] += $1 * x[i] }
    }
    #expect(distance(alone, expected) < 1e-14)
  }
}
