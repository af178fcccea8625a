import Scalars
import Testing

private let greatest = Double.greatestFiniteMagnitude

@Suite("Interval powers and roots against a reference of 100 bits")
struct IntervalPowerTests {
  let count = Adversary.count(cheap: false)

  @Test("powers of intervals to constant powers are enclosed sharply")
  func realPowers() {
    var adversary = Adversary(
      seed: 31, domain: .leastNonzeroMagnitude...greatest)
    var exponents = Adversary(seed: 32, domain: -1e4...1e4)
    var tally = Tally()
    for _ in 0..<count {
      let x = adversary.interval()
      let exponent = exponents.number()
      let result = Interval.pow(x, exponent)
      let exact = Enclosure(
        power(x.lower, exponent), power(x.upper, exponent))
      tally.record(
        exact.isWithin(result) && exact.isSharp(result, units: 3),
        "\(x) to the power \(exponent) gave \(result)")
    }
    #expect(tally.failures == 0, "first: \(tally.first)")
  }

  @Test("powers of intervals to intervals are enclosed sharply")
  func intervalPowers() {
    var adversary = Adversary(
      seed: 33, domain: .leastNonzeroMagnitude...greatest)
    var exponents = Adversary(seed: 34, domain: -1e4...1e4)
    var tally = Tally()
    for _ in 0..<count / 2 {
      let x = adversary.interval()
      let y = exponents.interval()
      let result = Interval.pow(x, y)
      let exact = Enclosure(
        power(x.lower, y.lower), power(x.lower, y.upper),
        power(x.upper, y.lower), power(x.upper, y.upper))
      tally.record(
        exact.isWithin(result) && exact.isSharp(result, units: 3),
        "\(x) to the power \(y) gave \(result)")
    }
    #expect(tally.failures == 0, "first: \(tally.first)")
  }

  @Test("integer powers are enclosed sharply, whatever the sign")
  func integerPowers() {
    var adversary = Adversary(seed: 35)
    var tally = Tally()
    for _ in 0..<count {
      let x = adversary.interval()
      let n = Int(adversary.number().remainder(dividingBy: 100))
      let result = Interval.pow(x, n)
      if n < 0 && x.lower <= 0 && x.upper >= 0 {
        let inner = adversary.member(of: x)
        if inner == 0 { continue }
        let exact = Enclosure(Wide.pow(Wide(inner), n))
        tally.record(exact.isWithin(result), "\(x)^\(n) gave \(result)")
        continue
      }
      let ends = Enclosure(
        Wide.pow(Wide(x.lower), n), Wide.pow(Wide(x.upper), n))
      let straddles = x.lower < 0 && x.upper > 0 && n % 2 == 0 && n > 0
      let exact = straddles ? Enclosure(ends.lower, ends.upper, 0) : ends
      tally.record(
        exact.isWithin(result) && exact.isSharp(result, units: 6),
        "\(x)^\(n) gave \(result)")
    }
    #expect(tally.failures == 0, "first: \(tally.first)")
  }

  @Test("roots of any degree are enclosed, within 2 |log x|/n units")
  func roots() {
    var adversary = Adversary(seed: 36)
    var tally = Tally()
    for _ in 0..<count {
      let n = Int(adversary.number().remainder(dividingBy: 100).magnitude) + 3
      let drawn = adversary.interval()
      let x =
        n % 2 == 1
        ? drawn : Interval(lower: drawn.mignitude, upper: drawn.magnitude)
      let result = Interval.root(x, n)
      let exact = Enclosure(
        Wide.root(Wide(x.lower), n), Wide.root(Wide(x.upper), n))
      tally.record(
        exact.isWithin(result)
          && exact.isSharp(result, units: 10 + 2 * 745 / Double(n)),
        "the root \(n) of \(x) gave \(result)")
    }
    #expect(tally.failures == 0, "first: \(tally.first)")
  }

  @Test("negative roots are reciprocals, and huge degrees are enclosed")
  func unusualDegrees() {
    #expect(Interval.root(Interval(8), -3).contains(Interval(0.5)))
    #expect(Interval.root(Interval(-8), -3).contains(Interval(-0.5)))
    let root = Interval.root(Interval(5), Int.max)
    #expect(root.lower <= 1 && root.upper > 1 && root.width < 1e-15)
    let odd = Int.max
    let base = 1 - 0x1p-52
    let exact = Wide.exp(Wide.log(Wide(base)) * Wide(Double(odd)))
    #expect(Enclosure(exact).isWithin(Interval.pow(Interval(base), odd)))
    #expect(Interval.pow(Interval(-base), odd).isNonpositive)
    #expect(Interval.pow(Interval(-base), odd - 1).isNonnegative)
    #expect(Interval.pow(Interval(-1...2), 3).contains(Interval(-1...8)))
    #expect(Interval.pow(Interval(-1...2), 5).contains(Interval(-1...32)))
    #expect(Interval.pow(Interval(-1...2), 0) == 1)
  }

  private func power(_ x: Double, _ exponent: Double) -> Wide {
    Wide.pow(Wide(x), exponent)
  }
}
