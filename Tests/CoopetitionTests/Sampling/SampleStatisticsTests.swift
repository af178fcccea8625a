import Foundation
import TestSupport
import Testing

@testable import Coopetition

@Suite("Sample statistics")
struct SampleStatisticsTests {
  private struct Expected: Decodable {
    var values: [Double]?
    var mean: Double?
    var standardError: Double?
    var deviation: Double?
    var quantiles: [String: Double]?
    var successes: Int?
    var trials: Int?
    var interval: [Double]?
  }
  private struct File: Decodable { var statistics: [Expected] }

  private static func expected() throws -> [Expected] {
    let file = Golden.expected("platform/sampling")
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: file))
      .statistics
  }

  @Test("Statistics are those of an independent program")
  func numbers() throws {
    for expected in try Self.expected() {
      guard let values = expected.values else { continue }
      let found = try #require(SampleStatistics(values))
      #expect(relativeDistance(found.mean, expected.mean ?? .nan) < 1e-12)
      #expect(
        relativeDistance(found.deviation, expected.deviation ?? .nan) < 1e-12)
      #expect(
        relativeDistance(found.standardError, expected.standardError ?? .nan)
          < 1e-12)
      for (share, value) in try #require(expected.quantiles) {
        let quantile = found.quantile(try #require(Double(share)))
        #expect(relativeDistance(quantile, value) < 1e-12)
      }
      #expect(found.least == values.min())
      #expect(found.greatest == values.max())
    }
  }

  @Test("Wilson's intervals are those of an independent program")
  func shares() throws {
    var count = 0
    for expected in try Self.expected() {
      guard let successes = expected.successes, let trials = expected.trials
      else { continue }
      let found = SampleShare(successes: successes, count: trials).interval
      #expect(
        relativeDistance(
          [found.lower, found.upper], try #require(expected.interval)) < 1e-12)
      count += 1
    }
    #expect(count == 4)
  }

  @Test("No value has no statistics")
  func empty() { #expect(SampleStatistics([]) == nil) }
}
