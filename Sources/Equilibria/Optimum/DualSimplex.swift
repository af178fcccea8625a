import LinearAlgebra

/// Linear programs over a box with the same rows and one objective after the
/// other: minimise `cᵀx` subject to `A x ≤ b` and `l ≤ x ≤ u`.
///
/// The simplex method with bounded variables, on a tableau. Rows are taken up
/// when a vertex violates them: the dual method then leads back to a vertex
/// that does not, and given up when a new objective does not need them. That one
/// starts from the last vertex with the primal method, a few pivots away. What is returned are multipliers `y ≥ 0` of the
/// rows, rounded as they are: whoever needs proof evaluates `yᵀA x ≤ yᵀb` in
/// interval arithmetic.
///
/// Variables should be of order one: violations and elements of the tableau
/// are held against an absolute tolerance.
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

  /// A row `Σ_j a_j x_j ≤ b`.
  struct Row: Sendable {
    var variables: [Int]
    var coefficients: [Double]
    var bound: Double
  }

  /// A violation, or an element of the tableau, that counts as zero.
  static let tolerance = 1e-9
  /// The limit on pivots of a program for each row and variable.
  static let pivotsPerLine = 4
  /// How many rows are taken up at a time.
  static let batch = 16
  /// Rows that hold by more than this are given up.
  static let ease = 0.02
  /// How many numbers make a vector.
  static let lanes = 2

  let rows: [Row]
  let columnCount: Int
  /// The columns of the tableau, some of them empty: a multiple of the width of
  /// a vector.
  let stride: Int
  /// Whether each row is in the tableau.
  var isTaken: [Bool]
  /// `T` of `x_B + T x_N = d`, row by row.
  var tableau: [Double] = []
  /// The reduced costs of the variables outside the basis.
  var costs: [Double]
  /// Where the variables outside the basis are.
  var isAtUpper: [Bool]
  /// The values of the variables in the basis.
  var values: [Double] = []
  /// The variables of rows and columns: levels first, then slacks.
  var basis: [Int] = []
  var outside: [Int]
  /// Where each level is: a row of the tableau, or −1 − column.
  var places: [Int]
  let lower: [Double]
  let upper: [Double]
  /// How many pivots were made.
  private(set) var pivots = 0

  /// Programs with some rows over a box.
  init(rows: [Row], lower: [Double], upper: [Double]) {
    self.rows = rows
    self.lower = lower
    self.upper = upper
    columnCount = lower.count
    stride = (lower.count + Self.lanes - 1) / Self.lanes * Self.lanes
    isTaken = Array(repeating: false, count: rows.count)
    costs = Array(repeating: 0, count: stride)
    isAtUpper = Array(repeating: false, count: columnCount)
    outside = Array(0..<columnCount)
    places = outside.map { -1 - $0 }
  }

  /// Solves the program with an objective.
  ///
  /// - Parameter objective: The vector c.
  /// - Returns: How it ended and a multiplier for each row.
  mutating func minimize(
    _ objective: [Double]
  ) -> (outcome: Outcome, multipliers: [Double]) {
    giveUpEasyRows()
    setObjective(objective)
    var left = Self.pivotsPerLine * (rows.count + columnCount)
    repeat {
      guard improve(&left) else { break }
      guard takeUpViolatedRows() else {
        return (.optimal, multipliersFromCosts())
      }
      while let (row, side) = mostViolated(), left > 0 {
        guard let column = enteringColumn(row, side) else {
          return (.infeasible, multipliers(of: row, side))
        }
        pivot(row, column, side)
        left -= 1
      }
    } while left > 0
    return (.iterationLimit, multipliersFromCosts())
  }

  /// The vertex at which the last program ended.
  var vertex: [Double] {
    (0..<columnCount).map { value(of: $0) }
  }

  /// The value of a level.
  func value(of level: Int) -> Double {
    let place = places[level]
    if place >= 0 { return values[place] }
    return isAtUpper[-1 - place] ? upper[level] : lower[level]
  }

  func lowerBound(of variable: Int) -> Double {
    variable < columnCount ? lower[variable] : 0
  }

  func upperBound(of variable: Int) -> Double {
    variable < columnCount ? upper[variable] : .infinity
  }

  private mutating func setObjective(_ objective: [Double]) {
    for j in 0..<columnCount {
      costs[j] = outside[j] < columnCount ? objective[outside[j]] : 0
    }
    for (i, variable) in basis.enumerated()
    where variable < columnCount && objective[variable] != 0 {
      let factor = objective[variable]
      for j in 0..<columnCount {
        costs[j] -= factor * tableau[i * stride + j]
      }
    }
  }

  /// Exchanges the variables of a row and a column; the row's one stops at its
  /// lower bound (side 1) or at its upper one (side −1).
  mutating func pivot(_ row: Int, _ column: Int, _ side: Double) {
    pivots += 1
    let leaving = basis[row]
    let entering = outside[column]
    let target = side > 0 ? lowerBound(of: leaving) : upperBound(of: leaving)
    let step = (values[row] - target) / tableau[row * stride + column]
    let start =
      isAtUpper[column] ? upperBound(of: entering) : lowerBound(of: entering)
    for i in values.indices {
      values[i] -= tableau[i * stride + column] * step
    }
    values[row] = start + step
    basis[row] = entering
    outside[column] = leaving
    if entering < columnCount { places[entering] = row }
    if leaving < columnCount { places[leaving] = -1 - column }
    isAtUpper[column] = side < 0
    eliminate(row, column)
  }

  /// Solves the row's equation for the column's variable and inserts it
  /// everywhere else.
  private mutating func eliminate(_ row: Int, _ column: Int) {
    let (stride, rowCount) = (stride, values.count)
    costs.withUnsafeMutableBytes { costs in
      tableau.withUnsafeMutableBytes { tableau in
        let lines = tableau.bindMemory(to: Double.self)
        let vectors = tableau.bindMemory(to: SIMD2<Double>.self)
        let count = stride / Self.lanes
        let pivotRow = row * count
        let inverse = 1 / lines[row * stride + column]
        for j in 0..<count { vectors[pivotRow + j] *= inverse }
        lines[row * stride + column] = inverse
        for i in 0..<rowCount where i != row {
          let factor = lines[i * stride + column]
          guard factor != 0 else { continue }
          lines[i * stride + column] = 0
          let start = i * count
          for j in 0..<count {
            vectors[start + j] -= factor * vectors[pivotRow + j]
          }
        }
        let single = costs.bindMemory(to: Double.self)
        let reduced = costs.bindMemory(to: SIMD2<Double>.self)
        let factor = single[column]
        single[column] = 0
        for j in 0..<count { reduced[j] -= factor * vectors[pivotRow + j] }
      }
    }
  }

  /// The multipliers that prove an optimum: the slacks' reduced costs.
  private func multipliersFromCosts() -> [Double] {
    var result = [Double](repeating: 0, count: rows.count)
    for j in 0..<columnCount where outside[j] >= columnCount {
      result[outside[j] - columnCount] = max(0, costs[j])
    }
    return result
  }

  /// The combination of rows that makes up a row of the tableau.
  private func multipliers(of row: Int, _ side: Double) -> [Double] {
    var result = [Double](repeating: 0, count: rows.count)
    if basis[row] >= columnCount { result[basis[row] - columnCount] = 1 }
    for j in 0..<columnCount where outside[j] >= columnCount {
      result[outside[j] - columnCount] = max(
        0, side * tableau[row * stride + j])
    }
    return result
  }
}
