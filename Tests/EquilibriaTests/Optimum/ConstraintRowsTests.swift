import TestSupport
import Testing

@testable import Equilibria

struct ConstraintRowsTests {
  /// Rows that share a sum and rows that do not give the same products as each
  /// row for itself.
  @Test func productsAreThoseOfTheRows() {
    var random = SplitMix64(seed: 3)
    var matrix = ConstraintRows()
    var rows: [(variables: [Int], coefficients: [Double])] = []
    for _ in 0..<12 {
      let sum = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        Int.random(in: 0..<6, using: &random)
      }
      let weights = random.numbers(sum.count, in: -1...1)
      for _ in 0..<3 {
        let factor = random.number(in: -2...2)
        rows.append(
          (
            sum + [Int.random(in: 0..<6, using: &random)],
            weights.map { factor * $0 } + [random.number(in: -1...1)]
          ))
      }
    }
    rows.append(([], []))
    for row in rows { matrix.append(row.variables, row.coefficients) }
    #expect(matrix.count == rows.count)
    let vector = random.numbers(6, in: -1...1)
    var residuals = [Double](repeating: 0, count: rows.count)
    vector.withUnsafeBufferPointer { vector in
      residuals.withUnsafeMutableBufferPointer { residuals in
        matrix.residuals(of: vector, into: residuals)
      }
    }
    for (k, row) in rows.enumerated() {
      let expected = zip(row.variables, row.coefficients).reduce(0) {
        $0 + $1.1 * vector[$1.0]
      }
      #expect(abs(residuals[k] + expected) < 1e-13)
      let terms = matrix.terms(k, times: -2).reduce(0) {
        $0 + $1.coefficient * vector[$1.variable]
      }
      #expect(abs(terms + 2 * expected) < 1e-13)
    }
  }
}
