import Scalars
import Testing

private let greatest = Double.greatestFiniteMagnitude
private let least = Double.leastNonzeroMagnitude

@Suite("Intervals at the edges of domains and of the number range")
struct IntervalEdgeTests {
  @Test("beyond the domain nothing is known")
  func beyondDomain() {
    let x = Interval(-2...3)
    let negative = Interval(-2...(-1.5))
    let partial: [(Interval) -> Interval] = [
      Interval.log(_:), Interval.log(onePlus:), Interval.sqrt, Interval.acosh,
      Interval.asin, Interval.acos, Interval.atanh,
      { .root($0, 4) }, { .pow($0, 0.3) }, { .pow($0, 2.0) },
      { .pow($0, Interval(2)) }, { .pow($0, 0.0) },
    ]
    for f in partial {
      #expect(f(x) == .entire)
      #expect(f(negative) == .entire)
      #expect(f(.entire) == .entire)
    }
    #expect(1 / x == .entire)
    #expect(x / 0 == .entire)
    #expect(0 / Interval(0...1) == .entire)
    #expect(x / Interval(0...1) == .entire)
    #expect(Interval.pow(x, -1) == .entire)
    #expect(Interval.root(1, 0) == .entire)
    #expect(Interval.tan(Interval(1...2)) == .entire)
    #expect(x.reciprocal == nil)
    #expect(Interval.zero.reciprocal == nil)
  }

  @Test("the edge of a domain is sharp")
  func atEdge() {
    let unit = Interval(0...1)
    #expect(Interval.log(unit).lower == -.infinity)
    #expect(Interval.log(unit).upper == 0)
    #expect(Interval.log(Interval(0)).upper < -1e308)
    #expect(Interval.log(onePlus: Interval(-1...0)).lower == -.infinity)
    #expect(Interval.log(onePlus: Interval(-1...0)).upper == 0)
    #expect((1 / unit).upper == .infinity)
    #expect((1 / unit).lower < 1 && (1 / unit).lower > 1 - 1e-15)
    #expect(1 / -unit == -(1 / unit))
    #expect(unit.reciprocal == 1 / unit)
    #expect(-1 / unit == -(1 / unit))
    #expect(-1 / -unit == 1 / unit)
    #expect(Interval.sqrt(Interval(0...4)).lower == 0)
    #expect(Interval.acosh(Interval(1...2)).lower == 0)
    #expect(Interval.atanh(Interval(-1...1)) == .entire)
    #expect(Interval.atanh(unit).lower == 0)
    #expect(Interval.asin(Interval(-1...1)).upper <= Interval.pi.upper / 2)
    #expect(Interval.acos(Interval(-1...1)).lower == 0)
    #expect(Interval.pow(unit, 0.5).lower == 0)
    #expect(Interval.pow(unit, 0.3).lower == 0)
    #expect(Interval.pow(unit, -0.3).upper == .infinity)
    #expect(Interval.pow(unit, 0.0) == 1)
    #expect(Interval.pow(Interval(-1...1), -2).upper == .infinity)
    #expect(Interval.pow(Interval(-1...1), -2).lower > 0.999)
    #expect(Interval.root(unit, 5).lower == 0)
  }

  @Test("a zero factor or dividend gives exactly zero")
  func exactZeros() {
    for x in [
      .entire, Interval(-1...2), Interval(least),
      Interval(lower: 1, upper: .infinity),
      Interval(.infinity), Interval(-least...0), Interval(0), Interval(0.1),
    ] {
      #expect(0 * x == 0)
      #expect(x * 0 == 0)
      #expect(-0.0 * x == 0)
      #expect(0 / Interval(0.5...2) == 0)
      if x.isPoint { #expect(x - x == 0) }
    }
    #expect(Interval.sqrt(0 * Interval(-1...2)) == 0)
    #expect((Interval(0...1) * Interval(0...1)).lower == 0)
    #expect((Interval(-1...0) * Interval(0...1)).upper == 0)
    let odd: [(Interval) -> Interval] = [
      Interval.sinh, Interval.tanh, Interval.asinh, Interval.atanh,
      Interval.sqrt, Interval.asin, Interval.atan, Interval.tan,
      Interval.expMinusOne, Interval.log(onePlus:), Interval.sin,
      { .root($0, 3) }, { .root($0, 5) }, { .pow($0, 2) }, { .pow($0, 3) },
    ]
    for f in odd { #expect(f(0) == 0) }
  }

  @Test("a product of nonzero numbers that underflows keeps its sign")
  func underflow() {
    let tiny = Interval(least)
    #expect((tiny * tiny) == Interval(0...least))
    #expect((-tiny * tiny) == Interval(-least...0))
    #expect((tiny / 2) == Interval(0...least))
    #expect((tiny / Interval(greatest)) == Interval(0...least))
    #expect((Interval(-1...1) * tiny).upper >= least)
    #expect(Interval.exp(-800).lower == 0)
    #expect(Interval.exp(-800).upper > 0)
    #expect(Interval.pow(Interval(0.1), 400.5).lower == 0)
    #expect(Interval.pow(Interval(0.1), 400.5).upper > 0)
    #expect(Interval.tanh(tiny).lower >= 0)
  }

  @Test("overflow opens the bound on its side and keeps the other finite")
  func overflow() {
    let huge = Interval(greatest)
    for x in [
      huge + huge, huge * huge, huge / Interval(least), .exp(1000),
      .sinh(1000), .cosh(1000), .pow(10, 400), .pow(10, 400.5),
    ] {
      #expect(x.upper == .infinity)
      #expect(x.lower < .infinity && x.lower > 1e307)
    }
    #expect((-huge - huge).lower == -.infinity)
    #expect((-huge - huge).upper > -.infinity)
  }

  @Test("infinite bounds never yield a bound that is not a number")
  func infinities() {
    let hostile: [Interval] = [
      .entire, 0, 1, -1, Interval(.infinity), Interval(-.infinity),
      Interval(lower: 0, upper: .infinity),
      Interval(lower: -.infinity, upper: 0),
      Interval(lower: 1, upper: .infinity),
      Interval(lower: -.infinity, upper: -1),
      Interval(least), Interval(-least), Interval(greatest),
      Interval(-greatest),
      Interval(-greatest...greatest), Interval(-least...least), Interval(0...1),
      Interval(-0.0), Interval(-1...1),
    ]
    for x in hostile {
      for f in everyFunction { #expect(isSound(f(x)), "function of \(x)") }
      for y in hostile {
        for r in [x + y, x - y, x * y, x / y, .pow(x, y), x.hull(y)] {
          #expect(isSound(r), "\(x) with \(y)")
        }
      }
    }
  }

  /// Whether the interval keeps its invariants, queries included.
  private func isSound(_ x: Interval) -> Bool {
    x.lower <= x.upper && x.lower < .infinity && x.upper > -.infinity
      && x.contains(x.midpoint) && x.width >= 0 && x.radius >= 0
  }

  /// Every function of one interval.
  private let everyFunction: [(Interval) -> Interval] = [
    Interval.exp, Interval.expMinusOne, Interval.log(_:),
    Interval.log(onePlus:),
    Interval.sqrt, Interval.sin, Interval.cos, Interval.tan, Interval.asin,
    Interval.acos, Interval.atan, Interval.sinh, Interval.cosh, Interval.tanh,
    Interval.asinh, Interval.acosh, Interval.atanh, { -$0 },
    { .pow($0, Int.max) }, { .pow($0, Int.min) }, { .pow($0, -3) },
    { .root($0, Int.max) }, { .root($0, Int.min) }, { .root($0, 3) },
    { .pow($0, 1e300) }, { .pow($0, -0.1) }, { .pow($0, 3) }, { .pow($0, 4) },
  ]
}
