import Games
import LinearAlgebra
import TestSupport
import Testing

@testable import Equilibria

struct StabilityProofTests {
  private func stability(_ matrix: Matrix) -> Stability {
    StabilityProof.stability(of: IntervalMatrix(matrix))
  }

  /// A matrix with a negative diagonal and about a third of the others.
  private func matrix(
    _ order: Int, others: ClosedRange<Double>, using random: inout SplitMix64
  ) -> Matrix {
    var matrix = Matrix(rows: order, columns: order)
    for i in 0..<order {
      for j in 0..<order where random.happens(0.3) {
        matrix[i, j] = random.number(in: others)
      }
      matrix[i, i] = -random.number(in: 0.2...2)
    }
    return matrix
  }

  /// What is said of a matrix agrees with its eigenvalues, whatever the signs
  /// of its elements, and little is left open.
  @Test(arguments: [0...0.6, -0.6...0.6, -0.6...0])
  func verdictsAgreeWithEigenvalues(others: ClosedRange<Double>) throws {
    var random = SplitMix64(seed: 11)
    var counts: [Stability: Int] = [:]
    for _ in 0..<300 {
      let order = Int.random(in: 1...9, using: &random)
      let matrix = matrix(order, others: others, using: &random)
      let spectrum = try GeneralEigendecomposition(matrix)
      let fastest = spectrum.eigenvalues.map(\.real).max() ?? 0
      let verdict = stability(matrix)
      counts[verdict, default: 0] += 1
      #expect(verdict != .stable || fastest < 0)
      #expect(verdict != .unstable || fastest > 0)
    }
    #expect(counts[.undecided, default: 0] < 15)
    #expect(counts[.stable, default: 0] > 50)
  }

  /// 150 players who encourage each other: a scale decides, or the fastest mode.
  @Test(arguments: [(0.9, Stability.stable), (1.1, .unstable)])
  func manyPlayersAreDecided(size: Double, expected: Stability) throws {
    var random = SplitMix64(seed: 12)
    var links = Matrix(rows: 150, columns: 150)
    for i in 0..<150 {
      for _ in 0..<8 {
        links[i, Int.random(in: 0..<150, using: &random)] = random.number(
          in: 0.1...1)
      }
    }
    let spectrum = try GeneralEigendecomposition(links)
    let radius = spectrum.eigenvalues.map(\.real).max() ?? 1
    var jacobian = links
    for i in 0..<150 {
      for j in 0..<150 { jacobian[i, j] *= size / radius }
      jacobian[i, i] -= 1
    }
    #expect(stability(jacobian) == expected)
  }

  /// One that grows on its own is held by another that moves against it.
  @Test func growthThatIsHeldIsNotUnstable() {
    #expect(stability(Matrix(rows: [[1, -10], [10, -5]])) != .unstable)
    #expect(stability(Matrix(rows: [[1, 0], [0, -1]])) == .unstable)
    #expect(stability(Matrix(rows: [[0]])) == .undecided)
  }
}
