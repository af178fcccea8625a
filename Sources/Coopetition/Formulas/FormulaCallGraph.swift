/// Who calls whom among the definitions of a game.
struct FormulaCallGraph {
  /// The most levels that calls may nest.
  static let mostLevels = 200

  /// The definitions that each definition calls.
  private let callees: [[Int]]
  private var levels: [Int?]
  private var path: [Int] = []

  /// Why a definition cannot be used.
  enum Problem: Error, Equatable {
    /// It calls itself: the definitions from it back to it.
    case cycle([Int])
    /// Its calls nest too deeply.
    case depth(Int)
  }

  /// Throws if a definition calls itself, directly or through others, or if
  /// calls nest too deeply.
  ///
  /// - Complexity: O(calls).
  static func check(_ definitions: [ResolvedFormula]) throws(Problem) {
    var graph = FormulaCallGraph(definitions)
    for definition in definitions.indices {
      _ = try graph.level(of: definition)
    }
  }

  private init(_ definitions: [ResolvedFormula]) {
    callees = definitions.map(\.calls)
    levels = Array(repeating: nil, count: definitions.count)
  }

  /// How many levels a call of a definition takes.
  private mutating func level(of definition: Int) throws(Problem) -> Int {
    if let level = levels[definition] { return level }
    if let start = path.firstIndex(of: definition) {
      throw .cycle(path[start...] + [definition])
    }
    path.append(definition)
    guard path.count <= Self.mostLevels else { throw .depth(definition) }
    var deepest = 0
    for callee in callees[definition] {
      deepest = max(deepest, try level(of: callee))
    }
    guard deepest < Self.mostLevels else { throw .depth(definition) }
    path.removeLast()
    levels[definition] = deepest + 1
    return deepest + 1
  }
}
