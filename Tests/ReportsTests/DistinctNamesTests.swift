import Testing

@testable import Reports

@Suite struct DistinctNamesTests {
  @Test(arguments: [
    (["a", "b"], ["a", "b"]), (["a", "a", "a"], ["a", "a 2", "a 3"]),
    (["a", "a 2", "a"], ["a", "a 2", "a 3"]),
    (["a", "a", "a 2"], ["a", "a 2", "a 2 2"]),
    (["", ""], ["", " 2"]),
  ])
  func namesThatWereThereGetANumber(names: [String], distinct: [String]) {
    #expect(DistinctNames.of(names) == distinct)
  }
}
