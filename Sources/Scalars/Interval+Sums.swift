extension Interval {
  /// An enclosure of every number within a relative error of `value`.
  ///
  /// - Precondition: `relativeError` is not negative.
  @inlinable
  public init(_ value: Double, relativeError: Double) {
    guard relativeError > 0 && value != 0 else {
      self.init(value)
      return
    }
    let error = Interval.productUp(abs(value), relativeError)
    let outward = SIMD2(-value, value) + SIMD2(repeating: error)
    guard outward.x.isFinite && outward.y.isFinite else {
      self.init(
        lower: Interval.sumDown(value, -error),
        upper: Interval.sumUp(value, error))
      return
    }
    self.init(outward: Interval.up(outward))
  }

  /// The product of a number that is known to within a relative error and an
  /// interval, with the bounds that ``*(_:_:)`` gives: for a positive number the
  /// corners are those of each bound by itself.
  @inlinable @inline(__always)
  public static func product(
    _ value: Double, relativeError: Double, _ x: Interval
  ) -> Interval {
    var error = value * relativeError
    error += error * step
    let factor = up(SIMD2(-value, value) + SIMD2(repeating: error))
    let low = SIMD2(repeating: -factor.x)
    let high = SIMD2(repeating: factor.y)
    let products = larger(x.outward * low, x.outward * high)
    let sizes = larger(products, -products)
    // A bound of zero gives a zero that is exact.
    let areSafe =
      (sizes .>= .leastNormalMagnitude) .& (sizes .<= .greatestFiniteMagnitude)
      .| (x.outward .== 0)
    guard
      error >= .leastNormalMagnitude && low.x > 0
        && high.x <= .greatestFiniteMagnitude && all(areSafe)
    else { return Interval(value, relativeError: relativeError) * x }
    return Interval(outward: products + sizes * step)
  }

  /// What is left of a sum when one of its terms is taken away.
  ///
  /// If `self` was computed by adding `term` to others, then every addition
  /// rounded outward, so `self.lower − term.lower` is at most the sum of the
  /// others' lower bounds, and likewise above. Where the term is wider than the
  /// sum, it was no part of it, and the plain difference is returned.
  @inlinable
  public func removing(_ term: Interval) -> Interval {
    guard isBounded && term.isBounded else { return self - term }
    let low = Interval.sumDown(lower, -term.lower)
    let high = Interval.sumUp(upper, -term.upper)
    return low <= high ? Interval(unchecked: low, high) : self - term
  }
}
