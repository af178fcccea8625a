import Testing

@testable import Coopetition

@Suite struct FormulaParserTests {
  @Test(arguments: [
    ("a+b*c", "(a + (b * c))"),
    ("a*b+c", "((a * b) + c)"),
    ("a-b-c", "((a - b) - c)"),
    ("a-b+c", "((a - b) + c)"),
    ("a/b/c", "((a / b) / c)"),
    ("a/b*c", "((a / b) * c)"),
    ("a*b/c", "((a * b) / c)"),
    ("a^b^c", "(a ^ (b ^ c))"),
    ("-a^b", "(-(a ^ b))"),
    ("(-a)^b", "((-a) ^ b)"),
    ("a^-b", "(a ^ (-b))"),
    ("a^-b^c", "(a ^ (-(b ^ c)))"),
    ("a^-b*c", "((a ^ (-b)) * c)"),
    ("-a*b", "((-a) * b)"),
    ("a*-b", "(a * (-b))"),
    ("a*-b^c", "(a * (-(b ^ c)))"),
    ("a/-b*c", "((a / (-b)) * c)"),
    ("a--b", "(a - (-b))"),
    ("--a", "(-(-a))"),
    ("-a+b", "((-a) + b)"),
    ("-a-b", "((-a) - b)"),
    ("a*b^c", "(a * (b ^ c))"),
    ("a^b*c", "((a ^ b) * c)"),
    ("a^(b*c)", "(a ^ (b * c))"),
    ("((a))", "a"),
    ("a*(b+c)", "(a * (b + c))"),
    ("a-(b-c)", "(a - (b - c))"),
    ("f()", "f()"),
    ("f(a)", "f(a)"),
    ("f(a+b, -c)", "f((a + b), (-c))"),
    ("f(g(a), h(b, c))^2", "(f(g(a), h(b, c)) ^ 2.0)"),
    ("-f(a)^2", "(-(f(a) ^ 2.0))"),
    ("a\n+\tb", "(a + b)"),
    ("1e-3*x", "(0.001 * x)"),
  ])
  func precedence(_ formula: String, _ expected: String) throws {
    #expect(try FormulaParser.parse(formula).parenthesized == expected)
  }

  @Test(arguments: [
    ("2^3^2", 512), ("-2^2", -4), ("(-2)^2", 4), ("2^-1", 0.5),
    ("2-3-4", -5), ("16/4/2", 2), ("2+3*4", 14), ("-2-3", -5), ("2*-3", -6),
    ("-2^-2", -0.25), ("2^-1^2", 0.5), ("7-2*3+4/2", 3), ("1/2*4", 2),
    ("(1+2)*(3-5)", -6), ("3--2", 5), ("1e1^2", 100), ("4^0.5", 2),
    ("f(5, 3)", 2), ("half", 0.5), ("p^2", 9), ("max(2, min(5, 3))", 3),
  ])
  func value(_ formula: String, _ expected: Double) throws {
    #expect(try FormulaGame.value(of: formula) == expected)
  }

  @Test func longFormulasAreRead() throws {
    let terms = 100_000
    let sum = Array(repeating: "x", count: terms).joined(separator: "+")
    #expect(try FormulaParser.parse(sum).steps.count == 2 * terms - 1)
    #expect(try FormulaGame.value(of: sum, x: 2) == 200_000)
  }

  @Test func nestingUpToTheLimitIsRead() throws {
    let most = FormulaParser.mostLevels
    let open = String(repeating: "(", count: most - 1)
    let close = String(repeating: ")", count: most - 1)
    #expect(try FormulaGame.value(of: open + "x" + close, x: 2) == 2)
    let signs = String(repeating: "-", count: most - 1)
    #expect(try FormulaGame.value(of: signs + "x", x: 2) == -2)
  }

  @Test(arguments: ["(", "-", "x^", "exp(", "1+("])
  func nestingBeyondTheLimitIsAnError(_ level: String) {
    for count in [FormulaParser.mostLevels + 1, 100_000] {
      let formula = String(repeating: level, count: count) + "x"
      let error = #expect(throws: FormulaError.self) {
        try FormulaParser.parse(formula)
      }
      #expect(error?.message.hasSuffix("more than 200 levels deep") == true)
    }
  }
}

extension FormulaSyntax {
  /// The formula with parentheses around every operation.
  var parenthesized: String {
    var texts: [String] = []
    for step in steps {
      switch step.action {
      case .number(let value): texts.append("\(value)")
      case .name(let name): texts.append(name)
      case .negate: texts.append("(-\(texts.removeLast()))")
      case .combine(let combination):
        let second = texts.removeLast()
        let first = texts.removeLast()
        texts.append("(\(first) \(combination.rawValue) \(second))")
      case .call(let name, let count):
        let arguments = texts.suffix(count).joined(separator: ", ")
        texts.removeLast(count)
        texts.append("\(name)(\(arguments))")
      }
    }
    return texts.joined(separator: " | ")
  }
}
