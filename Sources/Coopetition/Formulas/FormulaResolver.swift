import Reports

/// A formula whose names have been replaced by what they stand for, in
/// postfix order.
struct ResolvedFormula {
  /// What a step does; see ``FormulaSyntax/Action``.
  enum Step {
    case number(Double)
    case parameter(Int)
    case variable(Int)
    case argument(Int)
    case function(FormulaFunction)
    case definition(Int, argumentCount: Int)
    case negate
    case combine(FormulaSyntax.Operator)
  }

  /// The steps; the last one gives the value of the formula.
  let steps: [Step]

  /// The definitions that are called, in order, repetitions included.
  var calls: [Int] {
    steps.compactMap {
      if case .definition(let definition, _) = $0 { definition } else { nil }
    }
  }
}

/// Finds out what the names in formulas stand for.
struct FormulaResolver {
  /// The names of the game.
  let names: FormulaNames
  /// The functions of the game.
  let definitions: [FormulaDefinition]

  /// The formula with its names replaced.
  ///
  /// - Parameters:
  ///   - syntax: The formula.
  ///   - arguments: Names that stand for arguments here, whatever they stand
  ///     for elsewhere.
  /// - Returns: The resolved formula.
  /// - Throws: an error at the first name that is not known or used wrongly.
  func resolve(
    _ syntax: FormulaSyntax, arguments: [String] = []
  )
    throws(FormulaError) -> ResolvedFormula
  {
    var steps: [ResolvedFormula.Step] = []
    steps.reserveCapacity(syntax.steps.count)
    for step in syntax.steps {
      do {
        steps.append(try resolve(step.action, arguments))
      } catch {
        throw syntax.error(error.message, at: step)
      }
    }
    return ResolvedFormula(steps: steps)
  }

  /// What is wrong with a name.
  private struct Problem: Error {
    let message: String
  }

  private func resolve(
    _ action: FormulaSyntax.Action, _ arguments: [String]
  )
    throws(Problem) -> ResolvedFormula.Step
  {
    switch action {
    case .number(let value): return .number(value)
    case .negate: return .negate
    case .combine(let combination): return .combine(combination)
    case .name(let name):
      if let argument = arguments.firstIndex(of: name) {
        return .argument(argument)
      }
      return try value(name, arguments)
    case .call(let name, let count):
      if arguments.contains(name) { throw notCallable(name, "an argument") }
      return try call(name, count)
    }
  }

  private func value(
    _ name: String, _ arguments: [String]
  )
    throws(Problem) -> ResolvedFormula.Step
  {
    switch names[name] {
    case .pi: return .number(.pi)
    case .parameter(let index): return .parameter(index)
    case .variable(let index): return .variable(index)
    case .definition(let index, isFunction: false):
      return .definition(index, argumentCount: 0)
    case .definition(let index, isFunction: true):
      throw Problem(
        message: "\(name) is a function; write \(definitions[index].signature)")
    case .function(let function):
      let signature = function.argumentCount == 1 ? "(x)" : "(x, y)"
      throw Problem(message: "\(name) is a function; write \(name)\(signature)")
    case nil:
      throw unknown("name", name, among: arguments + names.values)
    }
  }

  private func call(
    _ name: String, _ count: Int
  )
    throws(Problem) -> ResolvedFormula.Step
  {
    switch names[name] {
    case .function(let function):
      try check(count, function.argumentCount, of: name)
      return .function(function)
    case .definition(let index, isFunction: true):
      try check(count, definitions[index].argumentCount, of: name)
      return .definition(index, argumentCount: count)
    case nil: throw unknown("function", name, among: names.functions)
    case .some(let meaning): throw notCallable(name, meaning.summary)
    }
  }

  private func check(
    _ count: Int, _ expected: Int, of name: String
  )
    throws(Problem)
  {
    guard count != expected else { return }
    let needed = NumberText.counted(expected, "argument")
    throw Problem(message: "\(name) takes \(needed), not \(count)")
  }

  private func notCallable(_ name: String, _ what: String) -> Problem {
    Problem(
      message: "\(name) is \(what), not a function; write * for a product")
  }

  private func unknown(
    _ what: String, _ name: String, among known: [String]
  ) -> Problem {
    var message = "unknown \(what) \"\(DocumentNode.shortened(name))\""
    if let nearest = NearestKey.nearest(to: name, among: known) {
      message += "; did you mean \(nearest)?"
    } else if let replacement = FormulaFunction.replacements[name] {
      message += "; write \(replacement)"
    } else if !known.isEmpty && known.count <= Self.longestList {
      message += "; known are \(known.joined(separator: ", "))"
    }
    return Problem(message: message)
  }

  /// The most names that a message lists.
  private static let longestList = 16
}
