import Scalars
import Testing

/// Which functions are called continuous on which intervals.
@Suite struct DecoratedIntervalTests {
  typealias Function = @Sendable (DecoratedInterval) -> DecoratedInterval

  private static let cases:
    [(name: String, function: Function, domain: Interval, inside: Interval)] = [
      ("log", { .log($0) }, Interval(0...9), Interval(1...2)),
      ("log1p", { .log(onePlus: $0) }, Interval(-1...9), Interval(0...2)),
      ("sqrt", { .sqrt($0) }, Interval(0...9), Interval(0...2)),
      ("x log x", { .timesLog($0) }, Interval(0...9), Interval(0...2)),
      ("root", { .root($0, 4) }, Interval(0...9), Interval(0...2)),
      ("power", { .pow($0, 0.3) }, Interval(0...9), Interval(0...2)),
      ("asin", { .asin($0) }, Interval(-1...1), Interval(-1...1)),
      ("acosh", { .acosh($0) }, Interval(1...9), Interval(1...2)),
    ]

  @Test func insideAndOutsideOfDomains() {
    for (name, function, domain, inside) in Self.cases {
      let outside = Interval((domain.lower - 3)...(domain.lower - 1))
      let across = Interval((domain.lower - 1)...(domain.lower + 0.5))
      func decoration(_ x: Interval) -> Decoration {
        function(DecoratedInterval(x)).decoration
      }
      #expect(decoration(inside) == .continuous, "\(name)")
      #expect(decoration(outside) == .undefined, "\(name)")
      #expect(decoration(across) == .unknown, "\(name)")
    }
  }

  @Test func polesAreNoPartOfADomain() {
    let zeroToOne = DecoratedInterval(Interval(0...1))
    #expect(DecoratedInterval.log(zeroToOne).decoration == .unknown)
    #expect((1 / zeroToOne).decoration == .unknown)
    #expect((1 / DecoratedInterval.zero).decoration == .undefined)
    #expect((1 / (zeroToOne + 1)).decoration == .continuous)
    #expect(DecoratedInterval.pow(zeroToOne, -2).decoration == .unknown)
    #expect(DecoratedInterval.tan(zeroToOne * 2).decoration == .unknown)
    #expect(DecoratedInterval.atanh(zeroToOne).decoration == .unknown)
  }

  @Test func nothingUndefinedIsEverDefinedAgain() {
    let x = DecoratedInterval(Interval(-1...1))
    let hidden: [DecoratedInterval] = [
      0 * DecoratedInterval.log(x), .tanh(1 / x), .max(.sqrt(x), 2),
      .pow(.log(x), 0), .min(1 / x, 0),
    ]
    for value in hidden { #expect(value.decoration == .unknown) }
    let nowhere = DecoratedInterval.log(x - 2)
    #expect((0 * nowhere).decoration == .undefined)
  }

  @Test func whatNoDoubleHoldsIsNotContinuous() {
    #expect(DecoratedInterval.exp(1_000).decoration == .unknown)
    #expect(DecoratedInterval(Double.nan).decoration == .undefined)
    let huge = DecoratedInterval(Double.greatestFiniteMagnitude)
    #expect((huge * huge).decoration == .unknown)
  }

  @Test func aPowerOfZeroToZeroIsUndefined() {
    let x = DecoratedInterval(Interval(0...1))
    #expect(DecoratedInterval.pow(x, x).decoration == .unknown)
    let zero = DecoratedInterval.zero
    #expect(DecoratedInterval.pow(zero, zero).decoration == .undefined)
    #expect(DecoratedInterval.pow(x, x + 1).decoration == .continuous)
    #expect(DecoratedInterval.pow(x + 1, -x).decoration == .continuous)
  }

  @Test func stepsAreContinuousWhereTheyDoNotStep() {
    let x = DecoratedInterval(Interval(0...1))
    #expect(DecoratedInterval.share(of: x, above: 2).decoration == .continuous)
    #expect(DecoratedInterval.share(of: x, above: 0.5).decoration == .unknown)
    #expect(DecoratedInterval.max(x, 0.5).decoration == .continuous)
  }

  @Test func boundsOfXLogX() {
    let whole = Interval.timesLog(Interval(0...1))
    #expect(whole.upper == 0 && whole.contains(-0.36787944117144233))
    #expect(whole.lower >= -0.36787944117144233 - 4 * 0x1p-54)
    #expect(Interval.timesLog(.zero) == .zero)
    #expect(Double.timesLog(0) == 0)
    #expect(Interval.timesLog(Interval(-1...1)) == .entire)
  }
}
