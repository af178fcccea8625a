import LinearAlgebra
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct PowerIterationTests {
  private func matrix(
    _ order: Int, _ links: [(Int, Int, Double)]
  ) throws -> SparseMatrix {
    try SparseMatrix(
      rows: order, columns: order,
      triplets: links.map { (row: $0, column: $1, value: $2) })
  }

  private func radius(_ matrix: SparseMatrix) -> SpectralRadius {
    PowerIteration().spectralRadius(of: matrix)
  }

  /// The adjacency matrix of a path has the radius 2 cos(π/(n+1)); it is
  /// periodic.
  @Test(arguments: [2, 3, 10, 20])
  func paths(order: Int) throws {
    let links = (0..<(order - 1)).flatMap {
      [($0, $0 + 1, 1.0), ($0 + 1, $0, 1.0)]
    }
    let found = radius(try matrix(order, links))
    let expected = 2 * cos(.pi / Double(order + 1))
    #expect(found.termination == .converged)
    #expect(found.upper - found.lower <= 1e-10 * found.upper)
    #expect(abs(found.value - expected) < 2e-10)
  }

  /// A directed cycle of weights has their geometric mean as its radius.
  @Test func aWeightedCycle() throws {
    let found = radius(
      try matrix(3, [(0, 1, 1), (1, 2, 8), (2, 0, 27)]))
    #expect(found.lower <= 6 && 6 <= found.upper)
    #expect(found.upper - found.lower <= 6e-10)
  }

  @Test func boundsEncloseAtEveryIteration() {
    var random = SplitMix64(seed: 13)
    for _ in 0..<10 {
      var dense = random.matrix(15, 15)
      dense.elements = dense.elements.map { $0 > 0.4 ? $0 : 0 }
      let sparse = SparseMatrix(dense: dense)
      let exact = try? GeneralEigendecomposition.eigenvalues(of: dense)
        .map(\.modulus).max()
      for limit in [1, 2, 3, 10, 1000] {
        let found = PowerIteration(maximumIterations: limit)
          .spectralRadius(of: sparse)
        #expect(found.lower <= (exact ?? .nan) + 1e-13)
        #expect(found.upper >= (exact ?? .nan) - 1e-13)
        #expect(found.iterations <= limit)
      }
    }
  }

  /// Two components of radius 2 and 3 and a link between them.
  @Test func aReducibleMatrix() throws {
    let found = radius(
      try matrix(
        4,
        [(0, 1, 2), (1, 0, 2), (2, 3, 3), (3, 2, 3), (0, 2, 100)]))
    #expect(found.termination == .converged)
    #expect(found.lower <= 3 && 3 <= found.upper)
    #expect(distance(found.vector, [0, 0, 1, 1]) < 1e-15)
  }

  @Test func triangularAndEmptyMatrices() throws {
    let nilpotent = radius(try matrix(3, [(0, 1, 5), (1, 2, 5), (0, 2, 1)]))
    #expect(nilpotent.upper == 0 && nilpotent.termination == .converged)
    let diagonal = radius(try matrix(2, [(0, 0, 2), (1, 1, 7), (0, 1, 1)]))
    #expect(diagonal.lower <= 7 && 7 <= diagonal.upper)
    #expect(radius(try matrix(0, [])).value == 0)
  }

  @Test func structuredMatrices() {
    let uniform = BlockUniformMatrix(uniform: 0.5, order: 11)
    let found = PowerIteration().spectralRadius(of: .blockUniform(uniform))
    #expect(found.lower <= 5 && 5 <= found.upper)
    #expect(found.termination == .converged && found.iterations == 1)
    let sparse = SparseMatrix(dense: uniform.dense)
    let same = PowerIteration().spectralRadius(of: .sparse(sparse))
    #expect(abs(same.value - 5) < 1e-14)
  }

  /// A block uniform matrix and the same written out have one radius, also
  /// where rows, columns and blocks vanish.
  @Test func reducibleBlocks() {
    var random = SplitMix64(seed: 14)
    for trial in 0..<60 {
      func factors(_ count: Int) -> [Double] {
        random.vector(count).map { $0 > -0.3 ? abs($0) : 0 }
      }
      var block = Matrix(rows: 3, columns: 3)
      block.elements = factors(9)
      let order = trial % 8
      let matrix = BlockUniformMatrix(
        rowScale: factors(order), block: block, columnScale: factors(order),
        groups: (0..<order).map { _ in .random(in: 0..<3, using: &random) })
      let found = PowerIteration().spectralRadius(of: .blockUniform(matrix))
      #expect(found.termination == .converged)
      let same = radius(SparseMatrix(dense: matrix.dense))
      #expect(same.termination == .converged)
      #expect(abs(found.value - same.value) <= 2e-10 * same.upper)
      #expect(found.vector.count == order)
    }
  }

  @Test func whatIsNotFiniteIsSaid() throws {
    for value in [Double.nan, .infinity] {
      let found = radius(try matrix(2, [(0, 1, value), (1, 0, 1)]))
      #expect(found.termination == .notFinite)
    }
  }

  @Test func negativeElementsAreRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = PowerIteration().spectralRadius(
        of: SparseMatrix(dense: Matrix(rows: [[-1]])))
    }
    await #expect(processExitsWith: .failure) {
      _ = PowerIteration().spectralRadius(
        of: .blockUniform(BlockUniformMatrix(uniform: -1, order: 2)))
    }
  }
}
