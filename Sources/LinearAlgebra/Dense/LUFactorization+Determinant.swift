extension LUFactorization {
  /// The determinant; it can overflow where its logarithm does not.
  ///
  /// - Complexity: O(n).
  package var determinant: Double {
    (0..<order).reduce(permutationSign) { $0 * factors[$1, $1] }
  }

  /// The logarithm of the absolute value of the determinant.
  ///
  /// - Complexity: O(n).
  package var logAbsoluteDeterminant: Double {
    sumOfLogarithms((0..<order).map { factors[$0, $0] })
  }

  /// The sign of the determinant, 1 or -1.
  ///
  /// - Complexity: O(n).
  package var determinantSign: Double {
    (0..<order).reduce(permutationSign) { factors[$1, $1] < 0 ? -$0 : $0 }
  }

  private var permutationSign: Double {
    pivots.enumerated().reduce(1.0) { sign, swap in
      Int(swap.element) == swap.offset + 1 ? sign : -sign
    }
  }
}
