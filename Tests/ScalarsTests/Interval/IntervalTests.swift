import Scalars
import Testing

private let greatest = Double.greatestFiniteMagnitude
private let least = Double.leastNonzeroMagnitude

@Suite("Intervals as sets")
struct IntervalTests {
  @Test("bounds keep their order, and infinities stay outside")
  func invariants() {
    #expect(Interval(-1...2).lower == -1)
    #expect(Interval(-1...2).upper == 2)
    #expect(Interval(.infinity) == Interval(lower: greatest, upper: .infinity))
    #expect(
      Interval(-.infinity) == Interval(lower: -.infinity, upper: -greatest))
    #expect(Interval.entire.description == "[-inf, inf]")
    #expect(Interval(0.1).description == "[0.1, 0.1]")
    #expect((0.5 as Interval) == Interval(0.5))
    #expect((3 as Interval) == Interval(3))
  }

  @Test("integers convert only if a double equals them")
  func exactIntegers() {
    #expect(Interval(exactly: 1 << 53) == Interval(0x1p53))
    #expect(Interval(exactly: 1 << 54) == Interval(0x1p54))
    #expect(Interval(exactly: (1 << 53) + 1) == nil)
  }

  @Test("bounds out of order are refused")
  func hostileBounds() async {
    await #expect(processExitsWith: .failure) {
      _ = Interval(lower: 1, upper: 0)
    }
  }

  @Test("numbers that are none say nothing")
  func notANumber() {
    #expect(Interval(.nan) == .entire)
    #expect(
      Interval(lower: .nan, upper: 0) == Interval(lower: -.infinity, upper: 0))
    #expect(
      Interval(lower: 0, upper: .nan) == Interval(lower: 0, upper: .infinity))
    #expect(Interval.pow(Interval(0...1), .infinity) == .entire)
  }

  @Test("negative zero is zero")
  func negativeZero() {
    #expect(Interval(-0.0) == Interval(0.0))
    #expect(Interval(-0.0).hashValue == Interval(0.0).hashValue)
    let edge = Interval(lower: -0.0, upper: 1)
    #expect(1 / edge == 1 / Interval(0...1))
    #expect(1 / -edge == -(1 / edge))
    #expect(Interval.sqrt(edge).lower == 0)
    #expect(Interval.log(edge).lower == -.infinity)
    #expect(Interval.pow(edge, -0.5).upper == .infinity)
    #expect(Interval.pow(edge, -7).upper == .infinity)
    for zero in [0 * Interval(-1...1), -Interval(0.0), Interval(-0.0)] {
      #expect(zero.lower.sign == .plus && zero.upper.sign == .plus)
    }
    #expect(Interval.pow(-edge, -3) == -Interval.pow(edge, -3))
  }

  @Test("the middle is a finite member, and the radius reaches both bounds")
  func middle() {
    let cases: [(Interval, Double)] = [
      (Interval(1...3), 2), (Interval(0.1), 0.1), (.entire, 0),
      (Interval(lower: 0, upper: .infinity), greatest / 2),
      (Interval(.infinity), greatest), (Interval(-greatest...greatest), 0),
      (Interval(least), least), (Interval(0...least), 0),
      (Interval(greatest), greatest), (Interval(-least...0), 0),
    ]
    for (x, expected) in cases {
      #expect(x.midpoint == expected)
      #expect(x.contains(x.midpoint))
      let ball =
        Interval(x.midpoint) + Interval(lower: -x.radius, upper: x.radius)
      #expect(ball.contains(x))
    }
  }

  @Test("width and radius are rounded up")
  func widths() {
    #expect(Interval(2).width == 0)
    #expect(Interval(2).radius == 0)
    #expect(Interval(1...3).width >= 2 && Interval(1...3).width < 2 + 1e-15)
    #expect(Interval(-greatest...greatest).width == .infinity)
    #expect(Interval.entire.radius == .infinity)
    #expect(Interval(-least...1).width > 1)
  }

  @Test("magnitude and mignitude are the extreme absolute values")
  func magnitudes() {
    #expect(Interval(-3...2).magnitude == 3)
    #expect(Interval(-3...2).mignitude == 0)
    #expect(Interval(1...2).mignitude == 1)
    #expect(Interval(-2...(-1)).mignitude == 1)
    #expect(Interval.entire.magnitude == .infinity)
  }

  @Test("membership, order and overlap")
  func relations() {
    let x = Interval(0...1)
    let beyond = 1.5
    #expect(x.contains(x.lower) && x.contains(x.upper) && !x.contains(beyond))
    #expect(!x.contains(Double.nan))
    #expect(!Interval.entire.contains(Double.infinity))
    #expect(x.contains(x) && !x.isInterior(to: x))
    #expect(Interval(0.1...0.9).isInterior(to: x))
    #expect(!Interval(0.1...1).isInterior(to: x))
    #expect(!Interval.entire.isInterior(to: .entire))
    #expect(x.overlaps(Interval(1...2)) && !x.overlaps(Interval(1.5)))
    #expect(x.intersection(Interval(1...2)) == 1)
    #expect(x.intersection(Interval(2...3)) == nil)
    #expect(x.hull(Interval(2...3)) == Interval(0...3))
    #expect(x.isBounded && !x.isPoint && x.isNonnegative && !x.isPositive)
    #expect(Interval(-1...0).isNonpositive && !Interval(-1...0).isNegative)
    #expect(!Interval.entire.isBounded)
  }

  @Test("max, min and the share of each are exact")
  func kinks() {
    let x = Interval(0...2)
    let y = Interval(1...3)
    #expect(Interval.max(x, y) == Interval(1...3))
    #expect(Interval.min(x, y) == Interval(0...2))
    #expect(Interval.share(of: x, above: y) == Interval(0...1))
    #expect(Interval.share(of: x, above: 2) == Interval(0...0.5))
    #expect(Interval.share(of: x, above: 3) == 0)
    #expect(Interval.share(of: 3, above: x) == 1)
    #expect(Interval.shareSlope(of: x, above: y) == .entire)
    #expect(Interval.shareSlope(of: x, above: 3) == 0)
  }
}
