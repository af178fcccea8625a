import Testing

@testable import PublishedGames

/// A model whose propositions can be wrong.
private struct Half: PublishedGame {
  static let name = "half"
  static let question = "What is half of x?"
  static let citation = "none"
  static let parameters = [Parameter("x", 1, .any, "a number")]
  static let grid = Record.grid([("x", [-1, 0, 1, 2])])
  let x: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    x = arguments.number("x")
  }

  var game: (any Game)? { nil }

  func answer() -> Answer { Answer(values: ["y": Value(x / 2)]) }

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "half is less", if: "x > 0", { $0.x > 0 }, unlike: ["x": -1]
    ) { $1.values.number("y") < $0.x },
    Proposition(
      "half is less", if: "x ≥ 0", { $0.x >= 0 }, unlike: ["x": -1]
    ) { $1.values.number("y") < $0.x },
    Proposition(
      "half is at most 1", if: "x ≤ 2", { $0.x <= 2 }, unlike: ["x": 1.5]
    ) { _, answer in answer.values.number("y") <= 1 },
    Proposition(
      "half is finite", if: "x > 5", { $0.x > 5 }, unlike: ["x": 1]
    ) { _, answer in answer.values.number("y").isFinite },
  ]
}

struct PropositionTests {
  @Test func aTruePropositionIsConfirmed() throws {
    let report = try Half.check()[0]
    #expect(report.isConfirmed)
    #expect(report.holds == 2 && report.outside == 2)
  }

  @Test func aPropositionThatFailsSomewhereIsNot() throws {
    let report = try Half.check()[1]
    #expect(!report.isConfirmed)
    #expect(report.failures == [["x": 0]])
    #expect(report.text.contains(#"fails at {"x": 0}"#))
  }

  @Test func aCounterexampleMustBreakConditionAndClaim() throws {
    #expect(try !Half.check()[2].isSharp)
    #expect(try !Half.check()[3].isConfirmed)
    #expect(try Half.check()[3].holds == 0)
  }

  @Test func verdictsOfOnePoint() throws {
    let found = try Half.solve(["x": 0]).propositions.map(\.verdict)
    #expect(found == [.notApplicable, .fails, .holds, .notApplicable])
  }
}
