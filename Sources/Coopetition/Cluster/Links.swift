import LinearAlgebra

/// A weight for each ordered pair of firms: a structure when all pairs are
/// alike, a sparse matrix otherwise.
///
/// Row i, column j is what firm j means to firm i. A pair that a network does
/// not store has the weight 0. The diagonal means nothing: a cluster drops it.
public enum Links: Sendable, Hashable {
  /// One weight for every pair of different firms, whatever their number.
  case uniform(Double)
  /// A weight for each stored pair, row by column.
  case network(SparseMatrix)

  /// The links of a dense matrix, row i by column j; zeros and the diagonal
  /// are not stored.
  ///
  /// - Precondition: the rows are as long as they are many.
  /// - Complexity: O(n²).
  public init(rows: [[Double]]) {
    precondition(
      rows.allSatisfy { $0.count == rows.count }, "a square matrix is needed")
    self = Links.network(SparseMatrix(dense: Matrix(rows: rows)))
      .withoutDiagonal()
  }

  /// The weight of the pair in a row and a column; 0 on the diagonal.
  ///
  /// - Complexity: O(log k) for k links in the row.
  public func weight(_ row: Int, _ column: Int) -> Double {
    guard row != column else { return 0 }
    switch self {
    case .uniform(let weight): return weight
    case .network(let matrix): return matrix.element(row, column)
    }
  }

  /// The links with every weight multiplied by a factor.
  ///
  /// - Complexity: O(links).
  public func scaled(by factor: Double) -> Links {
    switch self {
    case .uniform(let weight): return .uniform(weight * factor)
    case .network(var matrix):
      matrix.updateValues { _, _, value in value * factor }
      return .network(matrix)
    }
  }

  /// The same links without stored elements on the diagonal.
  ///
  /// - Complexity: O(n log k) when there are none, else O(links).
  public func withoutDiagonal() -> Links {
    guard case .network(let matrix) = self else { return self }
    let size = min(matrix.rows, matrix.columns)
    guard (0..<size).contains(where: { matrix.element($0, $0) != 0 }) else {
      return self
    }
    return .network(matrix.removingDiagonal())
  }
}

extension Links {
  /// Whether no weight is other than 0.
  var isEmpty: Bool {
    switch self {
    case .uniform(let weight): weight == 0
    case .network(let matrix): matrix.values.allSatisfy { $0 == 0 }
    }
  }

  /// Throws unless the links fit a number of firms and every weight is in a
  /// range.
  func validate(
    firmCount: Int, range: AdmissibleRange, at place: String
  ) throws(ScenarioError) {
    switch self {
    case .uniform(let weight):
      try range.check(weight, at: "\(place).uniform")
    case .network(let matrix):
      guard matrix.rows == firmCount && matrix.columns == firmCount else {
        let (n, shape) = (firmCount, "\(matrix.rows) × \(matrix.columns)")
        throw ScenarioError(
          at: place, "is \(shape) where \(n) × \(n) is needed")
      }
      guard !matrix.values.allSatisfy(range.contains) else { return }
      for i in 0..<matrix.rows {
        for (j, weight) in matrix[row: i] {
          try range.check(weight, at: "\(place)[\(i)][\(j)]")
        }
      }
    }
  }
}
