/// A formula that has been parsed, as a sequence of steps in postfix order:
/// operands first, then what is done with them.
///
/// `x - f(2)` is `x`, `2`, `f` of one argument, difference. A flat sequence
/// needs no recursion to walk or to release, however long the formula is.
struct FormulaSyntax: Equatable {
  /// An operation on the results of earlier steps.
  enum Operator: Character {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "^"
  }

  /// What a step does.
  enum Action: Equatable {
    /// Gives a number.
    case number(Double)
    /// Gives what a name stands for.
    case name(String)
    /// Applies a function to the last results.
    case call(String, argumentCount: Int)
    /// Changes the sign of the last result.
    case negate
    /// Combines the last two results.
    case combine(Operator)
  }

  /// A step and the byte of the formula it was read from.
  struct Step: Equatable {
    let action: Action
    let offset: Int
  }

  /// The formula as it was written.
  let formula: String
  /// The steps; the last one gives the value of the formula.
  let steps: [Step]

  /// An error at a step.
  func error(_ message: String, at step: Step) -> FormulaError {
    FormulaError(message: message, formula: formula, offset: step.offset)
  }
}
