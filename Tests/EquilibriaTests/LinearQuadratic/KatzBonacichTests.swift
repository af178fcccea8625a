import Equilibria
import LinearAlgebra
import TestSupport
import Testing

/// Networks of the tests of linear-quadratic games.
enum TestNetworks {
  /// Player 1 is linked to 2, 6, 7 and 11; {2, …, 6} and {7, …, 11} are
  /// cliques. Ballester, Calvó-Armengol and Zenou 2006, figure 1.
  static let bridge: StructuredMatrix = {
    var rows = Matrix(rows: 11, columns: 11)
    for clique in [1...5, 6...10] {
      for i in clique {
        for j in clique where j != i { rows[i, j] = 1 }
      }
    }
    for j in [1, 5, 6, 10] {
      rows[0, j] = 1
      rows[j, 0] = 1
    }
    return .sparse(SparseMatrix(dense: rows))
  }()

  /// The bridge player, its neighbours and the others.
  static let types = [[0], [1, 5, 6, 10], [2, 3, 4, 7, 8, 9]]

  /// A random directed network with weights.
  static func random(_ count: Int, seed: UInt64) -> StructuredMatrix {
    var random = SplitMix64(seed: seed)
    var rows = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for j in 0..<count where i != j && random.happens(0.4) {
        rows[i, j] = random.number(in: 0...1)
      }
    }
    return .sparse(SparseMatrix(dense: rows))
  }
}

@Suite struct KatzBonacichTests {
  /// The exact values of each type of player in the bridge network.
  struct Bridge: Sendable {
    var discount: Double
    var centrality: [Double]
    var intercentrality: [Double]
    var key: [Int]

    static let weak = Bridge(
      discount: 0.1, centrality: [275 / 157, 295 / 157, 270 / 157],
      intercentrality: [1375 / 471, 114_873 / 35_011, 2187 / 785],
      key: [1, 5, 6, 10])
    static let strong = Bridge(
      discount: 0.2, centrality: [25 / 3, 55 / 6, 70 / 9],
      intercentrality: [125 / 3, 121 / 3, 98 / 3], key: [0])
  }

  @Test(arguments: [Bridge.weak, Bridge.strong])
  func bridgeOfEleven(_ exact: Bridge) throws {
    let measure = KatzBonacich(TestNetworks.bridge, discount: exact.discount)
    let b = try measure.centrality()
    let c = try measure.intercentrality()
    for (type, members) in TestNetworks.types.enumerated() {
      for i in members {
        #expect(relativeDistance(b[i], exact.centrality[type]) < 1e-13)
        #expect(relativeDistance(c[i], exact.intercentrality[type]) < 1e-12)
      }
    }
    #expect(try measure.keyPlayers() == exact.key)
    let iterated = measure.centrality(using: GMRES())
    #expect(relativeDistance(iterated.x, b) < 1e-11)
  }

  @Test func keyPlayerChangesAtTheGoldenSection() throws {
    let switchPoint = (3 - 5.0.squareRoot()) / 4
    for (discount, key) in [
      (switchPoint - 1e-6, [1, 5, 6, 10]), (switchPoint + 1e-6, [0]),
    ] {
      let measure = KatzBonacich(TestNetworks.bridge, discount: discount)
      #expect(try measure.keyPlayers() == key)
    }
  }

  @Test func seriesConvergesBelowTheBound() {
    let measure = KatzBonacich(TestNetworks.bridge, discount: 0.1)
    let radius = measure.spectralRadius()
    #expect(radius.lower <= 4.404_046_996_464_428)
    #expect(radius.upper >= 4.404_046_996_464_427)
    #expect(abs(measure.discountBound - 0.227_063_880_290_741_8) < 1e-9)
  }

  @Test(arguments: 1...5)
  func intercentralityIsTheFallThatRemovalBrings(seed: UInt64) throws {
    let count = 9
    let network = TestNetworks.random(count, seed: seed)
    var random = SplitMix64(seed: seed + 100)
    let weights = random.numbers(count, in: 0.5...2)
    let measure = KatzBonacich(network, discount: 0.12, weights: weights)
    let total = try measure.centrality().reduce(0, +)
    let falls = try measure.intercentrality()
    for removed in 0..<count {
      let rest = (0..<count).filter { $0 != removed }
      let smaller = KatzBonacich(
        .sparse(SparseMatrix(dense: network.dense.submatrix(rest))),
        discount: 0.12, weights: rest.map { weights[$0] })
      let left = try smaller.centrality().reduce(0, +)
      #expect(relativeDistance(falls[removed], total - left) < 1e-11)
    }
  }

  @Test func singularSystemIsAnError() {
    let pair = StructuredMatrix.sparse(
      SparseMatrix(dense: Matrix(rows: [[0, 1], [1, 0]])))
    #expect(throws: LinearAlgebraError.self) {
      try KatzBonacich(pair, discount: 1).centrality()
    }
  }
}
