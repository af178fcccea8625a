import Scalars
import Testing

/// Products, sums, differences and quotients of all pairs of intervals whose
/// bounds are infinite, zero or simple, against the same of their members.
struct UnboundedIntervalTests {
  private static let bounds = [
    -Double.infinity, -148, -1.5, -0x1p-6, 0, 0x1p-6, 1.5, 148, .infinity,
  ]

  private static let intervals: [Interval] = bounds.flatMap { lower in
    bounds.filter { lower <= $0 && lower < .infinity && $0 > -.infinity }
      .map { Interval(lower: lower, upper: $0) }
  }

  /// Finite members: the bounds of the grid that lie inside, and far ones.
  private static func members(of interval: Interval) -> [Double] {
    (bounds + [-0x1p500, 0x1p500]).filter {
      $0.isFinite && interval.contains($0)
    }
  }

  @Test func nothingIsLost() {
    for a in Self.intervals {
      for b in Self.intervals {
        let (product, sum, difference) = (a * b, a + b, a - b)
        let quotient = a / b
        for x in Self.members(of: a) {
          for y in Self.members(of: b) {
            #expect(product.contains(x * y), "\(x) * \(y) in \(a) * \(b)")
            #expect(sum.contains(x + y), "\(x) + \(y) in \(a) + \(b)")
            #expect(difference.contains(x - y), "\(x) - \(y) in \(a) - \(b)")
            if y != 0 {
              #expect(quotient.contains(x / y), "\(x) / \(y) in \(a) / \(b)")
            }
          }
        }
      }
    }
  }

  @Test func zeroTimesInfinityIsZero() {
    let a = Interval(lower: 0, upper: 148)
    let b = Interval(lower: -.infinity, upper: -0x1p-6)
    #expect(a * b == Interval(lower: -.infinity, upper: 0))
    #expect(b * a == Interval(lower: -.infinity, upper: 0))
    #expect(a * -b == Interval(lower: 0, upper: .infinity))
    #expect(Interval.zero * b == .zero)
  }
}
