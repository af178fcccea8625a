import LinearAlgebra

extension IntervalMatrix {
  /// Contains the spectral radius of every matrix within; nil if nothing is
  /// proven of it.
  ///
  /// Where no element is negative it rises with all of them, and the bounds of
  /// Collatz and Wielandt hold. Otherwise the middle is brought near to a
  /// block-diagonal normal matrix D, and every eigenvalue of a matrix within is
  /// as near to one of D as the rest is large (Bauer and Fike, Numerische
  /// Mathematik 2, 1960).
  ///
  /// - Complexity: O(order³).
  var spectralRadius: Interval? {
    elements.allSatisfy(\.isNonnegative) ? radiusOfNonnegative : radiusByBasis
  }

  private var radiusOfNonnegative: Interval? {
    let method = PowerIteration(tolerance: Self.tolerance)
    func radius(_ end: (Interval) -> Double) -> SpectralRadius {
      var matrix = Matrix(rows: order, columns: order)
      for i in 0..<order {
        for j in 0..<order { matrix[i, j] = end(self[i, j]) }
      }
      return method.spectralRadius(of: SparseMatrix(dense: matrix))
    }
    let (low, high) = (radius(\.lower), radius(\.upper))
    guard low.lower.isFinite, high.upper.isFinite else { return nil }
    return Interval(lower: low.lower, upper: high.upper)
  }

  /// The width at which the power method stops, relative to the radius.
  private static let tolerance = 1e-13

  private var radiusByBasis: Interval? {
    guard let middle = try? GeneralEigendecomposition(midpoint),
      case let (basis, blocks) = middle.realBasis,
      let factors = try? LUFactorization(basis),
      case let inverse = factors.inverse,
      inverse.elements.allSatisfy(\.isFinite)
    else { return nil }
    let defect = IntervalMatrix(basis).multiplied(byLeft: inverse)
      .subtractedFromIdentity
    let image = multiplied(byLeft: inverse).multiplied(byRight: basis)
    let rest = image.subtracting(blocks)
    guard let rows = Self.norm(rest, image, defect),
      let columns = Self.norm(
        rest.transposed, image.transposed, defect.transposed)
    else { return nil }
    let radius = Interval.sqrt(rows * columns)
    let spread = Interval(Double(2 * order)) * radius
    let size = middle.eigenvalues.reduce(Interval.zero) {
      let (x, y) = (Interval($1.real), Interval($1.imaginary))
      return Interval.max($0, Interval.sqrt(x * x + y * y))
    }
    return Interval(
      lower: max(0, (size - spread).lower), upper: (size + radius).upper)
  }

  /// Bounds how far `(I − F)⁻¹ T` is from the blocks, in the largest row sum:
  /// the rest, and `‖F‖ ‖T‖ / (1 − ‖F‖)`; nil if `‖F‖ ≥ 1`.
  private static func norm(
    _ rest: IntervalMatrix, _ image: IntervalMatrix, _ defect: IntervalMatrix
  ) -> Interval? {
    func norm(_ matrix: IntervalMatrix) -> Interval {
      Interval(matrix.rowSums.reduce(0, max))
    }
    let size = norm(defect)
    guard (1 - size).isPositive else { return nil }
    return norm(rest) + size * norm(image) / (1 - size)
  }

  private func subtracting(_ matrix: Matrix) -> IntervalMatrix {
    var result = self
    for i in 0..<order {
      for j in 0..<order { result[i, j] = self[i, j] - Interval(matrix[i, j]) }
    }
    return result
  }
}

extension GeneralEigendecomposition {
  /// The sizes of the eigenvector of the largest real eigenvalue; nil if none is
  /// real.
  var leadingMode: [Double]? {
    let leading = eigenvalues.indices.filter { eigenvalues[$0].imaginary == 0 }
      .max { eigenvalues[$0].real < eigenvalues[$1].real }
    return leading.map { k in
      eigenvalues.indices.map { abs(realParts[$0, k]) }
    }
  }

  /// Real vectors that span the eigenvectors, and the matrix on them: a number
  /// for each real eigenvalue, a rotation for each pair.
  fileprivate var realBasis: (basis: Matrix, blocks: Matrix) {
    let order = realParts.rows
    var basis = Matrix(rows: order, columns: order)
    var blocks = basis
    var place = 0
    for (k, value) in eigenvalues.enumerated() where value.imaginary >= 0 {
      for i in 0..<order { basis[i, place] = realParts[i, k] }
      blocks[place, place] = value.real
      place += 1
      guard value.imaginary > 0, place < order else { continue }
      for i in 0..<order { basis[i, place] = imaginaryParts[i, k] }
      blocks[place, place] = value.real
      blocks[place - 1, place] = value.imaginary
      blocks[place, place - 1] = -value.imaginary
      place += 1
    }
    return (basis, blocks)
  }
}
