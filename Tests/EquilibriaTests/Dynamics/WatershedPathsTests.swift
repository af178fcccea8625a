import Games
import Scalars
import TestSupport
import Testing

@testable import Equilibria

/// Where starts end, proven by a path along the unstable curve.
@Suite struct WatershedPathsTests {
  private func paths(of crowd: Crowd) throws -> WatershedPaths {
    let attractors = crowd.attractors
    return WatershedPaths(
      attractors.process, low: try #require(attractors.regions[0]),
      high: try #require(attractors.regions[2]), limit: 1_000)
  }

  /// A loop over best responses at rate 0.5, stated here once more.
  private func endsHigh(_ start: [Double], _ crowd: Crowd) -> Bool {
    var levels = start
    for _ in 0..<2_000 {
      let sum = levels.reduce(0, +)
      levels = levels.map { own in
        let mean = (sum - own) / Double(crowd.count - 1)
        let reply = min(1, max(0, crowd.base + crowd.slope * mean))
        return own + 0.5 * (reply - own)
      }
    }
    return levels[0] > 0.5
  }

  /// Nothing is proven that is not so, and nearly all is proven.
  @Test(arguments: [2, 3, 4])
  func proofsAgreeWithPaths(count: Int) throws {
    let crowd = Crowd(count: count, base: -0.26, slope: 1.5)
    let paths = try paths(of: crowd)
    var random = SplitMix64(seed: UInt64(count))
    var open = 0
    for _ in 0..<200 {
      let start = (0..<count).map { _ in random.number(in: 0...1) }
      let (low, high) = (paths.isLow(start), paths.isHigh(start))
      #expect(!(low && high))
      if low || high {
        #expect(high == endsHigh(start, crowd))
      } else {
        open += 1
      }
    }
    #expect(open == 0)
  }

  /// A path that comes round for ever is given up, whatever the limit.
  @Test(.timeLimit(.minutes(10))) func pathsThatComeRoundAreLeft() throws {
    let attractors = Crowd(count: 2, base: -0.26, slope: 1.5)
      .attractors(rate: 1)
    let paths = WatershedPaths(
      attractors.process, low: try #require(attractors.regions[0]),
      high: try #require(attractors.regions[2]), limit: .max)
    for start in [[0.0, 1.0], [0.4, 0.7]] {
      #expect(!paths.isLow(start) && !paths.isHigh(start))
    }
  }

  /// Starts at a millionth from the boundary are proven to either side.
  @Test func startsNearTheBoundaryAreProven() throws {
    let crowd = Crowd(count: 3, base: -0.26, slope: 1.5)
    let paths = try paths(of: crowd)
    for other in [0.3, 0.45, 0.6] {
      var (low, high) = (0.0, 1.0)
      while high - low > 1e-12 {
        let middle = (low + high) / 2
        if endsHigh([middle, other, other], crowd) {
          high = middle
        } else {
          low = middle
        }
      }
      #expect(paths.isLow([low - 1e-6, other, other]))
      #expect(!paths.isHigh([low - 1e-6, other, other]))
      #expect(paths.isHigh([high + 1e-6, other, other]))
      #expect(!paths.isLow([high + 1e-6, other, other]))
    }
  }
}
