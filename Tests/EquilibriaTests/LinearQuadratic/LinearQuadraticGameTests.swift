import Equilibria
import LinearAlgebra
import TestSupport
import Testing

@Suite struct LinearQuadraticGameTests {
  /// A ring in which everybody has `degree` neighbours, half on either side.
  private func ring(_ count: Int, degree: Int) throws -> StructuredMatrix {
    var links = TripletList()
    links.reserveCapacity(count * degree)
    for i in 0..<count {
      for step in 1...(degree / 2) {
        links.append(row: i, column: (i + step) % count, value: 1)
        links.append(row: i, column: (i + count - step) % count, value: 1)
      }
    }
    return .sparse(
      try SparseMatrix(rows: count, columns: count, triplets: links))
  }

  @Test func payoffsFollowTheFormula() {
    let game = LinearQuadraticGame(
      benefits: [1, 2], interaction: 0.5,
      network: .sparse(SparseMatrix(dense: Matrix(rows: [[0, 3], [0, 0]]))),
      externalities: .sparse(
        SparseMatrix(dense: Matrix(rows: [[4, 0], [1, 0]]))), levels: 0...5)
    let payoffs = game.payoffs(at: [1.5, 2])
    // 1.5 − 1.125 + 0.5·3·1.5·2 + 4·1.5, and 4 − 2 + 1.5.
    #expect(payoffs == [10.875, 3.5])
    #expect(game.pseudoGradient(at: [1.5, 2]) == [6.5, 0])
    #expect(game.jacobian(at: [0, 0]) == Matrix(rows: [[-1, 1.5], [0, -1]]))
  }

  @Test func aMillionPlayersOfOneDegreeHaveTheClosedForm() throws {
    let game = LinearQuadraticGame(
      benefits: Array(repeating: 1, count: 1_000_000), interaction: 0.2,
      network: try ring(1_000_000, degree: 4), levels: 0...10)
    let exact = 1 / (1 - 0.2 * 4)
    let found = game.interiorProfile(using: ConjugateGradient())
    #expect(found.isConverged)
    #expect(found.x.allSatisfy { abs($0 - exact) < 1e-11 })
  }

  @Test func directAndIterativeSolutionsAgree() throws {
    let network = TestNetworks.random(40, seed: 4)
    var random = SplitMix64(seed: 8)
    let game = LinearQuadraticGame(
      benefits: random.numbers(40, in: 0...1), interaction: -0.05,
      network: network, levels: -10...10)
    let direct = try game.interiorProfile()
    #expect(game.pseudoGradient(at: direct).allSatisfy { abs($0) < 1e-13 })
    let iterated = game.interiorProfile(using: GMRES())
    #expect(relativeDistance(iterated.x, direct) < 1e-11)
    let swept = game.solve(BestResponseSweeps(from: .lowest))
    #expect(relativeDistance(swept.levels, direct) < 1e-11)
    let symmetric = LinearQuadraticGame(
      benefits: Array(repeating: 1, count: 11), interaction: 0.2,
      network: TestNetworks.bridge, levels: 0...20)
    let conjugate = symmetric.interiorProfile(using: ConjugateGradient())
    #expect(
      relativeDistance(conjugate.x, try symmetric.interiorProfile()) < 1e-11)
  }
}
