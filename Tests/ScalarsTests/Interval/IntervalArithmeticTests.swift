import Scalars
import Testing

/// A binary operation, by intervals and exactly at the corners.
struct Operation: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let interval: @Sendable (Interval, Interval) -> Interval
  let exact: @Sendable (Wide, Wide) -> Wide

  static let all = [
    Operation(testDescription: "+", interval: { $0 + $1 }, exact: { $0 + $1 }),
    Operation(testDescription: "-", interval: { $0 - $1 }, exact: { $0 - $1 }),
    Operation(testDescription: "*", interval: { $0 * $1 }, exact: { $0 * $1 }),
    Operation(testDescription: "/", interval: { $0 / $1 }, exact: { $0 / $1 }),
  ]
}

@Suite("Interval arithmetic against exact arithmetic")
struct IntervalArithmeticTests {
  let count = Adversary.count(cheap: true)

  @Test(
    "the exact range is enclosed, within two units a bound",
    arguments: Operation.all)
  func enclosesSharply(operation: Operation) {
    var adversary = Adversary(seed: 11)
    var tally = Tally()
    for _ in 0..<count {
      let x = adversary.interval()
      let y = adversary.interval()
      if operation.testDescription == "/" && contains(y, 0) { continue }
      let result = operation.interval(x, y)
      let (a, b) = (Wide(x.lower), Wide(x.upper))
      let (c, d) = (Wide(y.lower), Wide(y.upper))
      let exact = Enclosure(
        operation.exact(a, c), operation.exact(a, d), operation.exact(b, c),
        operation.exact(b, d))
      tally.record(
        exact.isWithin(result) && exact.isSharp(result, units: 2),
        "\(x) with \(y) gave \(result)")
    }
    #expect(tally.failures == 0, "first: \(tally.first)")
    #expect(tally.cases > count / 2)
  }

  @Test("a product with a number of relative error is that of intervals")
  func productWithRelativeError() {
    var adversary = Adversary(seed: 19)
    var tally = Tally()
    for _ in 0..<count / 4 {
      let x = adversary.interval()
      for value in [adversary.number(), 0.75, -0.75, 0] {
        for error in [0, 0x1p-48, 0.25, 3] {
          let factor = Interval(value, relativeError: error)
          let product = Interval.product(value, relativeError: error, x)
          tally.record(
            product == factor * x && factor.contains(value),
            "\(value) ± \(error) times \(x) gave \(product)")
        }
      }
    }
    #expect(tally.failures == 0, "first: \(tally.first)")
  }

  @Test("a divisor that touches zero leaves one bound, and that is sharp")
  func divisionAtEdge() {
    var adversary = Adversary(seed: 12)
    var tally = Tally()
    for _ in 0..<count / 4 {
      let x = adversary.interval()
      let end = adversary.number()
      if end == 0 { continue }
      let y = Interval(lower: min(0, end), upper: max(0, end))
      let result = x / y
      if contains(x, 0) {
        tally.record(result == .entire, "\(x) / \(y) gave \(result)")
        continue
      }
      let near = Wide(x.mignitude) / Wide(end.magnitude)
      let isPositive = (x.lower > 0) == (end > 0)
      let mirrored = isPositive ? result : -result
      let point = Interval(lower: mirrored.lower, upper: near.approximation)
      tally.record(
        Wide(mirrored.lower) <= near && mirrored.upper == .infinity
          && (Enclosure(near).isSharp(point, units: 2)
            || point.upper == .infinity),
        "\(x) / \(y) gave \(result)")
    }
    #expect(tally.failures == 0, "first: \(tally.first)")
  }

  @Test("squares and square roots enclose the exact range")
  func squares() {
    var adversary = Adversary(seed: 13)
    var tally = Tally()
    for _ in 0..<count {
      let x = adversary.interval()
      let square = Enclosure(
        squared(x.mignitude), squared(x.magnitude))
      let result = Interval.pow(x, 2)
      tally.record(
        square.isWithin(result) && square.isSharp(result, units: 2),
        "the square of \(x) gave \(result)")
      let positive = Interval(lower: x.mignitude, upper: x.magnitude)
      let root = Interval.sqrt(positive)
      tally.record(
        squared(root.lower) <= Wide(positive.lower)
          && squared(root.upper) >= Wide(positive.upper),
        "the square root of \(positive) gave \(root)")
    }
    #expect(tally.failures == 0, "first: \(tally.first)")
  }

  @Test(
    "a part of the operands gives a part of the result",
    arguments: Operation.all)
  func isotonic(operation: Operation) {
    var adversary = Adversary(seed: 14)
    var tally = Tally()
    for _ in 0..<count {
      let x = adversary.interval()
      let y = adversary.interval()
      let (u, v) = (adversary.part(of: x), adversary.part(of: y))
      if operation.testDescription == "/" && v == 0 { continue }
      let whole = operation.interval(x, y)
      let part = operation.interval(u, v)
      tally.record(whole.contains(part), "\(x), \(y) lost \(u), \(v)")
    }
    #expect(tally.failures == 0, "first: \(tally.first)")
  }

  private func squared(_ value: Double) -> Wide { Wide(value) * Wide(value) }

  private func contains(_ x: Interval, _ value: Double) -> Bool {
    x.contains(value)
  }
}
