import Games
import TestSupport
import Testing

@testable import Equilibria

@Suite struct BoxListTests {
  /// What the list says is what each box says.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func agreesWithItsBoxes(seed: UInt64) {
    var random = TestSupport.SplitMix64(seed: seed)
    func box(_ dimension: Int) -> Box {
      (0..<dimension).map { _ in
        let (a, b) = (Double(random.next() % 5), Double(random.next() % 5))
        return Interval(lower: min(a, b), upper: max(a, b))
      }
    }
    let dimension = 1 + Int(seed % 3)
    let boxes = (0..<6).map { _ in box(dimension) }
    let list = BoxList(boxes)
    #expect(list.count == 6)
    #expect(boxes.indices.allSatisfy { list[$0] == boxes[$0] })
    for _ in 0..<50 {
      let other = box(dimension)
      let levels = other.map(\.lower)
      #expect(list.holds(levels) == boxes.contains { $0.contains(levels) })
      #expect(list.holds(other) == boxes.contains { $0.contains(other) })
      #expect(list.hasOne(in: other) == boxes.contains { other.contains($0) })
      #expect(
        list.places(meeting: other)
          == boxes.indices.filter { boxes[$0].intersection(other) != nil })
    }
  }

  @Test func anEmptyListHoldsNothing() {
    let list = BoxList()
    #expect(
      !list.holds([0] as [Double]) && list.places(meeting: [.zero]).isEmpty)
  }
}
