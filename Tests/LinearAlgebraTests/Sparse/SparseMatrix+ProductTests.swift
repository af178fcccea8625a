import LinearAlgebra
import TestSupport
import Testing

@Suite struct SparseMatrixProductTests {
  @Test(arguments: [(1, 1), (7, 4), (40, 60)])
  func agreesWithDense(rows: Int, columns: Int) {
    var random = SplitMix64(seed: UInt64(rows))
    let sparse = random.sparse(rows, columns)
    let (x, y) = (random.vector(columns), random.vector(rows))
    #expect(distance(sparse * x, sparse.dense * x) < 1e-14)
    var transposed = Array(repeating: 9.0, count: columns)
    sparse.multiplyTransposed(y, into: &transposed)
    #expect(distance(transposed, sparse.dense.transposed() * y) < 1e-14)
    let difference = Vector.dot(sparse * x, y) - Vector.dot(x, transposed)
    #expect(abs(difference) < 1e-13)
  }

  @Test func transposedProductHasTheBitsOfTheTransposedMatrix() {
    var random = SplitMix64(seed: 3)
    let sparse = random.sparse(50, 40)
    let x = random.vector(50)
    var y = Array(repeating: 0.0, count: 40)
    sparse.multiplyTransposed(x, into: &y)
    #expect(y == sparse.transposed() * x)
  }

  @Test func rowProductIsARowOfTheProduct() {
    var random = SplitMix64(seed: 4)
    let sparse = random.sparse(30, 30)
    let x = random.vector(30)
    #expect((0..<30).map { sparse.rowProduct($0, x) } == sparse * x)
  }

  /// Rows of very different lengths, so that the chunks do.
  @Test func concurrentProductHasTheSameBits() throws {
    var random = SplitMix64(seed: 5)
    let order = 60_000
    var triplets = TripletList()
    for i in 0..<order {
      let degree = i % 10_000 == 0 ? 20_000 : i % 7
      for k in 0..<degree {
        triplets.append(
          row: i, column: (i &* 31 + k * 3) % order,
          value: .random(in: -1...1, using: &random))
      }
    }
    let sparse = try SparseMatrix(
      rows: order, columns: order, triplets: triplets)
    let x = random.vector(order)
    var concurrent = Array(repeating: Double.nan, count: order)
    sparse.multiply(x, into: &concurrent, concurrently: true)
    #expect(concurrent == sparse * x)
  }

  @Test func wrongLengthIsRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = SparseMatrix(rows: 2, columns: 2).rowProduct(0, [1])
    }
    await #expect(processExitsWith: .failure) {
      var y = [0.0]
      SparseMatrix(rows: 2, columns: 2).multiply([1, 2], into: &y)
    }
    await #expect(processExitsWith: .failure) {
      var y = [0.0, 0]
      SparseMatrix(rows: 2, columns: 2).multiplyTransposed([1], into: &y)
    }
  }
}
