import Yams

/// Reads YAML 1.2 text into a ``DocumentNode``.
///
/// Yams does the work; what it leaves to its callers is done here: bounds on
/// size, depth and aliases, errors in our form, scalars left as text.
enum YAMLDocument {
  /// The most bytes that a document may have. Tables that need more go into
  /// files of their own, which are read as a stream.
  static let mostBytes = 1 << 23
  /// The most levels that a document may nest.
  static let mostLevels = 64
  /// The most values that a document may hold when its aliases are replaced
  /// by what they stand for.
  static let mostValues = 1 << 22

  /// The tree of the only document in a text.
  ///
  /// - Throws: an error with the line where the text is no such document.
  /// - Complexity: O(bytes).
  static func parse(_ text: String) throws(ScenarioError) -> DocumentNode {
    guard text.utf8.count <= mostBytes else {
      throw ScenarioError("is larger than \(mostBytes) bytes")
    }
    try AliasGuard.check(text)
    guard let root = try compose(text) else {
      throw ScenarioError("is empty")
    }
    var count = 0
    try measure(root, level: 1, count: &count)
    return try node(root)
  }

  private static func compose(_ text: String) throws(ScenarioError) -> Node? {
    do {
      let parser = try Parser(
        yaml: SurrogatePairs.joined(text), resolver: .basic, encoding: .utf8)
      return try parser.singleRoot()
    } catch let error as YamlError {
      throw ScenarioError(error)
    } catch {
      throw ScenarioError("is not YAML: \(error)")
    }
  }

  /// Counts the values under a node, aliases replaced, up to the bounds.
  private static func measure(
    _ node: Node, level: Int, count: inout Int
  )
    throws(ScenarioError)
  {
    count += 1
    guard count <= mostValues else {
      throw ScenarioError(
        "its aliases stand for more than \(mostValues) values")
    }
    guard level <= mostLevels else {
      throw error(node, "is nested more than \(mostLevels) levels deep")
    }
    switch node {
    case .scalar, .alias: break
    case .sequence(let sequence):
      for element in sequence {
        try measure(element, level: level + 1, count: &count)
      }
    case .mapping(let mapping):
      for (_, value) in mapping {
        try measure(value, level: level + 1, count: &count)
      }
    }
  }

  private static func node(_ node: Node) throws(ScenarioError) -> DocumentNode {
    switch node {
    case .scalar(let scalar):
      let isText = [Tag.Name.str, .nonSpecific].map(\.rawValue)
        .contains(scalar.tag.rawValue)
      try check(
        scalar.tag, [.str, .nonSpecific, .int, .float, .bool, .null], node)
      return .scalar(scalar.string, isPlain: !isText)
    case .sequence(let sequence):
      try check(sequence.tag, [.seq, .nonSpecific], node)
      var elements: [DocumentNode] = []
      for element in sequence { elements.append(try self.node(element)) }
      return .list(elements)
    case .mapping(let mapping):
      try check(mapping.tag, [.map, .nonSpecific], node)
      var entries: [DocumentNode.Entry] = []
      for (key, value) in mapping {
        entries.append(
          .init(key: try text(of: key), value: try self.node(value)))
      }
      return .mapping(entries)
    case .alias:
      throw error(node, "an alias stands for nothing")
    }
  }

  private static func text(of key: Node) throws(ScenarioError) -> String {
    guard case .scalar(let text, _) = try node(key) else {
      throw error(key, "a list or a mapping cannot be a key")
    }
    return text
  }

  private static func check(
    _ tag: Tag, _ known: [Tag.Name], _ node: Node
  )
    throws(ScenarioError)
  {
    let name = tag.rawValue
    guard !name.isEmpty, !known.contains(where: { $0.rawValue == name }) else {
      return
    }
    let short = name.replacing("tag:yaml.org,2002:", with: "!!")
    throw error(node, "the tag \(short) does not fit here")
  }

  private static func error(_ node: Node, _ message: String) -> ScenarioError {
    ScenarioError(at: node.mark.map { "line \($0.line)" }, message)
  }
}

extension ScenarioError {
  /// What Yams says about a text, in our form.
  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _),
      .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let line = "line \(mark.line)"
      if problem.hasPrefix("Maximum nesting level") {
        self.init(
          at: line, "is nested more than \(YAMLDocument.mostLevels) levels deep"
        )
      } else if problem.contains("another document") {
        self.init(at: line, "a second document starts; a file holds one")
      } else {
        self.init(at: line, "is not YAML: \(problem)")
      }
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.sorted().map(DocumentNode.shortened)
      self.init(
        at: "line \(context.mark.line)",
        "duplicate key \(names.joined(separator: ", "))")
    case .reader(let problem, let offset, _, let text):
      let lines = text.prefix(offset ?? 0).count { $0.isNewline }
      self.init(at: "line \(lines + 1)", "is not YAML: \(problem)")
    default:
      self.init("is not YAML: \(error)")
    }
  }
}
