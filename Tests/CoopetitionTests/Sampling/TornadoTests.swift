import Testing

@testable import Coopetition

@Suite("Tornado diagrams")
struct TornadoTests {
  @Test("The widest swing comes first, ties in the order of inputs")
  func order() {
    let tornado = Tornado(
      middle: 1,
      bars: [
        .init(key: "a", low: 1, high: 2), .init(key: "b", low: 5, high: 1),
        .init(key: "c", low: 2, high: 1), .init(key: "d", low: 0, high: 0),
      ])
    #expect(tornado.bars.map(\.key) == ["b", "a", "c", "d"])
    #expect(tornado.bars.map(\.swing) == [4, 1, 1, 0])
  }
}
