import TestSupport
import Testing

@testable import PublishedGames

struct RationalTests {
  @Test(
    arguments: [
      (0.4, "2/5"), (1.0 / 3, "1/3"), (-2.75, "-11/4"), (0, "0"), (7, "7"),
      (0.1, "1/10"), (0.618, "309/500"),
    ] as [(Double, String)])
  func doublesStandForTheSimplestRatio(_ value: Double, _ text: String) {
    #expect(Rational(simplest: value)?.text == text)
  }

  @Test(arguments: [Double.nan, .infinity, 1e12, 3.141592653589793e-9])
  func otherDoublesStandForNone(_ value: Double) {
    #expect(Rational(simplest: value) == nil)
  }

  @Test func arithmeticAgreesWithDoubles() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<500 {
      let numbers = (0..<4).map { _ in Int64(random.next() % 2000) - 1000 }
      let a = Rational(Int128(numbers[0]), Int128(numbers[1] * 2 + 1))
      let b = Rational(Int128(numbers[2]), Int128(numbers[3] * 2 + 1))
      #expect(abs(try a.plus(b).double - (a.double + b.double)) < 1e-9)
      #expect(abs(try a.minus(b).double - (a.double - b.double)) < 1e-9)
      let product = a.double * b.double
      #expect(abs(try a.times(b).double - product) <= 1e-12 * abs(product))
    }
  }

  @Test func ratiosAreInLowestTermsWithThePositiveDenominator() {
    #expect(Rational(6, -4).text == "-3/2")
    #expect(Rational(6, 4).reciprocal.text == "2/3")
  }

  @Test func longNumbersAreNoticed() throws {
    let big = Rational(Int128.max / 2, 1)
    #expect(throws: Rational.Overflow.self) { try big.times(big) }
    #expect(throws: Rational.Overflow.self) { try big.plus(big.plus(big)) }
  }

  /// The inverse of Hilbert's matrix of order 4 has whole elements.
  @Test func systemsAreSolvedExactly() throws {
    let rows = (1...4).map { i in
      (1...4).map { Rational(1, Int128(i + $0 - 1)) }
    }
    let unit = [Rational(1), Rational(0), Rational(0), Rational(0)]
    let column = try #require(try Rational.solve(rows, unit))
    #expect(column.map(\.text) == ["16", "-120", "240", "-140"])
  }

  @Test func singularSystemsHaveNoSolution() throws {
    let one = Rational(1)
    #expect(try Rational.solve([[one, one], [one, one]], [one, one]) == nil)
  }
}
