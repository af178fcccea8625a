/// A function that a game defines for its formulas: `s(z)` and `z^2/(1 + z)`.
struct FormulaDefinition {
  /// The name.
  let name: String
  /// The names of the arguments; nil for a name that stands for a value and
  /// is written without parentheses.
  let arguments: [String]?
  /// The formula that gives the value.
  let body: FormulaSyntax

  /// How many values a call needs.
  var argumentCount: Int { arguments?.count ?? 0 }

  /// How the function is called, for messages.
  var signature: String {
    guard let arguments else { return name }
    return "\(name)(\(arguments.joined(separator: ", ")))"
  }

  /// Parses a definition.
  ///
  /// - Parameters:
  ///   - signature: The name, and the arguments in parentheses.
  ///   - formula: The formula.
  /// - Throws: an error at the first word that does not fit.
  init(_ signature: String, _ formula: String) throws(FormulaError) {
    (name, arguments) = try Self.parse(signature)
    body = try FormulaParser.parse(formula)
  }

  private static func parse(
    _ signature: String
  )
    throws(FormulaError) -> (String, [String]?)
  {
    let tokens = try FormulaLexer.tokens(of: signature)
    func error(_ message: String, _ token: FormulaToken) -> FormulaError {
      FormulaError(
        message: message, formula: signature, offset: token.offset)
    }
    var rest = tokens[...]
    guard let first = rest.popFirst(), case .name(let name) = first.kind else {
      throw error("expected a name such as s(z)", tokens[0])
    }
    guard rest.first?.kind != .end else { return (name, nil) }
    var arguments: [String] = []
    var expected = "\"(\""
    for token in rest {
      switch (token.kind, expected) {
      case (.symbol("("), "\"(\""): expected = "an argument or \")\""
      case (.name(let argument), _) where expected.hasPrefix("an argument"):
        guard !arguments.contains(argument) else {
          throw error("\(argument) is already an argument", token)
        }
        arguments.append(argument)
        expected = "\",\" or \")\""
      case (.symbol(","), "\",\" or \")\""): expected = "an argument"
      case (.symbol(")"), _) where expected.hasSuffix("\")\""):
        expected = "nothing"
      case (.end, "nothing"): return (name, arguments)
      case (.end, _):
        throw error(
          "expected \(expected); a name with a comma stands in quotes", token)
      default: throw error("expected \(expected)", token)
      }
    }
    return (name, arguments)
  }
}
