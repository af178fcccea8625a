/// The functions that every formula knows.
enum FormulaFunction: String, CaseIterable {
  case exp, log, log1p, expm1, sqrt, sin, cos, tanh, max, min

  /// How many arguments the function takes.
  var argumentCount: Int {
    switch self {
    case .max, .min: 2
    default: 1
    }
  }

  /// The operation that computes it.
  var operation: FormulaOperation {
    switch self {
    case .exp: .exp
    case .log: .log
    case .log1p: .logOnePlus
    case .expm1: .expMinusOne
    case .sqrt: .squareRoot
    case .sin: .sin
    case .cos: .cos
    case .tanh: .tanh
    case .max: .maximum
    case .min: .minimum
    }
  }

  /// What to write for functions and constants that formulas do not know.
  static let replacements = [
    "ln": "log(x)", "log2": "log(x)/log(2)", "log10": "log(x)/log(10)",
    "pow": "x^y", "sqr": "x^2", "abs": "max(x, -x)", "tan": "sin(x)/cos(x)",
    "sinh": "(exp(x) - exp(-x))/2", "cosh": "(exp(x) + exp(-x))/2",
    "e": "exp(1)", "PI": "pi", "Pi": "pi",
  ]
}
