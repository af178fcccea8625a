import LinearAlgebra

/// Estimates of the squares of the lengths of a vertex's edges.
///
/// A random projection S with elements ±1/√m keeps lengths: those of the
/// columns of S W are W's, in the mean, and their squares deviate by about
/// √(2/m) of them. S W changes with W by the same formula, at O(m · order) and
/// not O(order²) an exchange. A price needs no more: with m = 32 programs of 200
/// variables take a twentieth more exchanges than with exact lengths. Edges of
/// up to m variables keep exact ones.
///
/// Reference: Achlioptas, Database-friendly random projections:
/// Johnson–Lindenstrauss with binary coins, Journal of Computer and System
/// Sciences 66, 2003.
struct EdgeLengths {
  /// How many rows a projection has.
  private static let rows = 32
  /// The seed of its signs.
  private static let seed: UInt64 = 1

  /// The squares, one for each edge.
  private(set) var squares: [Double]
  /// The projected edges, row by row.
  private var elements: [Double]

  /// The lengths of some edges.
  ///
  /// - Parameter edges: One edge a row; there are a multiple of
  ///   ``NumberLanes/count`` of them.
  init(of edges: Matrix) {
    squares = Array(repeating: 0, count: edges.rows)
    elements =
      edges.columns <= Self.rows ? edges.elements : Self.projections(of: edges)
    for (place, element) in elements.enumerated() {
      squares[place % edges.rows] += element * element
    }
  }

  private static func projections(of edges: Matrix) -> [Double] {
    let unit = 1 / Double(rows).squareRoot()
    return (0..<rows).flatMap { row in
      let coins = CounterRandom(seed: seed, run: row)
      return edges
        * (0..<edges.columns).map { coins.uniform($0) < 0.5 ? -unit : unit }
    }
  }

  /// Follows an exchange, `W ← W − w_j ρᵀ / ρ_j` but for column j, which is
  /// divided by ρ_j.
  ///
  /// - Parameters:
  ///   - edge: The place j of the constraint that is left.
  ///   - product: The product ρ of the new normal and W.
  mutating func replace(_ edge: Int, by product: [Double]) {
    let stride = squares.count
    let count = stride / NumberLanes.count
    let projection = Swift.stride(from: edge, to: elements.count, by: stride)
      .map { elements[$0] / product[edge] }
    elements.withUnsafeMutableBytes { elements in
      squares.withUnsafeMutableBytes { squares in
        product.withUnsafeBytes { product in
          let lanes = elements.bindMemory(to: NumberLanes.self)
          let squares = squares.bindMemory(to: NumberLanes.self)
          let changes = product.bindMemory(to: NumberLanes.self)
          for j in 0..<count {
            let change = changes[j]
            var square = NumberLanes.zero
            for row in projection.indices {
              let place = row &* count &+ j
              lanes[place].subtract(change, times: projection[row])
              square.addSquares(of: lanes[place])
            }
            squares[j] = square
          }
        }
      }
    }
    for row in projection.indices {
      elements[row * stride + edge] = projection[row]
    }
    squares[edge] = projection.reduce(0) { $0 + $1 * $1 }
  }
}
