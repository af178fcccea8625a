/// Our own factorisation for small matrices, with pivots that count from 1 as
/// LAPACK's do.
enum LUKernel {
  /// Factorises a square matrix in place.
  static func factorize(
    _ matrix: inout Matrix, _ pivots: inout [Int32]
  ) throws(LinearAlgebraError) {
    let n = matrix.rows
    let singular = matrix.elements.withUnsafeMutableBufferPointer {
      elements -> Int? in
      guard let a = elements.baseAddress else { return nil }
      for k in 0..<n {
        let column = a + k * n
        let pivot = LinearSolver.largest(in: column, from: k, to: n)
        pivots[k] = Int32(pivot + 1)
        guard column[pivot] != 0 else { return k }
        if pivot != k {
          LinearSolver.swapRows(k, pivot, in: a, n, columns: 0..<n)
        }
        eliminate(k, a, order: n)
      }
      return nil
    }
    if let singular { throw .singular(pivot: singular) }
  }

  private static func eliminate(
    _ k: Int, _ a: UnsafeMutablePointer<Double>, order n: Int
  ) {
    let factors = a + k * n
    for i in (k + 1)..<n { factors[i] /= factors[k] }
    for j in (k + 1)..<n {
      let column = a + j * n
      let scale = column[k]
      for i in (k + 1)..<n { column[i] -= factors[i] * scale }
    }
  }

  /// Solves for one right-hand side, the numbers of `x` from a place on.
  static func solve(
    _ factors: Matrix, _ pivots: [Int32], _ x: inout [Double],
    from start: Int, transposed: Bool
  ) {
    factors.elements.withUnsafeBufferPointer { a in
      x.withUnsafeMutableBufferPointer { x in
        let x = x.extracting(start..<(start + pivots.count))
        if transposed {
          solveTransposed(a, pivots, x)
        } else {
          solve(a, pivots, x)
        }
      }
    }
  }

  /// x ← U⁻¹ L⁻¹ P x.
  private static func solve(
    _ a: UnsafeBufferPointer<Double>, _ pivots: [Int32],
    _ x: UnsafeMutableBufferPointer<Double>
  ) {
    let n = pivots.count
    for k in 0..<n { x.swapAt(k, Int(pivots[k]) - 1) }
    for k in 0..<n {
      let scale = x[k]
      for i in (k + 1)..<n { x[i] -= a[i + k * n] * scale }
    }
    for k in (0..<n).reversed() {
      x[k] /= a[k + k * n]
      let scale = x[k]
      for i in 0..<k { x[i] -= a[i + k * n] * scale }
    }
  }

  /// x ← Pᵀ L⁻ᵀ U⁻ᵀ x.
  private static func solveTransposed(
    _ a: UnsafeBufferPointer<Double>, _ pivots: [Int32],
    _ x: UnsafeMutableBufferPointer<Double>
  ) {
    let n = pivots.count
    for k in 0..<n {
      for i in 0..<k { x[k] -= a[i + k * n] * x[i] }
      x[k] /= a[k + k * n]
    }
    for k in (0..<n).reversed() {
      for i in (k + 1)..<n { x[k] -= a[i + k * n] * x[i] }
    }
    for k in (0..<n).reversed() { x.swapAt(k, Int(pivots[k]) - 1) }
  }
}
