import Testing

@testable import PublishedGames

struct ArgumentsTests {
  private let parameters = [
    Parameter("beta", 0.5, .range(0...1), "a share"),
    Parameter("n", nil, .count(2...5), "a number of firms"),
    Parameter("market", "open", .choice(["open", "closed"]), "a kind"),
    Parameter("G", nil, .matrix, "a matrix"),
    Parameter("edges", nil, .links, "links"),
    Parameter("note", nil, .remark, "anything"),
  ]

  @Test func defaultsComplete() throws {
    let arguments = try Arguments(["n": 3], for: parameters)
    #expect(arguments.number("beta") == 0.5)
    #expect(arguments.count("n") == 3)
    #expect(!arguments.has("G"))
    #expect(arguments.values.names == ["beta", "n", "market"])
  }

  @Test func nullCountsAsLeftOut() throws {
    let arguments = try Arguments(["beta": nil, "G": nil], for: parameters)
    #expect(!arguments.has("beta"))
  }

  @Test func unknownNamesSuggestTheNearest() {
    #expect(
      throws: ArgumentError("betta", "unknown parameter; did you mean beta?")
    ) { try Arguments(["betta": 1], for: parameters) }
  }

  @Test(
    arguments: [
      ("beta", 1.5, "1.5 is not in [0, 1]"),
      ("beta", "x", "\"x\" is not in [0, 1]"),
      ("n", 2.5, "2.5 is not a whole number from 2 to 5"),
      ("n", 6, "6 is not a whole number from 2 to 5"),
      ("n", 1e300, "1e+300 is not a whole number from 2 to 5"),
      ("market", "shut", "\"shut\" is none of open, closed"),
      ("G", [[1, 2]], "[[1, 2]] is not a square matrix"),
      ("G", [], "[] is not a square matrix"),
      ("edges", [[1, 2, 3]], "[[1, 2, 3]] is not a list of pairs"),
    ] as [(String, Value, String)])
  func valuesOutsideTheDomainAreRefused(
    _ name: String, _ value: Value, _ message: String
  ) {
    #expect(throws: ArgumentError(name, message)) {
      try Arguments(Record([(name, value)]), for: parameters)
    }
  }

  @Test func remarksMayBeAnything() throws {
    let arguments = try Arguments(["note": ["a": [1]]], for: parameters)
    #expect(arguments.has("note"))
  }
}
