import LinearAlgebra

extension IntervalMatrix {
  /// Encloses the inverses of all matrices within; nil if it is not proven that
  /// they have one.
  ///
  /// With C near the inverse of the middle, `M − C = E M` for `E = I − C A`. If
  /// `‖E‖ < 1` in the largest row sum, then, with `e` the row sums of |E| and m
  /// the largest numbers of the columns of |E| |C|,
  ///
  ///     |M − C| ≤ |E| |C| + e mᵀ / (1 − ‖E‖).
  ///
  /// Reference: Rump, Acta Numerica 19, 2010, section 10.
  ///
  /// - Complexity: O(order³).
  var inverse: IntervalMatrix? {
    guard let factors = try? LUFactorization(midpoint),
      case let near = factors.inverse,
      near.elements.allSatisfy(\.isFinite)
    else { return nil }
    let error = multiplied(byLeft: near).subtractedFromIdentity
    let sums = error.rowSums
    let norm = Interval(sums.reduce(0, max))
    let rest = 1 - norm
    guard rest.isPositive else { return nil }
    let first = error.magnitudes.multiplied(byRight: near.magnitudes)
    var result = self
    for j in 0..<order {
      let most = (0..<order).reduce(0) { max($0, first[$1, j].upper) }
      for i in 0..<order {
        let radius =
          first[i, j] + Interval(sums[i]) * Interval(most) / rest
        result[i, j] =
          Interval(near[i, j])
          + Interval(lower: -radius.upper, upper: radius.upper)
      }
    }
    return result
  }

  /// `I − A`.
  var subtractedFromIdentity: IntervalMatrix {
    var result = negated
    for i in 0..<order { result[i, i] += 1 }
    return result
  }

  /// Upper bounds of the sums of sizes in each row.
  var rowSums: [Double] {
    (0..<order).map { i in
      (0..<order).reduce(Interval.zero) {
        $0 + Interval(self[i, $1].magnitude)
      }.upper
    }
  }

  /// The matrix with rows as columns.
  var transposed: IntervalMatrix {
    var result = self
    for i in 0..<order { for j in 0..<order { result[i, j] = self[j, i] } }
    return result
  }

  /// The largest size of each element.
  var magnitudes: IntervalMatrix {
    IntervalMatrix(
      order: order, elements: elements.map { Interval($0.magnitude) })
  }

  /// The enclosure of `self · right` for a matrix of doubles.
  func multiplied(byRight right: Matrix) -> IntervalMatrix {
    self * IntervalMatrix(right)
  }

  /// The enclosure of all products.
  static func * (a: IntervalMatrix, b: IntervalMatrix) -> IntervalMatrix {
    var result = IntervalMatrix(order: a.order)
    for i in 0..<a.order {
      for k in 0..<a.order where a[i, k] != .zero {
        let factor = a[i, k]
        for j in 0..<a.order { result[i, j] += factor * b[k, j] }
      }
    }
    return result
  }
}

extension Matrix {
  /// The size of each element.
  fileprivate var magnitudes: Matrix {
    var result = self
    for k in result.elements.indices {
      result.elements[k] = abs(result.elements[k])
    }
    return result
  }
}
