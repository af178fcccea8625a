import TestSupport
import Testing

@testable import PublishedGames

struct ComplementarityEnumerationTests {
  @Test func cornersOfAContinuum() {
    let problem = ComplementarityEnumeration(
      matrix: [[1, 1], [1, 1]], constant: [1, 1])
    #expect(problem.solutions().map(\.levels) == [[1, 0], [0, 1]])
  }

  @Test func threeEquilibriaInABox() {
    let problem = ComplementarityEnumeration(
      matrix: [[1, -2], [-2, 1]], constant: [-0.5, -0.5], upperBound: 1)
    #expect(
      problem.solutions().map(\.levels) == [[1, 1], [0.5, 0.5], [0, 0]])
  }

  /// With a matrix that is diagonally dominant there is one solution, and the
  /// conditions hold at it.
  @Test func dominantProblemsHaveOneSolution() throws {
    var random = SplitMix64(seed: 11)
    func number() -> Double { Double(random.next() >> 11) * 0x1p-53 }
    for _ in 0..<50 {
      let matrix = (0..<4).map { i in
        (0..<4).map { $0 == i ? 4 : 2 * number() - 1 }
      }
      let problem = ComplementarityEnumeration(
        matrix: matrix, constant: (0..<4).map { _ in 4 * number() - 2 },
        upperBound: 0.3)
      let found = problem.solutions()
      #expect(found.count == 1)
      let levels = try #require(found.first?.levels)
      for (level, slope) in zip(levels, problem.slopes(at: levels)) {
        #expect(level > 0 || slope <= 1e-9)
        #expect(level < 0.3 || slope >= -1e-9)
        #expect(level == 0 || level == 0.3 || abs(slope) < 1e-9)
      }
    }
  }

  @Test func solutionsAreExact() throws {
    let problem = ComplementarityEnumeration(
      matrix: [[1, 0.8], [0.8, 1]], constant: [1, 1])
    let data = ComplementarityEnumeration.ExactData(
      matrix: [
        [Rational(1), Rational(4, 5)], [Rational(4, 5), Rational(1)],
      ], constant: [Rational(1), Rational(1)])
    let interior = try #require(
      problem.solutions().first { $0.levels.allSatisfy { $0 > 0 } })
    #expect(problem.exact(interior, data)?.map(\.text) == ["5/9", "5/9"])
  }
}
