import LinearAlgebra
import TestSupport
import Testing

@testable import Equilibria

struct EdgeLengthsTests {
  /// After many exchanges of many variables the squares are as near to those of
  /// the edges as a projection of 32 rows lets them be: the deviation in the
  /// mean is 1/4, and five times that much does not occur.
  @Test func estimatesFollowExchanges() {
    let order = 80
    var random = SplitMix64(seed: 3)
    var edges = VertexEdges(order: order)
    var exchanges = 0
    while exchanges < 300 {
      let normal = random.numbers(order, in: -1...1)
      let product = edges.product(normal.indices.map { ($0, normal[$0]) })
      let edge = product.indices.max { abs(product[$0]) < abs(product[$1]) }
      guard let edge else { break }
      edges.replace(edge, by: product)
      exchanges += 1
    }
    let deviations = (0..<order).map { j in
      let square = edges.edge(j, times: 1).reduce(0) { $0 + $1 * $1 }
      return edges.lengths[j] / square - 1
    }
    #expect(deviations.allSatisfy { abs($0) < 1.25 })
    let meanSquare = deviations.reduce(0) { $0 + $1 * $1 } / Double(order)
    #expect(meanSquare < 0.125)
  }
}
