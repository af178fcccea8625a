// Row i of the product is rᵢ (Σ_g B[gᵢ, g] T_g − B[gᵢ, gᵢ] cᵢ xᵢ) with the
// group totals T_g = Σ cⱼ xⱼ. "The total less one's own" cancels where one
// member makes up most of its group, so the totals are compensated sums and
// a member is taken off its own total before anything is rounded: the error
// of T − cᵢ xᵢ is at most u |T − cᵢ xᵢ| + O(n² u²) Σ|cⱼ xⱼ| with u = 2⁻⁵³.

extension BlockUniformMatrix {
  /// Computes the product y = A x.
  ///
  /// Deterministic; the error of row i is a few units in the last place of
  /// `|rᵢ| Σ_g |B[gᵢ, g]| |T_g|`, where the total `T_g` of the row's own group
  /// leaves out the row itself.
  ///
  /// - Precondition: the vectors have `rows` numbers.
  /// - Complexity: O(rows + groups²), without heap allocation for few groups.
  public func multiply(_ x: [Double], into y: inout [Double]) {
    multiply(x, into: &y, from: columnScale, to: rowScale) { block[$0, $1] }
  }

  /// Computes the transposed product y = Aᵀ x.
  ///
  /// Deterministic and as exact as `multiply`.
  ///
  /// - Precondition: the vectors have `rows` numbers.
  /// - Complexity: O(rows + groups²), without heap allocation for few groups.
  public func multiplyTransposed(_ x: [Double], into y: inout [Double]) {
    multiply(x, into: &y, from: rowScale, to: columnScale) { block[$1, $0] }
  }

  /// The product of a matrix and a vector.
  ///
  /// - Precondition: `x` has `columns` numbers.
  /// - Complexity: O(rows + groups²).
  public static func * (matrix: Self, x: [Double]) -> [Double] {
    var y = Array(repeating: 0.0, count: matrix.rows)
    matrix.multiply(x, into: &y)
    return y
  }

  /// The sum of each row.
  ///
  /// - Complexity: O(rows + groups²).
  public var rowSums: [Double] {
    self * Array(repeating: 1, count: columns)
  }

  /// The product of a row and a vector, summed by rising column.
  ///
  /// - Precondition: the row lies in the matrix; `x` has `columns` numbers.
  /// - Complexity: O(columns).
  public func rowProduct(_ row: Int, _ x: [Double]) -> Double {
    precondition(x.count == columns, "the vector must fit the columns")
    return (0..<columns).reduce(0.0) { $0 + element(row, $1) * x[$1] }
  }

  @inline(__always)
  private func multiply(
    _ x: [Double], into y: inout [Double], from inner: [Double],
    to outer: [Double], factor: (_ row: Int, _ column: Int) -> Double
  ) {
    precondition(x.count == rows && y.count == rows, "the vectors must fit")
    withTotals(of: x, scaledBy: inner) { totals in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: groupCount) {
        others in
        others.initialize(repeating: 0)
        for g in 0..<groupCount {
          for h in 0..<groupCount where h != g {
            others[g] += factor(g, h) * totals[h].value
          }
        }
        for i in 0..<rows {
          let g = Int(groups[i])
          let rest = (totals[g] + (-(inner[i] * x[i]))).value
          y[i] = outer[i] * (others[g] + factor(g, g) * rest)
        }
      }
    }
  }

  /// Lends the totals of a scaled vector over the groups.
  @inline(__always)
  private func withTotals(
    of x: [Double], scaledBy scale: [Double],
    _ body: (UnsafeMutableBufferPointer<CompensatedSum>) -> Void
  ) {
    withUnsafeTemporaryAllocation(
      of: CompensatedSum.self, capacity: groupCount
    ) { totals in
      totals.initialize(repeating: CompensatedSum())
      for j in 0..<rows { totals[Int(groups[j])] += scale[j] * x[j] }
      body(totals)
    }
  }
}
