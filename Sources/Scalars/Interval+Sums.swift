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
    self.init(
      lower: Interval.sumDown(value, -error),
      upper: Interval.sumUp(value, error))
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
