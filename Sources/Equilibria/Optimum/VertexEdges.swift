import LinearAlgebra

/// The edges at a vertex: the inverse W of the matrix whose rows are the normals
/// of the constraints that meet there.
///
/// Column j is the edge on which only constraint j is left, at unit speed. Where
/// constraint j makes place for one with the normal `a`, and `ρ = aᵀW`,
///
///     W ← W − w_j (ρ − e_j)ᵀ / ρ_j.
///
/// Reference: Fletcher, Practical Methods of Optimization, 1987, section 8.3.
struct VertexEdges {
  /// How many variables there are.
  let order: Int
  /// The length of a row, a multiple of the length of ``Lanes``.
  let stride: Int
  /// Row by row, one for each variable.
  private(set) var elements: [Double]
  /// The squares of the edges' lengths.
  private(set) var lengths: [Double]

  /// The edges at a corner of a box.
  init(order: Int) {
    self.order = order
    stride =
      (order + Lanes.count - 1) / Lanes.count * Lanes.count
    elements = Array(repeating: 0, count: order * stride)
    lengths = Array(repeating: 0, count: stride)
    for v in 0..<order {
      elements[v * stride + v] = 1
      lengths[v] = 1
    }
  }

  /// The edges at the intersection of constraints; nil if the normals are
  /// dependent.
  init?(normals: Matrix) {
    self.init(order: normals.rows)
    guard let inverse = try? LUFactorization(normals).inverse,
      inverse.elements.allSatisfy(\.isFinite)
    else { return nil }
    lengths = Array(repeating: 0, count: stride)
    for v in 0..<order {
      for j in 0..<order {
        elements[v * stride + j] = inverse[v, j]
        lengths[j] += inverse[v, j] * inverse[v, j]
      }
    }
  }

  subscript(variable: Int, edge: Int) -> Double {
    elements[variable * stride + edge]
  }

  /// An edge times a factor.
  func edge(_ edge: Int, times factor: Double) -> [Double] {
    (0..<order).map { factor * elements[$0 * stride + edge] }
  }

  /// `aᵀW` for a sparse vector a.
  func product(_ terms: [ConstraintRows.Term]) -> [Double] {
    var result = [Double](repeating: 0, count: stride)
    result.withUnsafeMutableBufferPointer { result in
      elements.withUnsafeBufferPointer { elements in
        for (variable, coefficient) in terms where coefficient != 0 {
          let start = variable * stride
          for j in 0..<stride { result[j] += coefficient * elements[start + j] }
        }
      }
    }
    return result
  }

  /// The point at which each constraint's left-hand side has some value.
  func point(_ sides: [Double]) -> [Double] {
    (0..<order).map { v in
      var sum = 0.0
      for j in sides.indices { sum += elements[v * stride + j] * sides[j] }
      return sum
    }
  }

  /// Exchanges a constraint for one with the product ρ of its normal and W.
  ///
  /// - Complexity: O(order²).
  mutating func replace(_ edge: Int, by product: [Double]) {
    let moved = self.edge(edge, times: 1 / product[edge])
    let count = stride / Lanes.count
    elements.withUnsafeMutableBytes { elements in
      lengths.withUnsafeMutableBytes { lengths in
        product.withUnsafeBytes { product in
          let lanes = elements.bindMemory(to: Lanes.self)
          let squares = lengths.bindMemory(to: Lanes.self)
          let changes = product.bindMemory(to: Lanes.self)
          for j in 0..<count {
            let change = changes[j]
            var square = Lanes.zero
            for v in 0..<order {
              var part = lanes[v * count + j]
              if moved[v] != 0 {
                part.subtract(change, times: moved[v])
                lanes[v * count + j] = part
              }
              square.addSquares(of: part)
            }
            squares[j] = square
          }
        }
      }
    }
    for v in 0..<order { elements[v * stride + edge] = moved[v] }
    lengths[edge] = moved.reduce(0) { $0 + $1 * $1 }
  }
}

/// Eight numbers that are added and multiplied together: a line of the cache.
private struct Lanes {
  private typealias Pair = SIMD2<Double>

  static let count = 8
  static let zero = Lanes(
    first: .zero, second: .zero, third: .zero, fourth: .zero)

  private var first: Pair
  private var second: Pair
  private var third: Pair
  private var fourth: Pair

  /// Takes multiples of other numbers off.
  @inline(__always)
  mutating func subtract(_ other: Lanes, times factor: Double) {
    first -= factor * other.first
    second -= factor * other.second
    third -= factor * other.third
    fourth -= factor * other.fourth
  }

  @inline(__always)
  mutating func addSquares(of other: Lanes) {
    first += other.first * other.first
    second += other.second * other.second
    third += other.third * other.third
    fourth += other.fourth * other.fourth
  }
}
