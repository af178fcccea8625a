import Scalars

extension Box {
  /// The midpoint of each interval.
  public var midpoint: [Double] { map(\.midpoint) }

  /// The largest width.
  public var width: Double { reduce(0) { Swift.max($0, $1.width) } }

  /// Whether a profile lies within.
  public func contains(_ levels: [Double]) -> Bool {
    zip(self, levels).allSatisfy { $0.contains($1) }
  }

  /// Whether another box lies within.
  public func contains(_ other: Box) -> Bool {
    zip(self, other).allSatisfy { $0.contains($1) }
  }

  /// What two boxes share, if anything.
  public func intersection(_ other: Box) -> Box? {
    var result = self
    for (k, interval) in other.enumerated() {
      guard let common = self[k].intersection(interval) else { return nil }
      result[k] = common
    }
    return result
  }

  /// The two halves along the widest variable; empty if no interval can be
  /// halved.
  public var bisected: [Box] {
    guard let widest = indices.max(by: { self[$0].width < self[$1].width })
    else { return [] }
    return bisected(along: widest)
  }

  /// The two halves along a variable; empty if it cannot be halved.
  public func bisected(along variable: Int) -> [Box] {
    let interval = self[variable]
    let middle = interval.midpoint
    guard interval.lower < middle, middle < interval.upper else { return [] }
    var halves = [self, self]
    halves[0][variable] = Interval(lower: interval.lower, upper: middle)
    halves[1][variable] = Interval(lower: middle, upper: interval.upper)
    return halves
  }
}
