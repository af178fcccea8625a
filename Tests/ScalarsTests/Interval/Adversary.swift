import Foundation
import Scalars
import TestSupport

/// A source of numbers and intervals chosen to break interval arithmetic.
///
/// It mixes numbers spread evenly over all exponents, over a range, near the
/// places where something happens (zero, one, powers of two, thresholds of
/// overflow and underflow, edges of domains), and with short significands,
/// whose products and sums are exact or exactly halfway between doubles.
struct Adversary {
  private(set) var random: SplitMix64
  let domain: ClosedRange<Double>
  private let places: [Double]

  /// A source of numbers in a domain with finite bounds.
  ///
  /// - Parameters:
  ///   - seed: The seed.
  ///   - domain: Where the numbers lie.
  ///   - places: Further numbers to stay close to.
  init(
    seed: UInt64,
    domain: ClosedRange<Double> =
      -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude,
    places: [Double] = []
  ) {
    random = SplitMix64(seed: seed)
    self.domain = domain
    let positive: [Double] = [
      0, .leastNonzeroMagnitude, .leastNormalMagnitude, 0x1p-537, 0x1p-53,
      0x1p-26, 0.5, 1, 2, .pi / 2, .pi, 0x1p53, 0x1p512,
      .greatestFiniteMagnitude,
    ]
    self.places =
      (positive + positive.map { -$0 } + places
      + [domain.lowerBound, domain.upperBound]).filter(domain.contains)
  }

  /// How many cases a property is tried on: a million for what is cheap and if
  /// `COOPETITION_THOROUGH` is set, else a tenth.
  static func count(cheap: Bool) -> Int {
    let isThorough =
      ProcessInfo.processInfo.environment["COOPETITION_THOROUGH"] != nil
    return cheap || isThorough ? 1_000_000 : 100_000
  }

  /// The next number of the domain.
  mutating func number() -> Double {
    let value: Double
    switch random.next() % 6 {
    case 0: value = anyExponent()
    case 1: value = Double.random(in: -20...20, using: &random)
    case 2: value = neighbor(of: places.randomElement(using: &random) ?? 0)
    case 3: value = neighbor(of: scaled(1, by: -1074...1023))
    case 4: value = shortSignificand()
    default:
      value = scaled(Double.random(in: 1..<2, using: &random), by: -6...6)
    }
    let signed = random.next() & 1 == 0 ? value : -value
    if domain.contains(signed) { return signed }
    return domain.contains(-signed) ? -signed : anyExponent()
  }

  /// The next interval in the domain: a point, a narrow or a wide interval.
  mutating func interval() -> Interval {
    let a = number()
    switch random.next() % 3 {
    case 0: return Interval(a)
    case 1:
      let b = inDomain(a + a.magnitude * scaled(1, by: -52...(-1)))
      return Interval(lower: min(a, b), upper: max(a, b))
    default:
      let b = number()
      return Interval(lower: min(a, b), upper: max(a, b))
    }
  }

  /// A member of an interval.
  mutating func member(of x: Interval) -> Double {
    let share = Double.random(in: 0...1, using: &random)
    let value =
      random.next() & 1 == 0
      ? x.lower + share * (x.upper - x.lower)
      : between(x.lower, x.upper)
    return value.isFinite ? min(max(value, x.lower), x.upper) : x.midpoint
  }

  /// A part of an interval, which may share bounds with it.
  mutating func part(of x: Interval) -> Interval {
    let a = random.next() % 4 == 0 ? x.lower : member(of: x)
    let b = random.next() % 4 == 0 ? x.upper : member(of: x)
    return Interval(lower: min(a, b), upper: max(a, b))
  }

  /// A number whose exponent is spread evenly over the domain.
  private mutating func anyExponent() -> Double {
    between(domain.lowerBound, domain.upperBound)
  }

  /// One of the doubles between two, all being equally likely.
  private mutating func between(_ low: Double, _ high: Double) -> Double {
    let rank = Int64.random(in: rank(low)...rank(high), using: &random)
    let magnitude = Double(bitPattern: rank.magnitude)
    return rank < 0 ? -magnitude : magnitude
  }

  /// The position of a double in the order of all doubles.
  private func rank(_ value: Double) -> Int64 {
    let magnitude = Int64(value.magnitude.bitPattern)
    return value < 0 ? -magnitude : magnitude
  }

  private mutating func neighbor(of value: Double) -> Double {
    let steps = Int64.random(in: -4...4, using: &random)
    let magnitude = Double(bitPattern: (rank(value) + steps).magnitude)
    return inDomain(rank(value) + steps < 0 ? -magnitude : magnitude)
  }

  private mutating func shortSignificand() -> Double {
    let bits = UInt64.random(in: 1...27, using: &random)
    let digits = Double(random.next() >> (64 - bits) | 1)
    return random.next() % 4 == 0
      ? scaled(digits, by: -1074...900) : scaled(digits, by: -30...4)
  }

  private mutating func scaled(
    _ value: Double, by exponents: ClosedRange<Int>
  ) -> Double {
    let exponent = Int.random(in: exponents, using: &random)
    return Double(sign: .plus, exponent: exponent, significand: value)
  }

  private func inDomain(_ value: Double) -> Double {
    min(max(value, domain.lowerBound), domain.upperBound)
  }
}
