/// Operations on vectors, which are plain arrays of doubles.
///
/// Every reduction has a fixed order, so the same vectors give the same bits.
package enum Vector {
  /// The inner product Σ xₖ yₖ.
  ///
  /// Eight partial sums run side by side, over k modulo 8.
  ///
  /// - Precondition: the vectors are equally long.
  /// - Complexity: O(n).
  package static func dot(_ x: [Double], _ y: [Double]) -> Double {
    precondition(x.count == y.count, "the vectors must be equally long")
    return x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in dot(x, y) }
    }
  }

  @inline(__always)
  static func dot(
    _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>
  ) -> Double {
    var sums = SIMD8<Double>()
    let whole = x.count & ~7
    for k in stride(from: 0, to: whole, by: 8) {
      sums += eight(x, from: k) * eight(y, from: k)
    }
    var rest = 0.0
    for k in whole..<x.count { rest += x[k] * y[k] }
    return sums.sum() + rest
  }

  @inline(__always)
  private static func eight(
    _ x: UnsafeBufferPointer<Double>, from k: Int
  ) -> SIMD8<Double> {
    UnsafeRawBufferPointer(x).loadUnaligned(
      fromByteOffset: k &* MemoryLayout<Double>.stride,
      as: SIMD8<Double>.self)
  }

  /// Adds a multiple of a vector to another one, y ← y + a x.
  ///
  /// - Precondition: the vectors are equally long.
  /// - Complexity: O(n), without allocation.
  package static func add(
    _ scale: Double, times x: [Double], to y: inout [Double]
  ) {
    precondition(x.count == y.count, "the vectors must be equally long")
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        for k in 0..<x.count { y[k] += scale * x[k] }
      }
    }
  }

  /// The largest absolute value; 0 for an empty vector, and not a number if
  /// an element is.
  ///
  /// - Complexity: O(n).
  package static func maximumNorm(_ x: [Double]) -> Double {
    var largest = 0.0
    for value in x where !(abs(value) <= largest) {
      guard !value.isNaN else { return .nan }
      largest = abs(value)
    }
    return largest
  }

  /// The Euclidean length √(Σ xₖ²), without overflow or underflow on the way.
  ///
  /// - Complexity: O(n).
  package static func euclideanNorm(_ x: [Double]) -> Double {
    let square = dot(x, x)
    if square.isNormal && square < .greatestFiniteMagnitude {
      return square.squareRoot()
    }
    let largest = maximumNorm(x)
    guard largest > 0 && largest < .infinity else { return largest }
    let scale = largest.binade
    let sum = x.reduce(0.0) { $0 + ($1 / scale) * ($1 / scale) }
    return scale * sum.squareRoot()
  }
}
