import TestSupport
import Testing

@testable import Equilibria

/// A quadratic function with a known Hessian.
private struct Quadratic: ObjectiveExpansion {
  let hessian: [[Double]]

  func hessianProduct(
    along direction: [Double], into product: inout [Double]
  ) {
    for v in direction.indices {
      product[v] = zip(hessian[v], direction).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  var hessianDiagonal: [Double]? { hessian.indices.map { hessian[$0][$0] } }
}

@Suite struct ScaledConjugateGradientTests {
  /// `−BᵀB − I` for random B.
  private func concave(_ n: Int, seed: UInt64) -> Quadratic {
    var random = SplitMix64(seed: seed)
    let rows = (0..<n).map { _ in random.numbers(n, in: -1...1) }
    return Quadratic(
      hessian: (0..<n).map { v in
        (0..<n).map { w in
          rows.reduce(v == w ? -1 : 0) { $0 - $1[v] * $1[w] }
        }
      })
  }

  @Test(arguments: 1...5)
  func solvesNewtonsSystemForFreeVariables(seed: UInt64) {
    let n = 9
    let quadratic = concave(n, seed: seed)
    var random = SplitMix64(seed: seed + 100)
    let gradient = random.numbers(n, in: -1...1)
    let free = [0, 2, 3, 5, 8]
    var solution = [Double](repeating: 0, count: n)
    solution[1] = 7
    var system = ScaledConjugateGradient(dimension: n)
    let rise = system.solve(
      quadratic, gradient: gradient, widths: Array(repeating: 1, count: n),
      free: free, forcing: 1e-12, iterationLimit: 100, into: &solution)
    for v in free {
      let image = free.reduce(0) {
        $0 - quadratic.hessian[v][$1] * solution[$1]
      }
      #expect(abs(image - gradient[v]) < 1e-10)
    }
    #expect(solution[1] == 7 && solution[4] == 0)
    let promised = free.reduce(0) { $0 + gradient[$1] * solution[$1] } / 2
    #expect(abs(rise - promised) < 1e-12 && rise > 0)
  }

  /// Where the function bends upwards the way leads uphill, across the widths.
  @Test func upwardCurvatureIsFollowed() {
    let quadratic = Quadratic(hessian: [[1, 0], [0, 1]])
    var solution = [0.0, 0]
    var system = ScaledConjugateGradient(dimension: 2)
    let rise = system.solve(
      quadratic, gradient: [3, -0.5], widths: [2, 4], free: [0, 1],
      forcing: 0.1, iterationLimit: 100, into: &solution)
    #expect(solution == [2, -4])
    #expect(rise == 4)
  }

  @Test func nothingIsPromisedWithoutASlope() {
    var solution = [0.0, 0]
    var system = ScaledConjugateGradient(dimension: 2)
    let rise = system.solve(
      concave(2, seed: 1), gradient: [0, 0], widths: [1, 1], free: [0, 1],
      forcing: 0.1, iterationLimit: 100, into: &solution)
    #expect(rise == 0 && solution == [0, 0])
  }
}
