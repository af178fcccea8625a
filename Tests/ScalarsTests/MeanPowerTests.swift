import Scalars
import Testing

/// The mean of powers against its closed form, its derivatives against
/// differences.
@Suite struct MeanPowerTests {
  private static let arguments = [1e-9, 1e-3, 0.02, 0.5, 1.9, 2.1, 7, 40.0]
  private static let exponents = [0, 0.3, 1, 1.7, 4.0]

  /// `((1 + x)^(1 − e) − 1) / ((1 − e) x)`.
  private func closed(_ x: Double, _ e: Double) -> Double {
    let logarithm = Double.log(onePlus: x)
    return e == 1
      ? logarithm / x : .expMinusOne((1 - e) * logarithm) / (1 - e) / x
  }

  @Test func momentZeroIsTheClosedForm() {
    for x in Self.arguments {
      for e in Self.exponents {
        let found = Double.meanPower(x, exponent: e, moment: 0)
        #expect(abs(found / closed(x, e) - 1) < 1e-14)
        #expect(
          Interval.meanPower(Interval(x), exponent: e, moment: 0)
            .contains(closed(x, e)))
      }
    }
    #expect(Double.meanPower(0, exponent: 3, moment: 0) == 1)
    #expect(abs(Double.meanPower(0, exponent: 3, moment: 2) - 1.0 / 3) < 1e-15)
  }

  @Test func derivativesAreNextMoments() {
    for x in Self.arguments.dropFirst(2) {
      for e in Self.exponents {
        let step = 1e-5 * x
        let above = Double.meanPower(x + step, exponent: e, moment: 0)
        let below = Double.meanPower(x - step, exponent: e, moment: 0)
        let jet = Jet<Double, 1>.meanPower(
          Jet(x, along: 0), exponent: e, moment: 0)
        #expect(abs(jet.slopes[0] - (above - below) / (2 * step)) < 1e-7)
      }
    }
  }

  /// Quadrature and closed form meet where one takes over from the other.
  @Test func higherMomentsAreContinuous() {
    for moment in 1...3 {
      for e in Self.exponents {
        let below = Double.meanPower(2, exponent: e, moment: moment)
        let above = Double.meanPower(2.0.nextUp, exponent: e, moment: moment)
        #expect(abs(above / below - 1) < 1e-12)
      }
    }
  }

  @Test func intervalsHoldEveryValue() {
    let box = Interval(0.1...3)
    for e in Self.exponents {
      let bounds = Interval.meanPower(box, exponent: e, moment: 1)
      for k in 0...20 {
        let x = 0.1 + 2.9 * Double(k) / 20
        #expect(bounds.contains(.meanPower(x, exponent: e, moment: 1)))
      }
    }
  }
}
