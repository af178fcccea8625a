extension BlockUniformMatrix {
  /// The totals of a vector over the groups, kept up as single numbers change.
  ///
  /// With them one row of the product costs O(groups): what a sweep needs that
  /// uses each new number at once.
  package struct Totals: Sendable {
    fileprivate var sums: [CompensatedSum]

    /// The totals `Σ columnScale[j] x[j]` over each group.
    ///
    /// - Precondition: `x` has as many numbers as the matrix has columns.
    /// - Complexity: O(columns).
    package init(of x: [Double], in matrix: BlockUniformMatrix) {
      precondition(
        x.count == matrix.columns, "the vector must fit the columns")
      sums = Array(repeating: CompensatedSum(), count: matrix.groupCount)
      for j in x.indices {
        sums[Int(matrix.groups[j])] += matrix.columnScale[j] * x[j]
      }
    }
  }

  /// Brings the totals up to date after one number of the vector changed.
  ///
  /// - Parameters:
  ///   - totals: the totals of the vector in this matrix.
  ///   - column: the place of the number.
  ///   - old: what it was.
  ///   - new: what it is.
  /// - Complexity: O(1).
  package func update(
    _ totals: inout Totals, column: Int, from old: Double, to new: Double
  ) {
    let group = Int(groups[column])
    totals.sums[group] += -(columnScale[column] * old)
    totals.sums[group] += columnScale[column] * new
  }

  /// The product of a row and the vector with the given totals.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - totals: the totals of the vector in this matrix.
  ///   - own: the row's own number in the vector.
  /// - Returns: what `multiply` gives, up to rounding.
  /// - Complexity: O(groups), without allocation.
  package func rowProduct(
    _ row: Int, _ totals: Totals, own: Double
  ) -> Double {
    let g = Int(groups[row])
    var sum = 0.0
    for h in 0..<groupCount where h != g {
      sum += block[g, h] * totals.sums[h].value
    }
    let rest = (totals.sums[g] + (-(columnScale[row] * own))).value
    return rowScale[row] * (sum + block[g, g] * rest)
  }
}
