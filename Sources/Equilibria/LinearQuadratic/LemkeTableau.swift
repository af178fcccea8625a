import Games
import LinearAlgebra

/// The tableau of ``LemkePivoting``: the equations `w − M z − d t = q` solved
/// for the variables in the basis.
///
/// Variables 0..<m are w, m..<2m are z, the last one is t. The first half of w
/// and z belongs to the levels, the second to the upper bounds. The columns of
/// w hold the inverse of the basis, by which ties are broken.
struct LemkeTableau {
  /// The number of players.
  private let count: Int
  /// The number of equations.
  private let order: Int
  /// The number of columns: the variables and the right-hand side.
  private let width: Int
  private var rows: [Double]
  /// The variable of each row.
  private var basis: [Int]

  /// The smallest element, relative to the largest of its column, that counts
  /// as positive.
  private static let pivotTolerance = 1e-11

  init(_ game: LinearQuadraticGame) {
    count = game.benefits.count
    order = 2 * count
    width = 2 * order + 2
    rows = Array(repeating: 0, count: order * width)
    basis = Array(0..<order)
    let lower = game.strategies.lowerBounds
    let atLower = game.pseudoGradient(at: lower)
    let system = game.transposedSystem
    for i in 0..<count {
      let (level, bound) = (i * width, (count + i) * width)
      rows[level + i] = 1
      rows[bound + count + i] = 1
      for j in 0..<count { rows[level + order + j] = -system[j, i] }
      rows[level + order + count + i] = -1
      rows[bound + order + i] = 1
      rows[level + covering] = -1
      rows[level + width - 1] = -atLower[i]
      rows[bound + width - 1] = game.strategies.upperBounds[i] - lower[i]
    }
  }

  /// The covering variable t.
  var covering: Int { 2 * order }

  /// Where each player's level lies.
  var states: [LinearQuadraticGame.BoundState] {
    var isBasic = [Bool](repeating: false, count: covering + 1)
    for variable in basis { isBasic[variable] = true }
    return (0..<count).map { i in
      if !isBasic[order + i] { return .lower }
      return isBasic[order + count + i] ? .upper : .free
    }
  }

  /// The variable that may not be in the basis together with another.
  func complement(of variable: Int) -> Int {
    variable < order ? variable + order : variable - order
  }

  /// Brings t in where the right-hand side is least; returns the variable to
  /// enter next, nil if everybody stays at the lower bound.
  mutating func start() -> Int? {
    let last = width - 1
    var least: Int?
    for i in 0..<count where rows[i * width + last] < 0 {
      if let row = least, precedes(row, i, column: nil) { continue }
      least = i
    }
    guard let row = least else { return nil }
    return complement(of: pivot(row: row, column: covering))
  }

  /// The row in which the ratio is least, lexicographically; t leaves if it
  /// can. Nil if the column has no positive element.
  func leavingRow(for column: Int) -> Int? {
    var largest = 0.0
    for i in 0..<order { largest = max(largest, abs(rows[i * width + column])) }
    var best: Int?
    for i in 0..<order
    where rows[i * width + column] > Self.pivotTolerance * largest {
      if let row = best, precedes(row, i, column: column) { continue }
      best = i
    }
    return best
  }

  /// Whether one row comes before another in the lexicographic order of their
  /// right-hand sides and inverse rows, divided by the column if there is one.
  private func precedes(_ a: Int, _ b: Int, column: Int?) -> Bool {
    let (first, second) = (a * width, b * width)
    let left = column.map { rows[first + $0] } ?? 1
    let right = column.map { rows[second + $0] } ?? 1
    let last = width - 1
    let (x, y) = (rows[first + last] / left, rows[second + last] / right)
    if x != y { return x < y }
    if column != nil, basis[a] == covering || basis[b] == covering {
      return basis[a] == covering
    }
    for k in 0..<order {
      let (x, y) = (rows[first + k] / left, rows[second + k] / right)
      if x != y { return x < y }
    }
    return true
  }

  /// Exchanges the variable of a row for that of a column; returns the one that
  /// leaves.
  mutating func pivot(row: Int, column: Int) -> Int {
    let width = width
    rows.withUnsafeMutableBufferPointer { rows in
      let pivotRow = row * width
      let scale = 1 / rows[pivotRow + column]
      for k in 0..<width { rows[pivotRow + k] *= scale }
      rows[pivotRow + column] = 1
      for i in 0..<order where i != row {
        let start = i * width
        let factor = rows[start + column]
        guard factor != 0 else { continue }
        for k in 0..<width { rows[start + k] -= factor * rows[pivotRow + k] }
        rows[start + column] = 0
      }
    }
    let leaving = basis[row]
    basis[row] = column
    return leaving
  }
}
