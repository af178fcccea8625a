import Testing

@testable import Coopetition

@Suite struct FormulaErrorTests {
  /// Formulas of the game of `FormulaGame.single` with the message and the
  /// column of the caret.
  static let cases: [(formula: String, message: String, column: Int)] = [
    ("", "the formula is empty", 0),
    ("  ", "the formula is empty", 2),
    ("x +", "expected a number, a name or \"(\" after \"+\"", 3),
    ("* x", "expected a number, a name or \"(\" at the start", 0),
    (
      "x*f(y, 1) - * x^2/2",
      "expected a number, a name or \"(\" after \"-\"", 12
    ),
    ("+x", "expected a number, a name or \"(\" at the start", 0),
    ("()", "expected a number, a name or \"(\" after \"(\"", 1),
    ("f(x,)", "expected a number, a name or \"(\" after \",\"", 4),
    ("f(,x)", "expected a number, a name or \"(\" after \"(\"", 2),
    ("x ^", "expected a number, a name or \"(\" after \"^\"", 3),
    ("(x + y", "\"(\" is never closed", 0),
    ("2*(x + (y)", "\"(\" is never closed", 2),
    ("exp(x", "\"(\" is never closed", 3),
    ("x)", "\")\" closes nothing", 1),
    ("f(x, y))", "\")\" closes nothing", 7),
    (
      "x, y", "\",\" stands between the arguments of a function only", 1
    ),
    (
      "(x, y)", "\",\" stands between the arguments of a function only", 2
    ),
    (
      "2x", "expected an operator after \"2\"; write * for a product", 1
    ),
    (
      "x y", "expected an operator after \"x\"; write * for a product", 2
    ),
    (
      "2(x)", "expected an operator after \"2\"; write * for a product", 1
    ),
    (
      "(x)(y)", "expected an operator after \")\"; write * for a product", 3
    ),
    ("x**2", "\"**\" is not an operator; write ^ for a power", 1),
    ("x $ y", "\"$\" is not part of a formula", 2),
    ("x × y", "\"×\" is not part of a formula; write *", 2),
    ("x − y", "\"−\" is not part of a formula; write -", 2),
    ("2*x²", "\"²\" is not part of a formula; write ^2", 3),
    ("2*π", "\"π\" is not part of a formula; write pi", 2),
    ("[x]", "\"[\" is not part of a formula; write (", 0),
    ("x = y", "\"=\" is not part of a formula", 2),
    ("1.2.3", "a number has one decimal point", 3),
    ("1 + .", "\".\" is not a number", 4),
    ("1e999*x", "1e999 is too large for a number", 0),
    ("xx + hal", "unknown name \"xx\"; known are pi, p, x, y, half", 0),
    ("x + hal", "unknown name \"hal\"; did you mean half?", 4),
    ("e^x", "unknown name \"e\"; write exp(1)", 0),
    ("x + P", "unknown name \"P\"; did you mean p?", 4),
    ("sqr(x)", "unknown function \"sqr\"; did you mean sqrt?", 0),
    ("ln(x)", "unknown function \"ln\"; write log(x)", 0),
    ("abs(x - y)", "unknown function \"abs\"; write max(x, -x)", 0),
    ("1 + tahn(x)", "unknown function \"tahn\"; did you mean tanh?", 4),
    ("x(y)", "x is a variable, not a function; write * for a product", 0),
    ("2*p(y)", "p is a parameter, not a function; write * for a product", 2),
    ("pi(x)", "pi is the number pi, not a function; write * for a product", 0),
    (
      "half(x)", "half is a definition, not a function; write * for a product",
      0
    ),
    ("exp + 1", "exp is a function; write exp(x)", 0),
    ("max", "max is a function; write max(x, y)", 0),
    ("x + f", "f is a function; write f(a, b)", 4),
    ("exp(x, y)", "exp takes 1 argument, not 2", 0),
    ("exp()", "exp takes 1 argument, not 0", 0),
    ("1 - max(x)", "max takes 2 arguments, not 1", 4),
    ("f(x)", "f takes 2 arguments, not 1", 0),
    ("f(f(x), y)", "f takes 2 arguments, not 1", 2),
  ]

  @Test(arguments: cases.indices)
  func messageIsExact(_ index: Int) {
    let (formula, message, column) = Self.cases[index]
    let caret = String(repeating: " ", count: column) + "^"
    let error = #expect(throws: ScenarioError.self) {
      try FormulaGame.single(formula)
    }
    #expect(
      error?.description
        == "players[0].payoff: \(message)\n  \(formula)\n  \(caret)")
  }

  @Test func lineOfTheErrorIsShown() {
    let error = FormulaError(
      message: "no", formula: "x +\ny * é$\n2", offset: 10)
    #expect(error.description == "no\n  y * é$\n       ^")
  }

  @Test func longLineIsCut() {
    let formula =
      String(repeating: "x+", count: 100) + "$"
      + String(repeating: "+y", count: 100)
    let error = FormulaError(message: "no", formula: formula, offset: 200)
    let lines = error.description.split(separator: "\n")
    let head = "…" + String(repeating: "+x", count: 17) + "+"
    #expect(
      lines[1] == "  " + head + "$" + String(repeating: "+y", count: 17) + "+…")
    #expect(lines[2].count == 2 + head.count + 1)
  }

  @Test func tabsTakeOneColumn() {
    let error = FormulaError(message: "no", formula: "\tx $", offset: 3)
    #expect(error.description == "no\n   x $\n     ^")
  }

  @Test func endOfTheFormulaIsAPlace() {
    let error = FormulaError(message: "no", formula: "x +", offset: 3)
    #expect(error.description == "no\n  x +\n     ^")
  }
}
