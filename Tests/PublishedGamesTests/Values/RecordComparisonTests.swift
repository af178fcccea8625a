import PublishedGames
import Testing

struct RecordComparisonTests {
  private let oracle: Record = ["a": 2, "b": ["c": [1, 2], "d": "x"]]

  @Test func equalRecordsDoNotDiffer() {
    let found = oracle.comparisons(with: oracle)
    #expect(found.map(\.path) == ["a", "b.c[0]", "b.c[1]", "b.d"])
    #expect(found.allSatisfy { $0.difference == 0 })
  }

  @Test func differencesAreRelativeAboveOne() {
    let found = Record([("a", 2.5)]).comparisons(with: ["a": 2])
    #expect(found.map(\.difference) == [0.25])
  }

  @Test(
    arguments: [
      ["a": 2], ["a": 2, "b": ["c": [1], "d": "x"]],
      ["a": 2, "b": ["c": [1, 2, 3], "d": "x"]],
      ["a": 2, "b": ["c": [1, 2], "d": "y"]], ["a": nil, "b": 1],
    ] as [Record])
  func anotherShapeDiffersInfinitely(_ record: Record) {
    let worst = record.comparisons(with: oracle).map(\.difference).max()
    #expect(worst == .infinity)
  }

  @Test func aGridHasEveryCombination() {
    let grid = Record.grid([("a", [1, 2]), ("b", [3, 4])])
    #expect(
      grid == [
        ["a": 1, "b": 3], ["a": 1, "b": 4], ["a": 2, "b": 3],
        ["a": 2, "b": 4],
      ])
  }
}
