import Scalars
import TestSupport
import Testing

/// Derivatives where a function has a kink, an edge of its domain or a power
/// at zero.
struct JetKinkTests {
  private typealias Single = Jet<Double, 1>

  @Test func awayFromATieTheLargerOneCounts() {
    let x = Single(2, along: 0)
    #expect(Single.max(x, 1) == x)
    #expect(Single.max(1, x) == x)
    #expect(Single.max(x, 3) == 3)
    #expect(Single.min(x, 1) == 1)
    #expect(Single.min(x, 3) == x)
  }

  @Test func atATieTheDerivativeIsTheMean() {
    let a = Single(value: 2, slopes: [5])
    let b = Single(value: 2, slopes: [-1])
    for jet in [Single.max(a, b), .max(b, a), .min(a, b), .min(b, a)] {
      #expect(jet == Single(value: 2, slopes: [2]))
    }
  }

  // max(x, 0)² is smooth with a second derivative of 0 and 2 on either side.
  @Test func secondDerivativesPassKinks() {
    func square(_ x: Double) -> Second<Double> {
      let jet = Second<Double>(value: Jet(x, along: 0), slopes: [1])
      let positive = Second<Double>.max(jet, 0)
      return positive * positive
    }
    #expect(square(3).slopes[0].slopes[0] == 2)
    #expect(square(-3).slopes[0].slopes[0] == 0)
    #expect(square(3).slopes[0].value == 6)
    let tie = square(0).slopes[0]
    #expect(tie.value == 0)
    #expect(tie.slopes[0] == 0.5)
  }

  @Test func overIntervalsBothSidesAreEnclosed() {
    let x = Jet<Interval, 1>(Interval(-1...2), along: 0)
    let positive = Jet<Interval, 1>.max(x, 0)
    #expect(positive.value.contains(Interval(0...2)))
    #expect(positive.slopes[0].contains(Interval(0...1)))
    let above = Jet<Interval, 1>.max(
      Jet(Interval(1...2), along: 0), 0)
    #expect(above.slopes[0].contains(1.0) && above.slopes[0].width < 1e-15)
    let curved = Second<Interval>.max(
      Second(value: Jet(Interval(-1...2), along: 0), slopes: [1]), 0)
    #expect(curved.slopes[0].slopes[0] == .entire)
  }

  @Test func notANumberIsNotLost() {
    #expect(Double.max(.nan, 1).isNaN && Double.max(1, .nan).isNaN)
    #expect(Double.min(.nan, 1).isNaN && Double.min(1, .nan).isNaN)
    #expect(Single.max(Single(.nan), 1).value.isNaN)
  }

  @Test func constantPowersHaveDerivativesAtZero() {
    let zero = Second<Double>(value: Jet(0, along: 0), slopes: [1])
    let line = Second<Double>.pow(zero, 1.0)
    #expect(line.value.value == 0 && line.slopes[0].value == 1)
    #expect(line.slopes[0].slopes[0] == 0)
    let square = Second<Double>.pow(zero, 2.0)
    #expect(square.slopes[0].value == 0)
    #expect(square.slopes[0].slopes[0] == 2)
    let one = Second<Double>.pow(zero, 0.0)
    #expect(one.value.value == 1 && one.slopes[0].value == 0)
    #expect(Second<Double>.pow(zero, 0) == 1)
    #expect(Second<Double>.pow(zero, 2).slopes[0].slopes[0] == 2)
  }

  @Test func rootsAreVerticalAtZero() {
    let zero = Single(0, along: 0)
    #expect(Single.sqrt(zero) == Single(value: 0, slopes: [.infinity]))
    #expect(Single.root(zero, 3) == Single(value: 0, slopes: [.infinity]))
    let eighth = Single.root(Single(-8, along: 0), 3)
    #expect(relativeDistance(eighth.slopes[0], 1.0 / 12) < 1e-15)
  }

  @Test func removingATermTakesItsSlopesAway() {
    let sum = Single(value: 7, slopes: [3])
    #expect(sum.removing(Single(value: 2, slopes: [5])).slopes[0] == -2)
    let box = Jet<Interval, 1>(
      value: Interval(3...5), slopes: [Interval(1...2)])
    let term = Jet<Interval, 1>(
      value: Interval(1...2), slopes: [Interval(1...2)])
    let rest = box.removing(term)
    #expect(rest.value.contains(Interval(2...3)))
    #expect(rest.value.width < 1 + 1e-14)
    #expect(rest.slopes[0].contains(0.0) && rest.slopes[0].width < 1e-14)
  }

  @Test func errorsOfConstantsAreCovered() {
    let jet = Jet<Interval, 1>(2, relativeError: 0.25)
    #expect(jet.value.contains(Interval(1.5...2.5)))
    #expect(jet.slopes[0] == 0)
  }
}
