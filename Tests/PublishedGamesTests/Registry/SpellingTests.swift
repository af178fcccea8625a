import Testing

@testable import PublishedGames

struct SpellingTests {
  @Test(arguments: [
    ("gama", "gamma"), ("GAMMA", "gamma"), ("bta", "beta"),
    ("lambda", "lambda_d"),
  ])
  func findsTheNearest(_ name: String, _ expected: String) {
    let known = ["beta", "gamma", "lambda_d"]
    #expect(Spelling.nearest(to: name, among: known) == expected)
  }

  @Test func suggestsNothingFarAway() {
    #expect(Spelling.nearest(to: "x", among: ["beta", "gamma"]) == nil)
    #expect(Spelling.nearest(to: "beta", among: []) == nil)
  }
}
