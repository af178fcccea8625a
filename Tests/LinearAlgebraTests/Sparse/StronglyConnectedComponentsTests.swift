import LinearAlgebra
import TestSupport
import Testing

@Suite struct StronglyConnectedComponentsTests {
  private func components(
    _ order: Int, _ links: [(Int, Int)]
  ) throws -> StronglyConnectedComponents {
    let matrix = try SparseMatrix(
      rows: order, columns: order,
      triplets: links.map { (row: $0, column: $1, value: 1) })
    return StronglyConnectedComponents(of: matrix)
  }

  @Test func aCycleWithATail() throws {
    let found = try components(5, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4)])
    #expect(found.count == 3)
    #expect(found.component == [2, 2, 2, 1, 0])
    #expect(found.members.starts == [0, 1, 2, 5])
    #expect(found.members.indices == [4, 3, 0, 1, 2])
  }

  @Test func withoutLinksEachIndexIsAlone() throws {
    #expect(try components(3, []).component == [0, 1, 2])
    #expect(try components(0, []).count == 0)
    #expect(try components(1, [(0, 0)]).count == 1)
  }

  @Test func storedZerosAreNoLinks() throws {
    let matrix = try SparseMatrix(
      rows: 2, columns: 2, triplets: [(0, 1, 1), (1, 0, 0)])
    #expect(StronglyConnectedComponents(of: matrix).count == 2)
  }

  @Test func aLongPathDoesNotExhaustTheStack() throws {
    let order = 200_000
    let path = (0..<(order - 1)).map { ($0, $0 + 1) }
    #expect(try components(order, path).count == order)
    #expect(try components(order, path + [(order - 1, 0)]).count == 1)
  }

  /// Against reachability by repeated squaring.
  @Test func agreesWithReachability() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<20 {
      let order = 15
      let matrix = random.sparse(order, order, density: 0.1)
      var reach = Matrix.identity(order: order)
      for (k, value) in matrix.dense.elements.enumerated() where value != 0 {
        reach.elements[k] = 1
      }
      for _ in 0..<4 {
        reach = reach * reach
        reach.elements = reach.elements.map { min($0, 1) }
      }
      let found = StronglyConnectedComponents(of: matrix)
      for i in 0..<order {
        for j in 0..<order {
          let together = reach[i, j] > 0 && reach[j, i] > 0
          #expect((found.component[i] == found.component[j]) == together)
          if reach[i, j] > 0 {
            #expect(found.component[i] >= found.component[j])
          }
        }
      }
    }
  }
}
