import Testing

@testable import Coopetition

@Suite("Sample points")
struct SamplePointsTests {
  @Test("Outputs of the generator are had without those before")
  func outputs() throws {
    for golden in try SamplingGolden.read().splitmix {
      let seed = try #require(UInt64(golden.seed))
      for (number, text) in zip([0, 1, 2, 1000] as [UInt64], golden.outputs) {
        let expected = try #require(UInt64(text))
        #expect(SplitMix64.output(number, ofSeed: seed) == expected)
      }
      var generator = SplitMix64(seed: seed)
      for number in 0..<2000 {
        #expect(
          generator.next() == SplitMix64.output(UInt64(number), ofSeed: seed))
      }
    }
  }

  @Test("Points are those of an independent program, bit by bit")
  func golden() throws {
    let golden = try SamplingGolden.read()
    for (points, method) in [
      (golden.sobol, SamplePoints.Method.sobol), (golden.random, .random),
    ] {
      for point in points {
        let dimension = point.dimensions ?? point.values.count
        let sample = SamplePoints(
          dimension: dimension, method: method,
          seed: try #require(UInt64(point.seed)))
        for (j, value) in point.values.enumerated() {
          #expect(sample[point.point, j] == value)
        }
      }
    }
  }

  @Test("Shifted points are spread as evenly as Sobol's")
  func stratified() {
    let points = SamplePoints(dimension: 64, seed: 5)
    for j in 0..<64 {
      let intervals = Set((0..<256).map { Int(points[$0, j] * 256) })
      #expect(intervals.count == 256)
    }
  }

  @Test("Random numbers lie within the open unit interval")
  func open() {
    let points = SamplePoints(dimension: 3, method: .random, seed: 9)
    for i in 0..<1000 {
      for j in 0..<3 { #expect(points[i, j] > 0 && points[i, j] < 1) }
    }
  }
}
