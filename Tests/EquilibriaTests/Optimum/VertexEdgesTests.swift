import LinearAlgebra
import TestSupport
import Testing

@testable import Equilibria

struct VertexEdgesTests {
  /// After any exchanges the edges are the inverse of the normals, and their
  /// lengths are those of its columns.
  @Test func exchangesKeepTheInverse() {
    var random = SplitMix64(seed: 7)
    for order in [1, 2, 5, 12, 32] {
      var edges = VertexEdges(order: order)
      var normals = Matrix.identity(order: order)
      for _ in 0..<40 {
        let normal = random.numbers(order, in: -1...1)
        let edge = Int.random(in: 0..<order, using: &random)
        let product = edges.product(normal.indices.map { ($0, normal[$0]) })
        guard abs(product[edge]) > 0.1 else { continue }
        edges.replace(edge, by: product)
        for v in 0..<order { normals[edge, v] = normal[v] }
      }
      for j in 0..<order {
        let edge = edges.edge(j, times: 1)
        for (i, element) in (normals * edge).enumerated() {
          #expect(abs(element - (i == j ? 1 : 0)) < 1e-9)
        }
        let length = edge.reduce(0) { $0 + $1 * $1 }
        #expect(abs(edges.lengths[j] - length) <= 1e-9 * length)
      }
      let sides = random.numbers(order, in: -1...1)
      let point = edges.point(sides)
      for i in 0..<order {
        let side = (0..<order).reduce(0) { $0 + normals[i, $1] * point[$1] }
        #expect(abs(side - sides[i]) < 1e-9)
      }
    }
  }

  @Test func theInverseIsFoundFromNormals() throws {
    let normals = Matrix(rows: [[2, 1], [1, 1]])
    let edges = try #require(VertexEdges(normals: normals))
    #expect(edges.edge(0, times: 1) == [1, -1])
    #expect(edges.edge(1, times: -1) == [1, -2])
    #expect(edges.lengths[0] == 2 && edges.lengths[1] == 5)
  }

  @Test func dependentNormalsHaveNoInverse() {
    #expect(VertexEdges(normals: Matrix(rows: [[1, 2], [2, 4]])) == nil)
  }
}
