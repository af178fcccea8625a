import Scalars
import TestSupport
import Testing

/// Every elementary function of a jet against closed forms, differences and
/// its own enclosures.
struct JetElementaryFunctionTests {
  @Test(arguments: DifferentiableFunction.all)
  func derivativesAreThoseOfTheClosedForm(f: DifferentiableFunction) {
    for x in points(of: f) {
      let y = f.jet(variable(x))
      #expect(y.value.value == f.double(x))
      #expect(relativeDistance(y.value.slopes[0], f.slope(x)) < 1e-14)
      #expect(y.value.slopes[0] == y.slopes[0].value)
      #expect(relativeDistance(y.slopes[0].slopes[0], f.curvature(x)) < 2e-14)
    }
  }

  // A central difference with step h is off by about h² f‴ / 6 + 2⁻⁵³ f / h.
  @Test(arguments: DifferentiableFunction.all)
  func derivativesAreThoseOfDifferences(f: DifferentiableFunction) {
    let step = 0x1p-18
    for x in points(of: f) {
      let y = f.jet(variable(x))
      let (left, right) = (f.double(x - step), f.double(x + step))
      let slope = (right - left) / (2 * step)
      #expect(relativeDistance(y.value.slopes[0], slope) < 1e-8)
      let (before, after) = (f.slope(x - step), f.slope(x + step))
      let curvature = (after - before) / (2 * step)
      #expect(relativeDistance(y.slopes[0].slopes[0], curvature) < 1e-7)
    }
  }

  @Test(arguments: DifferentiableFunction.all)
  func jetsOverIntervalsEncloseDerivatives(f: DifferentiableFunction) {
    var random = SplitMix64(seed: 3)
    for _ in 0..<100 {
      let a = random.number(in: f.domain)
      let b = random.number(in: f.domain)
      let box = Interval(lower: min(a, b), upper: max(a, b))
      let y = f.interval(variable(box))
      for x in random.numbers(10, in: box.lower...box.upper) {
        let point = f.interval(variable(Interval(x)))
        #expect(overlap(y.value.value, point.value.value))
        #expect(overlap(y.value.slopes[0], point.value.slopes[0]))
        #expect(overlap(y.slopes[0].slopes[0], point.slopes[0].slopes[0]))
      }
    }
  }

  @Test(arguments: DifferentiableFunction.all)
  func enclosuresAtPointsAreNarrow(f: DifferentiableFunction) {
    for x in points(of: f) {
      let y = f.interval(variable(Interval(x)))
      let exact = [f.double(x), f.slope(x), f.curvature(x)]
      let found = [y.value.value, y.value.slopes[0], y.slopes[0].slopes[0]]
      for (interval, number) in zip(found, exact) {
        #expect(interval.width <= 1e-13 * max(1, abs(number)))
        #expect(relativeDistance(interval.midpoint, number) < 1e-13)
      }
    }
  }

  private func points(of f: DifferentiableFunction) -> [Double] {
    var random = SplitMix64(seed: 1)
    let inside = random.numbers(50, in: f.domain)
    return [f.domain.lowerBound, f.domain.upperBound] + inside
  }

  private func variable<Base: Scalar>(_ x: Base) -> Second<Base> {
    Second(value: Jet(x, along: 0), slopes: [1])
  }

  /// Whether two enclosures of one number are consistent.
  private func overlap(_ a: Interval, _ b: Interval) -> Bool {
    a.intersection(b) != nil
  }
}
