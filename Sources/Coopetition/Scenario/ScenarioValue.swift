import Reports

/// A value of a scenario with its place, and the ways to read it.
struct ScenarioValue {
  /// The value as it stands in the document.
  let node: DocumentNode
  /// The path of the value, such as `firms[2].cost`; nil at the top.
  let place: String?

  /// The value as a number in a range.
  func number(_ range: AdmissibleRange) throws(ScenarioError) -> Double {
    try Self.number(node, range, at: place)
  }

  /// A node as a number in a range; its place is made only for an error.
  static func number(
    _ node: DocumentNode, _ range: AdmissibleRange,
    at place: @autoclosure () -> String?
  ) throws(ScenarioError) -> Double {
    guard case .scalar(let text, let isPlain) = node,
      let value = ScalarText.number(text)
    else {
      var error = mismatch(node, "a number", at: place())
      if case .scalar(let text, _) = node {
        error.message += NumberRemedy.hint(for: text)
      }
      throw error
    }
    guard isPlain else {
      throw ScenarioError(
        at: place(), "\(node.summary) is a text; a number has no quotes")
    }
    guard let problem = range.problem(with: value, written: text) else {
      return value
    }
    throw ScenarioError(at: place(), problem)
  }

  /// The value as a list of numbers in a range, as many as needed.
  func numbers(
    _ range: AdmissibleRange, count: Int? = nil
  )
    throws(ScenarioError) -> [Double]
  {
    let place = place ?? ""
    let nodes = try list("a list of numbers")
    if let count, nodes.count != count {
      throw .wrongCount(nodes.count, of: "number", count, at: place)
    }
    var numbers: [Double] = []
    numbers.reserveCapacity(nodes.count)
    for (k, node) in nodes.enumerated() {
      numbers.append(try Self.number(node, range, at: "\(place)[\(k)]"))
    }
    return numbers
  }

  /// The value as a text.
  func text(_ expected: String = "a text") throws(ScenarioError) -> String {
    guard case .scalar(let text, _) = node, !node.isNull else {
      throw mismatch(expected)
    }
    return text
  }

  /// The value as a list.
  func list(
    _ expected: String = "a list"
  ) throws(ScenarioError)
    -> [DocumentNode]
  {
    guard case .list(let nodes) = node else { throw mismatch(expected) }
    return nodes
  }

  /// An error that says what the value is and what it should be.
  func mismatch(_ expected: String) -> ScenarioError {
    Self.mismatch(node, expected, at: place)
  }

  private static func mismatch(
    _ node: DocumentNode, _ expected: String, at place: String?
  ) -> ScenarioError {
    let message =
      node.isNull
      ? "is empty; \(expected) is needed"
      : "\(node.summary) is not \(expected)"
    return ScenarioError(at: place, message)
  }
}

extension ScenarioValue {
  /// The values of a mapping by their paths below it, nested mappings
  /// opened along the known paths.
  ///
  /// - Parameters:
  ///   - known: every path that may be there, components joined by dots
  ///   - prefix: the part of the known paths that leads to this value
  /// - Returns: the paths found and their values.
  /// - Throws: an error for a key that leads to no known path, and for a
  ///   value that should be a mapping and is none.
  func values(
    of known: [String], below prefix: String = ""
  )
    throws(ScenarioError) -> [String: ScenarioValue]
  {
    let keys = Self.nextKeys(of: known, after: prefix)
    guard case .mapping(let entries) = node else {
      throw mismatch("a mapping of \(keys.joined(separator: ", "))")
    }
    var found: [String: ScenarioValue] = [:]
    for entry in entries {
      let path = prefix + entry.key
      let value = self[entry]
      if keys.contains(entry.key) && known.contains(path) {
        found[path] = value
      } else if keys.contains(entry.key) {
        found.merge(try value.values(of: known, below: path + ".")) { $1 }
      } else {
        throw value.unknownKey(entry.key, keys, isNested: known.contains(path))
      }
    }
    return found
  }

  /// The error for a key that is none of the known ones.
  private func unknownKey(
    _ key: String, _ known: [String], isNested: Bool
  )
    -> ScenarioError
  {
    guard isNested, let dot = key.firstIndex(of: ".") else {
      return ScenarioError(
        at: place, NearestKey.message(for: key, among: known))
    }
    let nested = "\(key[..<dot]): {\(key[key.index(after: dot)...]): …}"
    return ScenarioError(at: place, "unknown key; write \(nested)")
  }

  /// The value of an entry of this mapping.
  private subscript(entry: DocumentNode.Entry) -> ScenarioValue {
    let key = DocumentNode.shortened(entry.key)
    return ScenarioValue(
      node: entry.value, place: place.map { "\($0).\(key)" } ?? key)
  }

  /// The next components of the paths that start with a prefix.
  private static func nextKeys(
    of known: [String], after prefix: String
  ) -> [String] {
    var keys: [String] = []
    for path in known where path.hasPrefix(prefix) {
      let key = String(path.dropFirst(prefix.count).prefix { $0 != "." })
      if !keys.contains(key) { keys.append(key) }
    }
    return keys
  }
}
