import TestSupport
import Testing

@testable import Coopetition

@Suite("Distributions")
struct DistributionTests {
  @Test("Quantiles are those of an independent program")
  func golden() throws {
    for golden in try SamplingGolden.read().quantiles {
      let distribution = try golden.distribution.distribution()
      let isTail = golden.u < 1e-5 || golden.u > 1 - 1e-5
      #expect(
        relativeDistance(distribution.quantile(golden.u), golden.value)
          <= (isTail ? 1e-9 : 1e-12))
    }
  }

  static let distributions: [Distribution] = [
    Distribution(.uniform(lower: 1, upper: 3), from: 1, to: 3),
    Distribution(
      .triangular(lower: 0, mode: 1, upper: 3), from: 0, to: 3),
    Distribution(
      .normal(mean: 1, deviation: 0.5), from: -.infinity, to: .infinity),
    Distribution(.normal(mean: -1, deviation: 0.5), from: 0, to: 1),
    Distribution(.lognormal(median: 2, spread: 0.3), from: 0, to: .infinity),
  ]

  @Test("Probabilities invert quantiles", arguments: distributions)
  func inverse(distribution: Distribution) {
    for u in [0.001, 0.3, 0.5, 0.9, 0.999] {
      let x = distribution.quantile(u)
      #expect(abs(distribution.probability(atMost: x) - u) < 1e-12)
    }
    let low = distribution.lower.isFinite ? distribution.lower - 1 : -1e9
    #expect(distribution.probability(atMost: low) == 0)
    #expect(distribution.probability(atMost: 1e9) == 1)
  }

  @Test("Mean and deviation are those of 2¹⁶ values", arguments: [0, 1, 2, 4])
  func moments(index: Int) {
    let distribution = Self.distributions[index]
    let points = SamplePoints(dimension: 1)
    let values = (0..<(1 << 16)).map { distribution.quantile(points[$0, 0]) }
    let mean = values.reduce(0, +) / Double(values.count)
    let variance =
      values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      / Double(values.count)
    #expect(abs(mean - distribution.mean) < 1e-4)
    #expect(abs(variance.squareRoot() - distribution.deviation) < 1e-3)
  }

  @Test(
    "What makes no distribution is refused",
    arguments: [
      ("{uniform: [2, 1]}", "x.uniform: 2 is not less than 1"),
      ("{uniform: [-1, 1]}", "x.uniform: -1 is less than 0"),
      ("{uniform: [1]}", "x.uniform: has 1 number where 2 are needed"),
      (
        "{uniform: [0, 1], from: 0}",
        "x: from and to limit normal and lognormal only"
      ),
      (
        "{triangular: [0, 3, 2]}",
        "x.triangular: the mode 3 is not in [0, 2]"
      ),
      (
        "{normal: [1, 0]}",
        "x.normal: the deviation 0 is not greater than 0"
      ),
      (
        "{lognormal: [0, 1]}",
        "x.lognormal: the median 0 is not greater than 0"
      ),
      (
        "{normal: [1, 0.1], from: 5}",
        "x: [5, ∞) has probability below 1e-6"
      ),
      (
        "{normal: [1, 0.1], from: 1.2, to: 1.1}",
        "x: [1.2, 1.1] has probability below 1e-6"
      ),
      (
        "{lognormal: [1, 0.1], to: 0}",
        "x: [0, 0] has probability below 1e-6"
      ),
      (
        "{uniform: [0, 1], normal: [1, 1]}",
        "x: give one of uniform, triangular, normal, lognormal"
      ),
      ("{}", "x: give one of uniform, triangular, normal, lognormal"),
      ("{unifrom: [0, 1]}", "x.unifrom: unknown key; did you mean uniform?"),
      ("{normal: [a, 1]}", "x.normal[0]: a is not a number"),
    ])
  func refused(text: String, message: String) throws {
    let value = ScenarioValue(node: try YAMLDocument.parse(text), place: "x")
    #expect {
      try Distribution(value, over: .nonNegative)
    } throws: {
      "\($0)" == message
    }
  }
}
