import Testing

@testable import Equilibria

@Suite("The market of hours")
struct HourMarketTests {
  @Test("The cheapest seller serves the dearest buyer")
  func meritOrder() {
    let market = HourMarket(
      costs: [0.76, 0.33, 0.72, 0.8, 0.26, 0.69],
      offers: [0, 2.26, 1.16, 0, 1.14, 0])
    let cleared = market.clear([0, 3.56, 2.59, 0, 0, 3.36])
    #expect(cleared.processed == [0, 2.26, 0, 0, 1.14, 0])
    #expect(cleared.sold[2] == 2.59)
    #expect(abs(cleared.sold[5] - 0.81) < 1e-12)
    #expect(cleared.price == 0.69...0.69)
    let byHand = 3.56 * 0.33 + 1.14 * 0.26 + 2.26 * 0.33 + 2.55 * 0.69
    #expect(abs(cleared.cost - byHand) < 1e-12)
  }

  @Test("Without trade there is no price")
  func noTrade() {
    let market = HourMarket(costs: [1, 2], offers: [0, 5])
    let cleared = market.clear([3, 0])
    #expect(cleared.price == nil && cleared.cost == 3)
    #expect(cleared.sold == [0, 0] && cleared.processed == [0, 0])
  }

  @Test("Where all is served the price lies between seller and buyer")
  func range() {
    let market = HourMarket(costs: [3, 1], offers: [0, 2])
    #expect(market.clear([2, 0]).price == 1...3)
    #expect(market.clear([1, 0]).price == 1...1)
    #expect(market.clear([4, 0]).price == 3...3)
  }
}
