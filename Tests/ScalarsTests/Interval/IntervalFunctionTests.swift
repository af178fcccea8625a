import Scalars
import Testing

private let greatest = Double.greatestFiniteMagnitude

/// A function of one variable, by intervals and by the reference.
struct Function: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let interval: @Sendable (Interval) -> Interval
  let reference: @Sendable (Wide) -> Wide

  /// Where the function is defined and tried.
  var domain: ClosedRange<Double> = -greatest...greatest

  /// Where something happens.
  var places: [Double] = []

  /// Where the function has its extremum, if inside the domain.
  var extremum: Double?

  /// How far a bound may lie outside, in `2⁻⁵²` of its exact value.
  var units = 3.0

  /// Whether the exact bounds are those at the ends and the extremum.
  var isMonotone = true

  static let all: [Function] = [
    Function(
      testDescription: "exp", interval: { .exp($0) }, reference: { .exp($0) },
      places: [709.782712893384, -745.1332191019411, -708.3964185322641]),
    Function(
      testDescription: "expMinusOne", interval: { .expMinusOne($0) },
      reference: { .expMinusOne($0) }, places: [709.782712893384, -37]),
    Function(
      testDescription: "log", interval: { .log($0) }, reference: { .log($0) },
      domain: .leastNonzeroMagnitude...greatest),
    Function(
      testDescription: "log(onePlus:)", interval: { .log(onePlus: $0) },
      reference: { .log(onePlus: $0) }, domain: (-1.0).nextUp...greatest),
    Function(
      testDescription: "sqrt", interval: { .sqrt($0) },
      reference: { .sqrt($0) }, domain: 0...greatest, units: 2),
    Function(
      testDescription: "cube root", interval: { .root($0, 3) },
      reference: { .root($0, 3) }, units: 10),
    Function(
      testDescription: "sinh", interval: { .sinh($0) },
      reference: { .sinh($0) }, places: [710.4758600739439], units: 6.5),
    Function(
      testDescription: "cosh", interval: { .cosh($0) },
      reference: { .cosh($0) }, places: [710.4758600739439], extremum: 0,
      units: 6.5),
    Function(
      testDescription: "tanh", interval: { .tanh($0) },
      reference: { .tanh($0) }, places: [18.7, 22], units: 6.5),
    Function(
      testDescription: "asinh", interval: { .asinh($0) },
      reference: { .asinh($0) }, units: 6.5),
    Function(
      testDescription: "acosh", interval: { .acosh($0) },
      reference: { .acosh($0) }, domain: 1...greatest, units: 6.5),
    Function(
      testDescription: "atanh", interval: { .atanh($0) },
      reference: { .atanh($0) }, domain: (-1.0).nextUp...1.0.nextDown,
      units: 6.5),
    Function(
      testDescription: "sin", interval: { .sin($0) }, reference: { .sin($0) },
      domain: -0x1p48...0x1p48, places: multiplesOfHalfPi, isMonotone: false),
    Function(
      testDescription: "cos", interval: { .cos($0) }, reference: { .cos($0) },
      domain: -0x1p48...0x1p48, places: multiplesOfHalfPi, isMonotone: false),
    Function(
      testDescription: "tan", interval: { .tan($0) }, reference: { .tan($0) },
      domain: -0x1p48...0x1p48, places: multiplesOfHalfPi, isMonotone: false),
    Function(
      testDescription: "asin", interval: { .asin($0) },
      reference: { .asin($0) }, domain: -1...1),
    Function(
      testDescription: "acos", interval: { .acos($0) },
      reference: { .acos($0) }, domain: -1...1),
    Function(
      testDescription: "atan", interval: { .atan($0) },
      reference: { .atan($0) }),
    Function(
      testDescription: "pow(x, 0.3)", interval: { .pow($0, 0.3) },
      reference: { .pow($0, 0.3) }, domain: 0...greatest),
    Function(
      testDescription: "pow(x, -1.7)", interval: { .pow($0, -1.7) },
      reference: { .pow($0, -1.7) },
      domain: .leastNonzeroMagnitude...greatest),
    Function(
      testDescription: "pow(x, 3)", interval: { .pow($0, 3) },
      reference: { .pow($0, 3) }, units: 4),
    Function(
      testDescription: "pow(x, 4)", interval: { .pow($0, 4) },
      reference: { .pow($0, 4) }, extremum: 0, units: 6),
    Function(
      testDescription: "pow(x, 6)", interval: { .pow($0, 6) },
      reference: { .pow($0, 6) }, extremum: 0),
    Function(
      testDescription: "pow(x, 997)", interval: { .pow($0, 997) },
      reference: { .pow($0, 997) }),
    Function(
      testDescription: "pow(x, -4)", interval: { .pow($0, -4) },
      reference: { .pow($0, -4) }, domain: .leastNonzeroMagnitude...greatest),
  ]

  private static let multiplesOfHalfPi: [Double] = (1...40).map {
    Double($0) * .pi / 2
  }
}

@Suite("Interval functions against a reference of 110 bits")
struct IntervalFunctionTests {
  let count = Adversary.count(cheap: false)

  @Test("every value is enclosed, within stated units", arguments: Function.all)
  func encloses(function: Function) {
    var adversary = Adversary(
      seed: 21, domain: function.domain, places: function.places)
    var tally = Tally()
    for _ in 0..<count {
      let x = adversary.interval()
      let result = function.interval(x)
      let (a, b) = (Wide(x.lower), Wide(x.upper))
      let first = function.reference(a)
      let ends =
        x.isPoint
        ? Enclosure(first) : Enclosure(first, function.reference(b))
      var inner = ends
      if let extremum = function.extremum, x.contains(extremum) {
        let value = function.reference(Wide(extremum))
        inner = Enclosure(ends.lower, ends.upper, value)
      } else if !function.isMonotone && !x.isPoint {
        let value = function.reference(Wide(adversary.member(of: x)))
        inner = Enclosure(ends.lower, ends.upper, value)
      }
      let isSharp =
        function.isMonotone
        ? inner.isSharp(result, units: function.units) : true
      tally.record(
        inner.isWithin(result) && isSharp, "\(x) gave \(result)")
    }
    #expect(tally.failures == 0, "first: \(tally.first)")
  }
}
