/// Adds formulas to a graph, functions of `define` replaced by their bodies.
struct FormulaCompiler {
  /// The most steps that all formulas of a game may take once every call is
  /// replaced by the body of the function.
  static let mostSteps = 1 << 20

  /// The operations of all formulas so far.
  private(set) var graph = FormulaGraph()
  private let definitions: [ResolvedFormula]
  /// The places of calls that have been replaced already.
  private var calls: [Call: Int] = [:]
  private var steps = 0

  private struct Call: Hashable {
    let definition: Int
    let arguments: [Int]
  }

  /// A compiler for formulas that may call some definitions.
  ///
  /// - Precondition: No definition calls itself, nor through others.
  init(definitions: [ResolvedFormula]) {
    self.definitions = definitions
  }

  /// Adds a formula and returns the place of its value, or nil if it takes too
  /// many steps.
  ///
  /// - Complexity: O(steps), calls of the same function with the same
  ///   arguments counting once.
  mutating func place(
    of formula: ResolvedFormula, arguments: [Int] = []
  ) -> Int? {
    steps += formula.steps.count
    guard steps <= Self.mostSteps else { return nil }
    var operands: [Int] = []
    for step in formula.steps {
      guard let place = place(of: step, arguments, &operands) else {
        return nil
      }
      operands.append(place)
    }
    return operands.last
  }

  private mutating func place(
    of step: ResolvedFormula.Step, _ arguments: [Int], _ operands: inout [Int]
  ) -> Int? {
    switch step {
    case .number(let value): return graph.constant(value)
    case .parameter(let index): return graph.parameter(index)
    case .variable(let index): return graph.variable(index)
    case .argument(let index): return arguments[index]
    case .negate: return graph.apply(.negate, operands.removeLast())
    case .combine(let combination):
      let second = operands.removeLast()
      let first = operands.removeLast()
      return place(of: combination, first, second)
    case .function(let function):
      let last = operands.removeLast()
      return function.argumentCount == 1
        ? graph.apply(function.operation, last)
        : graph.apply(function.operation, operands.removeLast(), last)
    case .definition(let definition, let count):
      let call = Call(
        definition: definition, arguments: Array(operands.suffix(count)))
      operands.removeLast(count)
      return place(of: call)
    }
  }

  private mutating func place(
    of combination: FormulaSyntax.Operator, _ a: Int, _ b: Int
  ) -> Int {
    switch combination {
    case .add: graph.apply(.add, a, b)
    case .subtract: graph.apply(.subtract, a, b)
    case .multiply: graph.apply(.multiply, a, b)
    case .divide: graph.apply(.divide, a, b)
    case .power: graph.power(a, b)
    }
  }

  private mutating func place(of call: Call) -> Int? {
    if let place = calls[call] { return place }
    guard
      let place = place(
        of: definitions[call.definition], arguments: call.arguments)
    else { return nil }
    calls[call] = place
    return place
  }
}
