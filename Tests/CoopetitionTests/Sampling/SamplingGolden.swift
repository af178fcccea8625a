import Foundation

@testable import Coopetition

/// Random bits, points, quantiles and statistics by an independent program.
struct SamplingGolden: Decodable {
  struct Outputs: Decodable {
    var seed: String
    var outputs: [String]
  }
  struct Bits: Decodable {
    var point: Int
    var bits: [UInt32]
  }
  struct Point: Decodable {
    var seed: String
    var point: Int
    var dimensions: Int?
    var values: [Double]
  }
  struct Quantile: Decodable {
    var u: Double
    var distribution: Parameters
    var value: Double
  }
  struct Parameters: Decodable {
    var uniform: [Double]?
    var triangular: [Double]?
    var normal: [Double]?
    var lognormal: [Double]?
    var to: Double?
    var range: String?
  }
  struct Grid: Decodable {
    var range: [Double]
    var values: [Double]
  }

  var splitmix: [Outputs]
  var sobolBits: [Bits]
  var sobol: [Point]
  var random: [Point]
  var grid: [Grid]
  var quantiles: [Quantile]

  static func read() throws -> SamplingGolden {
    let file = Golden.expected("platform/sampling")
    return try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }
}

extension SamplingGolden.Parameters {
  /// The distribution that the parameters describe.
  func distribution() throws(ScenarioError) -> Distribution {
    let families = [
      ("uniform", uniform), ("triangular", triangular), ("normal", normal),
      ("lognormal", lognormal),
    ]
    let given = families.compactMap { name, numbers in
      numbers.map { (name, $0) }
    }
    let ranges: [String: AdmissibleRange] = [
      "nonNegative": .nonNegative, "unit": .unit,
    ]
    return try Distribution(
      given[0].0, given[0].1, over: ranges[range ?? ""] ?? .finite, to: to,
      at: "x")
  }
}
