/// Parses formulas by precedence climbing.
///
///     sum      product  { (+ | -) product }
///     product  signed   { (* | /) signed }
///     signed   - signed | power
///     power    operand  [ ^ signed ]
///     operand  number | name | name ( sum { , sum } ) | ( sum )
///
/// So `-x^2` is `-(x^2)`, `2^-3` is allowed, `2^3^2` is `2^(3^2)`.
///
/// Reference: Richards and Whitby-Strevens, BCPL: the Language and its
/// Compiler, 1980, section 6.6.
struct FormulaParser {
  /// The most levels that parentheses, signs and powers may nest.
  static let mostLevels = 200

  private let formula: String
  private let tokens: [FormulaToken]
  private var place = 0
  private var level = 0
  private var steps: [FormulaSyntax.Step] = []

  /// The steps of a formula.
  ///
  /// - Throws: an error at the first word that does not fit.
  /// - Complexity: O(bytes).
  static func parse(_ formula: String) throws(FormulaError) -> FormulaSyntax {
    var parser = FormulaParser(
      formula: formula, tokens: try FormulaLexer.tokens(of: formula))
    guard parser.tokens.count > 1 else {
      throw parser.error("the formula is empty")
    }
    try parser.parseExpression(binding: .sum)
    guard parser.token.kind == .end else { throw parser.unexpectedToken() }
    return FormulaSyntax(formula: formula, steps: parser.steps)
  }

  private init(formula: String, tokens: [FormulaToken]) {
    self.formula = formula
    self.tokens = tokens
  }

  /// How tightly operators hold their operands.
  private enum Binding: Int {
    case sum, product, sign, power
  }

  private var token: FormulaToken { tokens[place] }

  /// Parses an operand and the operators after it that hold at least as
  /// tightly as asked.
  private mutating func parseExpression(
    binding least: Binding
  )
    throws(FormulaError)
  {
    level += 1
    guard level <= Self.mostLevels else {
      throw error(
        "the formula is nested more than \(Self.mostLevels) levels deep")
    }
    try parseOperand()
    while let (combination, binding) = self.combination,
      binding.rawValue >= least.rawValue
    {
      let offset = token.offset
      place += 1
      try parseExpression(binding: Self.bindingOnTheRight(of: binding))
      append(.combine(combination), offset)
    }
    level -= 1
  }

  /// The operator at hand and how tightly it holds.
  private var combination: (FormulaSyntax.Operator, Binding)? {
    guard case .symbol(let symbol) = token.kind,
      let combination = FormulaSyntax.Operator(rawValue: symbol)
    else { return nil }
    switch combination {
    case .add, .subtract: return (combination, .sum)
    case .multiply, .divide: return (combination, .product)
    case .power: return (combination, .power)
    }
  }

  /// Powers associate to the right, the others to the left.
  private static func bindingOnTheRight(of binding: Binding) -> Binding {
    switch binding {
    case .sum: .product
    case .product: .sign
    case .sign, .power: .power
    }
  }

  private mutating func parseOperand() throws(FormulaError) {
    let start = token
    switch start.kind {
    case .number(let value):
      place += 1
      append(.number(value), start.offset)
    case .name(let name):
      place += 1
      guard token.kind == .symbol("(") else {
        append(.name(name), start.offset)
        return
      }
      let count = try parseArguments()
      append(.call(name, argumentCount: count), start.offset)
    case .symbol("("):
      place += 1
      try parseExpression(binding: .sum)
      try close(start)
    case .symbol("-"):
      place += 1
      try parseExpression(binding: .sign)
      append(.negate, start.offset)
    default: throw missingOperand()
    }
  }

  /// Parses what stands between the parentheses of a call.
  private mutating func parseArguments() throws(FormulaError) -> Int {
    let open = token
    place += 1
    if token.kind == .symbol(")") {
      place += 1
      return 0
    }
    var count = 1
    try parseExpression(binding: .sum)
    while token.kind == .symbol(",") {
      place += 1
      try parseExpression(binding: .sum)
      count += 1
    }
    try close(open)
    return count
  }

  private mutating func close(_ open: FormulaToken) throws(FormulaError) {
    if token.kind == .end {
      throw error("\"(\" is never closed", at: open.offset)
    }
    guard token.kind == .symbol(")") else { throw unexpectedToken() }
    place += 1
  }

  private mutating func append(_ action: FormulaSyntax.Action, _ offset: Int) {
    steps.append(FormulaSyntax.Step(action: action, offset: offset))
  }
}

extension FormulaParser {
  /// A word where an operand was expected.
  private func missingOperand() -> FormulaError {
    if place > 0, token.kind == .symbol("*"), tokens[place - 1].text == "*",
      tokens[place - 1].offset == token.offset - 1
    {
      return error(
        "\"**\" is not an operator; write ^ for a power",
        at: tokens[place - 1].offset)
    }
    let position =
      place == 0 ? "at the start" : "after \"\(tokens[place - 1].text)\""
    return error("expected a number, a name or \"(\" \(position)")
  }

  /// A word where an operator or the end was expected.
  private func unexpectedToken() -> FormulaError {
    let before = tokens[place - 1].text
    switch token.kind {
    case .symbol(")"): return error("\")\" closes nothing")
    case .symbol(","):
      return error("\",\" stands between the arguments of a function only")
    default:
      return error(
        "expected an operator after \"\(before)\"; write * for a product")
    }
  }

  private func error(_ message: String, at offset: Int? = nil) -> FormulaError {
    FormulaError(
      message: message, formula: formula, offset: offset ?? token.offset)
  }
}
