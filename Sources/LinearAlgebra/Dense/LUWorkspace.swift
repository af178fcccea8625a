/// Room for linear systems up to a certain order, solved without allocation.
///
/// A Newton method fills the leading block of the matrix and of the
/// right-hand side, solves, and reads the step from the right-hand side.
///
///     workspace[i, j] = ...
///     workspace.rightHandSide[i] = ...
///     guard workspace.solve(order: n) else { ... }
package struct LUWorkspace: Sendable {
  /// The largest order.
  package let capacity: Int
  /// The matrix: element (i, j) at `i + j * capacity`.
  package var matrix: [Double]
  /// The right-hand side, then the solution.
  package var rightHandSide: [Double]
  @usableFromInline var pivots: [Int32]

  /// Room for systems up to an order.
  ///
  /// - Precondition: the capacity is not negative.
  /// - Complexity: O(capacity²).
  package init(capacity: Int) {
    precondition(capacity >= 0, "a system has no negative order")
    self.capacity = capacity
    matrix = Array(repeating: 0, count: capacity * capacity)
    rightHandSide = Array(repeating: 0, count: capacity)
    pivots = Array(repeating: 0, count: capacity)
  }

  /// The element of the matrix in a row and a column.
  @inlinable
  package subscript(row: Int, column: Int) -> Double {
    get { matrix[row &+ column &* capacity] }
    set { matrix[row &+ column &* capacity] = newValue }
  }

  /// Solves the leading system of an order; the matrix is destroyed.
  ///
  /// - Returns: whether the matrix is regular and the solution finite. If
  ///   not, the right-hand side is left in no particular state.
  /// - Precondition: the order does not exceed the capacity.
  /// - Complexity: O(order³), without allocation.
  @inlinable
  package mutating func solve(order n: Int) -> Bool {
    precondition(n >= 0 && n <= capacity, "the order exceeds the capacity")
    let leadingDimension = max(1, capacity)
    return matrix.withUnsafeMutableBufferPointer { a in
      rightHandSide.withUnsafeMutableBufferPointer { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return true }
        if n < Self.smallestLAPACKOrder {
          return LinearSolver.solveInPlace(
            order: n, matrix: a, leadingDimension: leadingDimension,
            rightHandSide: b)
        }
        return pivots.withUnsafeMutableBufferPointer { pivots in
          guard let pivots = pivots.baseAddress else { return true }
          return Self.solveLarge(
            order: n, a, leadingDimension, pivots, rightHandSide: b)
        }
      }
    }
  }

  /// From this order on LAPACK is faster than our own code (measured).
  @inlinable
  static var smallestLAPACKOrder: Int { 30 }

  @usableFromInline
  static func solveLarge(
    order n: Int, _ a: UnsafeMutablePointer<Double>, _ leadingDimension: Int,
    _ pivots: UnsafeMutablePointer<Int32>,
    rightHandSide b: UnsafeMutablePointer<Double>
  ) -> Bool {
    let solved = LAPACKE.solve(
      order: n, matrix: a, leadingDimension: leadingDimension, pivots: pivots,
      rightHandSide: b)
    return solved
      && (0..<n).allSatisfy {
        a[$0 &* (leadingDimension &+ 1)].isFinite && b[$0].isFinite
      }
  }
}
