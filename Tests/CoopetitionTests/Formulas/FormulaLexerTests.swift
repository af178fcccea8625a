import Testing

@testable import Coopetition

@Suite struct FormulaLexerTests {
  @Test(arguments: [
    ("7", 7), ("007", 7), ("1.5", 1.5), (".5", 0.5), ("2.", 2), ("1e-3", 1e-3),
    ("1E3", 1000), ("2.5e+10", 2.5e10), ("0.1", 0.1),
    ("0.1000000000000000055511151231257827", 0.1),
    ("179769313486231570000e288", 1.7976931348623157e308), ("1e-400", 0),
    ("4.9e-324", .leastNonzeroMagnitude),
  ])
  func numberIsNearestDouble(_ text: String, _ value: Double) throws {
    let tokens = try FormulaLexer.tokens(of: text)
    #expect(tokens.map(\.kind) == [.number(value), .end])
  }

  @Test func wordsAreSplit() throws {
    let tokens = try FormulaLexer.tokens(of: "x_1*s(y2)\t-\n1e-3e")
    #expect(
      tokens.map(\.text)
        == ["x_1", "*", "s", "(", "y2", ")", "-", "1e-3", "e", ""])
    #expect(tokens.map(\.offset) == [0, 3, 4, 5, 6, 8, 10, 12, 16, 17])
  }

  @Test func exponentNeedsDigits() throws {
    #expect(try FormulaLexer.tokens(of: "2e").map(\.text) == ["2", "e", ""])
    #expect(
      try FormulaLexer.tokens(of: "2e-x").map(\.text)
        == ["2", "e", "-", "x", ""])
  }

  @Test(arguments: ["x", "_", "x_1", "Alpha2"])
  func namesAreNames(_ text: String) {
    #expect(FormulaLexer.isName(text))
  }

  @Test(arguments: ["", "1x", "x y", "x-1", "é", "x.y", "x "])
  func otherTextsAreNoNames(_ text: String) {
    #expect(!FormulaLexer.isName(text))
  }
}
