import LinearAlgebra

/// Linear programs over a box: minimise `cᵀx` subject to `A x ≤ b` and
/// `l ≤ x ≤ u`.
///
/// The dual simplex method with bounded variables. It starts with every
/// variable at the bound that its cost prefers, which is optimal but for the
/// rows; each step takes up the row that is violated most. What it returns are
/// multipliers `y ≥ 0` of the rows, rounded as they are: whoever needs proof
/// evaluates `yᵀA x ≤ yᵀb` in interval arithmetic.
///
/// Reference: Koberstein, The Dual Simplex Method: Techniques for a Fast and
/// Stable Implementation, 2005, chapter 3.
struct DualSimplex {
  /// How a linear program ended.
  enum Outcome: Equatable {
    /// The multipliers are those of an optimum.
    case optimal
    /// The multipliers combine the rows to one that no point of the box
    /// satisfies.
    case infeasible
    /// The limit on pivots was reached.
    case iterationLimit
  }

  /// A violation, or an element of the tableau, that counts as zero.
  private static let tolerance = 1e-9
  /// The limit on pivots for each row and variable.
  private static let pivotsPerLine = 4

  private let rowCount: Int
  private let columnCount: Int
  /// `T` of `x_B + T x_N = d`, row by row.
  private var tableau: [Double]
  /// The reduced costs of the variables outside the basis.
  private var costs: [Double]
  /// Where the variables outside the basis are.
  private var isAtUpper: [Bool]
  /// The values of the variables in the basis.
  private var values: [Double]
  /// The variables of rows and columns: levels first, then slacks.
  private var basis: [Int]
  private var outside: [Int]
  private let lower: [Double]
  private let upper: [Double]

  /// A program, ready to be solved.
  ///
  /// - Parameters:
  ///   - costs: The vector c.
  ///   - rows: The matrix A, row by row.
  ///   - bounds: The vector b.
  ///   - lower: The vector l.
  ///   - upper: The vector u.
  init(
    costs: [Double], rows: [Double], bounds: [Double], lower: [Double],
    upper: [Double]
  ) {
    let columns = costs.count
    rowCount = bounds.count
    columnCount = columns
    tableau = rows
    self.costs = costs
    isAtUpper = costs.map { $0 < 0 }
    basis = bounds.indices.map { columns + $0 }
    outside = Array(costs.indices)
    self.lower = lower + [Double](repeating: 0, count: bounds.count)
    self.upper = upper + [Double](repeating: .infinity, count: bounds.count)
    values = bounds
    for i in bounds.indices {
      for j in 0..<columns {
        let start = isAtUpper[j] ? upper[j] : lower[j]
        values[i] -= rows[i * columns + j] * start
      }
    }
  }

  /// Solves the program.
  ///
  /// - Returns: How it ended and a multiplier for each row.
  mutating func solve() -> (outcome: Outcome, multipliers: [Double]) {
    for _ in 0..<(Self.pivotsPerLine * (rowCount + columnCount)) {
      guard let (row, side) = mostViolated() else {
        return (.optimal, multipliersFromCosts())
      }
      guard let column = enteringColumn(row, side) else {
        return (.infeasible, multipliers(of: row, side))
      }
      pivot(row, column, side)
    }
    return (.iterationLimit, multipliersFromCosts())
  }

  /// The row whose variable is farthest outside its bounds, and whether it has
  /// to rise (1) or to fall (−1).
  private func mostViolated() -> (row: Int, side: Double)? {
    var best: (row: Int, side: Double)?
    var worst = Self.tolerance
    for i in 0..<rowCount {
      let below = lower[basis[i]] - values[i]
      let above = values[i] - upper[basis[i]]
      if max(below, above) > worst {
        worst = max(below, above)
        best = (i, below > above ? 1 : -1)
      }
    }
    return best
  }

  /// The column that can move the row's variable at the least change of the
  /// reduced costs; nil if none can.
  private func enteringColumn(_ row: Int, _ side: Double) -> Int? {
    var best: (column: Int, ratio: Double, size: Double)?
    for j in 0..<columnCount {
      let element = tableau[row * columnCount + j]
      let gain = isAtUpper[j] ? side * element : -side * element
      guard gain > Self.tolerance, upper[outside[j]] > lower[outside[j]]
      else { continue }
      let ratio = abs(costs[j]) / gain
      if let other = best {
        if ratio > other.ratio { continue }
        if ratio == other.ratio, gain <= other.size { continue }
      }
      best = (j, ratio, gain)
    }
    return best?.column
  }

  /// Exchanges the variables of a row and a column; the row's one stops at the
  /// bound that it violated.
  private mutating func pivot(_ row: Int, _ column: Int, _ side: Double) {
    let count = columnCount
    let leaving = basis[row]
    let entering = outside[column]
    let target = side > 0 ? lower[leaving] : upper[leaving]
    let element = tableau[row * count + column]
    let step = (values[row] - target) / element
    let start = isAtUpper[column] ? upper[entering] : lower[entering]
    for i in 0..<rowCount {
      values[i] -= tableau[i * count + column] * step
    }
    values[row] = start + step
    basis[row] = entering
    outside[column] = leaving
    isAtUpper[column] = side < 0
    eliminate(row, column)
  }

  /// Solves the row's equation for the column's variable and inserts it
  /// everywhere else.
  private mutating func eliminate(_ row: Int, _ column: Int) {
    let count = columnCount
    let rowCount = rowCount
    costs.withUnsafeMutableBufferPointer { costs in
      tableau.withUnsafeMutableBufferPointer { tableau in
        let pivotRow = row * count
        let inverse = 1 / tableau[pivotRow + column]
        for j in 0..<count { tableau[pivotRow + j] *= inverse }
        tableau[pivotRow + column] = inverse
        for i in 0..<rowCount where i != row {
          let start = i * count
          let factor = tableau[start + column]
          guard factor != 0 else { continue }
          tableau[start + column] = 0
          for j in 0..<count {
            tableau[start + j] -= factor * tableau[pivotRow + j]
          }
        }
        let factor = costs[column]
        costs[column] = 0
        for j in 0..<count { costs[j] -= factor * tableau[pivotRow + j] }
      }
    }
  }

  /// The multipliers that prove an optimum: the slacks' reduced costs.
  private func multipliersFromCosts() -> [Double] {
    var result = [Double](repeating: 0, count: rowCount)
    for j in 0..<columnCount where outside[j] >= columnCount {
      result[outside[j] - columnCount] = max(0, costs[j])
    }
    return result
  }

  /// The combination of rows that makes up a row of the tableau.
  private func multipliers(of row: Int, _ side: Double) -> [Double] {
    var result = [Double](repeating: 0, count: rowCount)
    if basis[row] >= columnCount { result[basis[row] - columnCount] = 1 }
    for j in 0..<columnCount where outside[j] >= columnCount {
      result[outside[j] - columnCount] = max(
        0, side * tableau[row * columnCount + j])
    }
    return result
  }
}
