extension Matrix {
  /// The size of the largest element; not a number if an element is.
  public var largestElement: Double { Vector.maximumNorm(elements) }

  /// The sum of two matrices of one size.
  ///
  /// - Precondition: the sizes agree.
  public static func + (a: Matrix, b: Matrix) -> Matrix {
    a.adding(1, times: b)
  }

  /// The difference of two matrices of one size.
  ///
  /// - Precondition: the sizes agree.
  public static func - (a: Matrix, b: Matrix) -> Matrix {
    a.adding(-1, times: b)
  }

  /// A multiple of a matrix.
  public static func * (factor: Double, a: Matrix) -> Matrix {
    var result = a
    for k in result.elements.indices { result.elements[k] *= factor }
    return result
  }

  private func adding(_ factor: Double, times other: Matrix) -> Matrix {
    precondition(
      rows == other.rows && columns == other.columns, "the sizes must agree")
    var result = self
    Vector.add(factor, times: other.elements, to: &result.elements)
    return result
  }
}
