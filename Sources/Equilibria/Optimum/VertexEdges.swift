import LinearAlgebra

/// The edges at a vertex: the inverse W of the matrix whose rows are the normals
/// of the constraints that meet there.
///
/// Column j is the edge on which only constraint j is left, at unit speed. Where
/// constraint j makes place for one with the normal `a`, and `ρ = aᵀW`,
///
///     W ← W − u (ρ − e_j)ᵀ,   u = w_j / ρ_j.
///
/// Some exchanges are kept as pairs of u and ρ − e_j, and carried out together
/// by one product of matrices.
///
/// Reference: Fletcher, Practical Methods of Optimization, 1987, section 8.3;
/// for the pairs, the product form of the inverse: Dantzig and Orchard-Hays,
/// The product form for the inverse in the simplex method, Mathematical Tables
/// and Other Aids to Computation 8, 1954.
struct VertexEdges {
  /// How many exchanges are carried out together.
  private static let together = 16

  /// How many variables there are.
  let order: Int
  /// W before the exchanges that are kept: one edge a row. Edges of zeros make
  /// their number a multiple of ``NumberLanes/count``.
  private var elements: Matrix
  /// The vectors u and ρ − e_j of exchanges, one a column.
  private var moves: Matrix
  private var changes: Matrix
  /// How many exchanges are kept.
  private var kept = 0
  private var estimates: EdgeLengths

  /// The edges at a corner of a box.
  init(order: Int) {
    self.init(order: order) { $0 == $1 ? 1 : 0 }
  }

  /// The edges at the intersection of constraints; nil if the normals are
  /// dependent.
  init?(normals: Matrix) {
    guard let inverse = try? LUFactorization(normals).inverse,
      inverse.elements.allSatisfy(\.isFinite)
    else { return nil }
    self.init(order: normals.rows) { inverse[$0, $1] }
  }

  private init(order: Int, element: (_ variable: Int, _ edge: Int) -> Double) {
    self.order = order
    let lanes = (order + NumberLanes.count - 1) / NumberLanes.count
    elements = Matrix(rows: lanes * NumberLanes.count, columns: order)
    for v in 0..<order {
      for j in 0..<order { elements[j, v] = element(v, j) }
    }
    moves = Matrix(rows: order, columns: Self.together)
    changes = Matrix(rows: elements.rows, columns: Self.together)
    estimates = EdgeLengths(of: elements)
  }

  /// The squares of the edges' lengths, which ``EdgeLengths`` estimates.
  var lengths: [Double] { estimates.squares }

  /// An edge times a factor.
  func edge(_ edge: Int, times factor: Double) -> [Double] {
    Array(unsafeUninitializedCapacity: order) { result, count in
      write(edge, times: factor, into: result)
      count = order
    }
  }

  /// Writes an edge times a factor into the first places of a buffer.
  func write(
    _ edge: Int, times factor: Double,
    into result: UnsafeMutableBufferPointer<Double>
  ) {
    let stride = elements.rows
    elements.elements.withUnsafeBufferPointer { elements in
      for v in 0..<order { result[v] = factor * elements[edge &+ v &* stride] }
    }
    moves.elements.withUnsafeBufferPointer { moves in
      for k in 0..<kept where changes[edge, k] != 0 {
        let change = factor * changes[edge, k]
        let start = k &* order
        for v in 0..<order { result[v] -= change * moves[start &+ v] }
      }
    }
  }

  /// `aᵀW` for a sparse vector a, with zeros for edges of zeros.
  func product(_ terms: [ConstraintRows.Term]) -> [Double] {
    var result = [Double](repeating: 0, count: elements.rows)
    for (variable, coefficient) in terms where coefficient != 0 {
      elements.add(column: variable, times: coefficient, to: &result)
    }
    for k in 0..<kept {
      let factor = terms.reduce(0) {
        $0 + $1.coefficient * moves[$1.variable, k]
      }
      if factor != 0 { changes.add(column: k, times: -factor, to: &result) }
    }
    return result
  }

  /// The point at which each constraint's left-hand side has some value.
  mutating func point(_ sides: [Double]) -> [Double] {
    carryOut()
    var point = [Double](repeating: 0, count: order)
    let padding = elements.rows - order
    elements.multiplyTransposed(
      sides + [Double](repeating: 0, count: padding), into: &point)
    return point
  }

  /// Exchanges a constraint for one with the product ρ of its normal and W.
  ///
  /// - Complexity: O(order²).
  mutating func replace(_ edge: Int, by product: [Double]) {
    if kept == Self.together { carryOut() }
    let move = self.edge(edge, times: 1 / product[edge])
    moves.replace(column: kept, by: move)
    changes.replace(column: kept, by: product)
    changes[edge, kept] -= 1
    kept += 1
    estimates.replace(edge, by: product)
  }

  /// Carries out the exchanges that are kept.
  private mutating func carryOut() {
    guard kept > 0 else { return }
    for k in kept..<Self.together {
      moves.replace(column: k, by: Array(repeating: 0, count: order))
    }
    elements.subtractProduct(changes, transposed: moves)
    kept = 0
  }
}

extension Matrix {
  /// Adds a multiple of a column to a vector.
  fileprivate func add(
    column: Int, times factor: Double, to result: inout [Double]
  ) {
    elements.withUnsafeBufferPointer { elements in
      result.withUnsafeMutableBufferPointer { result in
        let start = column &* rows
        for i in 0..<rows { result[i] += factor * elements[start &+ i] }
      }
    }
  }

  fileprivate mutating func replace(column: Int, by numbers: [Double]) {
    for i in 0..<rows { elements[column &* rows &+ i] = numbers[i] }
  }
}
