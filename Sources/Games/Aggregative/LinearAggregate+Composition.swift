import LinearAlgebra

extension LinearAggregate {
  /// What a player's neighbours in one network receive in another from others
  /// than the player: `a_i = Σ_j M_ij Σ_{k≠i} N_jk x_k`.
  ///
  /// Up to a million products are multiplied out, so that the player's own part
  /// is left out and nothing is lost where it is all there is. More of them stay
  /// a ``Form/composition(_:of:)``, which takes the own part away from the whole
  /// and whose values are exact up to the rounding of the whole.
  ///
  /// - Parameters:
  ///   - outer: The network M.
  ///   - inner: The network N.
  ///   - relativeError: A bound on the relative error of each element.
  /// - Precondition: Both are square and of one order, and no element is
  ///   negative.
  /// - Complexity: O(products), if they are at most a million; else that of the
  ///   composition.
  public convenience init(
    composing outer: StructuredMatrix, with inner: StructuredMatrix,
    relativeError: Double = 0
  ) {
    var product = OthersProduct(order: outer.rows)
    if outer.hasFewProducts(with: inner), product.add(outer, inner) {
      // Two errors of elements, one rounding and a compensated sum.
      self.init(
        .network(.sparse(product.matrix)),
        relativeError: 3 * relativeError + 4 * Double.ulpOfOne)
    } else {
      self.init(
        .composition(outer, of: inner), relativeError: relativeError)
    }
  }
}

/// The product of two matrices without its diagonal, row by row.
private struct OthersProduct {
  private let order: Int
  private var rowStarts = [0]
  private var columns: [Int32] = []
  private var values: [Double] = []
  /// The row in work, and which of its elements are other than zero.
  private var sums: [CompensatedSum]
  private var touched: [Int32] = []

  init(order: Int) {
    self.order = order
    sums = [CompensatedSum](repeating: CompensatedSum(), count: order)
  }

  var matrix: SparseMatrix {
    SparseMatrix(
      rows: order, columns: order, ordered: rowStarts, columnIndices: columns,
      values: values)
  }

  /// Adds every row; false where a product overflows, or several of a row are
  /// denormal: enclosures cover the rounding of one, by 5e-324 outward.
  mutating func add(
    _ outer: StructuredMatrix, _ inner: StructuredMatrix
  ) -> Bool {
    for row in 0..<order {
      var (isFinite, denormals) = (true, 0)
      outer.forEachElement(inRow: row) { j, weight in
        inner.forEachElement(inRow: j) { k, coefficient in
          guard k != row, weight != 0, coefficient != 0 else { return }
          let product = Swift.max(
            weight * coefficient, .leastNonzeroMagnitude)
          isFinite = isFinite && product.isFinite
          denormals += product.isNormal ? 0 : 1
          if sums[k] == CompensatedSum() { touched.append(Int32(k)) }
          sums[k] += product
        }
      }
      guard isFinite, denormals <= 1, closeRow() else { return false }
    }
    return true
  }

  /// Moves the row in work to the matrix; false where a sum overflows.
  private mutating func closeRow() -> Bool {
    touched.sort()
    for k in touched {
      let value = sums[Int(k)].value
      guard value.isFinite else { return false }
      columns.append(k)
      values.append(value)
      sums[Int(k)] = CompensatedSum()
    }
    touched.removeAll(keepingCapacity: true)
    rowStarts.append(values.count)
    return true
  }
}

extension StructuredMatrix {
  /// Whether the product with another matrix takes at most a million
  /// multiplications.
  fileprivate func hasFewProducts(with other: StructuredMatrix) -> Bool {
    var products = 0
    for row in 0..<rows {
      forEachElement(inRow: row) { j, _ in
        products += other.elementCount(inRow: j)
      }
      if products > Self.mostProducts { return false }
    }
    return true
  }

  /// How many elements of a row are visited.
  private func elementCount(inRow row: Int) -> Int {
    switch self {
    case .sparse(let matrix):
      matrix.rowStarts[row + 1] - matrix.rowStarts[row]
    case .scaled(let matrix):
      matrix.links.rowStarts[row + 1] - matrix.links.rowStarts[row]
    case .blockUniform(let matrix): matrix.columns - 1
    }
  }

  private static var mostProducts: Int { 1_000_000 }
}
