/// What the names in the formulas of a game stand for.
///
/// Every name means one thing: the functions that all formulas know and `pi`
/// cannot be declared again, nor can what has been declared.
struct FormulaNames {
  /// What a name stands for.
  enum Meaning: Equatable {
    case function(FormulaFunction)
    case pi
    case parameter(Int)
    case variable(Int)
    case definition(Int, isFunction: Bool)

    /// Whether arguments follow the name.
    var isFunction: Bool {
      switch self {
      case .function, .definition(_, isFunction: true): true
      default: false
      }
    }

    /// The meaning in words.
    var summary: String {
      switch self {
      case .function: "a function of every formula"
      case .pi: "the number pi"
      case .parameter: "a parameter"
      case .variable: "a variable"
      case .definition: "a definition"
      }
    }
  }

  private var meanings: [String: Meaning] = [:]
  /// The names of numbers, in the order in which they were declared.
  private(set) var values: [String] = []
  /// The names of functions, in the order in which they were declared.
  private(set) var functions: [String] = []

  /// The names that every formula knows.
  init() {
    for function in FormulaFunction.allCases {
      insert(function.rawValue, .function(function))
    }
    insert("pi", .pi)
  }

  /// What a name stands for, or nil.
  subscript(name: String) -> Meaning? { meanings[name] }

  /// Gives a name a meaning.
  ///
  /// - Throws: an error at a place if the name is no name or has a meaning
  ///   already.
  mutating func declare(
    _ name: String, as meaning: Meaning, at place: String
  )
    throws(ScenarioError)
  {
    guard FormulaLexer.isName(name) else {
      throw ScenarioError(
        at: place,
        "is not a name; a name is a letter, then letters, digits and _")
    }
    if let former = meanings[name] {
      throw ScenarioError(at: place, "\(name) is already \(former.summary)")
    }
    insert(name, meaning)
  }

  /// Whether a name belongs to every formula.
  func isBuiltIn(_ name: String) -> Bool {
    switch meanings[name] {
    case .function, .pi: true
    default: false
    }
  }

  private mutating func insert(_ name: String, _ meaning: Meaning) {
    meanings[name] = meaning
    if meaning.isFunction {
      functions.append(name)
    } else {
      values.append(name)
    }
  }
}
