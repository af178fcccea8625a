import TestSupport
import Testing

@testable import Games

struct StaircaseTests {
  private func lines(_ corners: [(Double, Double)]) -> [Staircase.Line] {
    Staircase(corners.map { .init(a: $0.0, x: $0.1) }).linesAbove
  }

  @Test func twoCornersMakeOneLine() throws {
    let lines = lines([(0, 0), (2, 1)])
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    #expect(line.slope == 0.5 && abs(line.offset) < 1e-15)
  }

  @Test func hiddenCornersAreLeftOut() {
    #expect(lines([(0, 0), (1, 0.1), (2, 2)]).map(\.slope) == [1])
    #expect(lines([(0, 0), (1, 1.5), (2, 2)]).map(\.slope) == [1.5, 0.5])
  }

  @Test func verticalRisesMakeNoLine() {
    #expect(lines([(1, 0), (1, 1)]).isEmpty)
    #expect(lines([(1, 0)]).isEmpty)
    #expect(lines([]).isEmpty)
    #expect(lines([(1, 0), (1, 1), (2, 2)]).map(\.slope) == [1])
  }

  @Test func cornersMayComeInAnyOrder() {
    let lines = lines([(2, 2), (0, 0), (1, 1), (1, 1.5)])
    #expect(lines.map(\.slope) == [1.5, 0.5])
  }

  @Test func linesCrossWithinARange() {
    let (steep, flat) = (
      Staircase.Line(slope: 2, offset: 0), Staircase.Line(slope: 1, offset: 1)
    )
    #expect(steep.crossing(flat, from: 0, to: 3) == 1)
    #expect(steep.crossing(flat, from: 2, to: 3) == 2)
    #expect(steep.crossing(steep, from: 2, to: 3) == 2)
    #expect(steep.level(at: 1) >= 2 && steep.level(at: 1) < 2 + 1e-14)
  }

  /// Every corner lies below every line, exactly.
  @Test func linesLieAboveAllCorners() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<2_000 {
      let count = Int.random(in: 1...9, using: &random)
      let a = random.numbers(count, in: -3...3).sorted()
      let x = random.numbers(count, in: -1...1).sorted()
      for line in lines(Array(zip(a, x))) {
        for k in 0..<count {
          let height =
            Interval(line.slope) * Interval(a[k])
            + Interval(
              line.offset)
          #expect(height.upper >= x[k])
        }
      }
    }
  }
}
