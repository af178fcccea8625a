import Testing

@testable import Equilibria

/// States that come again are noticed, and no others.
@Suite struct CycleTestTests {
  @Test(arguments: [(0, 1), (0, 2), (5, 1), (3, 7), (100, 64)])
  func cyclesAreNoticed(before: Int, period: Int) {
    var test = CycleTest<Int>()
    func state(_ k: Int) -> Int {
      k < before ? k : before + (k - before) % period
    }
    let found = (0..<10_000).first { test.recurs(state($0)) }
    let end = before + period
    #expect(found.map { $0 >= end && $0 <= 4 * end } == true)
  }

  @Test func whatNeverComesAgainIsNot() {
    var test = CycleTest<Int>()
    #expect(!(0..<1_000).contains { test.recurs($0) })
  }
}
