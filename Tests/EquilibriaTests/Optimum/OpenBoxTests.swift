import Games
import HeapModule
import Testing

@testable import Equilibria

@Suite struct OpenBoxTests {
  @Test func theLargerBoundThenTheOlderBoxComesFirst() {
    let bounds = [1, 3, 2, 3, .infinity, 2.0]
    var open = Heap(
      bounds.enumerated().map { OpenBox(box: [], bound: $1, order: $0) })
    var orders: [Int] = []
    while let next = open.popMax() { orders.append(next.order) }
    #expect(orders == [4, 1, 3, 2, 5, 0])
  }
}
