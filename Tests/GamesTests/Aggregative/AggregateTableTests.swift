import Games
import TestSupport
import Testing

struct AggregateTableTests {
  @Test(arguments: Clubs.all)
  func agreesWithTheState(game: Clubs) {
    var random = SplitMix64(seed: 5)
    let levels = game.randomProfile(&random)
    let count = game.aggregates.count
    let table = AggregateTable(game.aggregates, at: levels)
    let state = AggregateState(game.aggregates, count: count, at: levels)
    #expect(table.columns.count == count)
    for i in levels.indices {
      let values = table.values(of: i)
      let expected = state.values(of: i, at: levels)
      for k in 0..<count {
        #expect(values[k] == table.columns[k][i])
        #expect(relativeDistance(values[k], expected[k]) < 1e-14)
      }
    }
  }
}
